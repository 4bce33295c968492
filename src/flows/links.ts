/**
 * What is kept of every record that was carried: its id in the target, and what its flow compares with later. The engine
 * stores links and does not read their facts. They hold ids, amounts and keyed fingerprints, nothing personal.
 */
import type { Aftermath } from '../connectors/contract/target.ts';
import type { Document } from '../records/document.ts';
import type { Decimal } from '../records/money.ts';
import type { RateShare, Refund } from '../records/order.ts';
import type { Bases } from './merge.ts';
import type { DaySettings } from './orders/day/settings.ts';

/** A source id and the id in the target. */
export interface Link<Facts> {
  readonly targetId: string;
  /** Keyed fingerprint of what was last written; empty where that is not known. */
  readonly fingerprint: string;
  readonly facts: Facts;
  /** Whose link it is, by the keyed fingerprint of the e-mail address: erasing that person deletes it. */
  readonly emailFingerprint?: string;
}

/** How many were sold of a SKU. */
export interface SoldPieces {
  readonly sku: string;
  readonly quantity: Decimal;
}

/** An order and its document. Amounts are those of the order when it was booked: the document's, whatever a person has accepted since. */
export interface OrderFacts {
  readonly gross: Decimal;
  readonly vat: Decimal;
  /** ISO 4217. Absent in links of before. */
  readonly currency?: string;
  /** What of it is credited so far, with VAT. */
  readonly credited: Decimal;
  /** What the document can be found by. */
  readonly reference?: string;
  /** The number by which people know the document in the target, where it was told. */
  readonly number?: string;
  readonly state?: 'draft' | 'sent';
  /** The kind of the document, where it is not what the target makes when no setting says otherwise. */
  readonly document?: Document['kind'];
  /** Instant, ISO 8601 in UTC: since when the books stand for the order. Absent in links of before. */
  readonly bookedAt?: string;
  /** What it sold when it was booked, or a person saw to last, by the source's SKUs: what is more than that has not reached the target. Absent in links of before. */
  readonly pieces?: readonly SoldPieces[];
  /** The document stood there already when the order was seen first: credits may stand there too. */
  readonly adopted?: boolean;
  /**
   * What the document, or its last credit, came to as the target states it, where that is not what was meant: as
   * `gross vat meantGross meantVat`, its VAT empty where the target states none.
   */
  readonly made?: string;
  /** What the document says of what became of the sale: as it was made, was told since, or a person has seen to. */
  readonly followed?: readonly (keyof Aftermath)[];
  /** What of that a person must see, beside `flagged`. */
  readonly flaggedAfter?: readonly (keyof Aftermath)[];
  /** A difference that a person must see, as `gross vat givenBack`. */
  readonly flagged?: string;
  /** The difference that a person has accepted, likewise. */
  readonly accepted?: string;
  /** What was accepted before something was credited, with that, likewise: what the order is compared with, where the amounts above say otherwise. */
  readonly settled?: string;
  /** What stood in place of `accepted` before, for the person to take it back. */
  readonly undo?: Pick<
    OrderFacts,
    'made' | 'flaggedAfter' | 'flaggedByRate' | 'flaggedPieces' | 'pieces' | 'creditedByRate' | 'accepted'
  >;
  /** What the order had given back when the credit was begun that is under way. */
  readonly crediting?: Decimal;
  /** What that credit can be found by; empty for one of the whole document. */
  readonly creditReference?: string;
  /** Per VAT rate, what the books have given back; what it lacks of all that is not known per rate. */
  readonly creditedByRate?: readonly RateShare[];
  /** What `creditedByRate` is once the credit that is under way is made. */
  readonly creditingByRate?: readonly RateShare[];
  /** What the source says per rate of the refunds that are flagged; the person who accepts them has seen to just that. */
  readonly flaggedByRate?: readonly RateShare[];
  /** What the order sells that is flagged; the person who accepts it has seen to just that. */
  readonly flaggedPieces?: readonly SoldPieces[];
}

export type OrderLink = Link<OrderFacts>;

