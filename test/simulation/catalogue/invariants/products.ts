import type { ProductView } from '../../../../sandbox/kit/catalogue/merchandise.ts';
import type { Catalogue } from '../catalogue.ts';
import { asKeptThere, counterpartOf } from '../counterparts.ts';
import { groupsVariants, mostPictures } from '../shops.ts';
import type { People } from './all.ts';
import type { Seen } from './levels.ts';

/** No product twice; each as it is in the master; and what the merchant put into the follower's stays. */
export async function productViolations(catalogue: Catalogue, people: People, seen: Seen): Promise<string[]> {
  const lost = lostAdditions(people, seen);
  if (!catalogue.scenario.flows.includes('products')) return lost;
  const parked = new Set(
    catalogue.storage.read("SELECT key FROM tasks WHERE state = 'parked'").map(({ key }) => String(key)),
  );
  const { moved, formerOfVariants } = people.master;
  // Whoever gets another SKU before it was first met is another product. And a variant that went before Magento had its product tied to it
  // stays as it is, unseen by shoppers: nothing is ever deleted.
  const isAnothers = (sku: string | null) =>
    sku !== null && (formerOfVariants.has(sku) || (catalogue.scenario.isKnownThere && moved.has(sku)));
  const kept = seen.master.filter(({ id }) => !parked.has(id));
  return [
    ...lost,
    ...twice(
      'SKU',
      seen.follower.flatMap(({ sku, variants }) => [sku, ...variants.map((each) => each.sku)]),
    ),
    ...twice(
      'name',
      seen.follower.filter(({ sku }) => !isAnothers(sku)).map(({ name }) => name),
    ),
    ...kept
      .flatMap((product) => asKeptThere(product, groupsVariants(catalogue.scenario.to)))
      .flatMap((product) => differences(catalogue, product, seen, people)),
  ];
}

function twice(what: string, all: readonly (string | null)[]): string[] {
  const counts = Map.groupBy(
    all.filter((each) => each !== null),
    (each) => each,
  );
  return [...counts].flatMap(([each, { length }]) =>
    length > 1 ? [`the ${what} "${each}" stands ${length} times`] : [],
  );
}

function differences(
  catalogue: Catalogue,
  product: ProductView,
  { follower }: Seen,
  people: People,
): string[] {
  const there = counterpartOf(product, follower);
  const name = `${product.id} ${product.sku}`;
  if (there === undefined) return [`the product ${name} is not there`];
  const isOwn = (what: string) =>
    people.follower.additions.filter((each) => each.product === there.id && each.what.startsWith(what))
      .length;
  const failures: string[] = [];
  const compare = (what: string, one: unknown, other: unknown) => {
    const [here, now] = [JSON.stringify(one), JSON.stringify(other)];
    if (here !== now) failures.push(`the ${what} of ${name}: ${here} in the master, ${now} in the follower`);
  };
  compare('name', product.name, there.name);
  compare(
    'price',
    product.variants.length === 0 && product.price,
    there.variants.length === 0 && there.price,
  );
  // Variants that the master has no longer stay, at level 0.
  const own = variantsOf(product);
  compare(
    'variants',
    own,
    variantsOf(there).filter((each) => own.includes(each)),
  );
  // What the merchant had there before anything came is the merchant's. And a product whose run died before it told of what it made may be
  // found under a SKU that is another one's by then, with the pictures of the first.
  const hasOthers = people.master.hasSwapped && product.sku !== null && people.master.moved.has(product.sku);
  if (!catalogue.scenario.isKnownThere && !hasOthers) {
    const own = isOwn('the picture');
    const expected = Math.min(product.pictures.length, mostPictures(catalogue.scenario.to) - own);
    compare('pictures', expected, there.pictures.length - own);
  }
  return failures;
}

function variantsOf({ variants }: ProductView): string[] {
  return variants
    .map(({ sku, options, price }) => `${sku} ${Object.values(options).join(' ')} ${price}`)
    .sort();
}

function lostAdditions({ follower: { additions } }: People, { follower }: Seen): string[] {
  return additions.flatMap(({ product, what, isThere }) => {
    const now = follower.find(({ id }) => id === product);
    if (now === undefined) return [`the product ${product} of the follower is gone`];
    return isThere(now) ? [] : [`${what} that the merchant put into ${product} is gone`];
  });
}
