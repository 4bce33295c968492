import { foldedNumber } from '../../records/order-number.ts';
import type { Numbered } from '../contract/source.ts';

/** Those of the candidates whose number begins with this text, in whatever case. */
export function numbered(candidates: readonly Numbered[], number: string): Numbered[] {
  const wanted = foldedNumber(number);
  return candidates.filter((each) => foldedNumber(each.number).startsWith(wanted));
}
