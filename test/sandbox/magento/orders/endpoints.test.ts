import { beforeEach, describe, expect, it } from 'vitest';
import { isObject, type Json, type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { criteria, TestShop } from '../shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
});

const address = {
  firstname: 'Ada',
  lastname: 'Berg',
  street: ['Kade', '1', 'A'],
  city: 'Zwolle',
  postcode: '8011 AB',
  country_id: 'NL',
  telephone: '0380000000',
  email: 'ada@example.com',
};

/** As a marketplace would bring it in, with prices that no tax rule makes. */
function imported(fields: Record<string, unknown> = {}) {
  return {
    entity: {
      customer_email: 'ada@example.com',
      grand_total: 17.03,
      base_grand_total: 17.03,
      subtotal: 10,
      tax_amount: 2.94,
      state: 'new',
      status: 'pending',
      is_virtual: 0,
      total_due: 17.03,
      ext_order_id: 'MARKT-1',
      items: [
        { sku: 'X', qty_ordered: 1, price: 10, row_total: 10, tax_amount: 2.1, product_type: 'simple' },
      ],
      billing_address: { address_type: 'billing', ...address },
      payment: { method: 'checkmo', additional_information: { kanaal: 'markt', nummer: '1' } },
      extension_attributes: {
        shipping_assignments: [
          { shipping: { method: 'flatrate_flatrate', address: { address_type: 'shipping', ...address } } },
        ],
        applied_taxes: [{ code: 'NL-21', title: 'BTW 21%', percent: 21, amount: 2.94, base_amount: 2.94 }],
      },
      ...fields,
    },
  };
}

const create = (body: unknown) => shop.call('POST', '/V1/orders', body);

function shippingOf(order: JsonObject): JsonObject {
  const attributes = isObject(order.extension_attributes) ? order.extension_attributes : {};
  const shipping = objectsIn(attributes.shipping_assignments)[0]?.shipping;
  return isObject(shipping) ? shipping : {};
}

describe('a foreign number of more than 32 characters', () => {
  const long = '0123456789abcdefghijklmnopqrstuvwxyz';
  const found = async (value: string) =>
    (await shop.items(`/V1/orders${criteria([['ext_order_id', 'eq', value]])}`)).length;

  it('is cut without a word, so that it is not found again', async () => {
    const { status, body } = await create(imported({ ext_order_id: long, ext_customer_id: long }));
    expect([status, body.ext_order_id]).toEqual([200, long.slice(0, 32)]);
    expect(body.ext_customer_id).toBe(long.slice(0, 32));
    expect([await found(long), await found(long.slice(0, 32))]).toEqual([0, 1]);
  });

  it('is counted by character, and kept whole at 32', async () => {
    const whole = 'é'.repeat(32);
    expect((await create(imported({ ext_order_id: whole }))).body.ext_order_id).toBe(whole);
    expect((await create(imported({ ext_order_id: '🙂'.repeat(33) }))).body.ext_order_id).toBe(
      '🙂'.repeat(32),
    );
  });
});

describe('an order that is brought in', () => {
  it('is of a customer that there is, or of nobody', async () => {
    const refused = await create(imported({ customer_id: 77 }));
    expect([refused.status, refused.body.parameters]).toEqual([
      404,
      { fieldName: 'customerId', fieldValue: 77 },
    ]);
    const ada = { email: 'ada@example.com', firstname: 'Ada', lastname: 'Berg' };
    const { body } = await shop.call('POST', '/V1/customers', { customer: ada });
    expect((await create(imported({ customer_id: body.id }))).body.customer_id).toBe(body.id);
    await shop.call('DELETE', `/V1/customers/${body.id}`);
    expect((await create(imported({ customer_id: body.id }))).status).toBe(404);
    expect((await create(imported())).status).toBe(200);
  });

  it('brings no script along, however deep', async () => {
    const items = [{ sku: 'X', qty_ordered: 1, price: 10, name: 'Mok <SCRIPT>alert(1)</SCRIPT>' }];
    const { status, body } = await create(imported({ items }));
    expect([status, body.parameters]).toEqual([400, { field_name: 'name' }]);
    expect((await create(imported({ customer_note: 'a < b' }))).status).toBe(200);
  });
});

