/** The orders of the vendor's documentation, which are not part of the repository (VENDOR_SAMPLES). */
import { describe, expect, test } from 'vitest';
import { orderSource } from '../../../../src/connectors/shopify/orders/source.ts';
import { big, sum } from '../../../../src/records/money.ts';
import { type Order, order } from '../../../../src/records/order.ts';
import { partsTotal } from '../../../../src/records/order-parts.ts';
import { Problem } from '../../../../src/records/problem.ts';
import { en } from '../../../../src/texts/en.ts';
import { tellProblem } from '../../../../src/texts/tell.ts';
import { grossOf, vatOf } from '../../../flows/orders/books.ts';
import { World } from '../../../flows/orders/harness.ts';
import { recordings, samples } from '../../vendor-samples.ts';
import { FakeShop } from '../fake-shop.ts';
import { asAnswered, refundAsAnswered } from './rest-order.ts';

type Rest = Readonly<Record<string, unknown>>;

/** The records of a documented answer, without their wrapper. */
function recordsOf(content: unknown): Rest[] {
  const [wrapped] = Object.values((content as { response: object }).response);
  return Array.isArray(wrapped) ? wrapped : [wrapped];
}

const named = (names: RegExp) =>
  samples('shopify', names).flatMap(({ name, content }) =>
    recordsOf(content).map((rest) => ({ name, rest })),
  );

async function read(rest: Rest): Promise<Order> {
  const refunds = (rest.refunds as Rest[]).map(refundAsAnswered);
  const shop = new FakeShop({
    One: () => ({ order: asAnswered(rest) }),
    Refund: ({ id }) => ({ refund: refunds.find((each) => each.id === id) ?? null }),
  });
  return order.parse(await orderSource.get(shop, String(rest.id)));
}

/** Booked in euros, as books are that take these amounts; else why not. */
async function booked(record: Order): Promise<string> {
  const customer = { defaultDebtor: { id: 'walk-in' } };
  const world = new World({ settings: { customer, vat: { untaxed: 'allow' } } });
  try {
    const { reason } = await world.run({ ...record, currency: 'EUR' });
    const [sent] = world.books.sent;
    return sent === undefined ? reason.code : `${grossOf(sent)} ${vatOf(sent)}`;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return tellProblem(error, en).message;
  }
}

const amount = (value: unknown) => big(String(value)).toFixed(2);

describe.each(named(/^docs-rest-order-/))('$name', ({ rest }) => {
  test('is a record whose parts come to its total, and whose refunds leave what is left', async () => {
    const record = await read(rest);
    expect(record.number).toBe(rest.name);
    expect([record.gross, record.vat].map(amount)).toEqual([rest.total_price, rest.total_tax].map(amount));
    expect(partsTotal(record, record.vat).toFixed(2)).toBe(amount(rest.total_price));
    expect(sum(record.vatByRate.map(({ vat }) => vat)).toFixed(2)).toBe(amount(rest.total_tax));
    expect(big(record.gross).minus(record.refunded).toFixed(2)).toBe(amount(rest.current_total_price));
  });

  test('is booked as it is, or is for a person, in plain words', async () => {
    const outcome = await booked(await read(rest));
    const asItIs = `${amount(rest.total_price)} ${amount(rest.total_tax)}`;
    const isPlain = /^[A-Z].{30,}\.$/.test(outcome) && !outcome.includes('undefined');
    expect(outcome === asItIs || outcome === 'cancelled' || isPlain, outcome).toBe(true);
  });
});

const [sold] = named(/^docs-rest-order-list/);

test.each(named(/^docs-rest-refund-(get|create)/))('a refund of $name is read', async ({ rest: refund }) => {
  const { refunds = [], refunded } = await read({ ...sold?.rest, refunds: [refund] });
  expect(sum(refunds.map(({ gross }) => gross)).toFixed(2)).toBe(amount(refunded));
  for (const { gross, byRate = [] } of refunds) {
    if (byRate.length > 0) expect(sum(byRate.map((each) => each.gross)).toFixed(2)).toBe(amount(gross));
  }
});

const absent = samples('shopify', /^graphql-get-order/).flatMap(recordings);

test.runIf(absent.length > 0)('an order that is not there is none', async () => {
  for (const { response } of absent) {
    const { data } = response as { data: unknown };
    expect(await orderSource.get(new FakeShop({ One: () => data }), '1')).toBeNull();
  }
});
