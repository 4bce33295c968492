import type { FieldReader } from '../../kit/fields/field-reader.ts';
import type { Addressee } from '../customers/addressee.ts';
import { maxTermDays, paymentMethods } from '../customers/customer.ts';
import { type InvoiceLine, readLine } from './line.ts';

export const sendMethods = ['email', 'peppol', 'self'] as const;

export type SendMethod = (typeof sendMethods)[number];
type PaymentMethod = (typeof paymentMethods)[number];

export interface Discount {
  description: string | null;
  percentage: number;
}

/** What a client can write (sheet 4.2). The names are the wire's. */
export interface InvoiceInput {
  customer_id: string | null;
  invoice_date: string | null;
  tradename_id: string | null;
  label_ids: string[];
  delivery_period: string | null;
  delivery_period_end: string | null;
  payment_term: number | null;
  net_amounts: boolean;
  introduction: string | null;
  remarks: string | null;
  payment_method: PaymentMethod | null;
  line_items: InvoiceLine[];
  discounts: Discount[];
  reference: string | null;
}

export interface Invoice extends InvoiceInput {
  id: string;
  createdAt: number;
  sold_via_platform: boolean;
  credited_invoice_id: string | null;
  credit_invoice_ids: string[];
  /** From the request to send it until it is sent. */
  isOnItsWay: boolean;
  /** What has been paid of it, in euros. */
  paid: string;
  /** What sending filled in. */
  sent: Sent | null;
}

/** An invoice on its way. Without addresses of its own it goes to the customer's. */
export interface Dispatch {
  id: string;
  method: SendMethod;
  dueAt: number;
  mailTo: string | null;
  mailCc: string[] | null;
}

/** Filled in at sending, and final (sheet 4.8). */
export interface Sent {
  number: string;
  date: string;
  dueDate: string;
  sentOn: string;
  deliveryPeriod: string;
  deliveryPeriodEnd: string | null;
  method: SendMethod;
  paymentMethod: PaymentMethod;
  /** The customer as it was, by the wire's names. */
  customer: CustomerSnapshot;
  language: string;
}

export interface CustomerSnapshot extends Addressee {
  customer_in_eu: boolean | null;
  customer_reference: string | null;
  customer_is_private: boolean;
  customer_mail_to: string | null;
  customer_mail_cc_addresses: string[];
}

/** The fields that create and edit have in common. On edit a line may leave out anything (sheet 4.2). */
export function readInvoice(fields: FieldReader, linesAre: 'whole' | 'in parts'): InvoiceInput {
  const input: InvoiceInput = {
    customer_id: fields.uuid('customer_id'),
    invoice_date: fields.date('invoice_date'),
    tradename_id: fields.uuid('tradename_id'),
    label_ids: fields.uuids('label_ids') ?? [],
    delivery_period: fields.date('delivery_period'),
    delivery_period_end: fields.date('delivery_period_end'),
    payment_term: fields.integer('payment_term', 0, maxTermDays),
    net_amounts: fields.boolean('net_amounts') ?? false,
    introduction: fields.text('introduction'),
    remarks: fields.text('remarks'),
    payment_method: fields.oneOf('payment_method', paymentMethods),
    line_items: (fields.objects('line_items') ?? []).map((line) => readLine(line, linesAre)),
    discounts: readDiscounts(fields),
    reference: fields.text('reference'),
  };
  const { delivery_period: start, delivery_period_end: end } = input;
  if (end !== null) fields.require('delivery_period');
  if (start !== null && end !== null && end < start) fields.invalid('delivery_period_end');
  return input;
}

export function readDiscounts(fields: FieldReader): Discount[] {
  return (fields.objects('discounts') ?? []).map(readDiscount);
}

function readDiscount(fields: FieldReader): Discount {
  fields.require('percentage');
  return {
    description: fields.text('description'),
    percentage: fields.integer('percentage', 0, 100) ?? 0,
  };
}
