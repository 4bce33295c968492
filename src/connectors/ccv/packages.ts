import { z } from 'zod';
import { rejected } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { needed, text } from '../wire/fields.ts';
import { remembered } from '../wire/remembered.ts';
import { allOf } from './lists.ts';

const packageWire = z.object({ id: needed(text) });

/** Every product and every free row belongs to a shipping class (sheet 6.5, 6.7, 6.13): the shop's first, where nothing names one. */
const firstPackage = remembered(async (api) => {
  const [first] = await allOf(api, { path: path`/packages/`, row: packageWire, isWhole: true });
  if (first === undefined)
    throw rejected('feature_not_available', { system: 'CCV', status: 200, advice: 'ccv_package' });
  return Number(first.id);
});

export function packageId(api: Api): Promise<number> {
  return firstPackage(api);
}
