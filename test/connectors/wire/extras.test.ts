import { expect, test } from 'vitest';
import { extrasIn } from '../../../src/connectors/wire/extras.ts';

test.each([
  [0.1 + 0.25, '0.35'],
  [1.1 * 3, '3.3'],
  ['1.6400000000', '1.64'],
  ['-2.50', '-2.5'],
  ['0.0000000', undefined],
  [1e-9, undefined],
  ['31612345678', undefined],
  ['1,64', undefined],
])('%j of a module is %s', (stated, amount) => {
  expect(extrasIn({ fee: stated }, 'extension_attributes')).toEqual(
    amount === undefined ? {} : { 'extension_attributes.fee': amount },
  );
});
