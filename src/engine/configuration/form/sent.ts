/** What a form sends, in its order: a name may come several times. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** The same, found by name. Rows of a table have names of their own: `fees.rows.0`, `fees.rows.1`, with their fields below them. */
export class Sent {
  readonly #byName = new Map<string, string[]>();
  /** By the name of a table: the numbers of its rows. */
  readonly #rows = new Map<string, Set<number>>();

  constructor(entries: Entries) {
    for (const [name, value] of entries) {
      const before = this.#byName.get(name);
      if (before === undefined) this.#byName.set(name, [value]);
      else before.push(value);
      for (const { index, 1: number = '' } of name.matchAll(/\.(\d{1,6})(?=\.|$)/g))
        this.#noteRow(name.slice(0, index), Number(number));
    }
  }

  /** Empty for what was not sent. */
  text(name: string): string {
    return this.#byName.get(name)?.[0] ?? '';
  }

  texts(name: string): readonly string[] {
    return this.#byName.get(name) ?? [];
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  rows(table: string): readonly number[] {
    return [...(this.#rows.get(table) ?? [])].sort((a, b) => a - b);
  }

  #noteRow(table: string, row: number): void {
    const rows = this.#rows.get(table) ?? new Set();
    this.#rows.set(table, rows.add(row));
  }
}
