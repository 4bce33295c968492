import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stack } from '../black-box/stack.ts';
import { brokenContrasts, brokenRules } from './support/axe.ts';
import { launchChromium, views } from './support/chromium.ts';
import { shoot } from './support/screenshots.ts';
import { Visitor } from './support/visitor.ts';

let stack: Stack;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  stack = await Stack.start({ seeded: true });
  browser = await launchChromium();
  visitor = await Visitor.come(browser, stack.sandbox.url, { hasScript: false });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function press(label: string): Promise<string> {
  await visitor.page.getByRole('button', { name: label }).click();
  return (await visitor.page.getByRole('status').textContent()) ?? '';
}

describe('the page of the sandbox', () => {
  it('places, refunds and cancels an order, and breaks a system, without a script', async () => {
    await visitor.open('/');
    const before = (await stack.sandbox.expectations()).length;
    const [, number] = /new order: (\S+)\.$/.exec(await press('Place an order (Ecwid)')) ?? [];
    expect((await stack.sandbox.expectations()).length).toBe(before + 1);
    expect(await press('Refund the newest order (Ecwid)')).toContain(`${number} in Ecwid is refunded.`);
    expect(await press('Cancel the newest order that can be (Ecwid)')).toMatch(/in Ecwid is cancelled\.$/);
    expect(await press('Put 200 products on its shelves (Ecwid)')).toContain('200 products');
    expect(await press('Count ZEEF anew: 7 pieces (Ecwid)')).toContain('counted ZEEF in Ecwid');
    expect(await press('Break it for a minute (Jortt)')).toContain('Jortt is down');
    await shoot(visitor.page, 'sandbox');
  });

  it('takes the address of webhooks', async () => {
    await visitor.page.getByLabel('Webhook address (Ecwid)').fill(`${stack.koppel.url}/hooks/mugs/shop`);
    expect(await press('Send webhooks there')).toContain('to the address that you entered');
  });

  it('breaks no rule that axe knows, in either colour scheme, and fits on a phone', async () => {
    const other = await Visitor.come(browser, stack.sandbox.url);
    await other.open('/?system=ecwid&did=sold&id=7');
    expect(await brokenRules(other.page)).toEqual([]);
    await other.page.emulateMedia({ colorScheme: 'dark' });
    expect(await brokenContrasts(other.page)).toEqual([]);
    await shoot(other.page, 'sandbox dark');
    await other.page.setViewportSize(views.phone);
    expect(await other.sideways()).toBeLessThanOrEqual(0);
    await shoot(other.page, 'sandbox phone');
  });
});
