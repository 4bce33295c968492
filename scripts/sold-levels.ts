import type { KoppelApi, Level, Transfer, View } from './koppel-api.ts';

/** SKUs that are followed at once, and for how long after a sale: a poll a minute brings their levels. */
const maxFollowed = 12;
const followedMs = 180_000;
const everyMs = 3_000;

/** Follows the levels of what was sold. A level stands in no list of what was done, so it is asked for. */
export class SoldLevels {
  readonly #api: Pick<KoppelApi, 'levels'>;
  /** When each SKU was last sold, the oldest sale first. */
  readonly #soldAt = new Map<string, number>();
  readonly #known = new Map<string, Level>();
  #next = 0;

  constructor(api: Pick<KoppelApi, 'levels'>) {
    this.#api = api;
  }

  note({ at, outcome, payload }: Pick<Transfer, 'at' | 'outcome' | 'payload'>): void {
    if (outcome !== 'done') return;
    for (const { sku } of payload?.source?.lines ?? []) {
      if (sku === undefined) continue;
      this.#soldAt.delete(sku);
      this.#soldAt.set(sku, Date.parse(at));
    }
    for (const sku of [...this.#soldAt.keys()].slice(0, -maxFollowed)) this.#soldAt.delete(sku);
  }

  /** Cells of a line for every level that was written since it was last looked at. */
  async written(views: readonly View[], now = Date.now()): Promise<string[][]> {
    if (now < this.#next) return [];
    this.#next = now + everyMs;
    const withStock = views.filter(({ flows }) => flows.some(({ flow }) => flow === 'stock'));
    const lines: string[][] = [];
    for (const [sku, soldAt] of this.#soldAt) {
      if (now - soldAt > followedMs) this.#soldAt.delete(sku);
      for (const { id } of withStock)
        for (const level of await this.#api.levels(id, sku)) lines.push(...this.#told(id, level, soldAt));
    }
    return lines;
  }

  #told(integration: string, level: Level, soldAt: number): string[][] {
    const name = [integration, level.from, level.to, level.sku].join(' ');
    const before = this.#known.get(name);
    this.#known.set(name, level);
    if (level.writtenAt === null || level.quantity === null) return [];
    const since = before?.writtenAt === undefined ? soldAt : Date.parse(before.writtenAt ?? '');
    if (Date.parse(level.writtenAt) <= since) return [];
    return [levelCells(integration, level, level.writtenAt, before?.quantity ?? null)];
  }
}

function levelCells(
  integration: string,
  { sku, quantity, to }: Level,
  at: string,
  before: string | null,
): string[] {
  const was = before === null ? '' : `, ${before} before`;
  const time = new Date(at).toLocaleTimeString('en-GB');
  return [time, integration, sku ?? '', 'stock', '', '', '', '', `${quantity} left in ${to}${was}`];
}