describe('a raw save', () => {
  it('keeps the totals as they were given and draws a number', async () => {
    const { status, body } = await create(imported());
    expect(status).toBe(200);
    expect(body).toMatchObject({
      increment_id: '000000001',
      store_id: 1,
      store_name: 'Hoofdwebsite\nHoofdwinkel\nNederlands',
      grand_total: 17.03,
      tax_amount: 2.94,
      created_at: '2026-03-10 12:00:00',
      payment: { method: 'checkmo', additional_information: ['markt', '1'], account_status: null },
    });
    expect(body.billing_address).toMatchObject({ street: ['Kade', '1', 'A'], parent_id: body.entity_id });
    expect(shippingOf(body)).toMatchObject({
      method: 'flatrate_flatrate',
      address: { address_type: 'shipping' },
    });
    const ofList = await shop.items(`/V1/orders${criteria([['ext_order_id', 'eq', 'markt-1']])}`);
    expect(ofList).toEqual([body]);
  });

  it('takes camel case and numbers in text', async () => {
    const camel = { entity: { ...imported().entity, customerFirstname: 'Ada', grand_total: '17.0300' } };
    expect((await create(camel)).body).toMatchObject({ customer_firstname: 'Ada', grand_total: 17.03 });
  });

  it('does the same under its other name, and in the scope of a store', async () => {
    const { body } = await shop.call('PUT', '/rest/zakelijk/V1/orders/create', imported());
    expect(body).toMatchObject({ store_id: 4, increment_id: '4000000001' });
  });

  it('saves over an order that is named', async () => {
    const { body } = await create(imported());
    const again = await create({ entity: { entity_id: body.entity_id, ext_order_id: 'MARKT-2' } });
    expect(again.body).toMatchObject({
      entity_id: body.entity_id,
      ext_order_id: 'MARKT-2',
      grand_total: 17.03,
    });
    expect((await create({ entity: { entity_id: 999 } })).status).toBe(404);
  });

  it('finds the parent of a child', async () => {
    const parent = { sku: 'T-M', product_type: 'configurable', qty_ordered: 1, quote_item_id: 5, price: 10 };
    const child = {
      sku: 'T-M',
      product_type: 'simple',
      qty_ordered: 1,
      parent_item: { quote_item_id: 5, sku: 'T-M' },
    };
    const items = objectsIn((await create(imported({ items: [parent, child] }))).body.items);
    expect(items[1]).toMatchObject({
      parent_item_id: items[0]?.item_id,
      parent_item: { item_id: items[0]?.item_id },
    });
  });

  it.each<[string, unknown, string, Json | undefined]>([
    ['no entity', {}, '"%fieldName" is required. Enter and try again.', { fieldName: 'entity' }],
    [
      'no e-mail',
      imported({ customer_email: undefined }),
      '"%fieldName" is required. Enter and try again.',
      { fieldName: 'customer_email' },
    ],
    ['several missing', { entity: {} }, 'One or more input exceptions have occurred.', undefined],
    [
      'no address',
      imported({ billing_address: undefined }),
      'Please provide billing address for the order.',
      undefined,
    ],
    ['no rows', imported({ items: [] }), 'Please specify order items.', undefined],
    [
      'an unknown field',
      imported({ grandest_total: 1 }),
      '"%fieldName" is not supported. Correct the field name and try again.',
      { fieldName: 'grandest_total' },
    ],
    [
      'text for a number',
      imported({ grand_total: 'abc' }),
      'Error occurred during "grand_total" processing. The "abc" value\'s type is invalid. The "float" type was expected. Verify and try again.',
      undefined,
    ],
    [
      'an address without a city',
      imported({ billing_address: { address_type: 'billing', ...address, city: '' } }),
      "We can't save the address:\n%1",
      ['"City" is required. Enter and try again.'],
    ],
  ])('is refused with %s', async (_, body, message, parameters) => {
    const answer = await create(body);
    expect([answer.status, answer.body.message, answer.body.parameters]).toEqual([400, message, parameters]);
    expect((await shop.get('/V1/orders?searchCriteria')).body.total_count).toBe(0);
  });

  it('does not take a number twice within a store', async () => {
    expect((await create(imported({ increment_id: 'M-1' }))).status).toBe(200);
    expect((await create(imported({ increment_id: 'M-1' }))).status).toBe(400);
    expect((await create(imported({ increment_id: 'M-1', store_id: 2 }))).status).toBe(200);
  });
});

