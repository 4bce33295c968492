import { beforeEach, describe, expect, it } from 'vitest';
import { numberIn } from '../../../../sandbox/kit/json.ts';
import { pushedOrder, TestShop } from '../shop.ts';

let shop: TestShop;
let red: string;
let blue: string;
let unfinished: string;

async function push(fields = {}): Promise<string> {
  const { body } = await shop.call('POST', '/orders', pushedOrder(fields));
  return String(body.orderId);
}

beforeEach(async () => {
  shop = new TestShop();
  red = await push({
    paymentMethod: 'iDEAL',
    paymentModule: 'MOLLIE',
    refererId: 'market',
    externalTransactionId: 'tr_red',
    acceptMarketing: true,
    shippingOption: { shippingMethodName: 'Post', shippingRate: 0 },
    discountCoupon: { code: 'RED', name: 'Red' },
  });
  shop.world.pass(3_600_000);
  blue = await push({
    email: 'Bo@example.com',
    customerId: 7,
    paymentStatus: 'AWAITING_PAYMENT',
    fulfillmentStatus: 'PROCESSING',
    total: 99.5,
    trackingNumber: '3SBLUE',
    privateAdminNotes: 'ERP 4711',
    pickupTime: '2026-03-12 10:00:00 +0000',
    billingPerson: { name: 'Bo Ström', city: 'Malmö' },
    items: [
      {
        productId: 12,
        name: 'Lamp',
        sku: 'LMP',
        price: 99.5,
        quantity: 1,
        isPreorder: true,
        selectedOptions: [{ name: 'Kleur', value: 'Petrol' }],
      },
    ],
  });
  shop.world.pass(3_600_000);
  unfinished = await push({ paymentStatus: 'INCOMPLETE' });
});

describe('the search for orders', () => {
  it('lists the newest first, without the unfinished ones', async () => {
    expect(await shop.ids('/orders')).toEqual([blue, red]);
    expect(await shop.ids('/orders?paymentStatus=INCOMPLETE')).toEqual([unfinished]);
  });

  it.each([
    ['paymentStatus=PAID', ['red']],
    ['paymentStatus=PAID,AWAITING_PAYMENT', ['blue', 'red']],
    ['fulfillmentStatus=PROCESSING,SHIPPED', ['blue']],
    ['email=bo@example.com', ['blue']],
    ['email=o@example.com', []],
    ['customerId=7', ['blue']],
    ['productId=12,13', ['blue']],
    ['totalFrom=50', ['blue']],
    ['totalTo=50', ['red']],
    ['totalFrom=99.5&totalTo=99.5', ['blue']],
    ['createdFrom=2026-03-10%2012:30:00', ['blue']],
    ['createdTo=2026-03-10%2012:30:00', ['red']],
    ['createdFrom=2026-03-10%2013:00:00%20%2B0000', ['blue']],
    ['createdFrom=2026-03-10%2014:00:01%20%2B0100', []],
    ['updatedTo=2026-03-10', []],
    ['pickupTimeFrom=2026-03-12&pickupTimeTo=2026-03-13', ['blue']],
    ['paymentMethod=iDEAL', ['red']],
    ['paymentModule=MOLLIE', ['red']],
    ['shippingMethod=Post', ['red']],
    ['couponCode=RED', ['red']],
    ['refererId=market', ['red']],
    ['acceptMarketing=yes', ['red']],
    ['acceptMarketing=0', ['blue']],
    ['containsPreorderItems=on', ['blue']],
    ['keywords=tr_red', ['red']],
    ['keywords=malmö', ['blue']],
    ['keywords=erp%204711', ['blue']],
    ['keywords=3sblue', ['blue']],
    ['keywords=petrol', ['blue']],
    ['keywords=lmp', ['blue']],
    ['customer=ström', ['blue']],
    ['whatever=1', ['blue', 'red']],
    ['email=&totalFrom=', ['blue', 'red']],
  ])('%s', async (query, names) => {
    const found = (await shop.ids(`/orders?${query}`)).map((id) => (id === red ? 'red' : 'blue'));
    expect(found).toEqual(names);
  });

  it('takes both ends of a range of times, in seconds', async () => {
    const { updateTimestamp } = (await shop.get(`/orders/${blue}`)).body;
    const at = Number(updateTimestamp);
    expect(await shop.ids(`/orders?updatedFrom=${at}&updatedTo=${at}`)).toEqual([blue]);
    expect(await shop.ids(`/orders?updatedFrom=${at + 1}`)).toEqual([]);
    expect(await shop.ids(`/orders?updatedTo=${at - 1}`)).toEqual([red]);
  });

  it('finds by any of the ids', async () => {
    const internal = (await shop.get(`/orders/${red}`)).body.internalId;
    expect(await shop.ids(`/orders?ids=${red},${blue}`)).toEqual([blue, red]);
    expect(await shop.ids(`/orders?ids=${internal}`)).toEqual([red]);
    expect(await shop.ids(`/orders?vendorOrderNumber=${blue}`)).toEqual([blue]);
    expect(await shop.ids(`/orders?orderNumber=${internal}&paymentStatus=CANCELLED`)).toEqual([red]);
    expect((await shop.get(`/orders/${internal}`)).body.id).toBe(red);
  });

  it('finds with or without the prefix and suffix of the store', async () => {
    shop.standIn.change({ orderNumberPrefix: 'SO-', orderNumberSuffix: '-X' });
    const id = await push();
    expect(id).toMatch(/^SO-[A-Z0-9]{5}-X$/);
    expect(await shop.ids(`/orders?ids=${id.slice(3, 8)}`)).toEqual([id]);
    expect(await shop.ids(`/orders?ids=${id}`)).toEqual([id]);
  });

  it.each([
    'totalFrom=much',
    'acceptMarketing=maybe',
    'createdFrom=yesterday',
    'updatedTo=2026-13-45',
    'limit=x',
    'limit=-1',
    'offset=-5',
    'offset=0.5',
    'responseFields=items(',
    'responseFields=(',
    'responseFields=a)',
    'responseFields=,',
  ])('refuses %s with 400', async (query) => {
    const answer = await shop.get(`/orders?${query}`);
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'WRONG_PARAMETER']);
  });

  it('gives the last one', async () => {
    expect((await shop.get('/orders/last')).body.id).toBe(blue);
    expect((await shop.get('/orders/last?email=ada@example.com')).body.id).toBe(red);
    expect((await shop.get('/orders/last?email=nobody@example.com')).status).toBe(404);
  });
});

