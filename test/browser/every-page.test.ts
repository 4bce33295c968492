import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { languages } from '../../src/texts/languages.ts';
import { isWhole } from '../black-box/breadth.ts';
import type { Stack } from '../black-box/stack.ts';
import { brokenContrasts, brokenRules, brokenWords } from './support/axe.ts';
import { launchChromium, views } from './support/chromium.ts';
import { manuals, walkPages } from './support/every-page.ts';
import { inUse } from './support/scene.ts';
import { shoot } from './support/screenshots.ts';
import { Visitor } from './support/visitor.ts';

/** CI walks in English, and in the language whose words were the widest yet. */
const walked = isWhole ? languages : (['en', 'tr'] as const);

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  stack = await inUse();
  browser = await launchChromium();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('every page that a link leads to', () => {
  it.for(walked)(
    'breaks no rule that axe knows in either colour scheme, and fits on a phone: %s',
    { concurrent: true, timeout: 600_000 },
    async (language, { expect }) => {
      const visitor = await Visitor.come(browser, stack.koppel.url, { language });
      await visitor.logIn(stack.token);
      const { page } = visitor;
      const found: string[] = [];
      const note = (path: string, where: string, broken: readonly string[]) =>
        found.push(...broken.map((each) => `${path} ${where}: ${each}`));

      // The last step of a set-up is where answers lead; the steps before it stand there as links.
      const from = [`/?lang=${language}`, '/integrations/begun/setup/live', '/no-such-page'];
      // No language has colours of its own.
      const [enough, broken] = language === 'en' ? ([2, brokenRules] as const) : ([1, brokenWords] as const);
      const count = await walkPages(visitor, from, enough, async (path) => {
        const name = `${language} ${path.replace(/\?lang=.*/, '')}`;
        note(path, 'light', await broken(page));
        await shoot(page, `${name} desktop`);
        if (language === 'en') {
          await page.emulateMedia({ colorScheme: 'dark' });
          note(path, 'dark', await brokenContrasts(page));
          await shoot(page, `${name} dark`);
          await page.emulateMedia({ colorScheme: 'light' });
        }
        await page.setViewportSize(views.phone);
        if ((await visitor.sideways()) > 0) note(path, 'phone', ['scrolls sideways']);
        if (language === 'en' || language === 'de') await shoot(page, `${name} phone`);
        await page.setViewportSize(views.desktop);
      });
      await visitor.leave();
      expect(found).toEqual([]);
      expect(count).toBeGreaterThan(40);
    },
  );

  it.runIf(isWhole)('is such a manual, too', { concurrent: true, timeout: 600_000 }, async ({ expect }) => {
    const visitor = await Visitor.come(browser, stack.koppel.url);
    await visitor.logIn(stack.token);
    const found: string[] = [];
    const all = await manuals(visitor);
    for (const path of all) {
      await visitor.open(path);
      found.push(...(await brokenRules(visitor.page)).map((each) => `${path}: ${each}`));
      await shoot(visitor.page, `en ${path} desktop`);
    }
    await visitor.leave();
    expect(found).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });
});
