/** A company abroad with an account in the shop: the customers flow keeps it in the books, where its orders shift VAT. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { counters } from '../../black-box/brief-sales.ts';
import { hourMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { playedRecipe } from '../../support/recipes.ts';
import { hosts } from '../../support/systems.ts';

const books = z.object({
  customers: z.array(z.looseObject({ email: z.string().nullish(), shift_vat: z.boolean().nullish() })),
  invoices: z.array(z.looseObject({ invoice_total_incl_vat: z.object({ amount: z.string() }) })),
});

test('is one customer of the books by the recipe, also for an order whose VAT is shifted', async () => {
  const played = new PlayedSystems(hosts);
  const shifted = counters.ecwid.sales.find(({ untaxed }) => untaxed === 'shifted');
  if (shifted === undefined) throw new Error('Nothing is sold abroad.');
  await played.control('ecwid', 'POST', '/sales', counters.ecwid.asSold(shifted));
  await played.configured(playedRecipe('jortt-ecwid'));
  const since = '2000-01-01T00:00:00.000Z';
  const held = () => books.parse(played.sandbox.standIn('jortt')?.state());
  for (const flow of ['customers', 'orders']) {
    played.integration.sync(flow, { since });
    await played.live(hourMs);
    expect(held().customers).toMatchObject([{ email: shifted.buyer.email, shift_vat: true }]);
  }
  expect(held().invoices).toMatchObject([{ invoice_total_incl_vat: { amount: shifted.gross } }]);
});
