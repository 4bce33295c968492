import Big from 'big.js';

type Wire = Readonly<Record<string, unknown>>;

interface Row {
  readonly sku: string;
  readonly quantity: number;
  /** Without VAT, a piece. */
  readonly net: string;
  readonly rate: string;
  /** Of the whole row, by the shop's own rounding. */
  readonly vat: string;
  readonly more?: Wire;
}

interface Sale {
  readonly id: number;
  readonly number?: string;
  readonly store?: number;
  readonly placedAt?: string;
  readonly updatedAt?: string;
  readonly buyer: Wire & { readonly firstname: string; readonly lastname: string; readonly email: string };
  readonly deliveredTo?: Wire;
  readonly rows: readonly Row[];
  readonly shipping?: { readonly net: string; readonly vat: string };
  /** Whatever else the order says; over everything above. */
  readonly more?: Wire;
}

const amount = (value: Big) => Number(value.toFixed(2));
const sum = (values: readonly Big[]) => values.reduce((total, each) => total.plus(each), Big(0));

/** An order as Magento's API gives it (sheet 7.2): paid, in euros, its header adding up its rows and shipping. */
export function magentoOrder({ id, buyer, rows, shipping, ...sale }: Sale): Wire {
  const net = (row: Row) => Big(row.net).times(row.quantity);
  const vat = sum([...rows.map((row) => Big(row.vat)), Big(shipping?.vat ?? 0)]);
  const gross = sum([...rows.map(net), Big(shipping?.net ?? 0), vat]);
  const billing = {
    street: ['Havenkade 40'],
    city: 'Deventer',
    postcode: '7411 AB',
    country_id: 'NL',
    ...buyer,
  };
  return {
    entity_id: id,
    increment_id: sale.number ?? String(id).padStart(9, '0'),
    state: 'processing',
    status: 'processing',
    created_at: sale.placedAt ?? '2026-04-14 10:00:00',
    updated_at: sale.updatedAt ?? '2026-04-14 10:05:00',
    store_id: sale.store ?? 2,
    customer_id: null,
    customer_is_guest: 1,
    customer_email: buyer.email,
    customer_firstname: buyer.firstname,
    customer_lastname: buyer.lastname,
    base_currency_code: 'EUR',
    order_currency_code: 'EUR',
    base_to_order_rate: 1,
    grand_total: amount(gross),
    base_grand_total: amount(gross),
    subtotal: amount(sum(rows.map(net))),
    discount_amount: 0,
    shipping_amount: Number(shipping?.net ?? 0),
    shipping_incl_tax: amount(Big(shipping?.net ?? 0).plus(shipping?.vat ?? 0)),
    shipping_tax_amount: Number(shipping?.vat ?? 0),
    shipping_discount_amount: 0,
    shipping_discount_tax_compensation_amount: 0,
    discount_tax_compensation_amount: 0,
    tax_amount: amount(vat),
    total_paid: amount(gross),
    total_due: 0,
    items: rows.map((row, index) => ({
      item_id: id * 10 + index,
      product_id: index + 1,
      product_type: 'simple',
      sku: row.sku,
      name: row.sku,
      qty_ordered: row.quantity,
      price: Number(row.net),
      price_incl_tax: amount(net(row).plus(row.vat).div(row.quantity)),
      original_price: Number(row.net),
      tax_percent: Number(row.rate),
      tax_amount: Number(row.vat),
      discount_amount: 0,
      discount_tax_compensation_amount: 0,
      row_total: amount(net(row)),
      row_total_incl_tax: amount(net(row).plus(row.vat)),
      weee_tax_applied: '[]',
      qty_invoiced: row.quantity,
      qty_refunded: 0,
      ...row.more,
    })),
    billing_address: { address_type: 'billing', ...billing },
    payment: { method: 'mollie_methods_ideal', additional_information: [] },
    status_histories: [],
    extension_attributes: {
      shipping_assignments: [
        {
          shipping: {
            address: { address_type: 'shipping', ...billing, ...sale.deliveredTo },
            method: 'flatrate_flatrate',
          },
          items: [],
        },
      ],
    },
    ...sale.more,
  };
}
