import { describe, expect, test } from 'vitest';
import type { Customer } from '../../src/records/customer.ts';
import {
  areStrangers,
  bearsNameOf,
  type Identity,
  identityOf,
  identityParts,
  likenessOf,
  namedParts,
} from '../../src/records/identity.ts';

const number = 'BE0403170701';
const otherNumber = 'NL812345678B01';

function company(name: string, vatNumber?: string): Identity {
  return { kind: 'company', name, vatNumber };
}

function person(name: string): Identity {
  return { kind: 'person', name, vatNumber: undefined };
}

describe('two records with one address', () => {
  test.each([
    ['Café "De Zon" B.V.', 'cafe de zon bv', 'name'],
    ['Jansen & Zn.', 'JANSEN EN ZN', 'name'],
    ['De Zon B. V.', 'De Zon BV', 'name'],
    ['Zonnestraal V.O.F.', 'Zonnestraal v o f', 'name'],
    ['Weißbier Ærø S.A.R.L.', 'WEISSBIER AERO SARL', 'name'],
    ['De Zon', 'De Zon B.V.', 'spelling'],
    ['De Zon V.O.F.', 'De Zon B.V.', 'none'],
    ['De Zon Holding B.V.', 'De Zon B.V.', 'none'],
    ['B.V.', 'N.V.', 'none'],
    ['', '', 'none'],
  ] as const)('of companies called %j and %j are alike by: %s', (one, other, likeness) => {
    expect(likenessOf(company(one), company(other))).toBe(likeness);
    expect(likenessOf(company(other), company(one))).toBe(likeness);
  });

  test('are one company by its VAT number, whatever its name', () => {
    expect(likenessOf(company('De Zon', number), company('Zonnestraal', 'be 0403.170.701'))).toBe(
      'vat number',
    );
  });

  test('are two companies by two VAT numbers, whatever their name', () => {
    expect(likenessOf(company('De Zon', number), company('De Zon', otherNumber))).toBe('none');
  });

  test('are told apart by name where one has no VAT number, or one that is none', () => {
    expect(likenessOf(company('De Zon'), company('De Zon', number))).toBe('name');
    expect(likenessOf(company('De Zon', 'geen'), company('De Zon', number))).toBe('name');
    expect(likenessOf(company('De Zon', 'geen'), company('De Maan', 'geen'))).toBe('none');
    expect(likenessOf(company('De Maan'), company('De Zon', number))).toBe('none');
  });

  test('are never a company and a person', () => {
    expect(likenessOf(company('Noor de Wit'), person('Noor de Wit'))).toBe('none');
    expect(likenessOf(person('Noor de Wit'), company('Noor de Wit', number))).toBe('none');
  });

  test('of private people are one, less surely under two names', () => {
    expect(likenessOf(person('N. de Wit'), person('Noor de Wit'))).toBe('kind');
    expect(likenessOf(person('noor de wit'), person('Noor de Wit'))).toBe('name');
  });

  test('may be one where nobody knows the kind', () => {
    expect(likenessOf({ ...person('Noor'), kind: null }, company('De Zon'))).toBe('kind');
  });
});

describe('two private people under one address', () => {
  test.each([
    ['Noor de Wit', 'Piet Bakker', true],
    ['Noor de Wit', 'Piet de Boer', true],
    ['N. Visser', 'Noor de Wit', true],
    ['Mevr. Bakker', 'Mevr. de Wit', true],
    ['Noor de Wit', 'Jan de Wit', false],
    ['Noor', 'Noor de Wit', false],
    ['N. de Wit', 'Noor de Wit', false],
    ['Ş. Y.', 'Şahin Yıldız', false],
    ['Ş. Yildiz', 'SAHIN YILDIZ', false],
    ['NoordeWit', 'Noor de Wit', false],
    ['noor@example.com', 'Piet Bakker', false],
    ['', 'Piet Bakker', false],
    ['Familie', 'Piet Bakker', false],
  ])('%j and %j are strangers: %j', (one, other, strangers) => {
    expect(areStrangers(person(one), person(other))).toBe(strangers);
    expect(areStrangers(person(other), person(one))).toBe(strangers);
  });

  test('are no strangers where one of them is a company: its kind tells', () => {
    expect(areStrangers(person('Noor'), company('Bakker B.V.'))).toBe(false);
  });
});

