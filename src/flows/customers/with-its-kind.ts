/**
 * Who becomes a company, or is one no more, is one change: a name is another thing with another kind, and a contact and a company's numbers
 * come and go with it. The kind alone would make a company of whatever name stands there, and say what nobody said.
 */
import type { CustomerPart } from '../../connectors/contract/target.ts';
import type { Verdict } from '../merge.ts';

const goTogether: ReadonlySet<string> = new Set<CustomerPart>([
  'kind',
  'name',
  'contact',
  'vatNumber',
  'cocNumber',
  'reverseCharge',
]);

/** Where the kind is to be written, and both sides changed one of what goes with it, a person decides on all of that. */
export function withItsKind(verdicts: ReadonlyMap<string, Verdict>): ReadonlyMap<string, Verdict> {
  const those = [...verdicts].filter(([part]) => goTogether.has(part));
  const isParted = isWritten(verdicts.get('kind')) && those.some(([, verdict]) => verdict === 'conflict');
  if (!isParted) return verdicts;
  const parked = those
    .filter(([, verdict]) => isWritten(verdict))
    .map(([part]) => [part, 'conflict'] as const);
  return new Map([...verdicts, ...parked]);
}

function isWritten(verdict: Verdict | undefined): boolean {
  return verdict === 'write' || verdict === 'clear';
}
