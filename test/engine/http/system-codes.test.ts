import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeIn, fieldsIn } from '../../../src/engine/http/system-codes.ts';
import { runs } from '../../support/runs.ts';
import { writings } from '../../support/writings.ts';

const sent = {
  customer_name: 'Noor de Wit-Şahin',
  attn: 'Bo',
  address_street: 'Lange Straße 12',
  address_postal_code: '8011 AB',
  address_country_code: 'NL',
  email: 'noor.wit@example.com',
  phonenumber: '(038) 123-45.67',
  KvK__c: '12345678',
  line_items: [{ description: 'Blue mug', amount: { amount: '12.10', currency: 'EUR' } }],
};

describe('a code is told', () => {
  test.each([
    'params.invalid',
    'operation.year_closed',
    'WRONG_PARAMETER',
    'TAKEN',
    'THROTTLED',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'invalid_client',
    'undefinedField',
    'NotFound',
    '500.40',
    '404',
    'resource:locked',
  ])('%s', (code) => {
    expect(codeIn(code, sent)).toBe(code);
  });
});

describe('what is none is not', () => {
  test.each([
    '',
    'Not Found',
    'Noor',
    'noor',
    'NOOR',
    'noor.wit',
    'NOOR_DE_WIT',
    'customer.noor',
    'UNKNOWN_NOOR',
    'INVALID_SAHIN',
    'invalid.sahi',
    'BO_INVALID',
    'STRASSE_LANGE',
    'noor.wit@example.com',
    'noor.wit%40example.com',
    'D&#39;Angelo',
    '\\u015eahin',
    '0612345678',
    '31.6.12345678',
    'NL91-ABNA-0417',
    'KVK-12345678',
    '8011AB',
    `x.${'y'.repeat(80)}`,
  ])('%s', (code) => {
    expect(codeIn(code, sent)).toBeUndefined();
  });
});

describe('fields', () => {
  test('are told by names that were sent, and by names that are made of words for fields', () => {
    const names = [
      'address_street',
      'line_items.0.description',
      'line_items[3].amount.currency',
      'KvK__c',
      'OrderItem.quantity',
      'billingAddress.postalCode',
      'LastName',
      'customer/email',
    ];
    expect(fieldsIn(names, sent)).toEqual(names);
  });

  test('are not by any other', () => {
    const names = [
      'noor',
      'Noor de Wit',
      'customer.noor',
      '1012',
      '',
      'e-mail: x',
      'noor@example.com',
      'Straße',
    ];
    expect(fieldsIn(names, sent)).toEqual([]);
    expect(fieldsIn(undefined, sent)).toEqual([]);
  });

  test('are ten at most, each once', () => {
    const many = Array.from({ length: 30 }, (_, index) => `line_items.${index}.vat`);
    expect(fieldsIn([...many, ...many], sent)).toHaveLength(10);
  });
});

test('nothing that was sent is told, however it is written, as a code or as a field', () => {
  const word = fc.stringMatching(/^[A-Z][a-zşé]{3,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.nat(), (words, which) => {
      const known = { name: words.join(' '), email: `${words.join('.')}@mail.example` };
      const ways = Object.values(writings);
      const write = ways[which % ways.length] ?? String;
      for (const value of Object.values(known)) {
        const told = [codeIn(write(value), known), ...fieldsIn([write(value)], known)].filter(Boolean);
        expect(told).toEqual([]);
      }
    }),
    runs(500),
  );
});
