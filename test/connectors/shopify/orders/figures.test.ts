/** Cases O of the field, and all that breaks the simple sum of an order. */
import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/shopify/orders/source.ts';
import { big } from '../../../../src/records/money.ts';
import { type Order, order } from '../../../../src/records/order.ts';
import { amountOf, partsTotal } from '../../../../src/records/order-parts.ts';
import { World } from '../../../flows/orders/harness.ts';
import { duty, line, money, off, orderOf, refundOf, rows, shippingLine, tax } from '../answers.ts';
import { type Answers, FakeShop } from '../fake-shop.ts';

const key = '5512345678901';

async function read(wire: unknown, refunds: readonly ReturnType<typeof refundOf>[] = [], more: Answers = {}) {
  const shop = new FakeShop({
    One: () => ({ order: wire }),
    Refund: ({ id }) => ({ refund: refunds.find((each) => each.id === id) ?? null }),
    ...more,
  });
  return order.parse(await orderSource.get(shop, key));
}

function expectSum(record: Order, gross: string, vat: string) {
  expect(big(record.gross).toFixed(2)).toBe(gross);
  expect(big(record.vat).toFixed(2)).toBe(vat);
  expect(partsTotal(record, record.vat).toFixed(2)).toBe(gross);
}

const named = (...refunds: readonly ReturnType<typeof refundOf>[]) => ({
  refunds: refunds.map(({ id }) => ({ id })),
});

describe('the tax of the whole order on its first line (O1)', () => {
  const third = (number: number, vat: string | null) => line(number, '36.3', vat, off('3.63'));

  test('is that of all lines where it comes to the one rate that there is', async () => {
    const record = await read(orderOf('98.01', '17.01', [third(1, '17.01'), third(2, null), third(3, null)]));
    expectSum(record, '98.01', '17.01');
    expect(record.vatByRate).toEqual([{ rate: '21', vat: '17.01' }]);
    expect(record.lines.map(({ vatRate }) => vatRate)).toEqual(['21', '21', '21']);
    expect(record.lines.map((each) => amountOf(each).div('1.21').toFixed(2))).toEqual([
      '27.00',
      '27.00',
      '27.00',
    ]);
  });

  test('is left as it is stated with two rates and no way to tell: then the totals guard parks it', async () => {
    const lines = [
      line(1, '36.3', null, { taxLines: [tax(0.21, '6.3'), tax(0.09, '6')] }),
      line(2, '72.66', null),
    ];
    const record = await read(
      orderOf('108.96', '12.3', lines, { taxLines: [tax(0.21, '6.3'), tax(0.09, '6')] }),
    );
    expect(record.lines.map(({ vatRate }) => vatRate)).toEqual(['30', '0']);
    expect(big(record.vat).toFixed(2)).toBe('12.30');
    const world = new World({});
    expect(await world.problem(record)).toMatchObject({ kind: 'rejected', code: 'totals_differ' });
    expect(world.books.sent).toEqual([]);
  });
});

describe('an order that was made smaller (O2)', () => {
  const discounted = { ...off('30'), discountedUnitPriceAfterAllDiscountsSet: money('45') };

  test('gives back the piece that is gone, with its share of the discount', async () => {
    const wire = orderOf('90', '15.62', [line(1, '60', '15.62', { ...discounted, quantity: 2 })], {
      currentTotalPriceSet: money('45'),
      currentTotalTaxSet: money('7.81'),
    });
    const record = await read(wire);
    expectSum(record, '90.00', '15.62');
    expect(record.refunded).toBe('45');
    expect(record.refunds).toEqual([
      { id: 'edited', gross: '45', byRate: [{ rate: '21', gross: '45', vat: '7.81' }] },
    ]);
  });

  test('is what is left where the old quantity is gone: never its old discount upon one piece', async () => {
    const wire = orderOf('90', '15.62', [line(1, '60', '15.62', discounted)], {
      currentTotalPriceSet: money('45'),
      currentTotalTaxSet: money('7.81'),
    });
    expectSum(await read(wire), '45.00', '7.81');
  });
});