/** A customer, under who it is, or under its id in the source or in the target. */
export interface CustomerFacts {
  /** The record of the source that owns the one of the target. */
  readonly source?: string;
  /** When the order was placed, or the record of the source carried, whose data stand there. ISO 8601 in UTC. */
  readonly asOf?: string;
  /** The orders flow made the record of the target, and no customers flow has linked it since. */
  readonly by?: 'orders';
  /** What orders said of the record that stands there, part by part: it is nobody's word when a customers flow comes to link it. */
  readonly ordered?: Bases;
  /** Of a record of the source: the key of the link by who it is. */
  readonly who?: string;
  /** Of a record of the source: every part of it as it was when both sides were last equal. */
  readonly bases?: Bases;
  /** Of a record of the source: the parts that both sides changed, as they are now. A person must see them. */
  readonly flagged?: Bases;
  /** What stood in `bases` of the parts that a person has left different, for the person to take that back. */
  readonly undo?: Bases;
  /**
   * What updates sent that were not answered, until the first look once they can no longer be done: of a record of the source, or, with what orders
   * said of a record of the target, those of orders.
   */
  readonly late?: LateWork;
  /** Of a record of the source: the one of the target was deleted there. `left`: a person has left it at that. */
  readonly gone?: 'flagged' | 'left';
}

/** What a system may yet do, or undo, of what it was told of a record that is compared part by part. */
export interface LateWork {
  /** Epoch ms. */
  readonly until: number;
  /** One for every update that was not answered. */
  readonly sent: readonly Bases[];
}
export type CustomerLink = Link<CustomerFacts>;

/**
 * What a receipt adds to its till's day, under its id in the source. `Link.targetId` is the key of the day that it is in; of one that was read and is
 * in none that of the day that waits for it, marked as such, or empty where no day does.
 */
export interface ReceiptFacts {
  /** The turnover with VAT, also of one that was given back since; below zero for a return. */
  readonly gross: Decimal;
  /** As the till states it, `amount` with VAT. `parts`: how many were rounded by themselves. */
  readonly byRate: readonly {
    readonly rate: Decimal;
    readonly amount: Decimal;
    readonly vat: Decimal;
    readonly parts: number;
  }[];
  readonly refunds?: readonly NotedRefund[];
  /** Since when it is known to be cancelled, epoch milliseconds: all that was left of it is given back then. */
  readonly cancelledAt?: number;
  readonly refundUnstated?: true;
  readonly paid: boolean;
  readonly taken: Takings;
}

/** `at`: since when it is known, epoch milliseconds. Days credit in that order, whatever they come to hear of later. */
export interface NotedRefund extends Refund {
  readonly at: number;
  /** The source says no more of it than an amount. */
  readonly isAmount?: true;
}

/** What a till took in beside the turnover, and how all of it was paid; what vouchers paid is apart. */
export interface Takings {
  readonly rounding: Decimal;
  readonly tips: Decimal;
  readonly vouchersSold: Decimal;
  readonly vouchersUsed: Decimal;
  readonly payments: { readonly method: string; readonly amount: Decimal }[];
}

/** A till's day that is over. */
export interface DayFacts {
  /** Since when all that the source told of it is stored, epoch milliseconds: what was noticed by then is waited for. */
  readonly readAt: number;
  /** How its document was made, and is credited: the settings may say otherwise by then. */
  readonly as: Pick<DaySettings, 'accounts' | 'vouchers'>;
}

/** A credit of an order, under the order's key and what it had given back then. */
export type CreditFacts = Readonly<Record<string, never>>;

/** A price as the source states it, beside what was written for it. */
export interface PricePair {
  readonly from: Decimal;
  readonly to: Decimal;
  /** Percent of VAT that this direction put on then, below zero what it took off, 0 neither. Left out where it is not known. */
  readonly vat?: Decimal;
}

/** Prices by field. */
export type PricePairs = Readonly<Record<string, PricePair>>;

/** Fields that both directions carry, as far as both sides were equal once. */
export interface MetFields {
  /** Keyed fingerprints of what was last said, by field; empty where nothing was. */
  readonly said: Readonly<Record<string, string>>;
  /** Of what stood in the target when both were last equal, where something goes back. */
  readonly stood?: Readonly<Record<string, string>>;
  /** The fields that both sides changed since, as they are now. A person must see them. */
  readonly flagged?: Bases;
  /** What was known of those that a person has left different, for the person to take that back. */
  readonly undo?: Bases;
}

/** Of a variant: where it stands in the target. */
export interface VariantFacts extends MetFields {
  readonly id: string;
  /** As it was last said; empty where it has none. */
  readonly sku: string;
  readonly prices?: PricePairs;
  /** The source has it no longer. */
  readonly retired?: true;
  /** The source does not sell it for now, and the target cannot switch it off: its level there is none. */
  readonly off?: true;
}

