/** Any customer that becomes any other, as a whole or in some of its parts: in every target of customers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Customer } from '../../src/records/customer.ts';
import { candidates } from './candidates.ts';
import { Writing, without } from './parted-customers.ts';

const nothingOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const word = fc.constantFrom('Ann', 'de Wit', ' Bo ', 'Élise', 'Anna  Maria', 'Jansen-Bos');

const anyAddress = fc.record({
  street: fc.constantFrom('Molenweg 12', 'Kade 3 ', 'rue Haute 4'),
  extra: nothingOr(fc.constantFrom('2. Stock', ' bus 4 ')),
  postalCode: fc.constantFrom('3511 AB', '1000'),
  city: fc.constantFrom('Utrecht', 'Brussel '),
  country: fc.constantFrom('NL', 'BE', 'DE'),
});

const common = {
  phone: nothingOr(fc.constantFrom('+31 30 000 00 00', ' 06-0 ')),
  language: nothingOr(fc.constantFrom('nl', 'de', 'fr', 'it')),
};

const anyPerson: fc.Arbitrary<Customer> = fc.record({
  kind: fc.constant('person' as const),
  name: fc.oneof(
    fc.tuple(word, word).map((words) => words.join(' ')),
    fc.constant(''),
  ),
  address: fc.oneof(anyAddress, fc.constant({})),
  ...common,
});

const anyFirm: fc.Arbitrary<Customer> = fc.record({
  kind: fc.constant('company' as const),
  name: fc.oneof(word, fc.constant('')),
  company: fc.constantFrom('Bakkerij B.V.', 'De Korenaar'),
  vatNumber: nothingOr(fc.constantFrom('NL812345678B01', 'be 0403.170.701')),
  cocNumber: nothingOr(fc.constantFrom('30123456')),
  reverseCharge: fc.constantFrom(undefined, false),
  address: anyAddress,
  ...common,
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

/** What a system tells of its own accord where nobody says it. */
const byItself: readonly unknown[] = [undefined, false];

const systems = candidates.filter(({ connector }) => connector.customers?.target !== undefined);

describe.each(systems.map((each) => [each.as ?? each.connector.name, each] as const))(
  '%s',
  (_name, candidate) => {
    const stays: readonly string[] = candidate.cannot?.empty ?? [];
    const keepsKind = candidate.cannot?.change?.includes('kind') ?? false;

    test('says all of another, and nothing that this one does not have', async () => {
      const writing = await Writing.start(candidate);
      await fc.assert(
        fc.asyncProperty(anyTwo, async ([one, other]) => {
          fc.pre(!keepsKind || one.kind === other.kind);
          const id = await writing.create(one);
          const before = await writing.stands(id);
          const said = writing.said(other);
          const gone = Object.keys(writing.said(one)).filter((part) => !(part in said));
          await writing.update(id, other, [...Object.keys(said), ...gone]);
          expect(await writing.stands(id)).toMatchObject(said);
          const again = (await writing.read(id)).said;
          // Dutch is what Jortt fills in, so it says nothing there.
          expect(again).toMatchObject(without(said, said.language === 'nl' ? ['language'] : []));
          for (const part of gone) {
            if (stays.includes(part)) expect(again[part], part).toEqual(before[part]);
            else expect(byItself, part).toContain(again[part]);
          }
        }),
        { numRuns: 60 },
      );
    });

    test('is told some of it, and keeps the rest', async () => {
      const writing = await Writing.start(candidate);
      await fc.assert(
        fc.asyncProperty(anyTwo, fc.infiniteStream(fc.boolean()), async ([one, other], some) => {
          const id = await writing.create(one);
          const before = await writing.stands(id);
          const said = writing.said(other);
          const parts = Object.keys({ ...writing.said(one), ...said }).filter(() => some.next().value);
          // Who becomes a person, or a company, has its names in other fields; and a company has to have an address.
          const ofOthers = one.kind === other.kind ? parts : parts.filter((part) => !ofKind.includes(part));
          const hasPlace = before.address !== undefined || ofOthers.includes('address');
          const inAddress = hasPlace ? [] : (ofAddress[candidate.connector.id] ?? []);
          const kept = ofOthers.filter((part) => !inAddress.includes(part));
          await writing.update(id, other, kept);
          const after = await writing.stands(id);
          expect(without(after, kept)).toEqual(without(before, kept));
          for (const part of kept) {
            const none = stays.includes(part) ? before[part] : valueOfNone(part);
            expect(after[part] ?? false, part).toEqual(said[part] ?? none);
          }
        }),
        { numRuns: 60 },
      );
    });
  },
);

const ofKind = ['kind', 'name', 'address', 'contact', 'vatNumber', 'cocNumber', 'reverseCharge'];

/** What has no place in a system without an address. */
const ofAddress: Readonly<Record<string, readonly string[]>> = { magento: ['phone'] };

/** Dutch is what Jortt fills in where nobody says a language. */
function valueOfNone(part: string): unknown {
  return part === 'language' ? expect.toSatisfy((value) => value === false || value === 'nl') : false;
}
