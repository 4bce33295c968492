import type { DocumentTarget } from '../../../connectors/contract/target.ts';

/** Where a document is credited only as a whole, a part of it is for a person. */
export function canCredit({ kinds, credit }: Pick<DocumentTarget, 'kinds' | 'credit'>): boolean {
  return kinds.includes('credit') || credit !== undefined;
}
