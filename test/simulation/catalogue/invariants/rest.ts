import type { Catalogue } from '../catalogue.ts';
import { groupsVariants } from '../shops.ts';
import type { People } from './all.ts';
import type { Seen } from './levels.ts';

/** Reasons that a person has to look at a product whose SKU another one had, or has. */
const ofSwaps = new Set(['sku_taken', 'sku_linked']);
/** Reasons that a person has to look at a product with two variants of the same options. */
const ofOptions = new Set(['refused', 'conflict']);

/** Of a product whose variants stand there already, in one that the merchant made, where either side has each as a product of its own. */
const ofVariants = new Set(['sku_taken']);

/** What was begun of a product that waits for a person is gone on with when somebody has looked at it. */
const leftOver = `SELECT name FROM steps
  WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.id = steps.task AND state = 'parked')`;

/** Nothing is left to be done, and what a person has to look at has its reason. */
export function restViolations({ storage, scenario }: Catalogue, { master }: People, seen: Seen): string[] {
  // A variant that got another SKU before it was first met is another one, with options that the one there has already.
  const metAnew = new Set(
    seen.master
      .filter(({ variants }) => variants.some(({ sku }) => sku !== null && master.moved.has(sku)))
      .map(({ id }) => id),
  );
  const areAlike = groupsVariants(scenario.from) && groupsVariants(scenario.to);
  const variantsThere = new Set(seen.follower.flatMap(({ variants }) => variants.map(({ sku }) => sku)));
  const ofAnotherShape = new Set(
    seen.master
      .filter(({ sku, variants }) => variants.length > 0 || variantsThere.has(sku))
      .map(({ id }) => id),
  );
  const parked = storage.read("SELECT flow, key, problem FROM tasks WHERE state = 'parked'");
  const stuck = storage.read('SELECT flow, key, problem FROM dirty');
  const refused = storage.read("SELECT flow, key, problem FROM levels WHERE state = 'refused'");
  return [
    ...[...parked, ...stuck, ...refused].flatMap(({ flow, key, problem }) => {
      const { code } = JSON.parse(String(problem ?? '{}')) as { code?: string };
      if (code === undefined) return [`${flow} ${key} is left to a person without a reason`];
      const isOfSwap = master.hasSwapped && ofSwaps.has(code);
      const isOfOptions = scenario.isKnownThere && metAnew.has(String(key)) && ofOptions.has(code);
      const isOfVariants =
        scenario.isKnownThere && !areAlike && ofAnotherShape.has(String(key)) && ofVariants.has(code);
      return isOfSwap || isOfOptions || isOfVariants
        ? []
        : [`${flow} ${key} is left to a person: ${problem}`];
    }),
    ...storage.read(leftOver).map(({ name }) => `the step ${name} is left over`),
    ...storage.read('SELECT id FROM batches').map(({ id }) => `the batch ${id} is left over`),
  ];
}
