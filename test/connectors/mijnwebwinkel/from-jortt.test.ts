import { describe, expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { Office } from '../../sandbox/jortt/office.ts';
import { TestShop } from '../../sandbox/mijnwebwinkel/shop.ts';
import { ShopApi } from '../../sandbox/mijnwebwinkel/shop-api.ts';
import { dayMs, hourMs } from '../../support/durations.ts';
import { CarriedOrders, madeId } from '../carried-orders.ts';
import { OfficeApi } from '../jortt/office-api.ts';

const buyer = {
  ...{ is_private: true, customer_name: 'Ann Berg', email: 'ann@mail.example' },
  ...{ address_street: 'Kade 12', address_postal_code: '8011 AB', address_city: 'Zwolle' },
  address_country_code: 'NL',
};

const statuses = { sentStatus: '2', cancelledStatus: '5' };

/** An invoice of Jortt on its way to an empty shop, whose merchant has named these statuses. */
async function begin(
  named: Readonly<Record<string, string>> = statuses,
  settings: object = {},
  lives: object = {},
) {
  const office = await Office.open({}, true);
  const shop = new TestShop();
  const api = new ShopApi(shop, named);
  const carried = new CarriedOrders(
    { name: 'books', connector: jortt, api: new OfficeApi(office) },
    { name: 'shop', connector: mijnwebwinkel, api },
    { ...settings },
  );
  const id = await office.sentInvoice({ customer_id: await office.person({ ...buyer, ...lives }) });
  return { api, office, shop, id, links: carried.links, run: () => carried.run(id) };
}

const nothing = { kind: 'skipped', reason: { code: 'already_booked' } };

describe('an invoice of Jortt', () => {
  test('is an order on the account of its customer, whom it brings along', async () => {
    const { shop, run } = await begin();
    const number = madeId(await run());
    const { customers } = (await shop.get('/customers?q=ann@mail.example')).body as {
      customers: { id: string }[];
    };
    expect(customers).toHaveLength(1);
    expect((await shop.get(`/orders/${number}`)).body).toMatchObject({
      status: 1,
      payment_status: 'pending',
      debtor: {
        id: customers[0]?.id,
        email: 'ann@mail.example',
        address: { invoice: { name: 'Ann Berg', street: 'Kade' } },
      },
    });
    expect(await run()).toMatchObject(nothing);
  });

  test.each([0, 200])(
    'that comes over %i days late, and whose making was not answered, is found by its reference',
    async (days) => {
      const { api, shop, id, links, run } = await begin();
      shop.world.pass(days * dayMs);
      api.answersOrders = false;
      await expect(run()).rejects.toMatchObject({ code: 'timed_out' });
      const made = await shop.rows('/orders?limit=100');
      api.answersOrders = true;
      shop.world.pass(hourMs);
      expect(await run()).toMatchObject({ kind: 'done', targetId: made[0]?.number });
      expect(links.get(`order ${id}`)).toMatchObject({ targetId: made[0]?.number });
      expect(await shop.rows('/orders?limit=100')).toHaveLength(1);
    },
  );

  test.each([
    // The books charge no VAT across the border of the EU: here the shop is on its other side.
    ['vat_taken_off', { country: 'CH' }, {}],
    ['country_unknown', { country: '' }, {}],
    ['address_incomplete', {}, { address_postal_code: '' }],
  ])('that the shop would not make as it is (%s) leaves nothing there', async (code, traits, lives) => {
    const { shop, run } = await begin({ ...statuses, ...traits }, {}, lives);
    await expect(run()).rejects.toMatchObject({ code });
    expect(await shop.rows('/orders?limit=100')).toEqual([]);
    expect((await shop.get('/customers?q=ann@mail.example')).body).toEqual({ customers: [] });
  });

  test('that is paid later is for a person, as nothing tells the shop so, and stays as it is', async () => {
    const { office, shop, id, run } = await begin();
    const number = madeId(await run());
    await office.lever('POST', `/invoices/${id}/pay`, {});
    await expect(run()).rejects.toMatchObject({ code: 'order_went_on', params: { what: ['paid'] } });
    expect((await shop.get(`/orders/${number}`)).body).toMatchObject({
      status: 1,
      payment_status: 'pending',
    });
  });

  test('that is credited as a whole is called off in the shop, once', async () => {
    const { office, shop, id, run } = await begin();
    const number = madeId(await run());
    await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
    expect(await run()).toMatchObject({ reason: { code: 'went_on', params: { what: ['cancelled'] } } });
    expect((await shop.get(`/orders/${number}`)).body).toMatchObject({ status: 5 });
    expect(await run()).toMatchObject(nothing);
    expect(await shop.rows('/orders?limit=100')).toHaveLength(1);
  });

  test('that is credited where the merchant has named no status for it is for a person', async () => {
    const { office, shop, id, run } = await begin({ sentStatus: '2' });
    const number = madeId(await run());
    await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
    await expect(run()).rejects.toMatchObject({ code: 'order_went_on', params: { what: ['cancelled'] } });
    expect((await shop.get(`/orders/${number}`)).body).toMatchObject({ status: 1 });
  });

  test.each([true, false])(
    'that is credited as a whole is credited in the shop where the setting says so, once, be it answered (%j) or not',
    async (isAnswered) => {
      const { api, office, shop, id, run } = await begin(statuses, {
        refunds: 'credit',
        aftermath: 'ignore',
      });
      const number = madeId(await run());
      await office.create(`/v3/invoices/${id}/credit`, { send_method: 'self' });
      api.answersOrders = isAnswered;
      if (!isAnswered) await expect(run()).rejects.toMatchObject({ code: 'timed_out' });
      api.answersOrders = true;
      shop.world.pass(hourMs);
      expect(await run()).toMatchObject({ kind: 'done' });
      const { price } = (await shop.get(`/orders/${number}`)).body as { price: { total: string } };
      const others = (await shop.rows('/orders?limit=100')).filter((each) => each.number !== number);
      expect(others).toMatchObject([
        { credited_order_number: Number(number), status: 10, price: { total: `-${price.total}` } },
      ]);
      expect(await run()).toMatchObject(nothing);
      expect(await shop.rows('/orders?limit=100')).toHaveLength(2);
    },
  );
});
