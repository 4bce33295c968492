import { expect, test } from 'vitest';
import { addsUp, likeliest } from '../../../src/connectors/wire/interpretations.ts';
import { big } from '../../../src/records/money.ts';

const candidate = (name: string, difference: string) => ({ name, difference: big(difference) });

test('an interpretation adds up within the slack, on both sides', () => {
  expect(['0.05', '-0.05', '0.06', '-0.06'].map((off) => addsUp(candidate('', off), '0.05'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('the first that adds up is the likeliest, not the nearest', () => {
  expect(
    likeliest([candidate('far', '2'), candidate('near', '-0.04'), candidate('exact', '0')], '0.05').name,
  ).toBe('near');
});

test('where none adds up it is the nearest, and among equally near ones the first', () => {
  expect(likeliest([candidate('far', '2'), candidate('below', '-0.5'), candidate('above', '0.5')]).name).toBe(
    'below',
  );
});

test('of no candidates there is none', () => {
  expect(() => likeliest([])).toThrow(TypeError);
});
