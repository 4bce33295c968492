import { expect, test } from 'vitest';
import { lineOf } from '../../src/ui/configuration/line-of.ts';

const text = `{
  "name": "a \\"{[, b",
  "flows": [
    { "flow": "orders" },
    {
      "flow": "stock",
      "settings": {
        "verify": "1h", "fixed": { "a.b": [1, true,
          null] }
      }
    }
  ],
  "empty": {}
}`;

test.each([
  [[], 1],
  [['name'], 2],
  [['flows'], 3],
  [['flows', 0, 'flow'], 4],
  [['flows', 1], 5],
  [['flows', 1, 'flow'], 6],
  [['flows', 1, 'settings', 'verify'], 8],
  [['flows', 1, 'settings', 'fixed', 'a.b'], 8],
  [['flows', 1, 'settings', 'fixed', 'a.b', 2], 9],
  [['empty'], 13],
  // What is missing is told by what it would be in.
  [['flows', 1, 'settings', 'state'], 7],
  [['flows', 7, 'flow'], 3],
  [['empty', 'x'], 13],
  [['nothing'], 1],
])('%j stands in line %i', (path, line) => {
  expect(lineOf(text, path)).toBe(line);
});

test.each(['null', '1', '"x"', '[]', '', '  '])('of %j there is one line', (whole) => {
  expect(lineOf(whole, ['a', 0])).toBe(1);
});
