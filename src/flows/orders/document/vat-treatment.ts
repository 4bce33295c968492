/** Whether an order's VAT adds up: why there is none, for whom it is, at which rates. */
import { isReverseCharge, sellersState, unexplained } from '../../../records/business.ts';
import { big, type Decimal, sum } from '../../../records/money.ts';
import type { Order } from '../../../records/order.ts';
import { rejected } from '../../../records/problem.ts';
import { memberStateAt } from '../../../records/vat-area.ts';
import { isVatRateOf } from '../../../records/vat-rates.ts';
import type { OrdersSettings } from '../settings.ts';
import { isAside } from '../takings.ts';
import type { OrderWork } from '../work.ts';
import { vatCountry } from './codes.ts';

/** Throws `reverse_charge`, `vat_unexplained`, `oss`, `country_unknown` and `vat_rate_unknown`. */
export function checkVatTreatment({ context, order }: OrderWork): void {
  const { settings, source } = context;
  const home = settings.vat.homeCountry ?? source.api.account.traits.country;
  const delivery = order.delivery?.country === undefined ? order.customer.address : order.delivery;
  const destination = memberStateAt(delivery);
  if (order.customer.reverseCharge && settings.vat.reverseCharge === 'park') {
    throw rejected('reverse_charge', {});
  }
  checkUntaxed(order, settings, home);
  if (settings.vat.oss === 'park' && order.customer.kind === 'person' && destination) {
    if (home === undefined) {
      throw rejected('country_unknown', { system: source.connector.name, setting: 'vat.homeCountry' });
    }
    if (destination !== sellersState(home)) throw rejected('oss', { country: destination });
  }
  checkRates(order, settings, [sellersState(home), destination ?? undefined]);
}

/** Of an order without VAT somebody must know why: the wrong reason is a tax debt. */
function checkUntaxed(order: Order, { vat }: OrdersSettings, home: string | undefined): void {
  const { customer } = order;
  const { vatNumber } = customer;
  // What is no turnover has none by its nature.
  const beside = sum(order.fees.filter(({ kind }) => isAside(kind)).map(({ amount }) => amount));
  const isUntaxed = big(order.gross).minus(beside).gt(0) && big(order.vat).eq(0);
  if (!isUntaxed || vat.untaxed === 'allow') return;
  // The settings say what 0 % is in that country.
  if (vat.byCountry[vatCountry(order) ?? '']?.map?.['0'] !== undefined) return;
  const delivery = order.delivery?.country === undefined ? customer.address : order.delivery;
  const destination = memberStateAt(delivery);
  // The source did not know the country that a setting names.
  const isShifted =
    customer.reverseCharge === true &&
    (vat.homeCountry === undefined || isReverseCharge({ home, vatNumber, delivery }));
  if (isShifted) return;
  const isClaimed = (order.shiftsVat === true || customer.reverseCharge === true) && destination;
  const why = unexplained({ home, vatNumber, delivery }) ?? (isClaimed ? 'not_shifted' : null);
  if (why === null) return;
  throw rejected('vat_unexplained', { why, country: destination ?? '', home: home ?? '' });
}

/**
 * Shipping and fees whose rate was worked out, that no line has and that exists neither here nor there, are a blend: no books hold
 * such a rate. One that the settings name is meant.
 */
function checkRates(
  { lines, shipping, fees }: Order,
  { vat }: OrdersSettings,
  countries: readonly (string | undefined)[],
): void {
  const isOfGoods = (rate: Decimal) => lines.some((line) => big(line.vatRate).eq(rate));
  const tables = [vat.byRate, ...Object.values(vat.byCountry)];
  const isNamed = (rate: Decimal) =>
    tables.some((table) => table?.force !== undefined || table?.map?.[rate] !== undefined);
  const odd = [...shipping, ...fees].find(
    ({ vatRate, rateWorkedOut }) =>
      rateWorkedOut === true &&
      !isOfGoods(vatRate) &&
      !isNamed(vatRate) &&
      isVatRateOf(vatRate, countries) === false,
  );
  if (odd !== undefined) throw rejected('vat_rate_unknown', { rate: odd.vatRate });
}
