import { type SystemName, type Trait, type Traits, traitNames } from './desk.ts';

/** A trait as somebody set it, in one of the systems. */
export interface Edit {
  readonly at: number;
  readonly side: SystemName;
  readonly value: string;
}

/** One who has an account somewhere, and all that people ever made of it. */
export class Somebody {
  readonly edits = new Map<Trait, Edit[]>();
  /** Where the account was taken away by hand, and when. */
  readonly goneFrom = new Map<SystemName, number>();
  /** The account's id at home; empty until it is there. */
  homeId = '';

  constructor(
    /** A word that stands in the name and the company, whatever else becomes of them, and in nobody else's. */
    readonly mark: string,
    /** Where the account was made by hand. */
    readonly home: SystemName,
    at: number,
    traits: Traits,
  ) {
    for (const trait of traitNames) this.edits.set(trait, [{ at, side: home, value: traits[trait] }]);
  }

  set(trait: Trait, edit: Edit): void {
    this.edits.set(trait, [...(this.edits.get(trait) ?? []), edit]);
  }

  /** As the last one to touch it left each trait. */
  get traits(): Traits {
    const last = (trait: Trait) => this.edits.get(trait)?.at(-1)?.value ?? '';
    return {
      email: last('email'),
      name: last('name'),
      company: last('company'),
      phone: last('phone'),
      street: last('street'),
    };
  }

  /** When the account was made by hand. */
  get bornAt(): number {
    return this.edits.get('name')?.[0]?.at ?? 0;
  }

  /** Whether this trait is something else by now than it was then. */
  isOther(trait: Trait, since: number): boolean {
    const edits = this.edits.get(trait) ?? [];
    return edits.findLast(({ at }) => at < since)?.value !== edits.at(-1)?.value;
  }

  get lastEditAt(): number {
    return Math.max(...[...this.edits.values()].flatMap((edits) => edits.map(({ at }) => at)));
  }

  /** On which sides people worked on one of these traits. */
  sidesOf(traits: readonly Trait[]): ReadonlySet<SystemName> {
    return new Set(traits.flatMap((trait) => (this.edits.get(trait) ?? []).map(({ side }) => side)));
  }
}

/** A sale that somebody really made. */
export interface Sale {
  readonly at: number;
  readonly system: SystemName;
  readonly gross: string;
  /** The mark of who bought. */
  readonly mark: string;
  readonly buyer: Traits;
}