describe('an exchange (O3)', () => {
  const refund = (more = {}) => refundOf(1, { lines: [{ line: 1, gross: '121', vat: '21' }], ...more });
  const returned = (status: string, refunds: readonly { readonly id: string }[]) => ({
    status,
    refunds: rows(refunds.map(({ id }) => ({ id }))),
    exchangeLineItems: rows([{ lineItems: [{ id: 'gid://shopify/LineItem/2' }] }]),
  });
  const plain = { status: 'CLOSED', refunds: rows([]), exchangeLineItems: rows([]) };
  const readReturn = (wire: unknown, own: readonly ReturnType<typeof refundOf>[], status = 'CLOSED') =>
    read(wire, own, {
      Exchanges: ({ after }) => ({
        order: { returns: after === 'p1' ? rows([returned(status, own)]) : rows([plain], 'p1') },
      }),
    });
  const exchangedFor = (price: string, vat: string, more: object) =>
    orderOf(
      big('121').plus(price).toString(),
      big('21').plus(vat).toString(),
      [line(1, '121', '21', { currentQuantity: 0 }), line(2, price, vat)],
      {
        returnStatus: 'RETURNED',
        currentTotalPriceSet: money(price),
        currentTotalTaxSet: money(vat),
        ...more,
      },
    );

  test.each([{ paid: '48.4' }, { paid: '48.4', adjusted: '72.6' }, {}])(
    'gives back the difference, and the goods that came are no part of what was sold: %j',
    async (given) => {
      const own = refund(given);
      const paid = { totalRefundedSet: money('paid' in given ? '48.4' : '0.0'), ...named(own) };
      const record = await readReturn(exchangedFor('72.6', '12.6', paid), [own]);
      expectSum(record, '121.00', '21.00');
      expect(record.lines).toHaveLength(1);
      expect(record.refunds).toEqual([
        { id: '1', date: '2026-03-05', gross: '48.4', byRate: [{ rate: '21', gross: '48.4', vat: '8.4' }] },
      ]);
    },
  );

  test('for goods of the same worth gives nothing back', async () => {
    const own = refund();
    const record = await readReturn(exchangedFor('121', '21', named(own)), [own]);
    expectSum(record, '121.00', '21.00');
    expect(record).toMatchObject({ refunded: '0' });
  });

  test('for dearer goods is a sale of them, and all of the others is given back', async () => {
    const own = refund();
    const record = await readReturn(exchangedFor('181.5', '31.5', named(own)), [own]);
    expectSum(record, '302.50', '52.50');
    expect(record.refunds?.map(({ id, gross }) => [id, gross])).toEqual([['1', '121']]);
  });

  test('of which nothing has come yet leaves the order as it was', async () => {
    const wire = orderOf('193.6', '33.6', [line(1, '121', '21'), line(2, '72.6', '12.6')], {
      returnStatus: 'IN_PROGRESS',
    });
    const record = await readReturn(wire, [], 'OPEN');
    expectSum(record, '121.00', '21.00');
    expect(record).toMatchObject({ refunded: '0' });
  });
});

test('shipping that is given back has its own VAT, all in the money of the shop (O4)', async () => {
  const refund = refundOf(1, { shipping: { gross: '6.05', vat: '1.05' }, paid: '6.05' });
  const wire = orderOf('96.8', '16.8', [line(1, '90.75', '15.75')], {
    shippingLines: rows([shippingLine('6.05', '1.05')]),
    totalRefundedSet: money('6.05'),
    ...named(refund),
  });
  const record = await read(wire, [refund]);
  expectSum(record, '96.80', '16.80');
  expect(record.refunds?.[0]?.byRate).toEqual([{ rate: '21', gross: '6.05', vat: '1.05' }]);
});

