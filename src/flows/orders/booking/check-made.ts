import type { MadeDocument } from '../../../connectors/contract/target.ts';
import { big, type Decimal, money } from '../../../records/money.ts';
import type { OrderFacts } from '../../links.ts';
import type { OrderWork } from '../work.ts';

interface Amounts {
  readonly gross: Decimal;
  readonly vat: Decimal;
}

/** As the target states it; the VAT is null where it states none. */
interface Stated {
  readonly gross: Decimal;
  readonly vat: Decimal | null;
  readonly number: string | undefined;
}

/** What the target tells of a document that was made, as its link keeps it. */
type Told = Pick<OrderFacts, 'made' | 'number'>;

/**
 * Compares what was made with what was meant, by the answer of the create, or by one read where that says too little.
 * Returns the difference as the link keeps it: it is flagged when the booked order is looked at next, and nothing is made
 * again.
 */
export async function checkMade(work: OrderWork, made: MadeDocument, meant: Amounts): Promise<Told> {
  const stated = await statedOf(work, made);
  const number = stated?.number ?? made.number;
  const told = number === undefined ? {} : { number };
  if (stated === null || isAsMeant(work, stated, meant)) return told;
  const shown = (amount: Decimal | null) => (amount === null ? '' : money(amount, work.order.currency));
  const amounts = [stated.gross, stated.vat, meant.gross, meant.vat];
  return { ...told, made: amounts.map(shown).join(' ') };
}

/** Returns null where the document cannot be read back. */
async function statedOf(
  { context, endpoints }: OrderWork,
  { id, gross, vat, number }: MadeDocument,
): Promise<Stated | null> {
  if (gross !== undefined && vat !== undefined) return { gross, vat, number };
  const read = await endpoints.target.get(context.target.api, id);
  return read && { gross: read.gross, vat: read.vat ?? null, number: read.number };
}

/** The gross never differs; the VAT only as far as the settings accept it. */
function isAsMeant({ context }: OrderWork, stated: Stated, meant: Amounts): boolean {
  const { tolerance, vat } = context.settings.rounding;
  if (!big(stated.gross).eq(meant.gross)) return false;
  if (stated.vat === null) return true;
  const off = big(stated.vat).minus(meant.vat).abs();
  return off.lte(vat === 'accept' ? tolerance : 0);
}
