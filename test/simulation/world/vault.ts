import { type Seal, SealError } from '../../../src/engine/privacy/sealing.ts';

/**
 * In place of the seal: what is stored is a number, the value lies here. It outlives the object, as a key does, and
 * opens a value in its own place only. Real sealing has tests of its own; here it would only cost time.
 */
export class Vault {
  readonly #values: { readonly place: string; readonly text: string }[] = [];

  /** For looking in from outside. */
  opened(sealed: string): string {
    return String(JSON.parse(this.#values[Number(sealed.replace('sealed:', ''))]?.text ?? 'null'));
  }

  /** As one object has it. `turn`: how long it takes, and where the object may die. */
  seal(turn: () => Promise<void>): Seal {
    const seal: Pick<Seal, keyof Seal> = {
      seal: async (place: string, value: unknown) => {
        await turn();
        return `sealed:${this.#values.push({ place, text: JSON.stringify(value) }) - 1}`;
      },
      open: async (place: string, sealed: string) => {
        await turn();
        const found = this.#values[Number(sealed.replace('sealed:', ''))];
        if (found?.place === place) return JSON.parse(found.text) as unknown;
        throw new SealError('place_differs', 'A sealed value was moved from its place.');
      },
      secretsFor: async (purpose: string) => [btoa(purpose.padEnd(32))],
      knows: () => true,
      isStale: () => false,
    };
    return seal as Seal;
  }
}
