import type { Catalogue } from '../catalogue.ts';
import type { People } from './all.ts';

/** Reasons that a person has to look at a product whose SKU another one had, or has. */
const ofSwaps = new Set(['sku_taken']);

/** Nothing is left to be done, and what a person has to look at has its reason. */
export function restViolations({ storage }: Catalogue, { master }: People): string[] {
  const parked = storage.read("SELECT flow, key, problem FROM tasks WHERE state = 'parked'");
  const stuck = storage.read('SELECT flow, key, problem FROM dirty');
  const refused = storage.read("SELECT flow, key, problem FROM levels WHERE state = 'refused'");
  return [
    ...[...parked, ...stuck, ...refused].flatMap(({ flow, key, problem }) => {
      const { code } = JSON.parse(String(problem ?? '{}')) as { code?: string };
      const isDue = master.hasSwapped && code !== undefined && ofSwaps.has(code);
      return isDue ? [] : [`${flow} ${key} is left to a person: ${problem}`];
    }),
    ...storage.read('SELECT name FROM steps').map(({ name }) => `the step ${name} is left over`),
    ...storage.read('SELECT id FROM batches').map(({ id }) => `the batch ${id} is left over`),
  ];
}
