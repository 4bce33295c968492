import type { PreviewCheck } from '../../flows/contract.ts';
import { big, normalise } from '../../records/money.ts';
import { useTexts } from '../reader.ts';
import { CheckTable, differs } from './check-table.tsx';

interface CheckParts {
  /** By SKU: the number that belongs into the target against the one that stands there. */
  readonly checks: readonly PreviewCheck[];
  readonly notes?: readonly string[];
}

/** Pieces, where `TotalsCheck` has money. Renders nothing when there is nothing to compare. */
export function LevelCheck({ checks, notes = [] }: CheckParts) {
  if (checks.length === 0) return null;
  const { figures, pages } = useTexts();
  const { title, equal, different, wanted, standing, uncounted } = pages.levelCheck;
  // One that the target does not count yet is not as it should be either.
  const isEqual = !checks.some((check) => check.actual === null || differs(check));
  return (
    <CheckTable
      id="levels"
      title={title}
      checks={checks}
      verdict={isEqual ? { tone: 'good', text: equal } : { tone: 'bad', text: different }}
      notes={notes}
      heads={['SKU', wanted, standing, pages.totals.difference]}
      rowName={(sku) => sku}
      figure={(pieces) => figures.amount(normalise(big(pieces)))}
      unknown={uncounted}
    />
  );
}
