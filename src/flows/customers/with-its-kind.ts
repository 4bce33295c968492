/**
 * Who becomes a company, or is one no more, is one change: a name is another thing with another kind, and a contact and a company's numbers
 * come and go with it. The kind alone would make a company of whatever name stands there, a name alone would call a company by the name of a
 * person, and what the way back says of either would be nobody's word.
 */
import type { CustomerPart, Parts } from '../../connectors/contract/target.ts';
import { isKept, isNone, type Verdict } from '../merge.ts';

const goTogether: ReadonlySet<string> = new Set<CustomerPart>([
  'kind',
  'name',
  'contact',
  'vatNumber',
  'cocNumber',
  'reverseCharge',
]);

interface Outcome {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly said: Parts;
  readonly stands: Parts;
  /** Parts that stay as they are as an old write of the way back has only now brought them back to the source: it puts them right first. */
  readonly broughtBack: readonly string[];
}

/**
 * All of that is carried, or nothing: what the two would have afterwards decides. Where some of it would be carried by itself a person decides on
 * all that they have otherwise, and where the way back comes first it waits for that.
 */
export function withItsKind(outcome: Outcome): ReadonlyMap<string, Verdict> {
  const { verdicts, said, broughtBack } = outcome;
  const those = [...verdicts].filter(([part]) => goTogether.has(part));
  if (isWhole(outcome, those)) return verdicts;
  const other = those.filter(([part, verdict]) => verdict !== 'same' && !isUnsaid(said, part, verdict));
  const verdict = those.some(([part]) => broughtBack.includes(part)) ? 'kept' : 'conflict';
  return new Map([...verdicts, ...other.map(([part]) => [part, verdict] as const)]);
}

function isWhole(
  { verdicts, said, stands }: Outcome,
  those: readonly (readonly [string, Verdict])[],
): boolean {
  const kind = verdicts.get('kind') ?? 'same';
  if (isWritten(kind)) {
    return those.every(
      ([part, verdict]) =>
        verdict === 'same' ||
        isWritten(verdict) ||
        isUnsaid(said, part, verdict) ||
        // As equal as the two can be.
        (verdict === 'kept' && isKept(said[part], stands[part])),
    );
  }
  const isOfOneKind = kind === 'same' || isNone(said.kind) || isNone(stands.kind);
  return isOfOneKind || those.every(([, verdict]) => verdict === 'same' || verdict === 'kept');
}

/** What only the target has is its own. */
function isUnsaid(said: Parts, part: string, verdict: Verdict): boolean {
  return verdict === 'kept' && isNone(said[part]);
}

function isWritten(verdict: Verdict): boolean {
  return verdict === 'write' || verdict === 'clear';
}
