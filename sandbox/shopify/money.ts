import Big from 'big.js';
import { cents } from '../kit/money/cents.ts';

/** A `Decimal`: trailing zeros are dropped, one decimal stays (sheet 5.1). */
export function decimal(amount: Big | string): string {
  const text = Big(amount).toFixed();
  return text.includes('.') ? text : `${text}.0`;
}

interface Currencies {
  readonly currency: string;
  readonly presentment: { readonly currency: string; readonly rate: string } | null;
}

/** An amount of the shop's currency, and the same in that of the customer. */
export function presented(
  { currency, presentment }: Currencies,
  amount: Big | string,
): readonly [shop: Big, shown: Big, code: string] {
  const own = Big(amount);
  return presentment === null
    ? [own, own, currency]
    : [own, cents(own.times(presentment.rate)), presentment.currency];
}

export function moneyBag(currencies: Currencies, amount: Big | string): Record<string, unknown> {
  const [own, shown, code] = presented(currencies, amount);
  return {
    shopMoney: { __typename: 'MoneyV2', amount: decimal(own), currencyCode: currencies.currency },
    presentmentMoney: { __typename: 'MoneyV2', amount: decimal(shown), currencyCode: code },
  };
}

/** In REST and webhooks: two decimals (sheet 11). */
export function moneySet(currencies: Currencies, amount: Big | string): Record<string, unknown> {
  const [own, shown, code] = presented(currencies, amount);
  return {
    shop_money: { amount: own.toFixed(2), currency_code: currencies.currency },
    presentment_money: { amount: shown.toFixed(2), currency_code: code },
  };
}
