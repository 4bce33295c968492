/** What a document is called in the system that it was made in, told by the sandbox: Koppel itself goes by ids. */
const lists: Readonly<
  Record<string, { readonly list: string; readonly id: string; readonly number: string }>
> = {
  jortt: { list: 'invoices', id: 'id', number: 'invoice_number' },
  ecwid: { list: 'orders', id: 'id', number: 'id' },
  magento: { list: 'orders', id: 'entity_id', number: 'increment_id' },
};

type Row = Readonly<Record<string, unknown>>;

export class DocumentNumbers {
  readonly #sandbox: string;
  readonly #known = new Map<string, string>();

  constructor(sandbox: string) {
    this.#sandbox = sandbox;
  }

  /**
   * Returns null for a document that has no number, such as a draft. One that was made just now (`isNew`) is waited for a
   * little: an invoice gets its number a moment after it is sent.
   */
  async of(system: string, id: string, isNew: boolean): Promise<string | null> {
    for (let left = isNew ? 4 : 1; left > 0; left--) {
      const known = this.#known.get(`${system} ${id}`);
      if (known !== undefined) return known;
      await this.#read(system);
      if (left > 1) await new Promise((resolve) => setTimeout(resolve, 250));
    }
    return this.#known.get(`${system} ${id}`) ?? null;
  }

  async #read(system: string): Promise<void> {
    const where = lists[system];
    if (where === undefined) return;
    const response = await fetch(`${this.#sandbox}/control/state/${system}`);
    if (!response.ok) return;
    const state = (await response.json()) as Readonly<Record<string, readonly Row[] | undefined>>;
    for (const row of state[where.list] ?? []) {
      const number = row[where.number];
      if (typeof number === 'string' && number !== '') this.#known.set(`${system} ${row[where.id]}`, number);
    }
  }
}
