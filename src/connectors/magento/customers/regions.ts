/** Regions of the shop's own list: where a country has one, only its ids are sure to be taken (sheet 15). */
import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { list, needed, text, textIn } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';
import { isNamed } from './region-names.ts';

const regionWire = z.object({ id: needed(text), code: text, name: text });

const countryWire = z.object({ available_regions: list(regionWire) });

type Region = z.infer<typeof regionWire>;

/** For as long as the account is in use. */
const known = new WeakMap<Account, Map<string, readonly Region[]>>();

/** Empty where the shop lists none. Asks the shop once. */
export async function regionsOf(api: Api, country: string): Promise<readonly Region[]> {
  const ofAccount = known.get(api.account) ?? new Map<string, readonly Region[]>();
  known.set(api.account, ofAccount);
  const before = ofAccount.get(country);
  if (before !== undefined) return before;
  const answer = await api.find(path`/V1/directory/countries/${country}`, countryWire);
  const regions = answer?.available_regions ?? [];
  ofAccount.set(country, regions);
  return regions;
}

/** The address with the id of the region that it names, where the shop lists that one. */
export async function withRegionId(api: Api, address: JsonObject): Promise<JsonObject> {
  const [country, named] = [textIn(address.country_id), nameIn(address)];
  if (country === undefined || named === undefined || hasRegionId(address)) return address;
  const region = regionNamed(await regionsOf(api, country), named, country);
  if (region === undefined) return address;
  const id = Number(region.id);
  return {
    ...address,
    region: { region_code: region.code ?? '', region: region.name ?? '', region_id: id },
    region_id: id,
  };
}

export function hasRegionId({ region, region_id: id }: JsonObject): boolean {
  return Number(textIn(id) ?? textIn(asObject(region).region_id) ?? 0) > 0;
}

function nameIn({ region }: JsonObject): string | undefined {
  return textIn(asObject(region).region);
}

function regionNamed(regions: readonly Region[], named: string, country: string): Region | undefined {
  const byCode = regions.find(({ code }) => isNamed({ code }, named, country));
  return byCode ?? regions.find(({ name }) => isNamed({ name }, named, country));
}
