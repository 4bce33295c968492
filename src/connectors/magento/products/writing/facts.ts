/** Words on their way into attributes: of a list their ids (sheet 10.3, 10.7). */
import { z } from 'zod';
import { Problem, rejected } from '../../../../records/problem.ts';
import type { Named } from '../../../../records/product.ts';
import type { Api } from '../../../contract/api.ts';
import { path } from '../../../contract/path.ts';
import { everywhere } from '../../scope.ts';
import {
  type Attribute,
  attributeNamed,
  hasOptions,
  optionLabelled,
  optionsOfAttribute,
  tellsVariants,
} from '../attributes.ts';
import type { Custom } from '../to-wire.ts';
import { inParts, system, type Writing } from './writing.ts';

/** Those that the shop can hold; the others are told. An empty list empties the attribute. */
export async function factsToWire(writing: Writing, facts: readonly Named[]): Promise<Custom> {
  const custom: Record<string, string> = {};
  await inParts(
    writing,
    facts.map(({ name, values }) => async () => {
      const attribute = await attributeNamed(writing.api, name);
      if (attribute === undefined) throw unknown(writing, name);
      custom[attribute.attribute_code] = await wordsToWire(writing, attribute, values);
    }),
  );
  return custom;
}

/** The attributes that variants differ in, by the names that were given. Throws `attribute_unknown`. */
export async function superAttributes(
  writing: Writing,
  options: readonly Named[],
): Promise<ReadonlyMap<string, Attribute>> {
  const found = new Map<string, Attribute>();
  for (const { name } of options) {
    const attribute = await attributeNamed(writing.api, name);
    if (attribute === undefined || !tellsVariants(attribute)) throw unknown(writing, name);
    found.set(name, attribute);
  }
  return found;
}

export function unknown({ sku }: Writing, attribute: string): Problem {
  return rejected('attribute_unknown', { system, attribute, product: sku });
}

async function wordsToWire(
  writing: Writing,
  attribute: Attribute,
  values: readonly string[],
): Promise<string> {
  if (values.length === 0) return '';
  if (hasOptions(attribute)) {
    const ids: string[] = [];
    for (const value of values) ids.push(await optionId(writing, attribute, value));
    return attribute.frontend_input === 'multiselect' ? ids.join(',') : (ids[0] ?? '');
  }
  return attribute.frontend_input === 'boolean' ? truth(values[0] ?? '') : values.join(', ');
}

function truth(value: string): '0' | '1' {
  return /^(1|true|yes|y|ja|j|oui|si|sí)$/i.test(value.trim()) ? '1' : '0';
}

/** The id of a value, which is made where that is allowed. Throws `option_unknown`. */
export async function optionId(
  { api, sku, createValues }: Writing,
  { attribute_code: code }: Attribute,
  label: string,
): Promise<string> {
  // By its label for the staff, else by what shoppers read.
  for (const where of [{}, { fresh: true }, { scope: 'view', fresh: true }] as const) {
    const option = optionLabelled(await optionsOfAttribute(api, code, where), label);
    if (option !== undefined) return option.id;
  }
  const made = createValues && label.trim() !== '' ? await makeOption(api, code, label) : undefined;
  if (made !== undefined) return made;
  throw rejected('option_unknown', { system, option: code, value: label, product: sku });
}

/**
 * It stands by its label: the answer's form differs by version, and a label that is there already is refused (sheet 10.7). So it is read
 * back, also after an answer that was lost.
 */
async function makeOption(api: Api, code: string, label: string): Promise<string | undefined> {
  const option = { label, value: '', sort_order: 0, is_default: false, store_labels: [] };
  const refusal = await refusalTo(() =>
    api.create(everywhere(api, path`/V1/products/attributes/${code}/options`), { option }, z.unknown()),
  );
  const made = optionLabelled(await optionsOfAttribute(api, code, { fresh: true }), label);
  if (made === undefined && refusal !== null) throw refusal;
  return made?.id;
}

async function refusalTo(work: () => Promise<unknown>): Promise<Problem | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Problem && (error.kind === 'rejected' || error.kind === 'outcome-unknown')) {
      return error;
    }
    throw error;
  }
}
