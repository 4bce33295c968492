import type { Document } from '../records/document.ts';
import type { Decimal } from '../records/money.ts';
import type { SoldPieces } from './links.ts';

/**
 * What a document is to be, as far as the target states it of what stands there: it tells an order's own document from
 * another one under the same reference. Kept with the step while the outcome is unknown. Nothing personal.
 */
export interface Meant {
  /** With VAT. */
  readonly gross: Decimal;
  readonly vat: Decimal;
  /** The order's then: the document's may differ from it as far as the settings accept that. */
  readonly orderVat: Decimal;
  /** ISO 4217. */
  readonly currency: string;
  /** The kind of the document, where it is not what the target makes when no setting says otherwise. */
  readonly document?: Document['kind'];
  /** The first and the last day that the document may have, `2026-03-02`. */
  readonly days: readonly [from: string, until: string];
  /** The customer's id in the target; empty for a guest. */
  readonly customerId: string;
  /** What the order sold then. Absent where nothing is sold by it, and in steps of before. */
  readonly pieces?: readonly SoldPieces[];
  /** Keyed fingerprint of the buyer's e-mail address, or of the name where there is none. */
  readonly buyer: string | null;
}
