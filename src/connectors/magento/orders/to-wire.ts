import type Big from 'big.js';
import type { Document } from '../../../records/document.ts';
import { big, sum } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { recipientOf, requireAddress } from '../../wire/party.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { statedTotals } from '../../wire/stated-totals.ts';
import { utcText } from '../../wire/timestamps.ts';
import { addressParts, addressToWire, completed, namesOf } from '../party-to-wire.ts';
import { type Figures, orderFigures } from './figures.ts';
import { ownMark } from './own-mark.ts';
import { rowToWire, twins } from './rows-to-wire.ts';

/**
 * The entity of `POST /V1/orders`, which stores what it is given (sheet 7.10, way B): every amount in both currencies,
 * rows, addresses, payment and shipping. Mapped fields stand above what the document says. Its store view is added when
 * it is sent. Throws `address_incomplete`, `email_missing` and `credit_unsupported`.
 */
export function orderToWire(document: Document): JsonObject {
  if (document.kind === 'credit') throw rejected('credit_unsupported', { system: 'Magento' });
  const {
    payment_method: paymentField,
    shipping_method: shippingField,
    po_number,
    ...fields
  } = document.fields;
  const { rows, shipping } = orderFigures(document);
  const gross = big(statedTotals(document).gross);
  const standing = standingOf(document);
  const isDone = standing.state === 'complete';
  const shippingLine = shipping?.line.description.trim();
  const body = present({
    ext_order_id: document.reference.trim(),
    ...standing,
    created_at: utcText(new Date(document.placedAt)),
    ...customerOf(document),
    ...currencies(document.currency),
    is_virtual: 0,
    ...totals(rows, shipping, gross),
    // What is paid and sent is over: without them the shop would close it as given back (sheet 7.6).
    ...(isDone ? twins({ total_paid: gross, total_invoiced: gross, total_due: big('0') }) : {}),
    total_item_count: rows.length,
    total_qty_ordered: quantityOf(rows),
    shipping_description: document.shippingMethod?.trim() || shippingLine,
    customer_note: document.note?.trim(),
    ...fields,
    items: rows.map((row) => handled(rowToWire(row, document.pricesIncludeVat), document, isDone)),
    status_histories: [ownMark(fields.status ?? standing.status)],
    billing_address: addressOf(document, 'billing', fields.customer_email),
    payment: present({
      method: paymentField ?? paymentMethod(document, gross),
      po_number,
      ...twins({ amount_ordered: gross, shipping_amount: shipping?.net ?? big('0') }),
    }),
    extension_attributes: {
      shipping_assignments: [
        {
          shipping: {
            method: shippingField ?? shippingMethod(document),
            address: addressOf(document, 'shipping', fields.customer_email),
          },
        },
      ],
    },
  });
  if (body.customer_email !== undefined) return body;
  throw rejected('email_missing', { of: 'target', system: 'Magento', field: 'customer_email' });
}

/**
 * Money that came in elsewhere: an invoice made in the shop counts it again, so nothing is stated as paid of what is still open here.
 * What was sent and is not paid waits for its money only.
 */
function standingOf({ paid, shipped }: Document): { readonly state: string; readonly status: string } {
  if (paid && shipped) return { state: 'complete', status: 'complete' };
  return paid || shipped
    ? { state: 'processing', status: 'processing' }
    : { state: 'new', status: 'pending' };
}

/** A row of what was sent elsewhere, so that nobody packs it again. */
function handled(row: JsonObject, { shipped }: Document, isDone: boolean): JsonObject {
  const { qty_ordered: quantity } = row;
  const sent = shipped && row.is_virtual === 0 ? { qty_shipped: quantity } : {};
  return { ...row, ...sent, ...(isDone ? { qty_invoiced: quantity } : {}) };
}

function customerOf({ customer, customerId }: Document): JsonObject {
  const isGuest = customerId === '';
  const { firstname = placeholder, lastname = placeholder } = namesOf(customer);
  return {
    customer_email: customer.email?.trim(),
    customer_firstname: firstname,
    customer_lastname: lastname,
    customer_taxvat: customer.vatNumber && compactVatNumber(customer.vatNumber),
    customer_is_guest: isGuest ? 1 : 0,
    ...(isGuest ? { customer_group_id: 0 } : { customer_id: Number(customerId) }),
  };
}

/** Only orders in the currency of the books are taken, so that nothing is converted. */
function currencies(currency: string): JsonObject {
  return {
    global_currency_code: currency,
    base_currency_code: currency,
    store_currency_code: currency,
    order_currency_code: currency,
    base_to_global_rate: 1,
    base_to_order_rate: 1,
  };
}

function totals(rows: readonly Figures[], shipping: Figures | null, gross: Big): JsonObject {
  const all = shipping === null ? rows : [...rows, shipping];
  const of = (parts: readonly Figures[], name: 'net' | 'withVat' | 'discount' | 'vat' | 'hiddenTax') =>
    sum(parts.map((part) => part[name]));
  const carried = shipping === null ? [] : [shipping];
  return twins({
    grand_total: gross,
    total_due: gross,
    subtotal: of(rows, 'net'),
    subtotal_incl_tax: of(rows, 'withVat'),
    // Below zero here, above it in rows and shipping (sheet 7.4).
    discount_amount: of(all, 'discount').neg(),
    tax_amount: of(all, 'vat'),
    discount_tax_compensation_amount: of(rows, 'hiddenTax'),
    shipping_amount: of(carried, 'net'),
    shipping_incl_tax: of(carried, 'withVat'),
    shipping_tax_amount: of(carried, 'vat'),
    shipping_discount_amount: of(carried, 'discount'),
    shipping_discount_tax_compensation_amount: of(carried, 'hiddenTax'),
  });
}

function quantityOf(rows: readonly Figures[]): number {
  return Number(
    sum(rows.map(({ line }) => big(line.quantity).abs()))
      .round(4)
      .toFixed(),
  );
}

function addressOf(document: Document, type: 'billing' | 'shipping', mappedEmail: unknown): JsonObject {
  const { customer, delivery } = document;
  const place = customer.address;
  const to = recipientOf(customer, delivery);
  // A till's buyer may have one address only.
  const elsewhere = delivery !== undefined && place.street === undefined;
  const { person, address } =
    type === 'shipping' ? to : { person: customer, address: elsewhere ? to.address : place };
  const fields = addressToWire(person, address);
  requireAddress('Magento', fields, addressParts);
  return {
    address_type: type,
    ...completed(fields),
    ...present({ region: address.region, email: mappedEmail ?? customer.email?.trim() }),
  };
}

/** Those of Magento itself that need no gateway (sheet 7.10), or a code of a module as the settings give it. */
const offline = ['checkmo', 'banktransfer', 'cashondelivery', 'purchaseorder', 'free'];

/** The source's own name of a method would be a method that the shop does not know. */
function paymentMethod({ paymentMethod: method }: Document, gross: Big): string {
  if (method !== undefined && (offline.includes(method) || /^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(method)))
    return method;
  return gross.eq(0) ? 'free' : 'checkmo';
}

function shippingMethod({ shippingMethod: method }: Document): string {
  return method !== undefined && /^[a-z0-9]+_[a-z0-9_]+$/.test(method) ? method : 'flatrate_flatrate';
}
