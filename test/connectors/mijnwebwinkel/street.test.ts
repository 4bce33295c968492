import { expect, test } from 'vitest';
import { streetFromWire, streetToWire } from '../../../src/connectors/mijnwebwinkel/street.ts';

test.each([
  ['a number at the end', { street: 'Dijk 5' }, 'Dijk', '5'],
  ['an addition', { street: 'Dijk 5b' }, 'Dijk', '5b'],
  ['a second line behind the number', { street: 'Werf 4', extra: 'unit 2' }, 'Werf', '4; unit 2'],
  ['a second line, and no number', { street: 'De Werf', extra: 'unit 2' }, 'De Werf; unit 2', ''],
  ['a number in front', { street: '12 Rue Haute' }, '12 Rue Haute', ''],
  ['a comma in it', { street: 'Hof, achter 7' }, 'Hof, achter', '7'],
  ['nothing at all', {}, '', ''],
])('%s goes to two fields and comes back as it was', (_what, address, street, streetNumber) => {
  expect(streetToWire(address)).toEqual({ street, streetNumber });
  expect(streetFromWire(street, streetNumber)).toEqual({
    street: undefined,
    extra: undefined,
    ...address,
  });
});

test.each([
  ['a name alone', 'Dijk', undefined, { street: 'Dijk', extra: undefined }],
  ['a number alone', undefined, '5', { street: '5', extra: undefined }],
  ['a second line of two parts', 'Werf', '4; unit 2; achter', { street: 'Werf 4', extra: 'unit 2; achter' }],
])('%s is read', (_what, name, number, expected) => {
  expect(streetFromWire(name, number)).toEqual(expected);
});