/** A product, under its id in the source. `Link.fingerprint` is of all that was last said; empty where some of it was not done. */
export interface ProductFacts extends MetFields {
  /** The SKU that it has in the target, as it was last said. */
  readonly sku: string;
  /**
   * Keyed fingerprints of what was last said, by field; `value.x` of the target's own fields, `categories` and `pictures` of the whole lists. Empty where
   * the source had nothing. A field that is not there was never said.
   */
  readonly said: Readonly<Record<string, string>>;
  /** What both sides were equal by: it is said again, and not reckoned anew, while the source's price and the VAT on its way are the same. */
  readonly prices?: PricePairs;
  /** Koppel made the product there; else it stood there already. */
  readonly made?: true;
  /** By the source's id of the variant. */
  readonly variants: Readonly<Record<string, VariantFacts>>;
  /** The target's id of the picture by version; empty where both sides had it, and it is not Koppel's. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Those that Koppel put it into: the source's id by the target's. */
  readonly categories: Readonly<Record<string, string>>;
  /** Keyed fingerprints of the values that Koppel put there, by the target's name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The source has it no longer. */
  readonly gone?: true;
  /** What was sent and not answered, while it may still be done: one for every update. */
  readonly late?: readonly LateProduct[];
  /** Variants that are products of their own in the target, by the source's id of the variant. */
  readonly apart?: Readonly<Record<string, Link<ProductFacts>>>;
  /** It was made of one variant of a product: there is nothing to carry back. */
  readonly variantOf?: true;
}
export type ProductLink = Link<ProductFacts>;

/** What a system was told of a product. */
export interface SentFields {
  /** Keyed fingerprints of what was sent, by field as in `said`. */
  readonly sent: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of each variant that was sent, by the source's id. */
  readonly variants: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** As in the facts, of the list that was sent, with those that it was taken out of; left out where none was. */
  readonly categories?: Readonly<Record<string, string>>;
  /** Those that it was taken out of, by the target's id. */
  readonly left?: readonly string[];
  /** As in the facts, of the list that was sent: empty ids of those that were new in it; left out where none was sent. */
  readonly pictures?: Readonly<Record<string, string>>;
  /** Pictures that were taken away, also to put another in their place, by the target's id. */
  readonly dropped?: readonly string[];
  /** Pictures that were sent and go by their address, by that: only so is it known whose one is that stands there late. */
  readonly brought?: readonly string[];
}

/** What a system may yet do of what it was told of a product. */
export interface LateProduct extends SentFields {
  /** Epoch ms. */
  readonly until: number;
}

/** A variant that is a product of its own in the target, under `product/variant`: its facts stand with the product, and its id is found by this. */
export interface PartFacts {
  /** Koppel made it. */
  readonly made?: true;
}

/** A category, under its id in the source. */
export interface CategoryFacts {
  /** Every part of it as it was when it was last said, or both sides were last equal. Absent where nothing was compared yet. */
  readonly bases?: Bases;
  /** Koppel made the category there; else it stood there already. */
  readonly made?: true;
  /** The source has it no longer. */
  readonly gone?: true;
  /** It was deleted in the target. `left`: a person has left it at that. */
  readonly lost?: 'flagged' | 'left';
  /** The parts that both sides changed, as they are now. A person must see them. */
  readonly flagged?: Bases;
  /** What stood in `bases` of the parts that a person has left different, for the person to take that back. */
  readonly undo?: Bases;
  /** What was sent and not answered, until the first look once it can no longer be done. */
  readonly late?: LateWork;
}
export type CategoryLink = Link<CategoryFacts>;

/** What links are kept of. */
export interface LinkFacts {
  readonly order: OrderFacts;
  readonly credit: CreditFacts;
  readonly receipt: ReceiptFacts;
  readonly day: DayFacts;
  readonly customer: CustomerFacts;
  readonly product: ProductFacts;
  readonly part: PartFacts;
  readonly category: CategoryFacts;
}
export type LinkedRecord = keyof LinkFacts;

/** A record that is linked to something in the target. */
export interface LinkOwner {
  readonly key: string;
  /** Whether it is of this flow's own source; else `key` is an id of another one. */
  readonly own: boolean;
}

/** The links from this flow's source to its target. */
export interface Links {
  get<Kind extends LinkedRecord>(record: Kind, key: string): Link<LinkFacts[Kind]> | null;
  put<Kind extends LinkedRecord>(record: Kind, key: string, link: Link<LinkFacts[Kind]>): void;
  forget(record: LinkedRecord, key: string): void;
  /** All records of this kind that are linked to this id in the target, whichever of the integration's sources they are of. */
  recordsOf(record: LinkedRecord, targetId: string): readonly LinkOwner[];
}
