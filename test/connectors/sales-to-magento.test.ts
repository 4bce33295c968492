import { describe, expect, test } from 'vitest';
import { ecwid } from '../../src/connectors/ecwid/index.ts';
import { jortt } from '../../src/connectors/jortt/index.ts';
import { magento } from '../../src/connectors/magento/index.ts';
import { TestShop as EcwidShop, pushedOrder } from '../sandbox/ecwid/shop.ts';
import { Office } from '../sandbox/jortt/office.ts';
import { TestShop } from '../sandbox/magento/shop.ts';
import { ShopApi } from '../sandbox/magento/shop-api.ts';
import { CarriedOrders, madeId } from './carried-orders.ts';
import { ShopApi as EcwidApi } from './ecwid/shop-api.ts';
import { OfficeApi } from './jortt/office-api.ts';

const address = { street: 'Kade 12', city: 'Zwolle', postalCode: '8011 AB', countryCode: 'NL' };

/** What the shop holds: how many orders, invoices, shipments; and how one of them stands. */
function shopOf() {
  const shop = new TestShop();
  const count = async (what: string) =>
    (await shop.get(`/V1/${what}?searchCriteria[pageSize]=1`)).body.total_count;
  return {
    shop,
    target: { name: 'shop', connector: magento, api: new ShopApi(shop) },
    counts: async () => [await count('orders'), await count('invoices'), await count('shipments')],
  };
}

async function fromEcwid(fields: Record<string, string> = {}, settings: Record<string, unknown> = {}) {
  const store = new EcwidShop();
  const { target, ...magentoShop } = shopOf();
  const source = { name: 'store', connector: ecwid, api: new EcwidApi(store) };
  const carried = new CarriedOrders(source, target, settings);
  const person = { name: 'Bo Bos', ...address };
  const { body } = await store.call(
    'POST',
    '/orders',
    pushedOrder({
      paymentStatus: 'AWAITING_PAYMENT',
      billingPerson: person,
      shippingPerson: { ...person, name: 'An Aal', companyName: 'Aal B.V.', phone: '020-1' },
      ...fields,
    }),
  );
  const key = String(body.id);
  const change = (to: Record<string, string>) => store.call('PUT', `/orders/${key}`, to);
  return { ...magentoShop, change, run: () => carried.run(key) };
}

const wentOn = (...what: string[]) => ({ kind: 'done', reason: { code: 'went_on', params: { what } } });
const nothing = { kind: 'skipped', reason: { code: 'already_booked' } };

describe('an order of Ecwid', () => {
  test('is paid and then sent in Magento, once each', async () => {
    const { shop, counts, change, run } = await fromEcwid();
    const id = madeId(await run());
    expect(await shop.order(id)).toMatchObject({ state: 'new', grand_total: 24.2, total_due: 24.2 });
    await change({ paymentStatus: 'PAID' });
    expect(await run()).toMatchObject(wentOn('paid'));
    expect(await shop.order(id)).toMatchObject({ state: 'processing', total_paid: 24.2, total_due: 0 });
    await change({ fulfillmentStatus: 'SHIPPED' });
    expect(await run()).toMatchObject(wentOn('shipped'));
    expect(await shop.order(id)).toMatchObject({ state: 'complete', status: 'complete' });
    expect(await run()).toMatchObject(nothing);
    expect(await counts()).toEqual([1, 1, 1]);
  });

  test('is cancelled in Magento, once', async () => {
    const { shop, counts, change, run } = await fromEcwid();
    const id = madeId(await run());
    await change({ paymentStatus: 'CANCELLED', fulfillmentStatus: 'WILL_NOT_DELIVER' });
    expect(await run()).toMatchObject(wentOn('cancelled'));
    expect(await shop.order(id)).toMatchObject({ state: 'canceled' });
    expect(await run()).toMatchObject(nothing);
    expect(await counts()).toEqual([1, 0, 0]);
  });

  test('that was cancelled after it was invoiced in Magento is for a person', async () => {
    const { shop, counts, change, run } = await fromEcwid();
    const id = madeId(await run());
    await shop.call('POST', `/V1/order/${id}/invoice`, { capture: false, notify: false });
    await change({ paymentStatus: 'CANCELLED' });
    await expect(run()).rejects.toMatchObject({ code: 'order_went_on', params: { what: ['cancelled'] } });
    expect(await shop.order(id)).toMatchObject({ state: 'processing' });
    expect(await counts()).toEqual([1, 1, 0]);
  });

  test('that was sent long ago arrives as complete, with nothing left to be done', async () => {
    const { shop, counts, run } = await fromEcwid({ paymentStatus: 'PAID', fulfillmentStatus: 'DELIVERED' });
    const id = madeId(await run());
    expect(await shop.order(id)).toMatchObject({
      ...{ state: 'complete', status: 'complete', total_due: 0 },
      items: [{ qty_ordered: 2, qty_shipped: 2, qty_invoiced: 2 }],
    });
    for (const action of ['invoice', 'ship'])
      expect((await shop.call('POST', `/V1/order/${id}/${action}`, {})).status).toBe(400);
    expect(await run()).toMatchObject(nothing);
    expect(await counts()).toEqual([1, 0, 0]);
  });

  test('goes to whom its parcel goes', async () => {
    const { shop, run } = await fromEcwid();
    expect(await shop.order(madeId(await run()))).toMatchObject({
      billing_address: { firstname: 'Bo', lastname: 'Bos' },
      extension_attributes: {
        shipping_assignments: [
          {
            shipping: {
              address: { firstname: 'An', lastname: 'Aal', company: 'Aal B.V.', telephone: '020-1' },
            },
          },
        ],
      },
    });
  });
});

describe('an invoice of Jortt', () => {
  async function fromJortt() {
    const office = await Office.open({}, true);
    const { target, ...magentoShop } = shopOf();
    const carried = new CarriedOrders(
      { name: 'books', connector: jortt, api: new OfficeApi(office) },
      target,
    );
    const customer_id = await office.person({
      ...{ is_private: true, customer_name: 'Ann Berg', email: 'ann@mail.example' },
      address_street: 'Kade 12',
      address_postal_code: '8011 AB',
      address_city: 'Zwolle',
      address_country_code: 'NL',
    });
    const id = await office.sentInvoice({ customer_id });
    return { ...magentoShop, office, id, run: () => carried.run(id) };
  }

  test('that is paid later is paid in Magento, once', async () => {
    const { shop, counts, office, id, run } = await fromJortt();
    const orderId = madeId(await run());
    expect(await shop.order(orderId)).toMatchObject({ state: 'new' });
    await office.lever('POST', `/invoices/${id}/pay`, {});
    expect(await run()).toMatchObject(wentOn('paid'));
    const { state, grand_total, total_paid } = await shop.order(orderId);
    expect([state, total_paid]).toEqual(['processing', grand_total]);
    expect(await run()).toMatchObject(nothing);
    expect(await counts()).toEqual([1, 1, 0]);
  });

  test('that is credited as a whole is cancelled in Magento, once', async () => {
    const { shop, counts, office, id, run } = await fromJortt();
    const orderId = madeId(await run());
    await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
    expect(await run()).toMatchObject(wentOn('cancelled'));
    expect(await shop.order(orderId)).toMatchObject({ state: 'canceled' });
    expect(await run()).toMatchObject(nothing);
    expect(await counts()).toEqual([1, 0, 0]);
  });
});
