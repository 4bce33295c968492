import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stack } from '../black-box/stack.ts';
import { launchChromium } from './support/chromium.ts';
import { shoot } from './support/screenshots.ts';
import { Visitor } from './support/visitor.ts';

let stack: Stack;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  stack = await Stack.start({ seeded: true });
  await stack.connect('mugs', { settings: { state: 'sent' } });
  browser = await launchChromium();
  visitor = await Visitor.come(browser, stack.koppel.url);
  await visitor.logIn(stack.token);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('settings', () => {
  it('name the field of a document that is wrong, and keep what was typed', async () => {
    await visitor.open('/integrations/mugs/configuration');
    const document = visitor.page.getByLabel(/settings \(json\)/i);
    await document.fill((await document.inputValue()).replace('"orders"', '"oders"'));
    await visitor.page.getByRole('button', { name: /save/i }).click();
    expect(await visitor.said()).toContain('flows.0.flow');
    expect(await document.inputValue()).toContain('"oders"');
    await shoot(visitor.page, 'configuration-refused');
  });

  it('are changed in the form of their flow, after a look at what that changes', async () => {
    const { page } = visitor;
    await visitor.open('/integrations/mugs/settings');
    await page
      .getByRole('link', { name: /^change ?:/i })
      .first()
      .click();
    await page.getByLabel('How often to ask').fill('17m');
    await page.locator('summary', { hasText: 'Fees of modules' }).click();
    await page.getByRole('button', { name: /^add a row ?: fees of modules/i }).click();
    expect(await page.getByLabel('How often to ask').inputValue()).toBe('17m');
    expect(await page.getByLabel('Text of the line').count()).toBeGreaterThan(0);
    await shoot(page, 'settings-form');
    await page.getByLabel('How often to ask').press('Enter');
    expect(await visitor.said()).toContain('17m');
    await shoot(page, 'settings-review');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await visitor.said()).toContain('The settings have been saved.');
    await visitor.open('/integrations/mugs/settings/history');
    await page.getByRole('link', { name: 'Version 1' }).click();
    expect(await visitor.said()).toContain('Make this the present one again');
  });
});
