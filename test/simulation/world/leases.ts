import type { Claim } from '../../../src/engine/bulk/claim.ts';

interface Holding {
  readonly flow: string;
  readonly keys: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly until: number;
  /** Somebody else was given some of its keys since. */
  isOvertaken: boolean;
}

/** Who holds which keys, as those know it who were given them: no two at once, and nothing is taken of who lost them. */
export class Leases {
  /** What should not be so. */
  readonly violations: string[] = [];
  readonly #held = new Map<string, Holding>();

  claimed({ lease, flow, from, to, keys }: Claim, until: number, now: number): void {
    const holding = {
      flow: `${flow.flow}:${from.place}:${to.place}`,
      keys: new Set(keys.map(({ key }) => key)),
      until,
      isOvertaken: false,
    };
    for (const other of this.#held.values()) {
      const isShared = other.flow === holding.flow && [...other.keys].some((key) => holding.keys.has(key));
      if (!isShared) continue;
      other.isOvertaken = true;
      if (other.until > now) this.violations.push(`two hold keys of ${holding.flow} at once`);
    }
    this.#held.set(lease, holding);
  }

  /** `isTaken` false: nobody knows whether it was. */
  reported(lease: string, isTaken: boolean): void {
    const holding = this.#held.get(lease);
    this.#held.delete(lease);
    if (isTaken && holding?.isOvertaken) this.violations.push(`an old result of ${holding.flow} was taken`);
  }
}
