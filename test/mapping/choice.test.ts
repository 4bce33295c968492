import { describe, expect, test } from 'vitest';
import { choice, choose, pick } from '../../src/mapping/choice.ts';
import { Problem } from '../../src/records/problem.ts';

const full = choice.parse({ map: { iDEAL: 'mapped' }, default: 'default', force: 'forced' });
const { force: _force, ...unforced } = full;

describe('what wins', () => {
  test('force, then the map, then the default', () => {
    expect(pick(full, 'iDEAL')).toBe('forced');
    expect(pick(unforced, 'iDEAL')).toBe('mapped');
    expect(pick(unforced, 'PayPal')).toBe('default');
    expect(pick(unforced, undefined)).toBe('default');
  });

  test('an empty text is a value too', () => {
    expect(pick(choice.parse({ map: { iDEAL: '' }, default: 'x' }), 'iDEAL')).toBe('');
  });
});

describe('names', () => {
  const table = choice.parse({ map: { ' Bank Transfer ': 'a', ideal: 'b', iDEAL: 'c' } });

  test('are compared without case and outer blanks', () => {
    expect(pick(table, 'bank transfer')).toBe('a');
    expect(pick(table, 'IDEAL ')).toBe('b');
  });

  test('an exact name wins', () => {
    expect(pick(table, 'iDEAL')).toBe('c');
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is no entry of its own',
    (name) => {
      expect(pick(table, name)).toBeUndefined();
    },
  );
});

describe('choose', () => {
  test('without a table there is nothing to choose', () => {
    expect(choose(undefined, 'x', 'paymentMethods')).toBeUndefined();
  });

  test('a missing entry parks and names the entry and the setting', () => {
    const attempt = () => choose(choice.parse({ map: { a: 'b' } }), 'Klarna', 'paymentMethods');
    expect(attempt).toThrow(Problem);
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'choice_missing',
        params: { setting: 'paymentMethods', value: 'Klarna' },
      }),
    );
  });
});

test.each([{ map: { a: 1 } }, { defaults: 'x' }, { force: null }, 'x'])('%j is no choice', (value) => {
  expect(choice.safeParse(value).success).toBe(false);
});