describe('pages', () => {
  it('come in an envelope and do not overlap', async () => {
    await shop.control('POST', '/orders', { count: 148, profile: 'simple' });
    const first = (await shop.get('/orders')).body;
    expect([first.total, first.count, first.offset, first.limit]).toEqual([150, 100, 0, 100]);
    const second = (await shop.get('/orders?offset=100&limit=30')).body;
    expect([second.total, second.count, second.offset, second.limit]).toEqual([150, 30, 100, 30]);
    const ids = [...(await shop.ids('/orders')), ...(await shop.ids('/orders?offset=100'))];
    expect(new Set(ids).size).toBe(150);
    expect((await shop.get('/orders?offset=500')).body).toMatchObject({ total: 150, count: 0, items: [] });
  });

  it('are of 100 at most: more is cut down, or refused', async () => {
    expect((await shop.get('/orders?limit=1000')).body.limit).toBe(100);
    shop.standIn.change({ overlongLimit: 'refuse' });
    expect((await shop.get('/orders?limit=1000')).status).toBe(400);
  });
});

describe('the mask of fields', () => {
  it('keeps what is named, through objects and lists', async () => {
    const mask = 'total,items(id,items(sku,quantity),billingPerson(city))';
    expect((await shop.get(`/orders?customerId=7&responseFields=${mask}`)).body).toEqual({
      total: 1,
      items: [{ id: blue, items: [{ sku: 'LMP', quantity: 1 }], billingPerson: { city: 'Malmö' } }],
    });
  });

  it('works on one order too', async () => {
    expect((await shop.get(`/orders/${red}?responseFields=id,%20paymentStatus,nothing`)).body).toEqual({
      id: red,
      paymentStatus: 'PAID',
    });
  });
});

describe('the index of the search', () => {
  it('runs behind, reading by id does not', async () => {
    shop.standIn.change({ searchLagMs: 15_000 });
    const id = await push();
    await shop.call('PUT', `/orders/${red}`, { paymentStatus: 'REFUNDED' });
    expect(await shop.ids('/orders')).toEqual([blue, red]);
    expect(await shop.ids('/orders?paymentStatus=REFUNDED')).toEqual([]);
    expect((await shop.get(`/orders/${id}`)).status).toBe(200);
    shop.world.pass(15_000);
    expect(await shop.ids('/orders')).toEqual([id, blue, red]);
    expect(await shop.ids('/orders?paymentStatus=REFUNDED')).toEqual([red]);
  });
});

it('dates are told in text and in seconds', async () => {
  const { body } = await shop.get(`/orders/${red}`);
  expect(body.createDate).toBe('2026-03-10 12:00:00 +0000');
  expect(numberIn(body, 'createTimestamp')).toBe(Date.parse('2026-03-10T12:00:00Z') / 1000);
});
