import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { bearer } from '../../../src/connectors/contract/auth.ts';
import { type Connector, defineConnector } from '../../../src/connectors/contract/connector.ts';
import { concurrent, window } from '../../../src/connectors/contract/limits.ts';
import { byTime, type Source } from '../../../src/connectors/contract/source.ts';
import type {
  CustomerTarget,
  ExistingCustomer,
  JsonObject,
  Parts,
} from '../../../src/connectors/contract/target.ts';
import { contains } from '../../../src/connectors/wire/contains.ts';
import { type Customer, emailKey } from '../../../src/records/customer.ts';
import { identityOf } from '../../../src/records/identity.ts';
import { problem } from '../../../src/records/problem.ts';

export type Row = Record<string, unknown>;

const text = z.string();
const fields = z
  .object({
    email: text,
    name: text,
    phone: text,
    note: text,
    vatNumber: text,
    group: text,
    vatCode: text,
    account: text,
    tags: z.array(text),
  })
  .partial();

interface Traits {
  /** What it makes of what it is sent: no system keeps everything as it came. */
  readonly keeps?: (row: Row) => Row;
  /** How a flow writes to it. What people enter there stays as they typed it. */
  readonly spells?: (row: Row) => Row;
  /** Whether two of its customers may have one address; they may when left out. */
  readonly sharesEmails?: boolean;
  /** Whether it makes a customer by two calls, the first of which takes name and address: until the second it does not tell whose kind it is. */
  readonly makesInTwo?: boolean;
  /** The fields that it names for settings. */
  readonly places?: Pick<CustomerTarget, 'classificationField' | 'vatField' | 'revenueAccountField'>;
}

/** A system with customers, in memory, that can be source and target. */
export class FakeSystem {
  readonly rows = new Map<string, Row>();
  /** As `get 1`, `update 1`, `find`, `create`. */
  readonly calls: string[] = [];
  /** Ids of what was written since the last look: what its notices tell. */
  readonly changed = new Set<string>();
  /** What a call meets on its way: it may throw instead of being answered, before or after it is carried out. */
  trouble: (call: string, when: 'before' | 'after') => void = () => undefined;
  /** Whether an update is not answered, and is done later. */
  hangsUp: () => boolean = () => false;
  /** What it has still to do. */
  readonly late: (() => void)[] = [];
  /** Whether its search shows what was made. */
  indexed = true;
  readonly api = {
    account: { name: '', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} },
  } as unknown as Api;
  readonly connector: Connector;
  #made = 0;

  constructor(
    readonly name: string,
    private readonly traits: Traits = {},
  ) {
    this.connector = this.#connector();
  }

  /** What somebody enters there by hand. */
  enter(row: Row): string {
    const id = `${this.name}${++this.#made}`;
    this.rows.set(id, this.#kept(row));
    this.changed.add(id);
    return id;
  }

  edit(id: string, row: Row): void {
    this.rows.set(id, this.#kept({ ...this.row(id), ...row }));
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

  #kept(row: Row): Row {
    return this.traits.keeps?.(row) ?? row;
  }

  async #call<T>(call: string, work: () => T): Promise<T> {
    this.calls.push(call);
    this.trouble(call, 'before');
    const answer = work();
    this.trouble(call, 'after');
    return answer;
  }

  readonly #source: Source<Customer> = {
    changes: byTime(async () => ({ changes: [], next: null })),
    get: (_api, key) =>
      this.#call(`read ${key}`, () => {
        const row = this.rows.get(key);
        return row === undefined || row.archived ? null : customerOf(key, row);
      }),
  };

  #target(): CustomerTarget {
    return {
      fields,
      ...(this.traits.places ?? {
        classificationField: 'group',
        vatField: 'vatCode',
        revenueAccountField: 'account',
      }),
      toWire: (draft) => this.traits.spells?.(toWire(draft)) ?? toWire(draft),
      partsOf,
      partsIn: ({ wire }) => partsOf(wire),
      narrowed,
      isUpToDate: ({ wire }, body) => contains(wire, body),
      ...(this.traits.makesInTwo
        ? {
            create: async (_api, { email, name, ...more }) => {
              const made = await this.#call('create', () => ({ id: this.enter({ email, name }) }));
              await this.#complete(made.id, more);
              return made;
            },
            complete: (_api, { id }, body) => this.#complete(id, body),
          }
        : { create: (_api, body) => this.#call('create', () => ({ id: this.enter(body) })) }),
      update: (_api, { id }, body) =>
        this.#call(`update ${id}`, () => {
          const work = () => this.edit(id, emptied(body));
          if (!this.hangsUp()) return work();
          this.late.push(work);
          throw problem('outcome-unknown', 'timed_out', { system: this.name });
        }),
      identityOf: ({ customer }) => identityOf(customer),
      sharesEmails: this.traits.sharesEmails ?? true,
      find: async (_api, emails) => {
        const found = new Map<string, readonly ExistingCustomer[]>();
        for (const email of new Set(emails)) {
          const those = await this.#call('find', () => this.#with(email));
          if (those.length > 0) found.set(email, those);
        }
        return found;
      },
      get: (_api, id) =>
        this.#call(`get ${id}`, () => {
          const row = this.rows.get(id);
          return row ? this.#existing(id, row) : null;
        }),
    };
  }

  async #complete(id: string, body: JsonObject): Promise<void> {
    await this.#call(`complete ${id}`, () => this.edit(id, { ...body, ...this.row(id) }));
  }

  #with(email: string): ExistingCustomer[] {
    return [...this.rows.entries()]
      .filter(([, row]) => this.indexed && emailKey(String(row.email ?? '')) === emailKey(email))
      .map((each) => this.#existing(...each));
  }

  #existing(id: string, row: Row): ExistingCustomer {
    const whole = existing(id, row);
    const isHalf = this.traits.makesInTwo === true && row.kind === undefined;
    return isHalf ? { ...whole, identity: { ...whole.identity, kind: null } } : whole;
  }

  #connector(): Connector {
    return defineConnector({
      id: this.name,
      name: this.name.toUpperCase(),
      credentials: z.object({}),
      baseUrl: () => `https://${this.name}.example.com`,
      limits: [window(10, '1s'), concurrent(4)],
      searchDelayMs: 10_000,
      auth: () => bearer('x'),
      readError: () => null,
      account: async () => this.api.account,
      customers: { source: this.#source, target: this.#target() },
    });
  }
}

