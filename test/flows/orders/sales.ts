import type { Aftermath, DocumentTarget } from '../../../src/connectors/contract/target.ts';

type Happening = keyof Aftermath;

/** What a shop knows of the sales that were made in it, as far as the flow tells it. */
export class Sales {
  /** Every call, in turn. */
  readonly told: Aftermath[] = [];
  /** By the id of the order there. */
  readonly standing = new Map<string, Set<Happening>>();
  /** What people in the shop made impossible to tell. */
  cannot: readonly Happening[] = [];
  /** What a call meets on its way: it may throw before or after it is carried out. */
  trouble: (when: 'before' | 'after') => void = () => undefined;

  readonly follow: NonNullable<DocumentTarget['follow']> = async (_api, id, aftermath) => {
    this.told.push(aftermath);
    this.trouble('before');
    const asked = (Object.keys(aftermath) as Happening[]).filter((what) => aftermath[what]);
    const sale = this.of(id);
    for (const what of asked) if (!this.cannot.includes(what)) sale.add(what);
    this.trouble('after');
    return asked.filter((what) => this.cannot.includes(what));
  };

  of(id: string): Set<Happening> {
    const sale = this.standing.get(id) ?? new Set();
    this.standing.set(id, sale);
    return sale;
  }
}
