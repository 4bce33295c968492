/** A kind, its names and its numbers are written all together, or not at all. */
import { describe, expect, test } from 'vitest';
import { withItsKind } from '../../../src/flows/customers/with-its-kind.ts';
import type { Verdict } from '../../../src/flows/merge.ts';

type Verdicts = Readonly<Record<string, Verdict>>;

const company = { kind: 'company', name: 'De Zon B.V.', contact: 'Noor de Wit' };
const person = { kind: 'person', name: 'Noor Zwart' };

function decided(
  verdicts: Verdicts,
  {
    said = company,
    stands = person,
    broughtBack = [],
  }: Partial<Omit<Parameters<typeof withItsKind>[0], 'verdicts'>>,
): Verdicts {
  const given = new Map(Object.entries(verdicts));
  return Object.fromEntries(withItsKind({ verdicts: given, said, stands, broughtBack }));
}

describe('a part', () => {
  test.each<[string, Verdicts, Parameters<typeof decided>[1]]>([
    ['of the whole that is written', { kind: 'write', name: 'write', contact: 'write' }, {}],
    ['that both have already', { kind: 'write', name: 'same', contact: 'write' }, {}],
    [
      'that the source takes away',
      { kind: 'write', name: 'write', contact: 'clear' },
      { said: person, stands: company },
    ],
    ['that only the target has', { kind: 'write', name: 'write', contact: 'write', cocNumber: 'kept' }, {}],
    [
      'that the target keeps in its own form',
      { kind: 'write', name: 'write', vatNumber: 'kept' },
      {
        said: { ...company, vatNumber: 'NL 0000.99998.B57' },
        stands: { ...person, vatNumber: 'NL000099998B57' },
      },
    ],
    ['of one kind', { kind: 'same', name: 'write', contact: 'conflict', vatNumber: 'kept' }, {}],
    ['that nobody has to write', { kind: 'kept', name: 'kept', contact: 'same' }, {}],
    ['of a system that tells no kind', { kind: 'kept', name: 'write' }, { stands: { name: 'Noor Zwart' } }],
    [
      'that has nothing to do with it',
      { kind: 'kept', name: 'kept', phone: 'write', address: 'conflict' },
      {},
    ],
  ])('%s goes its way', (_, verdicts, given) => {
    expect(decided(verdicts, given)).toEqual(verdicts);
  });

  test.each<[string, Verdicts, Verdicts]>([
    [
      'a name that a person has left',
      { kind: 'write', name: 'kept', contact: 'write' },
      { kind: 'conflict', name: 'conflict', contact: 'conflict' },
    ],
    [
      'a name that both changed',
      { kind: 'write', name: 'conflict', contact: 'same', phone: 'write' },
      { kind: 'conflict', name: 'conflict', contact: 'same', phone: 'write' },
    ],
    ['a kind that stays', { kind: 'kept', name: 'write' }, { kind: 'conflict', name: 'conflict' }],
    ['a kind that both changed', { kind: 'conflict', name: 'write' }, { kind: 'conflict', name: 'conflict' }],
    [
      'a kind that stays, and what the target alone has',
      { kind: 'kept', name: 'kept', contact: 'clear', cocNumber: 'kept' },
      { kind: 'conflict', name: 'conflict', contact: 'conflict', cocNumber: 'kept' },
    ],
  ])('would be parted from %s: all of it is for a person', (_, verdicts, expected) => {
    expect(decided(verdicts, {})).toEqual(expected);
  });

  test('waits for the way back that puts another one right first', () => {
    const verdicts = { kind: 'kept', name: 'write', contact: 'conflict', phone: 'conflict' } as const;
    const waiting = { kind: 'kept', name: 'kept', contact: 'kept', phone: 'conflict' };
    expect(decided(verdicts, { broughtBack: ['kind'] })).toEqual(waiting);
  });
});
