/** Any customer that becomes any other, in all or in some of its parts, whatever the shop does with the rest of a person that is sent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerTarget } from '../../../../src/connectors/ccv/customers/target.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { FakeApi, nothing, paged } from '../fake-api.ts';

type Fields = Record<string, unknown>;

const empty = {
  first_name: '',
  last_name: '',
  company: '',
  address_line_1: '',
  address_line_2: '',
  street: '',
  zipcode: '',
  city: '',
  province: '',
};

/** Users in memory. `merges`: a part of a person leaves the rest as it is; else it is all that there is from then on. */
class Users {
  readonly #users = new Map<number, Fields>();
  readonly api: FakeApi;

  constructor(merges: boolean) {
    const put = (id: number, { password: _, userinfo, ...user }: Fields) => {
      const before = this.#users.get(id) ?? {};
      const infoBefore = (merges ? (before.userinfo ?? {}) : {}) as Fields;
      const sent = (userinfo ?? before.userinfo ?? {}) as Fields;
      const billing = {
        ...empty,
        ...((infoBefore.billingaddress ?? {}) as Fields),
        ...((sent.billingaddress ?? {}) as Fields),
      };
      const full_name = `${billing.first_name} ${billing.last_name}`.trim();
      const info = { ...infoBefore, ...sent, billingaddress: { ...billing, full_name, country: 'x' } };
      this.#users.set(id, { ...before, ...user, id, userinfo: info });
    };
    this.api = new FakeApi({
      'GET /users/': (call) => paged([...this.#users.values()], call),
      'GET /users/\\d+/': ({ path }) => this.#users.get(Number(path.split('/')[2])),
      'PATCH /users/\\d+/': ({ path, body }) => {
        put(Number(path.split('/')[2]), body as Fields);
        return nothing;
      },
      'POST /users/': ({ body }) => {
        const id = this.#users.size + 1;
        put(id, body as Fields);
        return { id };
      },
    });
  }
}

const nothingOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const word = fc.constantFrom('Ann', 'de Wit', ' Bo ', 'Élise', 'Anna  Maria', 'Jansen-Bos');
const anyAddress = fc.record({
  ...{
    street: fc.constantFrom('Molenweg 12', 'Kade 3 ', 'rue Haute 4'),
    postalCode: fc.constantFrom('3511 AB', '1000'),
  },
  ...{
    extra: nothingOr(fc.constantFrom('2. Stock', ' bus 4 ')),
    city: fc.constantFrom('Utrecht', 'Brussel '),
  },
  country: fc.constantFrom('NL', 'BE', 'DE'),
});
const phone = nothingOr(fc.constantFrom('+31 30 000 00 00', ' 06-0 '));

const anyPerson: fc.Arbitrary<Customer> = fc.record({
  ...{ kind: fc.constant('person' as const), phone },
  name: fc.oneof(
    fc.tuple(word, word).map((words) => words.join(' ')),
    fc.constant(''),
  ),
  address: fc.oneof(anyAddress, fc.constant({})),
});

const anyFirm: fc.Arbitrary<Customer> = fc.record({
  ...{
    kind: fc.constant('company' as const),
    phone,
    name: fc.oneof(word, fc.constant('')),
    address: anyAddress,
  },
  company: fc.constantFrom('Bakkerij B.V.', 'De Korenaar'),
  vatNumber: nothingOr(fc.constantFrom('NL812345678B01', 'be 0403.170.701')),
  cocNumber: nothingOr(fc.constantFrom('30123456')),
});

let counter = 0;
const anyTwo = fc
  .tuple(fc.oneof(anyPerson, anyFirm), fc.oneof(anyPerson, anyFirm))
  .map(([one, other]): readonly [Customer, Customer] => {
    const email = `buyer${++counter}@mail.example`;
    return [
      { ...one, email },
      { ...other, email },
    ];
  });

describe.each([true, false])('where the shop merges what is sent: %s', (merges) => {
  const begin = async (customer: Customer) => {
    const { api } = new Users(merges);
    const body = (each: Customer) => customerTarget.toWire({ customer: each, fields: {} }, api.account);
    const { id } = await customerTarget.create(api, body(customer));
    const existing = async () => {
      const found = await customerTarget.get(api, id);
      if (found === null) throw new Error('it is gone');
      return found;
    };
    return {
      said: (each: Customer) => customerTarget.partsOf(body(each)),
      stands: async () => customerTarget.partsIn(await existing()),
      async update(each: Customer, parts: readonly string[]) {
        const there = await existing();
        await customerTarget.update(api, there, customerTarget.narrowed(body(each), new Set(parts), there));
      },
    };
  };

  test('all of another is said, and nothing that this one does not have', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwo, async ([one, other]) => {
        const { said, stands, update } = await begin(one);
        expect(await stands()).toMatchObject(said(one));
        const parts = Object.keys({ ...said(one), ...said(other) });
        await update(other, parts);
        expect(await stands()).toMatchObject(said(other));
        for (const part of parts.filter((each) => !(each in said(other))))
          expect((await stands())[part], part).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('some of it is said, and the rest stays', async () => {
    const ofKind = ['kind', 'name', 'address', 'contact', 'vatNumber', 'cocNumber'];
    await fc.assert(
      fc.asyncProperty(anyTwo, fc.infiniteStream(fc.boolean()), async ([one, other], some) => {
        const { said, stands, update } = await begin(one);
        const before = await stands();
        const parts = Object.keys({ ...said(one), ...said(other) })
          .filter(() => some.next().value)
          .filter((part) => one.kind === other.kind || !ofKind.includes(part));
        await update(other, parts);
        const after = await stands();
        const rest = (all: object) =>
          Object.fromEntries(Object.entries(all).filter(([part]) => !parts.includes(part)));
        expect(rest(after)).toEqual(rest(before));
        for (const part of parts.filter((each) => each !== 'address'))
          expect(after[part], part).toEqual(said(other)[part]);
      }),
      { numRuns: 60 },
    );
  });
});