describe('a record that does not tell its kind', () => {
  const untold = (name: string): Identity => ({ ...person(name), kind: null });

  test.each([
    ['Noor de Wit', person('Piet Bakker'), true],
    ['Noor de Wit', untold('Piet Bakker'), true],
    ['Noor de Wit', person('N. de Wit'), false],
    ['', person('Piet Bakker'), false],
    ['Noor de Wit', { ...company('Bakker B.V.'), contact: 'Piet Bakker' }, true],
    ['Noor de Wit', { ...company('Bakker B.V.'), contact: 'Noor' }, false],
    ['Bakker', { ...company('Bakker B.V.'), contact: 'Noor de Wit' }, false],
    // Nobody knows whom to ask for there: it may be anybody.
    ['Noor de Wit', { ...company('Bakker B.V.'), contact: '' }, false],
    ['Noor de Wit', company('Bakker B.V.'), false],
  ])('under the name %j is a stranger’s to %j: %j', (name, other, strangers) => {
    expect(areStrangers(untold(name), other)).toBe(strangers);
    expect(areStrangers(other, untold(name))).toBe(strangers);
  });
});

describe('a document', () => {
  test.each([
    [person('Noor de Wit'), person('NOOR DE WIT'), true],
    [person('Noor de Wit'), person('N. de Wit'), true],
    [person('N. de Wit'), person('Noor Anna de Wit'), true],
    [person('Noor de Wit'), person('noor@example.com'), true],
    [person(''), person('Noor de Wit'), false],
    [person('Noor de Wit'), person('Jan de Wit'), false],
    [person('Noor de Wit'), person('Noor Visser'), false],
    [company('De Zon B.V.'), company('De Zon'), true],
    [company('De Zon'), company('Zonnestraal'), false],
  ])('with the name of %j serves for %j: %j', (known, meant, serves) => {
    expect(bearsNameOf(known, meant)).toBe(serves);
  });
});

describe('what a customer is linked by', () => {
  const parts = (email: string, identity: Identity) => JSON.stringify(identityParts(email, identity));

  test('is its address and kind, and of a company its VAT number or name', () => {
    const all = [
      parts('a@x.example', person('Noor')),
      parts('b@x.example', person('Noor')),
      parts('a@x.example', company('De Zon')),
      parts('a@x.example', company('De Maan')),
      parts('a@x.example', company('De Zon', number)),
      parts('a@x.example', company('De Zon', otherNumber)),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('stays the same however it is written', () => {
    expect(parts(' A@X.example', person('Noor'))).toBe(parts('a@x.example', person('N. de Wit')));
    expect(parts('a@x.example', company('De Zon B.V.'))).toBe(parts('a@x.example', company('de zon bv')));
    const [one, other] = [company('De Zon', number), company('Zon', 'be 0403.170.701')];
    expect(parts('a@x.example', one)).toBe(parts('a@x.example', other));
  });
});

test('what a record beside another is linked by tells two names apart, however they are written', () => {
  const named = (identity: Identity) => JSON.stringify(namedParts('a@x.example', identity));
  expect(named(person('Noor de Wit'))).not.toBe(named(person('Piet Bakker')));
  expect(named(person('Noor de Wit'))).toBe(named(person('noor  DE WIT')));
  expect(named(company('De Zon', number))).not.toBe(named(company('Zonnestraal', number)));
  expect(named(person('Noor'))).not.toBe(JSON.stringify(identityParts('a@x.example', person('Noor'))));
});

test('a company without a name goes by its contact’s', () => {
  const customer: Customer = { kind: 'company', name: 'Noor de Wit', vatNumber: number, address: {} };
  const contact = 'Noor de Wit';
  expect(identityOf(customer)).toEqual({ kind: 'company', name: contact, vatNumber: number, contact });
  expect(identityOf({ ...customer, company: 'De Zon' })).toMatchObject({ name: 'De Zon', contact });
});
