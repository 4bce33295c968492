import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extrasFor, type Priced } from '../../../../src/connectors/ccv/products/extras.ts';
import { big, sum } from '../../../../src/records/money.ts';

const colours = ['Blauw', 'Rood', 'Groen'];
const sizes = ['S', 'M', 'L'];

const priced = (options: Record<string, string>, extra: number): Priced => ({
  options,
  extra: big(String(extra)),
});

const cameTo = ({ options }: Priced, extras: NonNullable<ReturnType<typeof extrasFor>>) =>
  sum(Object.entries(options).map(([name, value]) => extras.get(name)?.get(value) ?? 'NaN')).toFixed();

test('prices that are sums of what values add are kept, whichever variants there are', () => {
  const amounts = fc.array(fc.integer({ min: -5, max: 20 }), { minLength: 3, maxLength: 3 });
  const some = fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(amounts, amounts, some, (ofColours, ofSizes, which) => {
      const variants = which.map((index) => {
        const [colour, size] = [index % 3, Math.floor(index / 3)];
        return priced(
          { Kleur: colours[colour] ?? '', Maat: sizes[size] ?? '' },
          (ofColours[colour] ?? 0) + (ofSizes[size] ?? 0),
        );
      });
      const extras = extrasFor(variants);
      if (extras === null) throw new Error('there are none');
      for (const each of variants) expect(cameTo(each, extras)).toBe(each.extra.toFixed());
    }),
  );
});

test('what goes by one option alone is put there', () => {
  const extras = extrasFor([
    priced({ Kleur: 'Blauw', Maat: 'M' }, 0),
    priced({ Kleur: 'Rood', Maat: 'M' }, 0),
    priced({ Kleur: 'Rood', Maat: 'L' }, 2),
  ]);
  expect(extras?.get('Kleur')?.get('Rood')?.toFixed()).toBe('0');
  expect(extras?.get('Maat')?.get('L')?.toFixed()).toBe('2');
});

test('prices that are no sums are none', () => {
  const prices = [20, 21, 22, 30].map((price, index) =>
    priced({ Kleur: colours[index % 2] ?? '', Maat: sizes[Math.floor(index / 2)] ?? '' }, price),
  );
  expect(extrasFor(prices)).toBeNull();
  expect(extrasFor([])?.size).toBe(0);
});
