import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stack } from '../black-box/stack.ts';
import { launchChromium } from './support/chromium.ts';
import { withOrders } from './support/scene.ts';
import { Visitor } from './support/visitor.ts';

let stack: Stack;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  stack = await Stack.start({ seeded: true });
  await withOrders(stack);
  browser = await launchChromium();
  visitor = await Visitor.come(browser, stack.koppel.url);
  await visitor.logIn(stack.token);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('a link with orders', () => {
  it('shows what is parked, why, and what to do', async () => {
    await visitor.page
      .getByRole('link', { name: /demo shop/i })
      .first()
      .click();
    const text = await visitor.said();
    expect(text).toContain('email_missing');
    expect(text).toContain('Retry');
  });

  it('shows one transfer with both sides, side by side', async () => {
    const { items } = await stack.api<{ items: { id: string; key: string; targetId: string }[] }>(
      'GET',
      '/integrations/mugs/activity?outcome=done&limit=1',
    );
    const [activity] = items;
    await visitor.open(`/integrations/mugs/activity/${activity?.id}`);
    const text = await visitor.said();
    expect(text).toContain(activity?.key);
    expect(text).toContain(activity?.targetId);
    expect(text).toMatch(/vatByRate|VAT/i);
    expect(text).toContain('net_amounts');
  });
});
