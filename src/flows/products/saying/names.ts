/** Names of options and attributes as the target has them. */
import { pick } from '../../../mapping/choice.ts';
import type { Named } from '../../../records/product.ts';
import type { ProductsSettings } from '../settings.ts';

/** Without an entry an option goes under its own name. */
export function optionName({ options }: ProductsSettings, name: string): string {
  return pick(options, name) ?? name;
}

/** Without an entry an attribute is left out. Two that become one have the values of both. */
export function attributesFor({ attributes }: ProductsSettings, of: readonly Named[]): readonly Named[] {
  const named = new Map<string, string[]>();
  for (const { name, values } of of) {
    const target = pick(attributes, name);
    if (target !== undefined) named.set(target, [...(named.get(target) ?? []), ...values]);
  }
  return [...named].map(([name, values]) => ({ name, values: [...new Set(values)] }));
}
