import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { bearer } from '../../../src/connectors/contract/auth.ts';
import type { CategoryTarget, StandingCategory } from '../../../src/connectors/contract/categories.ts';
import { type Connector, defineConnector } from '../../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../../src/connectors/contract/limits.ts';
import { byTime } from '../../../src/connectors/contract/source.ts';
import type { JsonObject } from '../../../src/connectors/contract/target.ts';
import type { Category } from '../../../src/records/category.ts';
import { problem, rejected } from '../../../src/records/problem.ts';

export interface Row extends Partial<Omit<Category, 'id' | 'updatedAt'>> {
  readonly name: string;
  readonly values?: JsonObject;
}

interface Traits {
  /** What it makes of what it is sent: no system keeps everything as it came. */
  readonly keeps?: (row: Row, before?: Row) => Row;
}

/** A shop with a tree of categories, in memory, that can be source and target. */
export class FakeShop {
  readonly rows = new Map<string, Row>();
  /** As `get 1`, `children 1`, `update 1`, `create`. */
  readonly calls: string[] = [];
  /** What lists still show in the place of categories, by id; their own addresses do not. */
  readonly listedAs = new Map<string, Row>();
  /** Ids of what was written since the last look: what its notices tell. */
  readonly changed = new Set<string>();
  /** What a call meets on its way: it may throw instead of being answered, before or after it is carried out. */
  trouble: (call: string, when: 'before' | 'after') => void = () => undefined;
  /** Whether an update is not answered, and is done later. */
  hangsUp: () => boolean = () => false;
  /** What it has still to do. */
  readonly late: (() => void)[] = [];
  readonly api = {
    account: { name: '', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} },
  } as unknown as Api;
  readonly connector: Connector;
  #made = 0;

  constructor(
    readonly name: string,
    private readonly traits: Traits = {},
  ) {
    this.connector = defineConnector({
      id: name,
      name: name.toUpperCase(),
      credentials: z.object({}),
      baseUrl: () => `https://${name}.example.com`,
      limits: [window(10, '1s'), concurrent(4)],
      searchDelayMs: 10_000,
      auth: () => bearer('x'),
      readError: () => null,
      account: async () => this.api.account,
      categories: {
        source: {
          changes: byTime(async () => ({ changes: [], next: null })),
          get: (_api, key) => this.#call(`read ${key}`, () => this.#standing(key)?.category ?? null),
        },
        target: this.#target(),
      },
    });
  }

  /** What somebody enters there by hand. */
  enter(row: Row): string {
    const id = `${this.name}${++this.#made}`;
    this.rows.set(id, this.#kept(row));
    this.changed.add(id);
    return id;
  }

  edit(id: string, row: Partial<Row>): void {
    this.rows.set(id, this.#kept({ ...this.row(id), ...row }, this.row(id)));
    this.changed.add(id);
  }

  delete(id: string): void {
    this.rows.delete(id);
    this.changed.add(id);
  }

  row(id: string): Row {
    const row = this.rows.get(id);
    if (!row) throw new Error(`no ${id}`);
    return row;
  }

  get writes(): string[] {
    return this.calls.filter((call) => /^(create|update)/.test(call));
  }

  /** Every category by the names on the way to it, sorted: `Keuken > Thee`. */
  paths(): string[] {
    return [...this.rows.keys()].map((id) => this.path(id)).sort();
  }

  path(id: string): string {
    const { name, parentId } = this.row(id);
    return parentId ? `${this.path(parentId)} > ${name}` : name;
  }

  /** Whether the second is the first, or stands below it. */
  isBelow(top: string, id: string | null | undefined): boolean {
    return !!id && (id === top || this.isBelow(top, this.row(id).parentId));
  }

  #kept(row: Row, before?: Row): Row {
    return this.traits.keeps?.(row, before) ?? row;
  }

  #standing(id: string, row = this.rows.get(id)): StandingCategory | null {
    if (row === undefined) return null;
    const { values = {}, ...category } = row;
    return { id, category: { id, parentId: null, ...category }, values };
  }

  async #call<T>(call: string, work: () => T): Promise<T> {
    this.calls.push(call);
    this.trouble(call, 'before');
    await Promise.resolve();
    const answer = work();
    this.trouble(call, 'after');
    return answer;
  }

  #target(): CategoryTarget {
    return {
      fields: z.object({ title: z.string(), position: z.string() }).partial(),
      lengths: { name: 60 },
      toWire: ({ values, ...draft }) => ({ ...draft, ...values }),
      get: (_api, id) => this.#call(`get ${id}`, () => this.#standing(id)),
      childrenOf: (_api, parentId) =>
        this.#call(`children ${parentId ?? 'top'}`, () =>
          [...this.rows.keys()].flatMap((id) => {
            const standing = this.#standing(id, this.listedAs.get(id));
            return standing !== null && standing.category.parentId === parentId ? [standing] : [];
          }),
        ),
      create: (_api, draft) => this.#call('create', () => ({ id: this.enter(draft) })),
      update: (_api, id, changes) =>
        this.#call(`update ${id}`, () => {
          if (this.isBelow(id, changes.parentId)) {
            throw rejected('refused', { system: this.name, status: 422, said: 'a circle' });
          }
          const { values } = changes;
          const work = () =>
            this.edit(id, values ? { ...changes, values: { ...this.row(id).values, ...values } } : changes);
          if (!this.hangsUp()) return work();
          this.late.push(work);
          throw problem('outcome-unknown', 'timed_out', { system: this.name });
        }),
    };
  }
}
