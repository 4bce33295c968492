/** Attributes of products and the values that they may have (sheet 10.7). */
import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { flag, list, needed, text } from '../../wire/fields.ts';
import { remembered, rememberedMs } from '../../wire/remembered.ts';
import { everywhere, type Scope, scoped } from '../scope.ts';
import { eachRow } from '../search.ts';

const attributeWire = z.object({
  attribute_id: needed(text),
  attribute_code: needed(text),
  default_frontend_label: text,
  frontend_labels: list(z.object({ store_id: text, label: text })),
  frontend_input: text,
  scope: text,
  is_user_defined: flag.catch(undefined),
});

export type Attribute = z.infer<typeof attributeWire>;

const optionWire = z.object({ label: z.union([z.string(), z.number()]).nullish(), value: text });

export interface AttributeOption {
  readonly id: string;
  readonly label: string;
}

/** All of them, without their values: some have thousands. */
export const attributes = remembered(async (api) => {
  const all: Attribute[] = [];
  for await (const attribute of eachRow(api, {
    path: everywhere(api, path`/V1/products/attributes`),
    row: attributeWire,
    by: 'attribute_id',
    idOf: ({ attribute_id: id }) => id,
    fields: Object.keys(attributeWire.shape).join(','),
  })) {
    all.push(attribute);
  }
  return all;
});

/** The attribute of this code, or else of this label, for the staff or in a view, where one only has it. */
export async function attributeNamed(api: Api, name: string): Promise<Attribute | undefined> {
  const all = await attributes(api);
  const wanted = plain(name);
  const byCode = all.find(({ attribute_code: code }) => code === name.trim());
  const byLabel = all.filter((attribute) => labelsOf(attribute).some((label) => plain(label) === wanted));
  const byCodeInAnyCase = all.find(({ attribute_code: code }) => plain(code) === wanted);
  return byCode ?? (byLabel.length === 1 ? byLabel[0] : byCodeInAnyCase);
}

function labelsOf({ default_frontend_label: label, frontend_labels: labels }: Attribute): string[] {
  return [label, ...labels.map((each) => each.label)].filter((each) => each !== undefined);
}

/** What the staff calls it. */
export function labelOf({ default_frontend_label: label, attribute_code: code }: Attribute): string {
  return label ?? code;
}

/** What shoppers of a view call it. */
export function labelIn(attribute: Attribute, storeId: string | undefined): string {
  const own = attribute.frontend_labels.find(({ store_id: id }) => id !== undefined && id === storeId);
  return own?.label ?? labelOf(attribute);
}

/** One value of a list, or several. */
export function hasOptions({ frontend_input: input = '' }: Attribute): boolean {
  return input === 'multiselect' || isSelect(input);
}

/** What variants may differ in: one value of a list, the same in all views (sheet 12.4). */
export function tellsVariants({ frontend_input: input = '', scope }: Attribute): boolean {
  return isSelect(input) && (scope === undefined || scope === 'global');
}

function isSelect(input: string): boolean {
  return input === 'select' || input.startsWith('swatch');
}

interface KnownOptions {
  readonly at: number;
  readonly options: readonly AttributeOption[];
}

const knownOptions = new WeakMap<Account, Map<string, KnownOptions>>();

/** The values of an attribute, by their labels in a view, or for the staff. `fresh` asks again: somebody may have added one. */
export async function optionsOfAttribute(
  api: Api,
  code: string,
  { scope = 'all', fresh = false }: { readonly scope?: Scope; readonly fresh?: boolean } = {},
): Promise<readonly AttributeOption[]> {
  const ofAccount = knownOptions.get(api.account) ?? new Map<string, KnownOptions>();
  knownOptions.set(api.account, ofAccount);
  const key = `${scope} ${code}`;
  const before = ofAccount.get(key);
  const now = api.now().getTime();
  if (before !== undefined && !fresh && now - before.at < rememberedMs) return before.options;
  const answer = await api.get(
    scoped(api, scope, path`/V1/products/attributes/${code}/options`),
    list(optionWire),
  );
  // The first one is usually empty (sheet 10.7).
  const options = answer.flatMap(({ label, value }) =>
    value === undefined ? [] : [{ id: value, label: String(label ?? '') }],
  );
  ofAccount.set(key, { at: now, options });
  return options;
}

export function optionLabelled(
  options: readonly AttributeOption[],
  label: string,
): AttributeOption | undefined {
  const exact = options.find((option) => option.label.trim() === label.trim());
  return exact ?? options.find((option) => plain(option.label) === plain(label));
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

/** Barcodes have no attribute of Magento's own: merchants make one of these (sheet 10.3). */
const gtinCodes = ['gtin', 'ean', 'barcode', 'ean13', 'gtin13', 'upc', 'ean_code'];

export const brandCode = 'manufacturer';

export async function gtinAttribute(api: Api): Promise<Attribute | undefined> {
  const all = await attributes(api);
  return gtinCodes.flatMap((code) => all.filter(({ attribute_code }) => attribute_code === code))[0];
}
