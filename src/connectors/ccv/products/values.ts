/** Options and their values, as the shop knows them and as a product has them (sheet 6.8). */
import type Big from 'big.js';
import { z } from 'zod';
import { rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { amount, needed, text } from '../../wire/fields.ts';
import { change, make } from '../calls.ts';
import { allOf } from '../lists.ts';
import { system } from './to-wire.ts';

const attributeWire = z.object({ id: needed(text), name: text, type: text, attribute_type: text });
const valueWire = z.object({ id: needed(text), name: text });
const attachedWire = z.object({
  id: needed(text),
  optionname: text,
  optionvalue_name: text,
  price: amount,
});
export type AttachedWire = z.infer<typeof attachedWire>;

/** A value of an option that a product is to have, and what it adds to the price. */
export interface Wanted {
  readonly option: string;
  readonly value: string;
  readonly price: Big;
}

export function attachedTo(api: Api, productId: string): Promise<AttachedWire[]> {
  return allOf(api, { path: path`/products/${productId}/productattributevalues/`, row: attachedWire });
}

/** The stock that is given is that of the combinations that come to be: none is sold before its level is written. */
export async function attach(
  api: Api,
  productId: string,
  { option, value, price }: Wanted,
  making: { readonly createValues: boolean; readonly sku: string },
): Promise<void> {
  const optionvalue = Number(await valueId(api, option, value, making));
  const body = { optionvalue, price: Number(price), stock: 0 };
  await make(api, path`/products/${productId}/productattributevalues/`, body, z.unknown());
}

export function reprice(api: Api, { id }: AttachedWire, price: Big): Promise<void> {
  return change(api, path`/productattributevalues/${id}/`, { price: Number(price) });
}

/** Throws `option_unknown` where the shop lacks it and it must not be made. */
async function valueId(
  api: Api,
  option: string,
  value: string,
  { createValues, sku }: { readonly createValues: boolean; readonly sku: string },
): Promise<string> {
  const unknown = () => rejected('option_unknown', { system, option, value, product: sku });
  const attributeId = await attributeNamed(api, option, createValues);
  if (attributeId === undefined) throw unknown();
  const at = path`/attributes/${attributeId}/attributevalues/`;
  const find = async () =>
    (await allOf(api, { path: at, row: valueWire, isWhole: true })).find(({ name }) => name === value.trim())
      ?.id;
  const known = await find();
  if (known !== undefined) return known;
  if (!createValues) throw unknown();
  const made = await make(api, at, { name: value.trim(), default_price: 0 }, z.object({ id: needed(text) }));
  const id = made?.id ?? (await find());
  if (id === undefined) throw unknown();
  return id;
}

/** Those that make no combinations are other things of the same name (sheet 6.8). */
const without = ['5', '6'];

async function attributeNamed(api: Api, name: string, createValues: boolean): Promise<string | undefined> {
  const at = path`/attributes/`;
  const read = () => allOf(api, { path: at, row: attributeWire, isWhole: true });
  const all = await read();
  const isChoice = ({ attribute_type = '1' }: z.infer<typeof attributeWire>) =>
    !without.includes(attribute_type);
  const isIt = (each: z.infer<typeof attributeWire>) => each.name === name.trim() && isChoice(each);
  const known = all.find(isIt);
  if (known !== undefined || !createValues) return known?.id;
  // How a kind is called is not known but from those that are there (sheet, unknown).
  const type = all.find((each) => isChoice(each) && each.type !== undefined)?.type ?? 'menu';
  const made = await make(api, at, { name: name.trim(), type }, z.object({ id: needed(text) }));
  return made?.id ?? (await read()).find(isIt)?.id;
}
