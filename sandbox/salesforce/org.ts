import type { Ledger } from '../kit/shop/expectation.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { idOf } from './ids.ts';
import { type Row, Tables } from './records/tables.ts';
import type { Sale } from './sales/sale.ts';
import { type Schema, schemaOf } from './schema/schema.ts';
import type { SalesforceSettings } from './settings.ts';

export const organizationId = idOf('00D', 1);
/** Whom the connection acts as. */
export const integrationUser = idOf('005', 1);
/** Who works in the org's own pages. */
export const staffUser = idOf('005', 2);

/** Where a query stands: the rows that it found, and how far it was read. */
export interface Cursor {
  readonly soql: string;
  readonly object: string;
  readonly ids: readonly string[];
  readonly batch: number;
  readonly expiresAt: number;
}

/** Why a write to a row fails that has nothing wrong with it. */
export const holds = [
  'UNABLE_TO_LOCK_ROW',
  'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  'CANNOT_EXECUTE_FLOW_TRIGGER',
  'REQUEST_LIMIT_EXCEEDED',
] as const;

/** Rows that are held by others: so many writes fail. */
export interface HeldRows {
  readonly object: string;
  readonly left: number;
  readonly code: (typeof holds)[number];
}

interface Writer {
  readonly user: string;
  readonly at: number | null;
  readonly seeded: boolean;
}

/** What the org holds, and in whose name things are written now. */
export class Org extends Store {
  readonly tables: Tables;
  /** The first of some prefixes are the org's own. */
  readonly numbers = this.counters('numbers', {
    '00D': 10,
    '005': 10,
    '012': 10,
    '01s': 10,
    '01L': 10,
    '0ZS': 10,
  });
  readonly cursors = this.records<Cursor>('cursors');
  readonly held = this.records<HeldRows>('held');
  /** By the id of the record, for what the sandbox sold itself. */
  readonly ledgers = this.records<Ledger<Sale>>('ledgers');
  readonly settings: () => SalesforceSettings;
  #writer: Writer = { user: integrationUser, at: null, seeded: false };
  #schema: { readonly settings: SalesforceSettings; readonly schema: Schema } | undefined;

  constructor(world: World, settings: () => SalesforceSettings) {
    super(world, () => 0);
    this.settings = settings;
    // Whoever is answered has committed: only what others write comes late.
    const lagMs = () => (this.#writer.user === staffUser ? settings().searchLagMs : 0);
    this.tables = this.keep('tables', new Tables(() => world.now(), lagMs));
  }

  get schema(): Schema {
    const settings = this.settings();
    if (this.#schema?.settings !== settings) this.#schema = { settings, schema: schemaOf(settings) };
    return this.#schema.schema;
  }

  get user(): string {
    return this.#writer.user;
  }

  now(): number {
    return this.#writer.at ?? this.world.now();
  }

  /** In the name of the staff; at another time, or as if it had always been there. */
  asStaff<Result>(work: () => Result, { at = null as number | null, seeded = false } = {}): Result {
    const before = this.#writer;
    this.#writer = { user: staffUser, at: at ?? before.at, seeded: seeded || before.seeded };
    try {
      return work();
    } finally {
      this.#writer = before;
    }
  }

  /** Undefined for what is not there, or is in the recycle bin. */
  row(object: string, id: string): Row | undefined {
    const row = this.tables.get(object, id);
    return row === undefined || row.fields.IsDeleted === true ? undefined : row;
  }

  children(object: string, field: string, id: string): Row[] {
    return this.tables.by(object, field, id);
  }

  /** `isTold`: whether it counts as a change of the record. */
  put(row: Row, isTold = true): Row {
    if (this.#writer.seeded) this.tables.seed(row);
    else this.tables.put(row, isTold && row.fields.IsDeleted !== true);
    return row;
  }

  newId(prefix: string): string {
    return idOf(prefix, this.numbers.next(prefix));
  }

  /** An auto number: `00000100`. */
  autoNumber(name: string, digits: number): string {
    return String(this.numbers.next(name) + 99).padStart(digits, '0');
  }
}
