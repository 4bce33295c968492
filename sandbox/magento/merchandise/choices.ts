/** Attributes and options that the merchant makes as goods need them. */
import {
  type Attribute,
  attributeOf,
  defaultSet,
  firstOwnAttributeId,
  selects,
} from '../attributes/attribute.ts';
import { optionLabelled } from '../attributes/values.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { urlKeyOf } from '../products/url-keys.ts';

/** What the shop calls an option by itself. */
const known: Readonly<Record<string, string>> = { Kleur: 'color' };

/** The attribute that products of the default set have by this name; made where there is none. */
export function attributeNamed(catalogue: Catalogue, name: string, input: 'select' | 'text'): Attribute {
  const plain = urlKeyOf(name).replaceAll('-', '_');
  const code = known[name] ?? (/^[a-z]/.test(plain) ? plain : `a_${plain}`);
  const codes = [code, `${code}_${input}`];
  for (const each of codes) {
    const found = catalogue.attributes.get(each);
    if (found !== undefined && fits(found, input)) return found;
  }
  const free = codes.find((each) => !catalogue.attributes.has(each)) ?? `${code}_${firstOwnAttributeId}`;
  return addAttribute(catalogue, free, input, name);
}

/** Of a set that the shop already has. */
export function addAttribute(
  catalogue: Catalogue,
  code: string,
  input: 'select' | 'text',
  label: string,
): Attribute {
  const made = attributeOf({
    id: catalogue.ids.next('attribute'),
    code,
    input,
    label,
    scope: input === 'select' ? 'global' : 'store',
    isUserDefined: true,
  });
  catalogue.attributes.set(code, made);
  const set = catalogue.sets.get(String(defaultSet.id)) ?? defaultSet;
  catalogue.sets.set(String(set.id), { ...set, attributes: [...set.attributes, code] });
  return made;
}

/** The id of the option with this label; made where there is none. */
export function optionId(catalogue: Catalogue, code: string, label: string): number {
  const attribute = catalogue.attributes.get(code);
  if (attribute === undefined) throw new Error(`No attribute "${code}".`);
  const found = optionLabelled(attribute, label);
  if (found !== undefined) return found.id;
  const id = catalogue.ids.next('option');
  const option = { id, label, sortOrder: attribute.options.length, isDefault: false, labels: {} };
  catalogue.attributes.set(code, { ...attribute, options: [...attribute.options, option] });
  return id;
}

function fits({ input, scope, isUserDefined, code }: Attribute, wanted: 'select' | 'text'): boolean {
  if (wanted === 'text') return input === 'text' && isUserDefined;
  return selects.includes(input) && scope === 'global' && (isUserDefined || code === 'color');
}
