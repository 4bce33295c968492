import type { Query } from '../../kit/http/query.ts';
import { numberIn, textIn } from '../../kit/json.ts';
import { allOf, holdsWords, isBetween, isSame, type RowTest } from '../../kit/search/row-tests.ts';
import { byNumber, byText } from '../../kit/search/sorting.ts';
import { flagIn } from '../call/call.ts';
import { invalid } from '../refusal.ts';
import type { CcvSettings } from '../settings.ts';
import { type Product, sellPrice } from './product.ts';

export const productFilters =
  `productnumber eannumber mpnnumber productname minprice maxprice mindiscount maxdiscount minsellprice
  maxsellprice stock minstock maxstock quantity color active expand`.split(/\s+/);

export const productOrders = {
  id: byNumber(({ id }: Product) => id),
  name: byText(({ fields }: Product) => textIn(fields, 'name')),
  createdate: byNumber(({ createdAt }: Product) => createdAt),
  modifydate: byNumber(({ modifiedAt }: Product) => modifiedAt),
};

/** There is no filter by change (sheet 5.1). */
export function productsFound(rows: readonly Product[], query: Query, settings: CcvSettings): Product[] {
  const name = query.text('productname');
  if (name !== undefined && name.length < 3) throw invalid('productname needs three characters');
  const same = isTheSame(settings);
  const number = (asked: string): RowTest<Product> | undefined => {
    const wanted = query.exact(asked);
    return wanted === undefined ? undefined : ({ fields }) => same(textIn(fields, asked), wanted);
  };
  const between = (word: string, read: (product: Product) => number) =>
    isBetween(query.number(`min${word}`), query.number(`max${word}`), read);
  return rows.filter(
    allOf<Product>([
      number('productnumber'),
      number('eannumber'),
      number('mpnnumber'),
      holdsWords(name, ({ fields }) => [fields.name]),
      between('price', ({ fields }) => numberIn(fields, 'price')),
      between('discount', ({ fields }) => numberIn(fields, 'discount')),
      between('sellprice', (product) => Number(sellPrice(product).toFixed())),
      isSame(query.number('stock'), ({ fields }) => numberIn(fields, 'stock')),
      between('stock', ({ fields }) => numberIn(fields, 'stock')),
      // No product of the sandbox has a colour.
      query.text('color') === undefined || query.text('color') === 'null' ? undefined : () => false,
      isSame(flagIn(query, 'active'), ({ isActive }) => isActive),
    ]),
  );
}

/** Products and their combinations by a number: mpn of products only, sku of combinations only (sheet 5.1). */
export function productsByNumber(rows: readonly Product[], query: Query, settings: CcvSettings): Product[] {
  const same = isTheSame(settings);
  const asked = ['productnumber', 'eannumber', 'mpnnumber', 'skunumber'].filter(
    (name) => query.exact(name) !== undefined,
  );
  if (asked.length === 0) throw invalid('At least one number is needed');
  return rows.filter((product) =>
    asked.every((name) => numbersOf(product, name).some((text) => same(text, query.exact(name) ?? ''))),
  );
}

function numbersOf({ fields, combinations }: Product, name: string): string[] {
  const ofCombinations = name.replace('number', '_number');
  const own = combinations.map((each) => textIn(each.fields, ofCombinations));
  return [textIn(fields, name), ...(name === 'mpnnumber' ? [] : own)];
}

/** As a database compares: without regard to case and to blanks at the end. */
function isTheSame({ numbersMatch }: CcvSettings): (one: string, other: string) => boolean {
  const plain = (text: string) => (numbersMatch === 'exactly' ? text : text.trim().toLowerCase());
  return (one, other) => plain(one) === plain(other);
}
