/** What a product costs now: a special price holds on certain days of the store's own calendar (sheet 10.3, 12.4). */
import { big, type Decimal, decimalFromWire, normalise } from '../../../records/money.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import { customText, type ProductWire } from './wire.ts';

export interface PricePair {
  readonly price: Decimal;
  /** The price struck through; null: none. */
  readonly listPrice: Decimal | null;
}

/** Undefined where it has no price of its own. */
export function pricesOf(wire: ProductWire, api: Pick<Api, 'account' | 'now'>): PricePair | undefined {
  const { price } = wire;
  if (price === undefined) return undefined;
  const special = specialPrice(wire);
  return special !== undefined && isRunning(wire, api) && big(special).lt(price)
    ? { price: special, listPrice: price }
    : { price, listPrice: null };
}

/** What stands as the price of something that is sold for `price`: on sale it is the one struck through. */
export function basePrice({ price, listPrice }: PricePair): Decimal {
  return listPrice !== null && big(listPrice).gt(price) ? listPrice : price;
}

function specialPrice(wire: ProductWire): Decimal | undefined {
  const stated = customText(wire, 'special_price');
  try {
    return stated === undefined ? undefined : normalise(big(decimalFromWire(stated)));
  } catch {
    return undefined;
  }
}

function isRunning(wire: ProductWire, api: Pick<Api, 'account' | 'now'>): boolean {
  return isWithin(localDate(api.now(), api.account.timeZone), {
    from: customText(wire, 'special_from_date'),
    to: customText(wire, 'special_to_date'),
  });
}

/** Both days included, whatever times they carry. */
export function isWithin(
  today: string,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): boolean {
  return (from ?? today).slice(0, 10) <= today && today <= (to ?? today).slice(0, 10);
}
