import { describe, expect, test } from 'vitest';
import { type ArticleLookup, bySearch, byWalk } from '../../../src/connectors/contract/target.ts';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { documentTarget } from '../../../src/connectors/jortt/orders/target.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { orders } from '../../../src/flows/orders/index.ts';
import { ordersSettings } from '../../../src/flows/orders/settings.ts';

test('no settings at all are good settings', () => {
  expect(ordersSettings.parse({})).toMatchObject({
    state: 'draft',
    lines: 'items',
    discounts: 'lines',
    refunds: 'flag',
    customer: { create: true },
    rounding: { tolerance: '0.05' },
  });
  expect(ordersSettings.parse({}).customer.update).toBeUndefined();
});

test.each([
  [{ states: 'sent' }, []],
  [{ state: 'final' }, ['state']],
  [{ statuses: [] }, ['statuses']],
  [{ statuses: 'PAID' }, ['statuses']],
  [{ since: '02-03-2026' }, ['since']],
  [{ since: '2026-02-30' }, ['since']],
  [{ document: 'receipt' }, ['document']],
  [{ lines: 'all' }, ['lines']],
  [{ customer: { defaultDebtor: { id: '' } } }, ['customer', 'defaultDebtor', 'id']],
  [{ customer: { update: 'yes' } }, ['customer', 'update']],
  [{ vat: { byCountry: { nl: { force: '21' } } } }, ['vat', 'byCountry', 'nl']],
  [{ vat: { byRate: { map: { 21: 21 } } } }, ['vat', 'byRate', 'map', '21']],
  [{ revenueAccount: { shiping: 'x' } }, ['revenueAccount']],
  [{ rounding: { tolerance: 0.05 } }, ['rounding', 'tolerance']],
  [{ rounding: { tolerance: '-1' } }, ['rounding', 'tolerance']],
  [{ rounding: { tolerance: '5%' } }, ['rounding', 'tolerance']],
  [{ refunds: true }, ['refunds']],
  [{ paymentTerms: { default: 14 } }, ['paymentTerms', 'default']],
  [{ fixed: { remarks: { a: 1 } } }, ['fixed', 'remarks']],
  [{ writeBack: 'SHIPPED' }, ['writeBack']],
  [{ day: { end: '4:00' } }, ['day', 'end']],
  [{ day: { end: '22:00' } }, ['day', 'end']],
  [{ day: { settleMinutes: -1 } }, ['day', 'settleMinutes']],
  [{ day: { late: 'drop' } }, ['day', 'late']],
  [{ day: { vouchers: { rate: '-9' } } }, ['day', 'vouchers', 'rate']],
])('%j is refused, naming the field', (settings, path) => {
  const [issue] = ordersSettings.safeParse(settings).error?.issues ?? [];
  expect(issue?.path.map(String)).toEqual(path);
});

function fee(field: string, taxField?: string) {
  return { field, text: 'Fee', ...(taxField === undefined ? {} : { taxField }) };
}

describe('what the schema cannot know is checked against the target', () => {
  const paths = (settings: object, mapping = {}) =>
    orders.check(ordersSettings.parse(settings), mapping, jortt).map(({ path }) => path.join('.'));

  test('good settings have no issues', () => {
    expect(
      paths(
        {
          document: 'invoice',
          fixed: {
            introduction: 'Thank you',
            'customer.website': 'x.example.com',
            'line.description': 'Goods',
          },
          writeBack: { note: 'document.id' },
        },
        {
          remarks: "'Order ' & order.number",
          'customer.phonenumber': 'customer.phone',
          'line.description': 'line.name',
        },
      ),
    ).toEqual([]);
  });

  test.each([ecwid, magento])('credits are refused where none are made: $name', (shop) => {
    const [issue] = orders.check(ordersSettings.parse({ refunds: 'credit' }), {}, shop);
    expect(issue).toMatchObject({
      path: ['settings', 'refunds'],
      message: `must be flag or ignore: Koppel makes no credits in ${shop.name}`,
    });
  });

  test.each([jortt, mijnwebwinkel])(
    'credits are taken where any are made, in parts or only as a whole: $name',
    (target) => {
      expect(orders.check(ordersSettings.parse({ refunds: 'credit' }), {}, target)).toEqual([]);
    },
  );

  test('articles are required only where there are any, be they searched or walked through', () => {
    const required = (articles: ArticleLookup | undefined) =>
      orders.check(
        ordersSettings.parse({ products: 'require' }),
        {},
        {
          ...magento,
          orders: { target: { ...documentTarget, ...(articles === undefined ? {} : { articles }) } },
        },
      );
    expect(required(bySearch(async () => new Map()))).toEqual([]);
    expect(required(byWalk(async () => ({ ids: new Map(), next: null })))).toEqual([]);
    expect(required(undefined)).toMatchObject([{ path: ['settings', 'products'] }]);
  });

  test('a kind that the target does not make is refused, and the one that it makes is named', () => {
    const mapping = { po_number: 'order.number' };
    const settings = ordersSettings.parse({ document: 'invoice', products: 'require' });
    expect(orders.check(settings, mapping, magento)).toMatchObject([
      { path: ['settings', 'document'], message: 'must be order for Magento 2' },
    ]);
    expect(paths({ document: 'order' })).toEqual([]);
  });

  test.each([
    [{ products: 'require' }, {}, 'settings.products'],
    [{ fixed: { remark: 'x' } }, {}, 'settings.fixed.remark'],
    [{ fixed: { payment_term: 'x' } }, {}, 'settings.fixed.payment_term'],
    [{ fixed: { 'line.description': 5 } }, {}, 'settings.fixed.line.description'],
    [{ writeBack: { note: "'open" } }, {}, 'settings.writeBack.note'],
    [{ fees: [fee('a'), fee('b'), fee('a')] }, {}, 'settings.fees.2.field'],
    [{ fees: [fee('a', 'tax'), fee('b', 'tax')] }, {}, 'settings.fees.1.taxField'],
    [{ fees: [fee('a', 'a')] }, {}, 'settings.fees.0.taxField'],
    [{ vat: { homeCountry: 'EL' } }, {}, 'settings.vat.homeCountry'],
    [{ vat: { byCountry: { UK: { default: '0' } } } }, {}, 'settings.vat.byCountry'],
    [{ revenueAccount: { byCountry: { map: { XI: 'x' } } } }, {}, 'settings.revenueAccount.byCountry.map'],
    [{}, { 'customer.phone': "'x'" }, 'mapping.customer.phone'],
    [{}, { remarks: 'order.(' }, 'mapping.remarks'],
    [{}, { 'line.quantity': "'1'" }, 'mapping.line.quantity'],
  ])('%j with the mapping %j is refused at %s', (settings, mapping, path) => {
    expect(paths(settings, mapping)).toEqual([path]);
  });
});

describe('a day of a till', () => {
  const check = (settings: object, target = jortt) =>
    orders.check(ordersSettings.parse({ day: {}, ...settings }), {}, target).map(({ path }) => path);

  test('needs a customer to go to', () => {
    expect(check({})).toEqual([['settings', 'customer', 'defaultDebtor']]);
    expect(check({ customer: { defaultDebtor: { id: 'd' } } })).toEqual([]);
  });

  test('is not for a shop that takes what its orders name off its stock', () => {
    expect(check({ customer: { defaultDebtor: { id: 'd' } } }, ecwid)).toEqual([['settings', 'day']]);
  });
});
