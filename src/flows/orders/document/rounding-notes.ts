import { money } from '../../../records/money.ts';
import type { NoteCode, NoteParams } from '../../../texts/en.ts';
import type { Note } from '../../contract.ts';
import type { OrderWork } from '../work.ts';
import type { Balanced } from './balance.ts';

const code = 'rounded' satisfies NoteCode;

/** Tells why a document has rounding lines, and what else could be done. Nothing where it has none. */
export function roundingNotes(
  { context, order }: OrderWork,
  { document, totals, rounded }: Balanced,
): Note[] {
  if (rounded === null) return [];
  const { currency } = order;
  const lines = document.lines.filter(({ kind }) => kind === 'rounding');
  const params: NoteParams<typeof code> = {
    by: rounded.by ?? '',
    system: context.target.connector.name,
    currency,
    gross: totals.gross,
    vat: totals.vat,
    ownGross: rounded.before.gross,
    ownVat: rounded.before.vat,
    lines: lines.map(({ unitPrice, vatRate }) => `${money(unitPrice, currency)} · ${vatRate} %`),
    accepts: context.settings.rounding.vat === 'accept',
  };
  return [{ code, params: { ...params } }];
}

/** Keeps them with the activity, where there are any. */
export function keepNotes(work: OrderWork, balanced: Balanced): void {
  const notes = roundingNotes(work, balanced);
  if (notes.length > 0) work.context.keep('notes', notes);
}
