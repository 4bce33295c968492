import type { PreviewCheck } from '../../flows/contract.ts';
import { money } from '../../records/money.ts';
import type { Texts } from '../../texts/en.ts';
import { useInWords, useTexts } from '../reader.ts';
import { CheckTable, differs, type Verdict } from './check-table.tsx';

interface CheckParts {
  /** What the source says against what the target will come to. */
  readonly checks: readonly PreviewCheck[];
  /** Null where it is not known. */
  readonly currency: string | null;
  /** What the figures come from, in words. */
  readonly notes?: readonly string[];
  /** Nothing is booked yet: the target's figures are those that a document would have. */
  readonly isPlanned?: boolean;
}

/** Renders nothing when there is nothing to compare. */
export function TotalsCheck({ checks, currency, notes = [], isPlanned = false }: CheckParts) {
  if (checks.length === 0) return null;
  const texts = useTexts();
  const inWords = useInWords();
  const { figures, pages } = texts;
  const words = pages.totals;
  return (
    <CheckTable
      id="totals"
      title={words.title}
      checks={checks}
      verdict={verdictOn(checks, words, isPlanned)}
      notes={notes.map((note) => inWords(note))}
      heads={[currency ?? '–', words.source, words.target, words.difference]}
      rowName={(name) => rowName(name, texts)}
      figure={(amount) => figures.amount(currency === null ? amount : money(amount, currency))}
      unknown={pages.parts.none}
    />
  );
}

/** A figure that is not known, of a document that is not there or of what is kept no longer, is no difference. */
function verdictOn(
  checks: readonly PreviewCheck[],
  words: Texts['pages']['totals'],
  isPlanned: boolean,
): Verdict {
  const known = checks.filter(({ actual }) => actual !== null);
  if (known.length === 0) return { tone: 'quiet', text: words.uncompared };
  if (known.some(differs)) return { tone: 'bad', text: words.different };
  if (isPlanned) return { tone: 'quiet', text: words.planned };
  return { tone: 'good', text: known.length === checks.length ? words.equal : words.equalAsKnown };
}

/** `name`: as the check has it: `gross`, `vat`, `vat:21`, or the name of a price. */
function rowName(name: string, { pages, figures }: Texts): string {
  const { totals, fields } = pages;
  if (name.startsWith('vat:')) return totals.vatAt(figures.amount(name.slice('vat:'.length)));
  return Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : name;
}

/** The currency of a record that was read, as the head of its amounts. */
export function currencyOf(source: unknown): string {
  const { currency } = (source ?? {}) as { currency?: unknown };
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? currency : 'EUR';
}
