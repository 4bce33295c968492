import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { demoIntegration } from '../../scripts/demo.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';
import { Stack } from '../black-box/stack.ts';
import { brokenContrasts, brokenRules } from './support/axe.ts';
import { launchChromium } from './support/chromium.ts';
import { shoot } from './support/screenshots.ts';
import { Visitor } from './support/visitor.ts';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await Stack.start({ seeded: true });
  await stack.api('PUT', '/integrations/begun', { ...demoIntegration, state: 'draft' });
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

interface Form {
  readonly path: string;
  /** What is wrong with it; left out, it is sent as it stands. */
  readonly spoil?: (page: Page) => Promise<void>;
}

const forms: readonly Form[] = [
  { path: '/new' },
  { path: '/new/document', spoil: (page) => page.locator('textarea').first().fill('{') },
  { path: '/access' },
  { path: '/alerts' },
  {
    path: '/integrations/begun/setup/connections/shop',
    spoil: (page) => page.locator('[id="credentials.storeId"]').fill(''),
  },
  {
    path: '/integrations/begun/setup/flows',
    spoil: async (page) => {
      for (const box of await page.locator('input[name="flow"]').all()) await box.uncheck();
    },
  },
  {
    path: '/integrations/begun/setup/live',
    spoil: (page) => page.locator('input[name="from"][value="day"]').check(),
  },
];

describe('a form that is refused', () => {
  it.for(languages)(
    'says so in its title, and names what is wrong with a link to the field: %s',
    { concurrent: true, timeout: 300_000 },
    async (language, { expect }) => {
      const visitor = await Visitor.come(browser, stack.koppel.url, { language });
      await visitor.logIn(stack.token);
      const { page } = visitor;
      const error = textsIn(language).pages.parts.errorTitle('');
      for (const { path, spoil } of forms) {
        await visitor.open(`${path}?lang=${language}`);
        // Browsers would keep it back; whoever has another kind of browser sends it.
        await page.evaluate(
          'document.querySelectorAll("form").forEach((form) => { form.noValidate = true; })',
        );
        await spoil?.(page);
        await page.locator('main form .button.primary').last().click();
        await shoot(page, `${language} refused ${path}`);
        expect(await page.title(), path).toMatch(new RegExp(`^${error}`));
        const links = await page.locator('main .notice.bad a[href^="#"]').all();
        expect(links.length, path).toBeGreaterThan(0);
        for (const link of links) {
          const control = (await link.getAttribute('href'))?.slice(1);
          expect(await page.locator(`[id="${control}"]`).count(), `${path} ${control}`).toBe(1);
        }
        expect(await brokenRules(page), path).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await brokenContrasts(page), path).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await visitor.leave();
    },
  );
});
