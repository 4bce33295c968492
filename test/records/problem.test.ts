import { describe, expect, test } from 'vitest';
import { asProblem, Problem, rejected } from '../../src/records/problem.ts';

describe('asProblem', () => {
  test('a problem stays what it is', () => {
    const problem = rejected('order_gone', { booked: 'no' });
    expect(asProblem(problem)).toBe(problem);
  });

  test.each([
    new TypeError('Cannot read noor@example.com of undefined'),
    'noor@example.com',
    { email: 'noor@example.com' },
    null,
    undefined,
  ])('whatever else is thrown is a fault of Koppel, told without its details: %s', (thrown) => {
    const problem = asProblem(thrown);
    expect(problem).toMatchObject({ kind: 'retry', code: 'internal_error', cause: thrown });
    expect(JSON.stringify(problem.toData())).not.toContain('noor');
  });
});

test('the data of a problem makes the same problem again, without its cause', () => {
  const data = {
    kind: 'auth' as const,
    code: 'credentials_refused',
    params: { system: 'Books', status: 401 },
    connection: 'books',
    retryAt: 5,
  };
  expect(new Problem(data, { cause: new Error('secret') }).toData()).toEqual(data);
});
