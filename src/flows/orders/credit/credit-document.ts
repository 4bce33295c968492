import type { Document, DocumentLine, Totals } from '../../../records/document.ts';
import { big, type Decimal, money, normalise, sum } from '../../../records/money.ts';
import type { RateShare } from '../../../records/order.ts';
import { Problem } from '../../../records/problem.ts';
import { withinLength } from '../../../records/reference.ts';
import { byRate, vatAt } from '../../../records/vat-breakdown.ts';
import { documentTexts } from '../../../texts/documents/languages.ts';
import type { OrderLink } from '../../links.ts';
import type { Balanced } from '../document/balance.ts';
import { buildDocument } from '../document/build.ts';
import { asideAccount, revenueAccount, vatCode } from '../document/codes.ts';
import { balanceDocument } from '../document/draft.ts';
import { asidesIn, roundedVat } from '../takings.ts';
import type { OrderWork } from '../work.ts';
import { addedUp, below, type GrossShare, grossOf, spreadOver, without } from './by-rate.ts';
import { creditDate } from './credit-date.ts';
import { heldByRate, nextOwed } from './owed.ts';

export interface CreditDocument {
  readonly document: Document;
  /** As the target will add it up. */
  readonly totals: Totals;
  /** What the order has given back once it is made. */
  readonly upTo: Decimal;
  /** What the books have given back per rate then. */
  readonly byRate: readonly RateShare[];
}

/**
 * A document below zero, of one line per VAT rate and per kind of what a till took in beside the turnover, on the day of the refund. It has the rates and the VAT that the source
 * states of the refund; an amount without rates is spread over what the order still holds of them. Throws `totals_differ`
 * where the target cannot come to the VAT that is stated.
 */
export async function creditDocument(
  work: OrderWork,
  link: OrderLink,
  customerId: string,
  owedInAll: Decimal,
): Promise<CreditDocument> {
  const { context, endpoints, order } = work;
  const built = await buildDocument(work, { ...context.settings, lines: 'summary' });
  const { document } = built;
  const tolerance = toleranceOf(work, built);
  const whole = valuesOf(document, order);
  const held = heldByRate(order, link, whole);
  const owed = nextOwed(order, link, owedInAll, held);
  const reference = await withinLength(
    `${document.reference}-C${owed.upTo}`,
    endpoints.target.referenceLength,
  );
  const left = without(whole, held);
  const draft = (amounts: readonly GrossShare[]): Document => ({
    ...document,
    customerId,
    kind: 'credit',
    pricesIncludeVat: true,
    date: creditDate(work, link, owed.date),
    lines: amounts.map((amount) => creditLine(work, amount)),
    reference,
  });
  const made = owed.byRate
    ? { ...balanced(work, draft(owed.byRate), owed.byRate, tolerance), of: owed.byRate }
    : spread(work, draft, { gross: owed.gross, left, whole, tolerance });
  context.keep('target', made.document.lines);
  const { totals } = made;
  return {
    ...{ document: made.document, totals, upTo: owed.upTo },
    byRate: addedUp([...held, ...creditedBy(made.document, totals, made.of)]),
  };
}

/** What the order comes to per rate. */
function valuesOf({ lines, pricesIncludeVat }: Document, order: OrderWork['order']): RateShare[] {
  const valued = lines.filter((line) => line.kind !== 'rounding');
  const amounts = valued.map(({ vatRate: rate, quantity, unitPrice }) => {
    const amount = big(quantity).times(unitPrice);
    return { rate, amount: pricesIncludeVat ? amount : amount.times(big(rate).plus(100)).div(100) };
  });
  const asides = asidesIn(order);
  const whole = byRate(amounts).map(({ rate, amount }) => ({
    ...{ rate, gross: normalise(amount) },
    vat: vatAt(order.vatByRate, rate),
  }));
  return apartFrom(whole, asides);
}

/** What stands per rate, with what was taken in beside the turnover by itself. */
function apartFrom(whole: readonly RateShare[], asides: readonly RateShare[]): RateShare[] {
  const taken = below(asides).map(({ aside: _, ...share }) => share);
  return addedUp([...whole, ...taken, ...asides]);
}

