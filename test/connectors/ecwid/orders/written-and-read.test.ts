import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderTarget } from '../../../../src/connectors/ecwid/orders/target.ts';
import { orderFromWire } from '../../../../src/connectors/ecwid/orders/to-record.ts';
import { orderToWire } from '../../../../src/connectors/ecwid/orders/to-wire.ts';
import { orderWire } from '../../../../src/connectors/ecwid/orders/wire.ts';
import { plain } from '../../../../src/connectors/wire/reference-lines.ts';
import { statedTotals } from '../../../../src/connectors/wire/stated-totals.ts';
import { big, money } from '../../../../src/records/money.ts';
import { order } from '../../../../src/records/order.ts';
import { TestShop } from '../../../sandbox/ecwid/shop.ts';
import { runs } from '../../../support/runs.ts';
import { anyDocument, shopOrder } from '../documents.ts';
import { account } from '../fake-api.ts';
import { ShopApi } from '../shop-api.ts';

test('an order that Koppel wrote reads back with the same gross, VAT and VAT per rate', async () => {
  const shop = new TestShop();
  shop.standIn.change({ limits: false });
  const api = new ShopApi(shop);
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      const created = await shop.call('POST', '/orders', orderToWire(document));
      expect(created.status, created.text).toBe(200);
      const { json } = await shop.get(`/orders/${created.body.orderId}`);
      const read = order.parse(orderFromWire(orderWire.parse(json), account));
      const totals = statedTotals(document);
      expect(money(read.gross, 'EUR')).toBe(totals.gross);
      expect(money(read.vat, 'EUR')).toBe(totals.vat);
      const made = await orderTarget.get(api, String(created.body.orderId));
      expect([made?.gross, made?.vat]).toEqual([totals.gross, totals.vat]);
      expect(told(read.vatByRate)).toEqual(told(totals.byRate));
      expect(read.pricesIncludeVat).toBe(document.pricesIncludeVat);
      expect(read.madeByKoppel).toBe(true);
      expect(read.reference).toBe(plain(document.reference));
    }),
    runs(400),
  );
});

test.each([
  { name: 'Jan Bos', company: 'Bos BV', phone: '+31 6 1' },
  { name: 'Jan Bos' },
  { company: 'Bos BV', name: 'Bos BV' },
  { phone: '+31 6 1' },
  {},
])('a delivery to %j is one to the same when it is read again', async (named) => {
  const shop = new TestShop();
  const place = { street: 'Werf 1', postalCode: '1011 AB', city: 'Amsterdam', country: 'NL' };
  const body = orderToWire(shopOrder({ delivery: { ...place, ...named } }));
  const created = await shop.call('POST', '/orders', body);
  const { json } = await shop.get(`/orders/${created.body.orderId}`);
  const { delivery } = order.parse(orderFromWire(orderWire.parse(json), account));
  const { firstName: _, lastName: _last, ...read } = delivery ?? {};
  expect(read).toEqual({ ...place, ...named });
});

/** A rate at which there is no VAT says nothing. */
function told(byRate: readonly { readonly rate: string; readonly vat: string }[]) {
  return Object.fromEntries(
    byRate.filter(({ vat }) => !big(vat).eq(0)).map(({ rate, vat }) => [rate, money(vat, 'EUR')]),
  );
}
