import { expect, it } from 'vitest';
import { mergedValue } from '../../../src/engine/configuration/merged-value.ts';

const rows = (map: Record<string, string>, rest: object = {}) => ({ map, ...rest });

it.each([
  ['nothing was changed', rows({ a: '1' }), rows({ a: '1' }), rows({ a: '1' }), rows({ a: '1' })],
  ['only I changed', rows({ a: '1' }), rows({ a: '2' }), rows({ a: '1' }), rows({ a: '2' })],
  ['only they changed', rows({ a: '1' }), rows({ a: '1' }), rows({ a: '2' }), rows({ a: '2' })],
  ['both added a row', rows({}), rows({ a: '1' }), rows({ b: '2' }), rows({ a: '1', b: '2' })],
  ['both changed a row', rows({ a: '1' }), rows({ a: '2' }), rows({ a: '3' }), rows({ a: '2' })],
  [
    'I took a row out',
    rows({ a: '1', b: '1' }),
    rows({ a: '1' }),
    rows({ a: '2', b: '1' }),
    rows({ a: '2' }),
  ],
  [
    'they took a row out',
    rows({ a: '1', b: '1' }),
    rows({ a: '2', b: '1' }),
    rows({ a: '1' }),
    rows({ a: '2' }),
  ],
  ['I took out what they changed', rows({ a: '1' }), rows({}), rows({ a: '2' }), rows({})],
  [
    'what was there is not known',
    undefined,
    rows({ a: '1' }),
    rows({ a: '2', b: '2' }),
    rows({ a: '1', b: '2' }),
  ],
  [
    'they set the fallback',
    rows({}),
    rows({ a: '1' }),
    rows({}, { default: '9' }),
    rows({ a: '1' }, { default: '9' }),
  ],
  ['I took all out', rows({ a: '1' }), undefined, rows({ a: '1' }), undefined],
  ['a list is one value', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'b']],
  [
    'rows in another order',
    rows({ a: '1', b: '2' }),
    rows({ b: '2', a: '1' }),
    rows({ a: '1', b: '3' }),
    rows({ a: '1', b: '3' }),
  ],
])('%s', (_, was, mine, theirs, merged) => {
  expect(mergedValue(was, mine, theirs)).toEqual(merged);
});
