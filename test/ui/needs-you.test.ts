import { describe, expect, it } from 'vitest';
import { inWords } from '../../src/texts/in-words.ts';
import { textsIn } from '../../src/texts/languages.ts';
import { outside } from '../durable-objects/support/outside.ts';
import { sell } from '../durable-objects/support/shop.ts';
import { readable } from './browser.ts';
import { methods, parkedOrders } from './desk/parked-orders.ts';
import { faultsOf } from './page-outline.ts';

const times = (text: string, part: string) => text.split(part).length - 1;

describe('what waits for somebody, on the page of its link', () => {
  it.each([
    ['en', 'Needs you'],
    ['nl', 'Wacht op jou'],
    ['de', 'Braucht dich'],
    ['tr', 'Sizi bekliyor'],
  ] as const)('stands there once, with what to do, and one by one below it (%s)', async (language, name) => {
    const { subject, browser, orders } = await parkedOrders(3);
    const { html } = await browser.get(`/integrations/${subject.id}`, { 'accept-language': language });
    expect(await faultsOf(html)).toEqual([]);
    expect(html.match(/<section class="card attention"/g)).toHaveLength(1);
    const [, card = ''] = /<section class="card attention".*?>(.*?)<\/section>/s.exec(html) ?? [];
    expect(readable(card).trim().startsWith(name)).toBe(true);
    const elsewhere = html.replace(card, '');
    expect(elsewhere).not.toContain(`>${name}</h2>`);
    const texts = textsIn(language);
    for (const value of methods) {
      const { action } = texts.problems.choice_missing({ setting: 'paymentMethods', value });
      expect(times(readable(html), inWords(action, texts, 'orders'))).toBe(1);
      for (const id of orders[value].ids) expect(readable(card)).toContain(id);
    }
    expect(card).toContain('<details class="inset" id="parked"><summary>');
    expect(times(card, 'class="task"')).toBe(6);
  });

  it('stands apart from what is tried again by itself', async () => {
    const { subject, browser } = await parkedOrders(1);
    outside.fault({ system: 'jortt', kind: 'status', status: 503, times: null });
    await subject.sync((await sell()).id, (await sell()).id, (await sell()).id);
    await subject.settle(20 * 60_000);
    const { html } = await browser.get(`/integrations/${subject.id}`);
    const cards = html.split('<section class="card attention"').slice(1).map(readable);
    expect(cards.map((card) => /> ?(Connections and flows|Needs you)/.exec(card)?.[1])).toEqual([
      ...['Connections and flows', 'Needs you'],
    ]);
    expect(cards[0]).not.toContain('Payment methods');
  });
});
