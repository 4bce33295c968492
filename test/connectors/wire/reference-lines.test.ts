import { describe, expect, test } from 'vitest';
import {
  hasOwnMark,
  hasReference,
  ownLines,
  referenceIn,
} from '../../../src/connectors/wire/reference-lines.ts';

const lines = ownLines(' 10 \n 042 ');

describe('the lines that Koppel writes', () => {
  test('hold the reference, in one line, and the mark', () => {
    expect(lines.split('\n')).toHaveLength(2);
    expect([referenceIn(lines), hasReference(lines, '10 042'), hasOwnMark(lines)]).toEqual([
      '10 042',
      true,
      true,
    ]);
  });

  test.each([
    ['whatever else stands there', `Belde over garantie\n${lines}\nVan de beurs`],
    ['with the line ends of Windows', `Van de beurs\r\n${lines.replace('\n', '\r\n')}\r\nen terug`],
    [
      'with spaces that an editor added',
      lines
        .split('\n')
        .map((line) => `${line} `)
        .join('\n'),
    ],
  ])('are read %s', (_, notes) => {
    expect([referenceIn(notes), hasOwnMark(notes)]).toEqual(['10 042', true]);
  });

  test('are told by the whole line: what people write about Koppel is no mark', () => {
    for (const notes of [
      'Niet gemaakt door Koppel',
      'Gemaakt door Koppel? Nee',
      'Referentie: Gemaakt door Koppel',
      '',
      undefined,
    ])
      expect(hasOwnMark(notes)).toBe(false);
  });

  test('of an order of before the mark are the reference alone', () => {
    expect([referenceIn('Referentie: 7'), hasOwnMark('Referentie: 7')]).toEqual(['7', false]);
  });
});