describe('what was given back', () => {
  const wire = (more = {}) =>
    orderOf(
      '54.45',
      '7.45',
      [line(1, '36.3', '6.3'), line(2, '18.15', null, { taxLines: [tax(0.09, '1.15')] })],
      {
        taxLines: [tax(0.21, '6.3'), tax(0.09, '1.15')],
        ...more,
      },
    );
  // 16.65 at 9 %.
  const two = (more = {}) => ({
    ...wire(more),
    totalPriceSet: money('50.23'),
    currentTotalPriceSet: money('50.23'),
    lineItems: rows([line(1, '36.3', '6.3'), line(2, '13.93', null, { taxLines: [tax(0.09, '1.15')] })]),
  });

  test('is told line by line, with its day in the shop', async () => {
    const refund = refundOf(1, { lines: [{ line: 2, gross: '13.93', vat: '1.15' }], paid: '13.93' });
    const record = await read(two({ totalRefundedSet: money('13.93'), ...named(refund) }), [refund]);
    expectSum(record, '50.23', '7.45');
    expect(record.refunded).toBe('13.93');
    expect(record.refunds).toEqual([
      { id: '1', date: '2026-03-05', gross: '13.93', byRate: [{ rate: '9', gross: '13.93', vat: '1.15' }] },
    ]);
  });

  test.each([{ adjusted: '-12.1' }, {}])(
    'without lines is money of no rate where the order has two, and of its rate where it has one: %j',
    async (adjustment) => {
      const refund = refundOf(1, { paid: '12.1', ...adjustment });
      const more = { totalRefundedSet: money('12.1'), ...named(refund) };
      const mixed = { ...two(more), currentTotalPriceSet: money('38.13') };
      expect((await read(mixed, [refund])).refunds).toEqual([{ id: '1', date: '2026-03-05', gross: '12.1' }]);
      const left = { ...more, currentTotalPriceSet: money('24.2') };
      const single = await read(orderOf('36.3', '6.3', [line(1, '36.3', '6.3')], left), [refund]);
      expect(single.refunds?.[0]?.byRate).toEqual([{ rate: '21', gross: '12.1', vat: '2.1' }]);
    },
  );

  const whole = { lines: [{ line: 1, gross: '36.3', vat: '6.3' }] };
  const returned = (refund: ReturnType<typeof refundOf>, paid: string, left: string) =>
    orderOf('36.3', '6.3', [line(1, '36.3', '6.3', { currentQuantity: 0 })], {
      currentTotalPriceSet: money(left),
      totalRefundedSet: money(paid),
      ...named(refund),
    });

  test('counts while its money is under way', async () => {
    const pending = refundOf(1, { ...whole, paid: '36.3', pending: true });
    expect((await read(returned(pending, '0.0', '0.0'), [pending])).refunded).toBe('36.3');
  });

  test.each([{ adjusted: '6.05' }, {}])(
    'is what was paid where some of the worth of the goods was kept: %j',
    async (adjustment) => {
      const kept = refundOf(1, { ...whole, paid: '30.25', ...adjustment });
      const record = await read(returned(kept, '30.25', '6.05'), [kept]);
      expect(record.refunds?.[0]?.byRate).toEqual([{ rate: '21', gross: '30.25', vat: '5.25' }]);
    },
  );

  test('is the goods, and not the money, where the order was not paid as a whole', async () => {
    const half = refundOf(1, { ...whole, paid: '18.15' });
    const record = await read(returned(half, '18.15', '0.0'), [half]);
    expect(record.refunds).toEqual([
      { id: '1', date: '2026-03-05', gross: '36.3', byRate: [{ rate: '21', gross: '36.3', vat: '6.3' }] },
    ]);
  });

  test('is once what an edit took off, also when its money goes back after that', async () => {
    const money45 = refundOf(1, { paid: '45' });
    const smaller = (more = {}) =>
      orderOf('90', '15.62', [line(1, '45', '15.62', { quantity: 2 })], {
        currentTotalPriceSet: money('45'),
        currentTotalTaxSet: money('7.81'),
        ...more,
      });
    const before = await read(smaller());
    const after = await read(smaller({ totalRefundedSet: money('45'), ...named(money45) }), [money45]);
    expect(before.refunds).toEqual([
      { id: 'edited', gross: '45', byRate: [{ rate: '21', gross: '45', vat: '7.81' }] },
    ]);
    expect(after).toMatchObject({ gross: '90', refunded: '45', refunds: before.refunds });
  });

  test('too much at the till is no part of the sale, and money that nothing explains is told', async () => {
    const change = refundOf(1, { paid: '13.7' });
    const sold = (left: string) =>
      orderOf('36.3', '6.3', [line(1, '36.3', '6.3')], {
        currentTotalPriceSet: money(left),
        totalRefundedSet: money('13.7'),
        ...named(change),
      });
    expect((await read(sold('36.3'), [change])).refunded).toBe('0');
    expect((await read(sold('20'), [change])).refunded).toBe('13.7');
  });

  const bag = { lines: [{ line: 1, gross: '36.3', vat: '6.3' }] };
  const taxed = (gross: string, vat: string) => ({ rate: '21', gross, vat });
  const untaxed = (gross: string) => ({ rate: '0', gross, vat: '0' });

  test.each([
    { given: { ...bag, paid: '38.3' }, byRate: [taxed('36.3', '6.3'), untaxed('2')], left: '0.0' },
    {
      given: { ...bag, paid: '38.3', adjusted: '-2' },
      byRate: [taxed('36.3', '6.3'), untaxed('2')],
      left: '0.0',
    },
    { given: { paid: '38.3' }, byRate: [taxed('36.3', '6.3'), untaxed('2')], left: '0.0' },
    { given: { paid: '2' }, byRate: [untaxed('2')], left: '36.3' },
    { given: { paid: '5' }, byRate: [taxed('5', '0.87')], left: '33.3' },
    // As a line of its own, which is none of the order's goods.
    {
      given: { lines: [{ line: 9, gross: '2', vat: '0' }], paid: '2' },
      byRate: [untaxed('2')],
      left: '36.3',
    },
  ])('has no VAT upon the tip: $given', async ({ given, byRate, left }) => {
    const refund = refundOf(1, given);
    const wire = orderOf('38.3', '6.3', [line(1, '36.3', '6.3')], {
      totalTipReceivedSet: money('2'),
      currentTotalPriceSet: money(left),
      totalRefundedSet: money(given.paid),
      ...named(refund),
    });
    expect((await read(wire, [refund])).refunds).toEqual([
      { id: '1', date: '2026-03-05', gross: given.paid, byRate },
    ]);
  });

  test.each([
    { given: { ...bag, paid: '36.3' }, byRate: [taxed('36.3', '6.3')], left: '2' },
    { given: { paid: '2' }, byRate: [untaxed('2')], left: '36.3' },
    {
      given: { lines: [{ line: 9, gross: '2', vat: '0' }], paid: '2' },
      byRate: [untaxed('2')],
      left: '36.3',
    },
    { given: { paid: '38.3' }, byRate: [taxed('36.3', '6.3'), untaxed('2')], left: '0.0' },
  ])('has the tip once where that is a line as well: $given', async ({ given, byRate, left }) => {
    const refund = refundOf(1, given);
    const tip = line(9, '2', null, { title: 'Tip', taxable: false, product: null });
    const wire = orderOf('38.3', '6.3', [line(1, '36.3', '6.3'), tip], {
      totalTipReceivedSet: money('2'),
      currentTotalPriceSet: money(left),
      totalRefundedSet: money(given.paid),
      ...named(refund),
    });
    const record = await read(wire, [refund]);
    expectSum(record, '38.30', '6.30');
    expect(record.refunds).toEqual([{ id: '1', date: '2026-03-05', gross: given.paid, byRate }]);
  });

  test.each([
    { vat: '2.1', byRate: [taxed('48.4', '8.4')] },
    { vat: null, byRate: [taxed('36.3', '6.3'), untaxed('12.1')] },
  ])('has the VAT of duties that they were charged with: $vat', async ({ vat, byRate }) => {
    const refund = refundOf(1, { ...bag, duties: [{ duty: 7, amount: '12.1' }], paid: '48.4' });
    const duties = [duty(7, '12.1', vat)];
    const wire = orderOf('48.4', vat === null ? '6.3' : '8.4', [line(1, '36.3', '6.3', { duties })], {
      currentTotalPriceSet: money('0.0'),
      totalRefundedSet: money('48.4'),
      ...named(refund),
    });
    expect((await read(wire, [refund])).refunds).toEqual([
      { id: '1', date: '2026-03-05', gross: '48.4', byRate },
    ]);
  });

  test('has the VAT of duties on top of them where the prices are without it', async () => {
    const refund = refundOf(1, { duties: [{ duty: 7, amount: '10' }], paid: '12.1' });
    const duties = [duty(7, '10', '2.1')];
    const wire = orderOf('48.4', '8.4', [line(1, '30', '6.3', { duties })], {
      taxesIncluded: false,
      currentTotalPriceSet: money('36.3'),
      totalRefundedSet: money('12.1'),
      ...named(refund),
    });
    expect((await read(wire, [refund])).refunds?.[0]?.byRate).toEqual([taxed('12.1', '2.1')]);
  });

  test('of an order that was cancelled is all of it', async () => {
    const wire = orderOf('36.3', '6.3', [line(1, '36.3', '6.3', { currentQuantity: 0 })], {
      cancelledAt: '2026-03-03T10:00:00Z',
      currentTotalPriceSet: money('0.0'),
      currentTotalTaxSet: money('0.0'),
    });
    const record = await read(wire);
    expect(record).toMatchObject({ cancelled: true, gross: '36.3', refunded: '0' });
  });
});