function existing(id: string, wire: Row): ExistingCustomer {
  const customer = customerOf(id, wire);
  // Its source does not give what was put away.
  const record = wire.archived ? null : customer;
  return { id, wire, record, identity: identityOf(customer), ...(wire.archived ? { archived: true } : {}) };
}

/** Loses the second line of an address, and says nothing where there is nothing. */
function toWire({ customer, fields: own }: { customer: Customer; fields: JsonObject }): JsonObject {
  const { kind, email, name, company, vatNumber, phone, address } = customer;
  const body = {
    kind,
    email,
    name,
    company,
    vatNumber,
    phone,
    street: address.street,
    country: address.country,
    ...own,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== ''));
}

/** A company is called by its own name, and its contact by theirs. */
function partsOf({ kind, name, company, street, country, archived: _, ...rest }: JsonObject): Parts {
  const isCompany = kind === 'company';
  const parts = {
    kind,
    name: isCompany ? company : name,
    contact: isCompany ? name : undefined,
    address: street || country ? { street: street ?? '', country: country ?? '' } : undefined,
    ...rest,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}

function emptied(body: JsonObject): Row {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, value === '' ? undefined : value]),
  );
}

const placesOf: Readonly<Record<string, readonly string[]>> = {
  kind: ['kind'],
  name: ['name', 'company'],
  contact: ['name', 'company'],
  address: ['street', 'country'],
};

function narrowed(body: JsonObject, parts: ReadonlySet<string>): JsonObject {
  const names = [...parts].flatMap((part) => placesOf[part] ?? [part]);
  return Object.fromEntries(names.map((name) => [name, body[name] ?? (name === 'tags' ? [] : '')]));
}

function customerOf(id: string, row: Row): Customer {
  const value = (name: string) => (row[name] === undefined ? undefined : String(row[name]));
  return {
    id,
    kind: row.kind === 'company' ? 'company' : 'person',
    email: value('email'),
    name: value('name') ?? '',
    company: value('company'),
    vatNumber: value('vatNumber'),
    phone: value('phone'),
    address: {
      street: value('street'),
      extra: value('extra'),
      postalCode: value('postalCode'),
      city: value('city'),
      country: value('country'),
    },
  };
}
