import type { JsonObject } from '../../kit/json.ts';
import { type Ledger, ledgerOf } from '../../kit/shop/expectation.ts';
import { createCustomer } from '../customers/save.ts';
import { placed } from '../inventory/sales.ts';
import { act } from '../orders/merchant.ts';
import { orderOnFile } from '../orders/on-file.ts';
import type { Shop } from '../shop.ts';
import { regionsOf } from '../stores/regions.ts';
import type { Basket } from './basket.ts';
import { figuresOf, storeOf } from './figures.ts';
import type { Buyer, Sale } from './sale.ts';

/** A checkout, with what the merchant did after it. The buyer gets an account if there is to be one. */
export function placeSale(
  shop: Shop,
  sale: Sale,
  betweenDeeds: (index: number) => number | null = () => null,
): JsonObject {
  const store = storeOf(sale.basket);
  const customer = sale.buyer.account ? accountOf(shop, sale.buyer, store) : undefined;
  const order = orderOnFile(shop, sale, {
    customerId: customer === undefined ? undefined : Number(customer.id),
  });
  const id = String(order.entity_id);
  shop.ledgers.set(id, ledgerFor(sale.basket, sale.about));
  placed(shop, shop.saveOrder(order));
  sale.deeds.forEach((deed, index) => {
    const at = betweenDeeds(index);
    if (at === null) act(shop, id, deed);
    else shop.asOf(at, true, () => act(shop, id, deed));
  });
  return shop.order(id);
}

/** Places a sale as of another time, or now. Returns the order's id. */
export function placeAt(shop: Shop, sale: Sale, at: number | null): string {
  const place = () => String(placeSale(shop, sale).entity_id);
  return at === null ? place() : shop.asOf(at, false, place);
}

export function ledgerFor(basket: Basket, about: string): Ledger<Basket> {
  return ledgerOf(basket, about, figuresOf(basket, 'order'), storeOf(basket).pricesIncludeTax);
}

/** A checkout makes the shopper choose where the shop requires a region. */
function regionOf(shop: Shop, { country, city, region }: Buyer): Buyer['region'] {
  if (region !== undefined || !shop.settings().regionRequired.includes(country)) return region;
  const regions = regionsOf(country);
  return regions.find(({ name }) => name === city) ?? regions[0];
}

function accountOf(shop: Shop, buyer: Buyer, store: ReturnType<typeof storeOf>): JsonObject {
  const known = shop.customerByEmail(buyer.email, store.websiteId);
  if (known !== undefined) return known;
  const { firstname, lastname, middlename, company } = buyer;
  const region = regionOf(shop, buyer);
  const name = { firstname, lastname, ...(middlename === undefined ? {} : { middlename }) };
  const address: JsonObject = {
    ...name,
    ...(company === undefined ? {} : { company }),
    ...(buyer.vatId === undefined ? {} : { vat_id: buyer.vatId }),
    ...(region === undefined
      ? {}
      : { region: { region_code: region.code, region: region.name, region_id: region.id } }),
    street: [...buyer.street],
    city: buyer.city,
    postcode: buyer.postcode,
    country_id: buyer.country,
    telephone: buyer.telephone,
    default_billing: true,
    default_shipping: true,
  };
  const fields: JsonObject = {
    ...name,
    email: buyer.email,
    group_id: buyer.groupId,
    website_id: store.websiteId,
    store_id: store.id,
    ...(buyer.taxvat === undefined ? {} : { taxvat: buyer.taxvat }),
    addresses: [address],
  };
  return createCustomer(shop, fields, store);
}
