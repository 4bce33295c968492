/** An account is found under another name: one integration has been told that it is the same, the one that made its documents has not. */
import { expect, test } from 'vitest';
import { hourMs } from '../../support/durations.ts';
import { shopDeeds } from '../../support/shop-deeds.ts';
import { RingWorld } from './ring-world.ts';

const there = { from: 'jortt', to: 'ecwid' } as const;
const back = { from: 'ecwid', to: 'jortt', settings: { state: 'sent' } } as const;

test('until somebody says so of that one too, its work waits', async () => {
  const world = new RingWorld();
  const maker = await world.add('maker', [back]);
  const reader = await world.add('reader', [there]);
  await world.sellInEcwid();
  await world.live(2 * hourMs);
  world.during = async (call, work) => {
    const answer = await work();
    if (!call.endsWith('/v3/organizations/me')) return answer;
    const { data } = (await answer.json()) as { data: object };
    return Response.json({ data: { ...data, id: 'moved' } });
  };
  for (const { integration } of [maker, reader]) {
    await world.clock.settle(integration.check());
    expect(integration.reports.view().problems.map(({ code }) => code)).toContain('account_changed');
  }
  await reader.integration.acceptAccount('jortt', 'same');
  // What an earlier version has not remembered.
  reader.sql.exec("DELETE FROM links WHERE record = 'made'");
  const [invoice] = world.sandbox.systems.jortt.state().invoices;
  await shopDeeds(world.sandbox.systems).inBooks('POST', `/invoices/${invoice?.id}/pay`);
  await world.live(2 * hourMs);
  expect(reader.tasks().flatMap(({ problem }) => problem?.code ?? [])).toEqual(['perhaps_made_by_koppel']);
  await maker.integration.acceptAccount('jortt', 'same');
  await world.live(2 * hourMs);
  expect(reader.ends().at(-1)).toBe('orders:jortt:ecwid skipped made_by_koppel');
  expect(world.counts).toEqual({ ecwid: 1, jortt: 1, magento: 0 });
});
