import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/texts/languages.ts';
import { Stack } from '../black-box/stack.ts';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
/** To look at with one's own eyes. */
const shots = process.env.SCREENSHOTS;

let stack: Stack;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  stack = await Stack.start({ seeded: true });
  await stack.connect('mugs', { settings: { state: 'sent' } });
  const orders = await stack.sandbox.expectations();
  await stack.api('POST', '/integrations/mugs/sync', { flow: 'orders', since: '2000-01-01' });
  await stack.settled('mugs', orders.length);
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  page = await browser.newPage({ viewport: wide });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function open(path: string): Promise<void> {
  await page.goto(`${stack.koppel.url}${path}`);
}

async function shoot(name: string): Promise<void> {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** Long, and in English for everybody: they are looked at once. */
const manuals = [
  ...['/help/jortt', '/help/recipes/jortt-ecwid', '/help/problems'],
  ...['/api/docs', '/api/docs/integrations'],
];

const paths = [
  ...['/', '/new', '/status', '/help'],
  ...['/integrations/mugs', '/integrations/mugs/configuration'],
  ...['/integrations/mugs/settings', '/integrations/mugs/settings/orders:shop:books'],
  ...['/integrations/mugs/settings/history', '/integrations/mugs/settings/transfer'],
  ...['/integrations/mugs/preview', '/integrations/mugs/people'],
];

/** In the dark all but the colours is as in the light. */
const rules = {
  light: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] } },
} as const;

/** Rules of WCAG 2.2 AA that are broken on the page that is open, with where. */
async function broken(scheme: keyof typeof rules): Promise<string[]> {
  // Given as a whole: the policy of the pages lets no script in.
  await page.evaluate(axe.source);
  return page.evaluate(`axe
    .run(${JSON.stringify(rules[scheme])})
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target)))`);
}

describe('the dashboard', () => {
  it('shows nothing to whoever has not logged in', async () => {
    await open('/integrations/mugs');
    expect(await page.locator('body').textContent()).not.toContain('orders');
    expect(await page.getByLabel(/token/i).isVisible()).toBe(true);
  });

  it('refuses a wrong token and takes the right one', async () => {
    await open('/');
    await page.getByLabel(/token/i).fill('not-the-token');
    await page.getByRole('button', { name: /log in/i }).click();
    expect(await page.locator('body').textContent()).toContain('token is not known');
    await page.getByLabel(/token/i).fill(stack.token);
    await page.getByRole('button', { name: /log in/i }).click();
    expect(await page.locator('body').textContent()).toContain('Demo shop');
    await shoot('overview');
  });

  it('shows an integration with what is parked, why, and what to do', async () => {
    await open('/');
    await page
      .getByRole('link', { name: /demo shop/i })
      .first()
      .click();
    const text = await page.locator('body').textContent();
    expect(text).toContain('email_missing');
    expect(text).toContain('Retry');
    await shoot('integration');
  });

  it('shows one transfer with both sides, side by side', async () => {
    const { items } = await stack.api<{ items: { id: string; key: string; targetId: string }[] }>(
      'GET',
      '/integrations/mugs/activity?outcome=done&limit=1',
    );
    const [activity] = items;
    await open(`/integrations/mugs/activity/${activity?.id}`);
    const text = await page.locator('body').textContent();
    expect(text).toContain(activity?.key);
    expect(text).toContain(activity?.targetId);
    expect(text).toMatch(/vatByRate|VAT/i);
    expect(text).toContain('net_amounts');
    await shoot('transfer');
  });

  it('names the field of a configuration that is wrong, and keeps what was typed', async () => {
    await open('/integrations/mugs/configuration');
    const typed = (await page.getByLabel(/settings \(json\)/i).inputValue()).replace('"orders"', '"oders"');
    await page.getByLabel(/settings \(json\)/i).fill(typed);
    await page.getByRole('button', { name: /save/i }).click();
    expect(await page.locator('body').textContent()).toContain('flows.0.flow');
    expect(await page.getByLabel(/settings \(json\)/i).inputValue()).toContain('"oders"');
    await shoot('configuration');
  });

  it('changes a setting in the form of its flow, after a look at what that changes', async () => {
    await open('/integrations/mugs/settings');
    await page
      .getByRole('link', { name: /^change ?:/i })
      .first()
      .click();
    await page.getByLabel('How often to ask').fill('17m');
    await page.locator('summary', { hasText: 'Fees of modules' }).click();
    await page.getByRole('button', { name: /^add a row ?: fees of modules/i }).click();
    expect(await page.getByLabel('How often to ask').inputValue()).toBe('17m');
    expect(await page.getByLabel('Text of the line').count()).toBeGreaterThan(0);
    await shoot('settings-form');
    await page.getByLabel('How often to ask').press('Enter');
    expect(await page.locator('main').textContent()).toContain('17m');
    await shoot('settings-review');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.locator('main').textContent()).toContain('The settings have been saved.');
    await open('/integrations/mugs/settings/history');
    await page.getByRole('link', { name: 'Version 1' }).click();
    expect(await page.locator('main').textContent()).toContain('Make this the present one again');
    await shoot('settings-version');
  });

  it('fits on a phone: no page scrolls sideways', async () => {
    await page.setViewportSize(phone);
    const { items } = await stack.api<{ items: { id: string }[] }>(
      'GET',
      '/integrations/mugs/activity?limit=1',
    );
    for (const path of [...paths, `/integrations/mugs/activity/${items[0]?.id}`]) {
      await open(path);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow, path).toBeLessThanOrEqual(0);
      await shoot(`phone${path.replaceAll('/', '-')}`);
    }
    await page.setViewportSize(wide);
  });

  it.each(
    languages.flatMap((language) =>
      (['light', 'dark'] as const).map((scheme) => [language, scheme] as const),
    ),
  )(
    'breaks no rule that axe knows, in %s and %s, at a desk and on a phone',
    async (language, colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const found: string[] = [];
      for (const viewport of [wide, phone]) {
        await page.setViewportSize(viewport);
        for (const path of language === 'en' && viewport === wide ? [...paths, ...manuals] : paths) {
          await open(`${path}?lang=${language}`);
          found.push(...(await broken(colorScheme)).map((each) => `${path} ${viewport.width} ${each}`));
          if (language === 'en') await shoot(`${colorScheme}-${viewport.width}${path.replaceAll('/', '-')}`);
        }
      }
      await open('/?lang=en');
      await page.setViewportSize(wide);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(found).toEqual([]);
    },
    300_000,
  );

  it('tells the world its status without a name of anybody', async () => {
    await open('/status');
    const text = await page.locator('body').textContent();
    expect(text).toContain('mugs');
    expect(text).not.toMatch(/@|Şahin/);
  });

  it('forgets who logged in when told to', async () => {
    await open('/');
    await page.getByRole('button', { name: /log out/i }).click();
    await open('/integrations/mugs');
    expect(await page.getByLabel(/token/i).isVisible()).toBe(true);
  });
});
