/** Credit orders: an order of their own with a number, which names the one that it credits (sheet 7.7). */
import Big from 'big.js';
import { each, together, within } from '../../kit/fields/shape.ts';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../../kit/json.ts';
import { sumOf } from '../../kit/money/cents.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { checked, type FieldKind, requireFields } from '../fields.ts';
import { invalid } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { linesShape } from './goods.ts';
import { scaledLine } from './lines.ts';
import { isTest, type Order, type OrderLine } from './order.ts';
import { checkStatus } from './statuses.ts';

const creditShape = together<FieldKind>(
  linesShape,
  each('whole', 'credited_order_number status'),
  each('flag', 'archived'),
  each('decimal', 'shipping_costs payment_costs'),
  each('uuid', 'offline_location_id'),
  within<FieldKind>({ comments: each('text', 'customer internal') }),
);

export interface CreditTerms {
  readonly mutateStock: boolean;
  readonly seeded?: boolean;
  readonly placedAt?: number;
}

/** Throws a `Refusal` for what the original does not have, or no longer. */
export function createCredit(shop: Shop, body: JsonObject, terms: CreditTerms): Order {
  const sent = checked(body, creditShape, shop.settings());
  requireFields(sent, 'credited_order_number', 'status', 'orderlines');
  const original = shop.orders.get(String(sent.credited_order_number));
  if (original?.finished !== true || original.credited !== null || isTest(original)) {
    throw invalid('credited_order_number: There is no such order to credit.');
  }
  checkStatus(shop.statuses.value, numberIn(sent, 'status'), true);
  const before = original.credits.flatMap((number) => shop.orders.get(number)?.lines ?? []);
  const goods = creditedGoods(shop, original, before, objectsIn(sent.orderlines));
  const isWhole = original.lines
    .filter(({ type }) => type === 'article' || type === 'custom')
    .every((line) => leftOf(line, [...before, ...goods]) === 0);
  const costs = (['shipping', 'payment'] as const).flatMap((type) =>
    creditedCosts(shop, original, before, type, sent[`${type}_costs`], isWhole),
  );
  // What was taken off is taken off what goes back, in the same part.
  const discounts = isWhole ? original.lines.filter(({ type }) => type === 'discount') : [];
  const lines = [
    ...goods,
    ...costs,
    ...discounts.map((line) => scaledLine(line, shop.assortment.newUuid(), -1)),
  ];
  const now = wholeSecond(terms.placedAt ?? shop.world.now());
  const comments = isObject(sent.comments) ? sent.comments : {};
  const credit: Order = {
    ...original,
    number: shop.newNumber(),
    uuid: shop.assortment.newUuid(),
    placedAt: now,
    status: numberIn(sent, 'status'),
    statusChangedAt: now,
    archived: sent.archived === true,
    credited: original.number,
    credits: [],
    customerComment: textIn(comments, 'customer'),
    internalComment: textIn(comments, 'internal'),
    lines,
    payments: [],
    linked: null,
  };
  shop.add(credit, terms.seeded);
  if (terms.mutateStock && terms.seeded !== true) shop.moveStock(credit);
  const linked = { ...original, credits: [...original.credits, credit.number] };
  // The original gets no other status, and so no time of change.
  if (terms.seeded === true) shop.orders.seed(original.number, linked);
  else shop.orders.put(original.number, linked);
  return credit;
}

/** Units are taken back from the first lines of the same article and options that have some left. */
function creditedGoods(
  shop: Shop,
  original: Order,
  before: readonly OrderLine[],
  sent: readonly JsonObject[],
): OrderLine[] {
  const credited: OrderLine[] = [];
  for (const wanted of sent) {
    let open = numberIn(wanted, 'quantity');
    if (open < 1) throw invalid('orderlines.quantity: Must be positive.');
    for (const line of original.lines.filter((each) => isMeant(each, wanted))) {
      const units = Math.min(open, leftOf(line, [...before, ...credited]));
      if (units > 0) credited.push(scaledLine(line, shop.assortment.newUuid(), -units));
      open -= units;
    }
    if (open > 0) throw invalid('orderlines: The order has no such item left to credit.');
  }
  return credited;
}

function isMeant({ type, article, name }: OrderLine, sent: JsonObject): boolean {
  if (type !== sent.type) return false;
  if (type === 'custom') return name === sent.description;
  const [named] = objectsIn(sent.articles);
  const options = objectsIn(named?.options).map((each) => numberIn(each, 'list_option_id'));
  const chosen = article?.options.flatMap(({ id }) => id ?? []) ?? [];
  return (
    article?.id === named?.id &&
    chosen.length === options.length &&
    chosen.every((id) => options.includes(id))
  );
}

/** Units of a line that no credit has taken back. */
function leftOf(line: OrderLine, credits: readonly OrderLine[]): number {
  const back = credits.filter(({ creditOf }) => creditOf === line.id);
  return back.reduce((left, { quantity }) => left + quantity, line.quantity);
}

/** Left out means all; all of it is needed once all goods go back (sheet 7.7). Amounts are without tax. */
function creditedCosts(
  shop: Shop,
  original: Order,
  before: readonly OrderLine[],
  type: 'shipping' | 'payment',
  amount: unknown,
  isWhole: boolean,
): OrderLine[] {
  const line = original.lines.find((each) => each.type === type);
  const asked = typeof amount === 'string' ? Big(amount) : null;
  if (line === undefined) {
    if (asked === null || asked.eq(0)) return [];
    throw invalid(`${type}_costs: Higher than the original costs.`);
  }
  const net = netOfLines([line]);
  const left = net.plus(netOfLines(before.filter((each) => each.type === type)));
  const back = asked ?? left;
  if (back.lt(0) || back.round(2).gt(left.round(2)))
    throw invalid(`${type}_costs: Higher than the original costs.`);
  if (isWhole && !back.round(2).eq(left.round(2))) throw invalid(`${type}_costs: Must be fully credited.`);
  if (back.eq(0)) return [];
  const whole = scaledLine(line, shop.assortment.newUuid(), -1);
  return [back.round(2).eq(net.round(2)) ? whole : partly(whole, back.div(net))];
}

function partly(line: OrderLine, share: Big): OrderLine {
  const parts = line.parts.map(({ rate, net }) => {
    const part = Big(net).times(share);
    return { rate, net: part.toFixed(6), gross: part.times(Big(rate).div(100).plus(1)).toFixed(2) };
  });
  return { ...line, parts };
}

function netOfLines(lines: readonly OrderLine[]): Big {
  return sumOf(lines.flatMap(({ parts }) => parts.map(({ net }) => Big(net))));
}