function creditLine(
  { context, endpoints, order }: OrderWork,
  { rate, aside, gross }: GrossShare,
): DocumentLine {
  const { settings } = context;
  const texts = documentTexts[settings.language];
  const kind = aside === undefined ? 'item' : 'fee';
  const what = aside === undefined ? texts.revenue : texts.charges[aside];
  return {
    kind,
    description: texts.refund(texts.perRate(what, order.number, rate)),
    quantity: '1',
    unitPrice: money(big(gross).neg(), order.currency),
    vatRate: rate,
    vatCode: vatCode(rate, order, settings, endpoints.target),
    account: asideAccount(aside, settings) ?? revenueAccount(kind, rate, order, settings),
  };
}

/** The shop rounds the VAT of a refund as it does the order's: what that explained for the whole may come with any part. */
function toleranceOf({ context, order }: OrderWork, { rounded }: Balanced): Decimal {
  const stated = order.vatByRate.map(({ rate, vat }) => ({ rate, gross: '0', vat }));
  const own = rounded?.before.byRate.map(({ rate, vat }) => ({ rate, gross: '0', vat })) ?? stated;
  const apart = sum(without(stated, own).map(({ vat }) => big(vat).abs()));
  return normalise(apart.plus(context.settings.rounding.tolerance));
}

/** With rounding lines, so that the target comes to the VAT that the source states. */
function balanced(
  { context, endpoints, order }: OrderWork,
  draft: Document,
  shares: readonly RateShare[],
  tolerance: Decimal,
): Balanced {
  const negative = (amount: Decimal) => normalise(big(amount).neg());
  const refund = {
    ...order,
    // Its amounts are those of the shares, with VAT: the order's own lines explain none of them.
    ...{ pricesIncludeVat: true, shipping: [], fees: [], discounts: [] },
    lines: shares.map(({ rate, gross }) => ({
      ...{ name: '', quantity: '1', discount: '0' },
      unitPrice: negative(gross),
      vatRate: rate,
    })),
    gross: negative(grossOf(shares)),
    vat: negative(normalise(sum(shares.map(({ vat }) => vat)))),
    vatByRate: shares.map(({ rate, vat }) => ({ rate, vat: negative(vat) })),
  };
  const settings = { ...context.settings, rounding: { ...context.settings.rounding, tolerance } };
  return balanceDocument({ ...draft, vatByRate: refund.vatByRate }, refund, settings, endpoints.target);
}

interface Credited extends Pick<Balanced, 'document' | 'totals'> {
  readonly of: readonly GrossShare[];
}

interface Spreading {
  readonly gross: Decimal;
  /** What the order still holds per rate, and what it held in all. */
  readonly left: readonly RateShare[];
  readonly whole: readonly RateShare[];
  readonly tolerance: Decimal;
}

/** The last of an order takes what is left of its VAT with it; of a part the target's own rounding decides. */
function spread(
  work: OrderWork,
  draft: (amounts: readonly GrossShare[]) => Document,
  { gross, left, whole, tolerance }: Spreading,
): Credited {
  if (big(grossOf(left)).eq(gross)) {
    try {
      return { ...balanced(work, draft(left), left, tolerance), of: left };
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'totals_differ') throw error;
    }
  }
  const of = spreadOver(gross, left, whole, work.order.currency);
  const document = draft(of);
  return { document, totals: work.endpoints.target.totals(document), of };
}

/** What a credit gives back per rate, above zero. */
function creditedBy(
  { lines, currency }: Document,
  { byRate }: Totals,
  of: readonly GrossShare[],
): RateShare[] {
  const grosses = lines.map(({ vatRate, quantity, unitPrice }) => ({
    rate: vatRate,
    gross: normalise(big(quantity).times(unitPrice).neg()),
    vat: '0',
  }));
  const vats = byRate.map(({ rate, vat }) => ({ rate, gross: '0', vat: normalise(big(vat).neg()) }));
  const asides = of.filter(({ aside }) => aside !== undefined);
  return apartFrom(
    [...grosses, ...vats],
    asides.map((share) => ({ ...share, vat: roundedVat(big(share.gross), share.rate, currency) })),
  );
}
