/** What the suite of customers by part works with: people, and a system that they are written to. */
import type { Source } from '../../src/connectors/contract/source.ts';
import type {
  CustomerTarget,
  ExistingCustomer,
  JsonObject,
  Parts,
} from '../../src/connectors/contract/target.ts';
import type { Customer } from '../../src/records/customer.ts';
import { Problem } from '../../src/records/problem.ts';
import { type Candidate, Played } from './played.ts';

const address = {
  street: 'Werf 4',
  extra: 'unit 2',
  postalCode: '9711 AB',
  city: 'Groningen',
  country: 'NL',
};

export const person: Customer = {
  kind: 'person',
  email: 'eef@dijkhuis.example',
  name: 'Eef van der Post',
  firstName: 'Eef',
  lastName: 'van der Post',
  phone: '+31501234567',
  language: 'de',
  address,
};

export const firm: Customer = {
  ...person,
  kind: 'company',
  company: 'Touwslagerij Roos B.V.',
  vatNumber: 'NL812345678B01',
  cocNumber: '30123456',
  reverseCharge: false,
};

/** Another value for each part. Whoever does not hold a part never hears of it. */
export const others: Readonly<Record<string, Partial<Customer>>> = {
  email: { email: 'post@dijkhuis.example' },
  name: { company: 'Zeilmakerij Bos', name: 'Bo Bos', firstName: 'Bo', lastName: 'Bos' },
  contact: { name: 'Bo Bos', firstName: 'Bo', lastName: 'Bos' },
  vatNumber: { vatNumber: 'BE0403170701' },
  cocNumber: { cocNumber: '00000001' },
  reverseCharge: { reverseCharge: true },
  phone: { phone: '+3221234567' },
  address: { address: { street: 'rue Haute 9', postalCode: '1000', city: 'Brussel', country: 'BE' } },
  language: { language: 'fr' },
};

/** What the source takes away, by the part that shows it. */
export const less: readonly (readonly [what: string, part: string, from: Customer, to: Customer])[] = [
  ['the telephone number', 'phone', person, { ...person, phone: undefined }],
  ['the address of a person', 'address', person, { ...person, address: {} }],
  ['the language', 'language', person, { ...person, language: undefined }],
  ['the VAT number', 'vatNumber', firm, { ...firm, vatNumber: undefined }],
  ['the CoC number', 'cocNumber', firm, { ...firm, cocNumber: undefined }],
  ['the contact', 'contact', firm, { ...firm, name: '', firstName: undefined, lastName: undefined }],
  [
    'the reverse charge',
    'reverseCharge',
    { ...firm, reverseCharge: true },
    { ...firm, reverseCharge: undefined },
  ],
];

/** One account of a system, as the customers flow works with it. */
export class Writing {
  private constructor(
    readonly played: Played,
    readonly target: CustomerTarget,
    readonly source: Source<Customer>,
  ) {}

  static async start(candidate: Candidate, seeded = false): Promise<Writing> {
    const { target, source } = candidate.connector.customers ?? {};
    if (target === undefined || source === undefined) throw new Error('has no customers both ways');
    return new Writing(await Played.start(candidate, seeded), target, source);
  }

  body(customer: Customer, fields: JsonObject = {}): JsonObject {
    return this.target.toWire({ customer, fields }, this.played.account);
  }

  /** Null for whom the system would not take. */
  saidOrNull(customer: Customer): Parts | null {
    try {
      return this.said(customer);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  /** What would be said of a customer. */
  said(customer: Customer, fields: JsonObject = {}): Parts {
    return this.target.partsOf(this.body(customer, fields));
  }

  async create(customer: Customer, fields: JsonObject = {}): Promise<string> {
    return (await this.target.create(this.played.api(), this.body(customer, fields))).id;
  }

  async existing(id: string): Promise<ExistingCustomer> {
    const existing = await this.target.get(this.played.api(), id);
    if (existing === null) throw new Error(`there is no ${id}`);
    return existing;
  }

  async stands(id: string): Promise<Parts> {
    return this.target.partsIn(await this.existing(id));
  }

  /** Says these parts of a customer to a record that was read, it may be a while ago. */
  async update(
    id: string,
    customer: Customer,
    parts: readonly string[],
    { fields = {}, existing }: { readonly fields?: JsonObject; readonly existing?: ExistingCustomer } = {},
  ): Promise<void> {
    const known = existing ?? (await this.existing(id));
    const narrowed = this.target.narrowed(this.body(customer, fields), new Set(parts), known);
    await this.target.update(this.played.api(), known, narrowed);
  }

  /** What the source reads, and what it would say of it where it is written to the same system: no text that stands for none. */
  async read(id: string): Promise<{ readonly record: Customer; readonly said: Parts }> {
    const record = await this.source.get(this.played.api(), id);
    if (record === null) throw new Error(`there is no ${id}`);
    return { record, said: this.said({ ...record, id: undefined }) };
  }
}

export function without(parts: Parts, names: readonly string[]): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));
}
