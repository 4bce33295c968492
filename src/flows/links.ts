/**
 * What is kept of every record that was carried: its id in the target, and what its flow compares with later. The engine
 * stores links and does not read their facts. They hold ids, amounts and keyed fingerprints, nothing personal.
 */
import type { Decimal } from '../records/money.ts';

/** A source id and the id in the target. */
export interface Link<Facts> {
  readonly targetId: string;
  /** Keyed fingerprint of what was last written; empty where that is not known. */
  readonly fingerprint: string;
  readonly facts: Facts;
  /** Whose link it is, by the keyed fingerprint of the e-mail address: erasing that person deletes it. */
  readonly emailFingerprint?: string;
}

/** An order and its document. Amounts are those of the order when it was booked, with what was accepted or credited since. */
export interface OrderFacts {
  readonly gross: Decimal;
  readonly vat: Decimal;
  /** What the books have given back so far, with VAT. */
  readonly credited: Decimal;
  /** What the document can be found by. */
  readonly reference?: string;
  readonly state?: 'draft' | 'sent';
  /** A difference that a person must see, as `gross vat givenBack`. */
  readonly flagged?: string;
  /** The difference that a person has accepted, likewise. */
  readonly accepted?: string;
  /** What was accepted before that, for the person to take it back. */
  readonly acceptedBefore?: string;
  /** What the order had given back when the credit was begun that is under way. */
  readonly crediting?: Decimal;
  /** What that credit can be found by; empty for one of the whole document. */
  readonly creditReference?: string;
}
export type OrderLink = Link<OrderFacts>;

/** A customer, under its address or under its id in the source. */
export interface CustomerFacts {
  /** The record of the source that owns this address. */
  readonly source?: string;
  /** When the order was placed whose address was written last. */
  readonly asOf?: string;
}
export type CustomerLink = Link<CustomerFacts>;

/** What links are kept of. */
export interface LinkFacts {
  readonly order: OrderFacts;
  readonly customer: CustomerFacts;
}
export type LinkedRecord = keyof LinkFacts;

/** The links from this flow's source to its target. */
export interface Links {
  get<Kind extends LinkedRecord>(record: Kind, key: string): Link<LinkFacts[Kind]> | null;
  put<Kind extends LinkedRecord>(record: Kind, key: string, link: Link<LinkFacts[Kind]>): void;
  forget(record: LinkedRecord, key: string): void;
}
