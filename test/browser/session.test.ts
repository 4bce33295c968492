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
  await stack.connect('mugs');
  browser = await launchChromium();
  visitor = await Visitor.come(browser, stack.koppel.url);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('the pages', () => {
  it('show nothing to whoever has not logged in', async () => {
    await visitor.open('/integrations/mugs');
    expect(await visitor.said()).not.toContain('orders');
    expect(await visitor.page.getByLabel(/token/i).isVisible()).toBe(true);
    await shoot(visitor.page, 'login');
  });

  it('refuse a wrong token and take the right one', async () => {
    await visitor.logIn('not-the-token');
    expect(await visitor.said()).toContain('token is not known');
    await shoot(visitor.page, 'login-refused');
    await visitor.logIn(stack.token);
    expect(await visitor.said()).toContain('Demo shop');
  });

  it('tell the world the status without a name of anybody', async () => {
    await visitor.open('/status');
    expect(await visitor.said()).toContain('Demo shop');
    const stranger = await Visitor.come(browser, stack.koppel.url);
    await stranger.open('/status');
    const text = await stranger.said();
    expect(text).toContain('mugs');
    expect(text).not.toMatch(/@|Şahin|Demo shop/);
    await stranger.leave();
  });

  it('forget who logged in when told to', async () => {
    await visitor.open('/');
    await visitor.page.getByRole('button', { name: /log out/i }).click();
    await visitor.open('/integrations/mugs');
    expect(await visitor.page.getByLabel(/token/i).isVisible()).toBe(true);
  });
});
