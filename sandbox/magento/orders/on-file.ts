/** An order as the database keeps it after a checkout. */
import type Big from 'big.js';
import { isObject, type JsonObject } from '../../kit/json.ts';
import { sumOf } from '../../kit/money/cents.ts';
import { amountIn, inBoth, twins } from '../amounts.ts';
import { type Figures, figuresOf, storeOf } from '../sales/figures.ts';
import type { Address, Sale } from '../sales/sale.ts';
import type { Shop } from '../shop.ts';
import { baseCurrency, storeName } from '../stores/stores.ts';
import { appliedTaxes } from './applied-taxes.ts';
import { type BothFigures, rowsOfLine } from './row-on-file.ts';
import { defaultStatus } from './state.ts';

export interface OrderPlace {
  readonly customerId: number | undefined;
  /** A new one when left out. */
  readonly number?: string | undefined;
}

export function orderOnFile(shop: Shop, sale: Sale, { customerId, number }: OrderPlace): JsonObject {
  const { basket, buyer } = sale;
  const store = storeOf(basket);
  const figures = inBoth((currency) => figuresOf(basket, currency));
  const orderId = shop.ids.next('order');
  const at = shop.now();
  const rowsByLine = basket.lines.map((_, index) =>
    rowsOfLine(basket, index, figures, {
      orderId,
      storeId: store.id,
      at,
      nextItemId: () => shop.ids.next('item'),
      nextQuoteItemId: () => shop.ids.next('quote'),
    }),
  );
  const rows = rowsByLine.flat();
  const parents = rows.filter((row) => row.parent_item_id === undefined);
  const virtual = parents.every((row) => row.is_virtual === 1);
  const shippingAddress = virtual
    ? null
    : addressOnFile(shop, sale.deliverTo ?? buyer, buyer.email, 'shipping', orderId);
  const billingAddress = addressOnFile(shop, buyer, buyer.email, 'billing', orderId);
  const destination = shippingAddress?.country_id ?? buyer.country;
  const quantity = parents.reduce((total, row) => total + Number(row.qty_ordered), 0);
  const weight = rows.reduce((total, row) => total + Number(row.row_weight), 0);
  return {
    entity_id: orderId,
    increment_id: number ?? shop.nextNumber('orders', store.id),
    state: sale.state,
    status: defaultStatus[sale.state] ?? sale.state,
    created_at: at,
    updated_at: at,
    store_id: store.id,
    store_name: storeName(store),
    ...{ is_virtual: virtual ? 1 : 0, email_sent: 1, customer_note_notify: 1 },
    ...(sale.note === undefined ? {} : { customer_note: sale.note }),
    ...customerColumns(sale, customerId),
    ...currencyColumns(store.currency, store.rate),
    ...totals(figures),
    ...discountColumns(sale, figures),
    total_item_count: parents.length,
    total_qty_ordered: Number(quantity.toFixed(4)),
    weight: Number(weight.toFixed(4)),
    billing_address_id: billingAddress.entity_id ?? 0,
    quote_id: shop.ids.next('quote'),
    remote_ip: '192.0.2.15',
    protect_code: String(orderId).padStart(32, '5f0c2d9a4be17c33'),
    ...(basket.shipping === null || virtual ? {} : { shipping_description: basket.shipping.description }),
    items: rows,
    billing_address: billingAddress,
    shipping_address: shippingAddress,
    shipping_method: basket.shipping === null || virtual ? null : basket.shipping.method,
    payment: paymentOnFile(sale, orderId, figures),
    status_histories: [],
    extension_attributes: {
      payment_additional_info: [{ key: 'method_title', value: sale.payment.title }],
      ...appliedTaxes(basket, figures, rowsByLine, typeof destination === 'string' ? destination : 'NL'),
      ...prepaid(sale, figures),
    },
  };
}

function customerColumns({ buyer }: Sale, customerId: number | undefined): JsonObject {
  return {
    customer_email: buyer.email,
    customer_is_guest: customerId === undefined ? 1 : 0,
    customer_group_id: customerId === undefined ? 0 : buyer.groupId,
    // Of a guest the name stands with the address only (sheet 7.2).
    ...(customerId === undefined
      ? {}
      : {
          customer_id: customerId,
          customer_firstname: buyer.firstname,
          customer_lastname: buyer.lastname,
          ...(buyer.middlename === undefined ? {} : { customer_middlename: buyer.middlename }),
          ...(buyer.taxvat === undefined ? {} : { customer_taxvat: buyer.taxvat }),
        }),
  };
}