describe('an order', () => {
  it('can be held once, and let go once', async () => {
    const { body } = await create(imported({ state: 'processing', status: 'verpakt' }));
    const act = (what: string) => shop.call('POST', `/V1/orders/${body.entity_id}/${what}`);
    expect((await act('hold')).json).toBe(true);
    expect((await act('hold')).body).toEqual({ message: 'A hold action is not available.' });
    expect(await shop.order(body.entity_id)).toMatchObject({
      state: 'holded',
      status: 'holded',
      hold_before_status: 'verpakt',
    });
    expect((await act('cancel')).json).toBe(false);
    expect((await act('unhold')).json).toBe(true);
    expect((await act('unhold')).body).toEqual({ message: 'You cannot remove the hold.' });
    expect(await shop.order(body.entity_id)).toMatchObject({ state: 'processing', status: 'verpakt' });
  });

  it('says false when it cannot be cancelled, without an error', async () => {
    const { body } = await create(imported());
    const cancel = () => shop.call('POST', `/V1/orders/${body.entity_id}/cancel`);
    expect((await cancel()).json).toBe(true);
    expect(await shop.order(body.entity_id)).toMatchObject({
      state: 'canceled',
      total_canceled: 17.03,
      subtotal_canceled: 10,
    });
    const again = await cancel();
    expect([again.status, again.json]).toEqual([200, false]);
  });

  it('takes comments, newest first, and moves its updated_at', async () => {
    const { body } = await create(imported());
    const say = (statusHistory: unknown) =>
      shop.call('POST', `/V1/orders/${body.entity_id}/comments`, { statusHistory });
    shop.world.pass(1000);
    expect((await say({ comment: 'Een', status: 'pending', is_customer_notified: 0 })).json).toBe(true);
    expect((await say({ comment: 'Twee' })).json).toBe(true);
    const comments = await shop.items(`/V1/orders/${body.entity_id}/comments`);
    expect(comments.map(({ comment, status }) => [comment, status])).toEqual([
      ['Twee', 'pending'],
      ['Een', 'pending'],
    ]);
    expect((await shop.order(body.entity_id)).updated_at).toBe('2026-03-10 12:00:01');
    expect((await say({ comment: 'Nee', status: 'complete' })).status).toBe(400);
    expect((await say({})).status).toBe(400);
    shop.standIn.change({ commentEmptiesStatus: true });
    await say({ comment: 'Drie' });
    expect(await shop.order(body.entity_id)).not.toHaveProperty('status');
  });

  it('has addresses that can be changed one by one', async () => {
    const { body } = await create(imported());
    const billing = isObject(body.billing_address) ? body.billing_address : {};
    const put = (entity: unknown) => shop.call('PUT', `/V1/orders/${body.entity_id}`, { entity });
    expect((await put({ entity_id: billing.entity_id, city: 'Hattem' })).body).toMatchObject({
      city: 'Hattem',
      lastname: 'Berg',
    });
    expect(await shop.order(body.entity_id)).toMatchObject({ billing_address: { city: 'Hattem' } });
    expect((await put({ entity_id: 9999, city: 'X' })).status).toBe(404);
    expect((await put({ city: 'X' })).status).toBe(400);
  });

  it('that there is not', async () => {
    const answer = await shop.get('/V1/orders/77');
    expect([answer.status, answer.body]).toEqual([
      404,
      { message: "The entity that was requested doesn't exist. Verify the entity and try again." },
    ]);
    shop.standIn.change({ language: 'nl', developerMode: true });
    const dutch = await shop.get('/V1/orders/77');
    expect(dutch.body.message).toMatch(/^De gevraagde/);
    expect(dutch.body).toHaveProperty('trace');
  });
});
