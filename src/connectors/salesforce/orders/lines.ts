/** A document's lines as order products: prices are without VAT, in so many decimals as the org has (sheet 5.4). */
import type Big from 'big.js';
import type { Document, DocumentLine, Totals } from '../../../records/document.ts';
import { big, type Decimal, fractionDigits, money, normalise, roundTo, sum } from '../../../records/money.ts';
import { vatUpon, vatWithin } from '../../../records/vat.ts';
import { byRate } from '../../../records/vat-breakdown.ts';
import { lineAmount } from '../../wire/stated-totals.ts';
import type { Org } from '../org.ts';

const maxDescription = 255;

export interface ItemLine {
  /** The org's product; undefined for lines that have none of their own. */
  readonly productId: string | undefined;
  readonly description: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly vatRate: Decimal;
}

/** What stands at each rate without VAT: of prices with VAT what is left when that is taken out of their sum. */
function netByRate({ lines, currency, pricesIncludeVat }: Document) {
  const digits = fractionDigits(currency);
  const amounts = byRate(lines.map((line) => ({ rate: line.vatRate, amount: lineAmount(line, currency) })));
  return amounts.map(({ rate, amount }) => ({
    rate,
    net: pricesIncludeVat ? amount.minus(roundTo(vatWithin(amount, rate), digits)) : amount,
  }));
}

/** Salesforce knows no VAT: as it is read again, it is once per rate upon what stands there. */
export function orderTotals(document: Document): Totals {
  const { currency } = document;
  const rates = netByRate(document).map(({ rate, net }) => ({
    rate,
    net,
    vat: roundTo(vatUpon(net, rate), fractionDigits(currency)),
  }));
  const vat = sum(rates.map((each) => each.vat));
  return {
    gross: money(sum(rates.map(({ net }) => net)).plus(vat), currency),
    vat: money(vat, currency),
    byRate: rates.map((each) => ({ rate: each.rate, vat: money(each.vat, currency) })),
  };
}

/** What the decimals of its prices miss of a rate is a line of its own, so that the sum is right. */
export function itemLines(
  document: Document,
  org: Pick<Org, 'priceDecimals' | 'quantityDecimals'>,
): ItemLine[] {
  const { currency } = document;
  const lines = document.lines.map((line) => itemLine(line, document, org));
  const corrections = netByRate(document).flatMap(({ rate, net }): ItemLine[] => {
    const own = lines.filter(({ vatRate }) => big(vatRate).eq(rate));
    const digits = fractionDigits(currency);
    const missing = net.minus(
      sum(own.map((each) => roundTo(big(each.quantity).times(each.unitPrice), digits))),
    );
    if (missing.eq(0)) return [];
    const description = `Afronding ${rate}%`;
    return [
      { productId: undefined, description, quantity: '1', unitPrice: normalise(missing), vatRate: rate },
    ];
  });
  return [...lines, ...corrections];
}

/** A quantity that the org cannot hold is told in words, of one piece. Whatever is taken off is a price below zero. */
function itemLine(
  line: DocumentLine,
  { pricesIncludeVat }: Document,
  org: Pick<Org, 'priceDecimals' | 'quantityDecimals'>,
): ItemLine {
  const quantity = big(line.quantity);
  const fits = !quantity.eq(0) && quantity.eq(roundTo(quantity, org.quantityDecimals));
  const net = withoutVat(big(line.unitPrice), line.vatRate, pricesIncludeVat);
  const unitPrice = fits ? (quantity.lt(0) ? net.neg() : net) : net.times(quantity);
  const described = line.description.trim() || line.sku?.trim() || '-';
  const description = fits ? described : `${normalise(quantity)} × ${described}`;
  return {
    productId: line.articleId,
    description: shortened(description),
    quantity: fits ? normalise(quantity.abs()) : '1',
    unitPrice: normalise(roundTo(unitPrice, org.priceDecimals)),
    vatRate: normalise(big(line.vatRate)),
  };
}

function withoutVat(price: Big, rate: Decimal, includesVat: boolean): Big {
  return includesVat ? price.minus(vatWithin(price, rate)) : price;
}

/** What does not fit is marked as cut. */
function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= maxDescription
    ? text
    : `${characters
        .slice(0, maxDescription - 1)
        .join('')
        .trimEnd()}…`;
}