function currencyColumns(currency: string, rate: string): JsonObject {
  return {
    ...{ base_currency_code: baseCurrency, global_currency_code: baseCurrency },
    ...{ order_currency_code: currency, store_currency_code: baseCurrency },
    ...{ base_to_order_rate: Number(rate), base_to_global_rate: 1 },
    ...{ store_to_base_rate: 0, store_to_order_rate: 0 },
  };
}

function totals(figures: BothFigures): JsonObject {
  const both = (name: string, read: (each: Figures) => Big) =>
    twins(name, { order: read(figures.order), base: read(figures.base) });
  return {
    ...both('grand_total', (each) => each.grandTotal),
    ...both('total_due', (each) => each.grandTotal),
    ...both('subtotal', (each) => each.subtotal),
    ...both('subtotal_incl_tax', (each) => each.subtotalInclTax),
    ...both('discount_amount', (each) => each.discount.times(-1)),
    ...both('tax_amount', (each) => each.tax),
    ...both('discount_tax_compensation_amount', (each) => each.compensation),
    ...both('shipping_amount', (each) => each.shipping.rowTotal),
    ...both('shipping_incl_tax', (each) => each.shipping.rowTotalInclTax),
    ...both('shipping_tax_amount', (each) => each.shipping.tax),
    ...both('shipping_discount_amount', (each) => each.shipping.discount),
    ...both('shipping_discount_tax_compensation_amount', (each) => each.shipping.compensation),
  };
}

function discountColumns({ basket }: Sale, { order }: BothFigures): JsonObject {
  const { discount } = basket;
  if (discount === undefined || order.discount.eq(0)) return {};
  return {
    discount_description: discount.label,
    applied_rule_ids: String(discount.ruleId),
    ...(discount.coupon === undefined ? {} : { coupon_code: discount.coupon }),
  };
}

/** Gift cards and store credit of Adobe Commerce: positive, and off the grand total (sheet 7.5). */
function prepaid(sale: Sale, { order, base }: BothFigures): JsonObject {
  const gift = twins('gift_cards_amount', { order: order.giftCard, base: base.giftCard });
  const credit = twins('customer_balance_amount', { order: order.storeCredit, base: base.storeCredit });
  return {
    ...(sale.basket.giftCard === undefined ? {} : gift),
    ...(sale.basket.storeCredit === undefined ? {} : credit),
  };
}

export function addressOnFile(
  shop: Shop,
  address: Address,
  email: string,
  type: 'billing' | 'shipping',
  orderId: number,
): JsonObject {
  const { region, middlename, company, vatId } = address;
  return {
    address_type: type,
    city: address.city,
    ...(company === undefined ? {} : { company }),
    country_id: address.country,
    email,
    entity_id: shop.ids.next('address'),
    firstname: address.firstname,
    lastname: address.lastname,
    ...(middlename === undefined ? {} : { middlename }),
    parent_id: orderId,
    postcode: address.postcode,
    ...(region === undefined ? {} : { region: region.name, region_code: region.code, region_id: region.id }),
    street: [...address.street],
    telephone: address.telephone,
    ...(vatId === undefined ? {} : { vat_id: vatId }),
  };
}

function paymentOnFile({ payment }: Sale, orderId: number, { order, base }: BothFigures): JsonObject {
  return {
    account_status: null,
    additional_information: [payment.title],
    ...twins('amount_ordered', { order: order.grandTotal, base: base.grandTotal }),
    ...twins('shipping_amount', { order: order.shipping.rowTotal, base: base.shipping.rowTotal }),
    cc_last4: null,
    entity_id: orderId,
    method: payment.method,
    parent_id: orderId,
  };
}

/** What gift cards and store credit paid of an order; not in `grand_total`. */
export function prepaidOf(order: JsonObject, kind: 'amount' | 'refunded'): Big {
  const attributes = isObject(order.extension_attributes) ? order.extension_attributes : {};
  const paid = ['gift_cards', 'customer_balance'].map((name) => amountIn(attributes, `${name}_${kind}`));
  return sumOf(paid);
}