describe('beside the goods', () => {
  test('a tip, duties, a fee and the rounding of cash are in the total', async () => {
    const wire = orderOf(
      '45.35',
      '6.3',
      [line(1, '36.3', '6.3', { duties: [{ price: money('3'), taxLines: [] }] })],
      {
        totalTipReceivedSet: money('2'),
        additionalFees: [{ name: 'Emballage', price: money('4'), taxLines: [] }],
        totalCashRoundingAdjustment: { paymentSet: money('0.05') },
      },
    );
    const record = await read(wire);
    expectSum(record, '45.35', '6.30');
    expect(record.fees.map(({ description, amount }) => [description, amount])).toEqual([
      ['Emballage', '4'],
      ['Duties', '3'],
      ['Tip', '2'],
      ['Cash rounding', '0.05'],
    ]);
  });

  test('a gift card is a way to pay, and a voucher that is sold has no VAT', async () => {
    const voucher = line(2, '50', null, { taxable: false });
    const record = await read(
      orderOf('86.3', '6.3', [line(1, '36.3', '6.3'), voucher], {
        paymentGatewayNames: ['gift_card', 'ideal'],
      }),
    );
    expectSum(record, '86.30', '6.30');
    expect(record.paymentMethod).toBe('ideal');
    expect(record.lines.map(({ vatRate }) => vatRate)).toEqual(['21', '0']);
  });

  test('prices without VAT, and a tax that is listed and not charged', async () => {
    const wire = orderOf('111', '21', [line(1, '100', '21', { taxLines: [tax(0.21, '21')] })], {
      taxesIncluded: false,
      totalPriceSet: money('121'),
      currentTotalPriceSet: money('121'),
    });
    expectSum(await read(wire), '121.00', '21.00');
    const shifted = orderOf('100', '0.0', [line(1, '100', '0.0')], {
      taxesIncluded: false,
      taxLines: [],
      customAttributes: [{ key: 'btw_nummer', value: 'DE136695976' }],
      shippingAddress: {
        address1: 'Weg 1',
        zip: '10115',
        city: 'Berlin',
        countryCodeV2: 'DE',
        company: 'Rad GmbH',
      },
    });
    const record = await read(shifted);
    expectSum(record, '100.00', '0.00');
    expect(record.lines[0]?.vatRate).toBe('0');
    expect(record.customer).toMatchObject({ kind: 'company', vatNumber: 'DE136695976', reverseCharge: true });
  });
});

