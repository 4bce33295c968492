import type { JsonObject } from '../../kit/json.ts';
import { Collection } from '../../kit/store/collection.ts';
import type { Kept } from '../../kit/store/kept.ts';

/** A record as it is kept: under the names of the API, without what is worked out when it is read. */
export interface Row {
  readonly id: string;
  readonly object: string;
  readonly fields: JsonObject;
  readonly createdAt: number;
  /** Milliseconds; the stamps of the API have whole seconds. */
  readonly changedAt: number;
}

interface Table {
  readonly rows: Collection<Row>;
  /** By `Field=value`, of the fields that are often asked for. */
  readonly find: (text: string) => Row[];
}

interface Written {
  readonly table: Table;
  readonly id: string;
  readonly before: Row | undefined;
}

/** Of texts: what connectors look for. */
const textKeys = new Set([
  'Name',
  'Email',
  'PersonEmail',
  'ProductCode',
  'StockKeepingUnit',
  'OrderReferenceNumber',
  'OrderNumber',
]);
/** Links that most records share: an index of them would be of no use. */
const sharedLinks = new Set(
  'Id Pricebook2Id OwnerId CreatedById LastModifiedById ActivatedById CompanyAuthorizedById CatalogId RecordTypeId'.split(
    ' ',
  ),
);

/** The records of all objects, and the way back out of a transaction. */
export class Tables implements Kept {
  readonly #tables = new Map<string, Table>();
  readonly #now: () => number;
  readonly #lagMs: () => number;
  #journal: Written[] = [];
  #depth = 0;

  constructor(now: () => number, lagMs: () => number) {
    this.#now = now;
    this.#lagMs = lagMs;
  }

  /** Also of what is deleted. */
  get(object: string, id: string): Row | undefined {
    return this.#table(object).rows.get(id);
  }

  /** What a query sees: rows of others become visible some time after their stamp. */
  visible(object: string): Row[] {
    return this.#table(object).rows.indexed();
  }

  all(object: string): Row[] {
    return this.#table(object).rows.all();
  }

  /** Null where an index does not help: the field has none, or is behind. */
  found(object: string, field: string, value: string): Row[] | null {
    const { rows, find } = this.#table(object);
    if (rows.isBehind()) return null;
    if (field === 'Id') return [rows.get(value)].filter((row) => row !== undefined);
    return isKey(field) ? find(keyOf(field, value)) : null;
  }

  /** Of what is not deleted; fresh. */
  by(object: string, field: string, value: string): Row[] {
    const { rows, find } = this.#table(object);
    const wanted = keyOf(field, value);
    const isMeant = ({ fields }: Row) => keyOf(field, String(fields[field] ?? '')) === wanted;
    const found = isKey(field) ? find(wanted) : rows.all().filter(isMeant);
    return found.filter(({ fields }) => fields.IsDeleted !== true);
  }

  /** `seeded`: as if it had always been there, and visible at once. */
  put(row: Row, seeded: boolean): void {
    const table = this.#table(row.object);
    if (this.#depth > 0) this.#journal.push({ table, id: row.id, before: table.rows.get(row.id) });
    if (seeded) table.rows.seed(row.id, row);
    else table.rows.put(row.id, row, this.#now());
  }

  /** Takes back everything that was written when the work throws. */
  transaction<Result>(work: () => Result): Result {
    const mark = this.#journal.length;
    this.#depth += 1;
    try {
      return work();
    } catch (error) {
      for (const { table, id, before } of this.#journal.splice(mark).reverse()) {
        if (before === undefined) table.rows.delete(id);
        else table.rows.seed(id, before);
      }
      throw error;
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#journal = [];
    }
  }

  empty(object: string): void {
    this.#table(object).rows.clear();
  }

  snapshot(): Record<string, unknown> {
    return Object.fromEntries([...this.#tables].map(([name, { rows }]) => [name, rows.snapshot()]));
  }

  restore(snapshot: Record<string, ReturnType<Collection<Row>['snapshot']>>): void {
    this.clear();
    for (const [name, rows] of Object.entries(snapshot)) this.#table(name).rows.restore(rows);
  }

  clear(): void {
    this.#tables.clear();
    this.#journal = [];
  }

  #table(object: string): Table {
    const known = this.#tables.get(object);
    if (known !== undefined) return known;
    const rows = new Collection<Row>(this.#now, this.#lagMs);
    const find = rows.findByAny(({ fields }) =>
      Object.entries(fields).flatMap(([name, value]) =>
        typeof value === 'string' && isKey(name) ? [keyOf(name, value)] : [],
      ),
    );
    const table = { rows, find };
    this.#tables.set(object, table);
    return table;
  }
}

function isKey(field: string): boolean {
  return field.endsWith('Id') ? !sharedLinks.has(field) : textKeys.has(field) || field.endsWith('__c');
}

/** Texts are equal regardless of case; ids differ in it. */
function keyOf(field: string, value: string): string {
  return `${field}=${field.endsWith('Id') ? value : value.toLowerCase()}`;
}
