import type { StandingProduct } from '../../../connectors/contract/products.ts';
import type { Saying } from '../saying/saying.ts';
import type { FieldName, ProductsSettings } from '../settings.ts';
import type { Said } from './compare.ts';

/** Before the names of the target's own fields, which may be called as one that all systems know. */
export const ownField = 'value.';

/** Returns what is said of a product's own fields, each beside what stands there. */
export function saidFields(
  { fields: modes }: ProductsSettings,
  { fields, values }: Saying,
  { product, values: standing }: StandingProduct,
  isOffByKoppel: boolean,
): readonly Said[] {
  const common = Object.entries(fields).map(([name, value]) => {
    const field = name as FieldName;
    // What Koppel switched off it switches on again.
    const isFollowed = modes[field] !== 'createOnly' || (field === 'active' && isOffByKoppel);
    const mode = isFollowed ? 'always' : 'createOnly';
    return { name, value, mode, there: product[field] } as const;
  });
  const own = Object.entries(values).map(([name, value]) => {
    return { name: `${ownField}${name}`, value, mode: 'always', there: standing[name] } as const;
  });
  return [...common, ...own];
}

/** What is to be written, apart for the fields that all systems know and for the target's own. */
export function apartByOwner(write: ReadonlyMap<string, unknown>) {
  const entries = [...write];
  const isOwn = (name: string) => name.startsWith(ownField);
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !isOwn(name))),
    values: Object.fromEntries(
      entries.filter(([name]) => isOwn(name)).map(([name, value]) => [name.slice(ownField.length), value]),
    ),
  };
}
