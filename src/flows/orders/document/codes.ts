/** The target's codes for a line, as the settings choose them. Each parks the order where a table has no entry. */
import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import { choose, pick } from '../../../mapping/choice.ts';
import type { DocumentLine } from '../../../records/document.ts';
import type { Decimal } from '../../../records/money.ts';
import type { AsideKind, Order } from '../../../records/order.ts';
import { isInEu, memberStateAt } from '../../../records/vat-area.ts';
import type { OrdersSettings } from '../settings.ts';

/** Returns the country whose VAT applies: where the goods go. */
export function vatCountry(order: Order): string | undefined {
  return order.delivery?.country ?? order.customer.address.country;
}

/** Into an area of a member state in which its VAT does not hold: the Canary Islands have none of Spain's rates. */
function isExport({ delivery, customer }: Order): boolean {
  const { country, postalCode } = delivery?.country === undefined ? customer.address : delivery;
  return country !== undefined && isInEu(country) && memberStateAt({ country, postalCode }) === null;
}

export function vatCode(
  rate: Decimal,
  order: Order,
  settings: OrdersSettings,
  target: DocumentTarget,
): string {
  const country = vatCountry(order);
  const ofCountry = country === undefined || isExport(order) ? undefined : settings.vat.byCountry[country];
  return (
    choose(ofCountry, rate, `vat.byCountry.${country}`) ??
    choose(settings.vat.byRate, rate, 'vat.byRate') ??
    target.vatCode(rate)
  );
}

/** Shipping, discount, fee and rounding have their own account, or share the revenue's. */
export function revenueAccount(
  kind: DocumentLine['kind'],
  rate: Decimal,
  order: Order,
  settings: OrdersSettings,
): string | undefined {
  const { byCountry, byRate: ofRate, ...own } = settings.revenueAccount;
  const account = kind === 'item' ? undefined : own[kind];
  if (account !== undefined) return account;
  const ofCountry = pick(byCountry, vatCountry(order));
  if (ofCountry !== undefined) return ofCountry;
  if (ofRate === undefined) return choose(byCountry, vatCountry(order), 'revenueAccount.byCountry');
  return choose(ofRate, rate, 'revenueAccount.byRate');
}

/** What a till takes in beside the turnover has accounts of its own; without one it goes where fees go. */
export function asideAccount(kind: AsideKind | undefined, { day }: OrdersSettings): string | undefined {
  switch (kind) {
    case 'tip':
      return day?.accounts.tips;
    case 'cash_rounding':
      return day?.accounts.cashRounding;
    case 'voucher':
    case 'voucher_used':
      return day?.accounts.vouchers;
    case undefined:
      return undefined;
  }
}
