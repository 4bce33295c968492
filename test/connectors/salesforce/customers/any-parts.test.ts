/** Any customer that becomes any other, as a whole or in some of its parts, in an org that keeps what it is sent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, Parts } from '../../../../src/connectors/contract/target.ts';
import { customerSource } from '../../../../src/connectors/salesforce/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/salesforce/customers/target.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { FakeOrg } from '../fake-org.ts';

type Traits = Readonly<Record<string, string | undefined>>;

const orgs: readonly (readonly [string, Traits])[] = [
  ['without people’s accounts', {}],
  ['with people’s accounts', { personType: '012xx0000000001AAA' }],
  ['with lists of countries', { countryCodes: 'yes', states: 'NL-OV' }],
];

/** One customer, as the parts of the calls that were sent made it. */
class KeptCustomer {
  readonly org: FakeOrg;

  constructor(private readonly traits: Traits) {
    this.org = new FakeOrg({
      traits,
      queries: {
        'FROM Contact WHERE Id': () => this.#contacts(),
        'FROM Account WHERE Id': () => [this.#of('account')],
      },
    });
  }

  #of(name: string): JsonObject {
    const sent = this.org.written(name) as JsonObject[];
    const isPerson = this.org.written('contact').length === 0;
    const own =
      name === 'account'
        ? { Id: '001xx0000000001AAA', IsPersonAccount: isPerson }
        : { Id: '003xx0000000001AAA' };
    // Every field is there, with what was said of it last.
    const empty = name === 'account' ? placesOf(this.traits) : {};
    return { ...empty, ...Object.assign({}, ...sent), ...own };
  }

  #contacts(): JsonObject[] {
    return [{ ...this.#of('contact'), AccountId: '001xx0000000001AAA', Account: this.#of('account') }];
  }

  async create(customer: Customer): Promise<string> {
    const { id } = await customerTarget.create(this.org, this.body(customer));
    return id.startsWith('003') ? '003xx0000000001AAA' : '001xx0000000001AAA';
  }

  body(customer: Customer): JsonObject {
    return customerTarget.toWire({ customer, fields: {} }, this.org.account);
  }

  said(customer: Customer): Parts {
    return customerTarget.partsOf(this.body(customer));
  }

  async existing(id: string) {
    const found = await customerTarget.get(this.org, id);
    if (found === null) throw new Error('it is not there');
    return found;
  }

  async stands(id: string): Promise<Parts> {
    return customerTarget.partsIn(await this.existing(id));
  }

  async update(id: string, customer: Customer, parts: readonly string[]): Promise<void> {
    const known = await this.existing(id);
    await customerTarget.update(
      this.org,
      known,
      customerTarget.narrowed(this.body(customer), new Set(parts), known),
    );
  }
}

/** An org without lists has no codes. */
function placesOf({ countryCodes }: Traits): JsonObject {
  const codes = countryCodes === undefined ? [] : ['StateCode', 'CountryCode'];
  const parts = ['Street', 'PostalCode', 'City', 'State', 'Country', ...codes];
  return Object.fromEntries(parts.map((part) => [`Billing${part}`, null]));
}

const nothingOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const word = fc.constantFrom('Ann', 'de Wit', ' Bo ', 'Élise', 'Anna  Maria', 'Jansen-Bos');

const anyAddress = fc.record({
  street: fc.constantFrom('Molenweg 12', 'Kade 3 ', 'rue Haute 4'),
  extra: nothingOr(fc.constantFrom('2. Stock', ' bus 4 ')),
  postalCode: fc.constantFrom('3511 AB', '1000'),
  city: fc.constantFrom('Utrecht', 'Brussel '),
  country: fc.constantFrom('NL', 'BE', 'DE'),
});
const phone = nothingOr(fc.constantFrom('+31 30 000 00 00', ' 06-0 '));

const anyPerson: fc.Arbitrary<Customer> = fc.record({
  kind: fc.constant('person' as const),
  name: fc.oneof(
    fc.tuple(word, word).map((words) => words.join(' ')),
    fc.constant(''),
  ),
  address: fc.oneof(anyAddress, fc.constant({})),
  phone,
});

const anyFirm: fc.Arbitrary<Customer> = fc.record({
  kind: fc.constant('company' as const),
  name: fc.oneof(word, fc.constant('')),
  company: fc.constantFrom('Bakkerij B.V.', 'De Korenaar'),
  vatNumber: nothingOr(fc.constantFrom('NL812345678B01', 'be 0403.170.701')),
  cocNumber: nothingOr(fc.constantFrom('30123456')),
  address: anyAddress,
  phone,
});

const email = 'buyer@mail.example';
const two = (one: fc.Arbitrary<Customer>, other: fc.Arbitrary<Customer>) =>
  fc.tuple(one, other).map(
    ([a, b]) =>
      [
        { ...a, email },
        { ...b, email },
      ] as const,
  );

const without = (parts: Parts, names: readonly string[]) =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));

describe.each(orgs)('in an org %s', (_name, traits) => {
  // A person's account never becomes a company, nor the reverse.
  const anyTwo =
    traits.personType === undefined
      ? two(fc.oneof(anyPerson, anyFirm), fc.oneof(anyPerson, anyFirm))
      : fc.oneof(two(anyPerson, anyPerson), two(anyFirm, anyFirm));

  test('says all of another, and nothing that this one does not have', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwo, async ([one, other]) => {
        const kept = new KeptCustomer(traits);
        const id = await kept.create(one);
        expect(await kept.stands(id)).toEqual(kept.said(one));
        const said = kept.said(other);
        const gone = Object.keys(kept.said(one)).filter((part) => !(part in said));
        await kept.update(id, other, [...Object.keys(said), ...gone]);
        const stands = await kept.stands(id);
        expect(stands).toMatchObject(said);
        for (const part of gone) expect(stands[part], part).toBeUndefined();
        const read = await customerSource.get(kept.org, id);
        expect((await kept.existing(id)).record).toEqual(read);
        expect(read && kept.said({ ...read, id: undefined })).toMatchObject(said);
      }),
    );
  });

  test('is told some of it, and keeps the rest', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwo, fc.infiniteStream(fc.boolean()), async ([one, other], some) => {
        const kept = new KeptCustomer(traits);
        const id = await kept.create(one);
        const before = await kept.stands(id);
        const said = kept.said(other);
        const chosen = Object.keys({ ...kept.said(one), ...said }).filter(() => some.next().value);
        // Who becomes a person, or a company, has its names in other fields.
        const parts = one.kind === other.kind ? chosen : chosen.filter((part) => !ofKind.includes(part));
        await kept.update(id, other, parts);
        const after = await kept.stands(id);
        expect(without(after, parts)).toEqual(without(before, parts));
        for (const part of parts) expect(after[part], part).toEqual(said[part]);
      }),
    );
  });
});

const ofKind = ['kind', 'name', 'contact', 'vatNumber', 'cocNumber'];