test('an order of 250 lines is read to the last page', async () => {
  const many = Array.from({ length: 250 }, (_, index) => line(index + 1, '1.21', '0.21'));
  const pages = new Map([
    ['50', rows(many.slice(50, 150), '150')],
    ['150', rows(many.slice(150))],
  ]);
  const wire = orderOf('302.5', '52.5', [], { lineItems: rows(many.slice(0, 50), '50') });
  const record = await read(wire, [], {
    Lines: ({ after }) => ({ order: { lineItems: pages.get(String(after)) } }),
  });
  expect(record.lines).toHaveLength(250);
  expectSum(record, '302.50', '52.50');
});

test.each([
  { what: 'shipping', more: { shippingLines: rows([shippingLine('6.05', '1.05')], 'more') } },
  { what: 'refunds', more: { refunds: Array.from({ length: 100 }, (_, at) => ({ id: `${at}` })) } },
])('an order with more than one page of $what is for a person, and never cut', async ({ more }) => {
  const wire = orderOf('42.35', '7.35', [line(1, '36.3', '6.3')], more);
  await expect(read(wire)).rejects.toMatchObject({ kind: 'rejected', code: 'too_many_records' });
});

test.each(['refundShippingLines', 'orderAdjustments', 'transactions'])(
  'a refund with more than one page of %s is for a person, and never cut',
  async (list) => {
    const refund = refundOf(1, { paid: '36.3' });
    const wire = orderOf('36.3', '6.3', [line(1, '36.3', '6.3')], named(refund));
    await expect(
      read(wire, [], { Refund: () => ({ refund: { ...refund, [list]: rows([], 'more') } }) }),
    ).rejects.toMatchObject({ kind: 'rejected', code: 'too_many_records' });
  },
);

