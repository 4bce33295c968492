import type { FieldReader } from '../../kit/fields/field-reader.ts';
import type { Addressee } from '../customers/addressee.ts';
import { type Discount, readDiscounts } from '../invoices/invoice.ts';
import { readSaleLine, type SaleLine } from '../invoices/line.ts';

/** The enum has `peppol` too, but the text names these two, and the body has no place for a Peppol address. */
export const sendMethods = ['email', 'self'] as const;

export type SendMethod = (typeof sendMethods)[number];
export type Acceptance = 'pending' | 'accepted' | 'rejected' | 'signed';

/** What a client can write (sheet 7.1, EstimateBody). The names are the wire's. */
export interface EstimateInput {
  customer_id: string | null;
  tradename_id: string | null;
  valid_until: string | null;
  net_amounts: boolean;
  introduction: string | null;
  remarks: string | null;
  reference: string | null;
  line_items: SaleLine[];
  discounts: Discount[];
}

export interface Estimate extends EstimateInput {
  id: string;
  createdAt: number;
  /** The day of the last write or sending. */
  sentOrModifiedOn: string;
  /** From the request to send it until it is sent. */
  isOnItsWay: boolean;
  /** An invoice has been made of it. */
  isInvoiced: boolean;
  /** What sending filled in. */
  sent: SentEstimate | null;
}

interface SentEstimate {
  number: string;
  acceptance: Acceptance;
  addressee: Addressee;
  language: string;
  /** Every time that it was sent. */
  dispatched: { method: SendMethod; mailTo: string | null; on: string }[];
}

/** The fields that create and edit have in common. On edit a line may leave out anything. */
export function readEstimate(fields: FieldReader, linesAre: 'whole' | 'in parts'): EstimateInput {
  return {
    customer_id: fields.uuid('customer_id'),
    tradename_id: fields.uuid('tradename_id'),
    valid_until: fields.date('valid_until'),
    net_amounts: fields.boolean('net_amounts') ?? false,
    introduction: fields.text('introduction'),
    remarks: fields.text('remarks'),
    reference: fields.text('reference'),
    line_items: (fields.objects('line_items') ?? []).map((line) => readSaleLine(line, linesAre)),
    discounts: readDiscounts(fields),
  };
}
