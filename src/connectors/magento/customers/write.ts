/**
 * Writing a customer. Some countries take no address without a region of the shop's own list, which nobody may know: then the
 * address stays away, and all else is written.
 */
import { z } from 'zod';
import { Problem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject, Made } from '../../contract/target.ts';
import { needed, text, textIn } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';
import { customerChanges } from './changes.ts';
import { objectsIn } from './readable.ts';
import { hasRegionId, regionsOf, withRegionId } from './regions.ts';
import { isAddress } from './to-wire.ts';

const createdWire = z.object({ id: needed(text) });

/** The shop sends the new customer a mail of welcome, whatever is asked of it (sheet 9.4). */
export async function createCustomer(api: Api, body: JsonObject): Promise<Made> {
  const { addresses: known, ...account } = asObject(body.customer);
  const addresses = await withRegions(api, objectsIn(known).filter(isAddress));
  const make = (customer: JsonObject) => api.create(path`/V1/customers`, { customer }, createdWire);
  if (addresses.length === 0) return make(account);
  try {
    return await make({ ...account, addresses });
  } catch (error) {
    if (!(await isForRegion(api, error, addresses))) throw error;
    return make(account);
  }
}

/** `wire`: as the customer stands now. */
export async function updateCustomer(
  api: Api,
  id: string,
  wire: JsonObject,
  body: JsonObject,
): Promise<void> {
  const put = (customer: JsonObject) => api.update(path`/V1/customers/${id}`, { customer });
  const changes = customerChanges(id, wire, body);
  if (changes === null) return;
  const { addresses: all, ...account } = changes;
  if (all === undefined) return put(account);
  const addresses = await withRegions(api, objectsIn(all));
  try {
    await put({ ...account, addresses });
  } catch (error) {
    const written = objectsIn(asObject(body.customer).addresses);
    if (!(await isForRegion(api, error, written.filter(isAddress)))) throw error;
    const others = customerChanges(id, wire, body, ['address']);
    if (others !== null) await put(others);
  }
}

async function withRegions(api: Api, addresses: readonly JsonObject[]): Promise<readonly JsonObject[]> {
  const all: JsonObject[] = [];
  for (const address of addresses) all.push(await withRegionId(api, address));
  return all;
}

/** Whether a refusal may be for want of a region: which countries need one the shop does not tell. */
async function isForRegion(api: Api, error: unknown, addresses: readonly JsonObject[]): Promise<boolean> {
  if (!(error instanceof Problem) || error.kind !== 'rejected') return false;
  for (const address of addresses) {
    const country = textIn(address.country_id);
    if (country === undefined || hasRegionId(address)) continue;
    if ((await regionsOf(api, country)).length > 0) return true;
  }
  return false;
}