test('an order is found by its number behind many that begin with the same', async () => {
  const row = (number: number) => ({ id: `gid://shopify/Order/${number}`, name: `#${number}` });
  const shop = new FakeShop({
    Numbered: ({ after }) => ({ orders: after === 'p1' ? rows([row(1001)]) : rows([row(10010)], 'p1') }),
  });
  const found = await orderSource.findByNumber?.(shop, '1001');
  expect(found?.map(({ number }) => number)).toEqual(['#10010', '#1001']);
});

describe('an order', () => {
  test('of nobody that is known, with HTML in a title, is one all the same', async () => {
    const record = await read(
      orderOf('36.3', '6.3', [line(1, '36.3', '6.3', { title: 'Tas <b>groot</b>', product: null })], {
        customer: null,
        email: null,
        billingAddress: null,
      }),
    );
    expect(record.customer).toMatchObject({ kind: 'person', name: '', address: {} });
    expect(record.customer.id).toBeUndefined();
    expect(record.lines[0]?.name).toBe('Tas <b>groot</b>');
  });

  test('that was placed to try the shop is none', async () => {
    const wire = orderOf('36.3', '6.3', [line(1, '36.3', '6.3')], { test: true });
    expect(await orderSource.get(new FakeShop({ One: () => ({ order: wire }) }), key)).toBeNull();
  });

  test('of a company that buys by its own account has its name and number', async () => {
    const wire = orderOf('36.3', '6.3', [line(1, '36.3', '6.3')], {
      purchasingEntity: {
        company: { name: 'Fietsfabriek BV' },
        location: { taxSettings: { taxRegistrationId: 'NL001234567B01' } },
      },
    });
    expect((await read(wire)).customer).toMatchObject({ kind: 'company', company: 'Fietsfabriek BV' });
  });
});
