import { rejected } from '../../../records/problem.ts';
import type { Named } from '../../../records/product.ts';
import type { Api } from '../../contract/api.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { set } from '../graphql.ts';
import { deleteMetafields, setMetafields } from '../metafields.graphql.ts';

interface Owner {
  /** Its gid. */
  readonly id: string;
  readonly sku: string;
  /** Types that its metafields have, by `namespace.key`. */
  readonly types: Readonly<Record<string, string>>;
}

/** Entries of one call. */
const perCall = 25;

/**
 * An attribute is a metafield, named `namespace.key`: one that has no such name, or that Shopify refuses, is told
 * (`attribute_unknown`) and the others are written. Without values it is taken away. Returns whether all of it was done.
 */
export async function setAttributes(
  api: Api,
  { id: ownerId, sku: product, types }: Owner,
  attributes: readonly Named[],
  attempts: Attempts,
): Promise<boolean> {
  const refuse = ({ name: attribute }: Named) =>
    attempts.note(rejected('attribute_unknown', { system: 'Shopify', attribute, product }));
  const named = attributes.flatMap((attribute) => {
    const [, namespace, key] = /^([\w$:-]+)\.([\w-]+)$/.exec(attribute.name) ?? [];
    if (namespace === undefined || key === undefined) refuse(attribute);
    return namespace === undefined || key === undefined ? [] : [{ attribute, namespace, key }];
  });

  let isDone = named.length === attributes.length;
  const gone = named.filter(({ attribute }) => attribute.values.length === 0);
  if (gone.length > 0) {
    const metafields = gone.map(({ namespace, key }) => ({ ownerId, namespace, key }));
    isDone = (await attempts.did(() => set(api, deleteMetafields, { metafields }))) && isDone;
  }
  const said = named.filter(({ attribute }) => attribute.values.length > 0);
  for (let start = 0; start < said.length; start += perCall) {
    let left = said.slice(start, start + perCall);
    // Once more without what was refused of it.
    for (let time = 0; time < 2 && left.length > 0; time++) {
      const metafields = left.map(({ attribute: { name, values }, namespace, key }) => {
        return { ownerId, namespace, key, ...valueToWire(values, types[name]) };
      });
      const answer = await attempts.at(() => set(api, setMetafields, { metafields }));
      const refused = placesOf(answer?.metafieldsSet.refused ?? [], left.length);
      for (const at of refused) if (left[at]) refuse(left[at].attribute);
      if (answer === undefined || refused.size > 0) isDone = false;
      left = refused.size === 0 ? [] : left.filter((_, at) => !refused.has(at));
    }
  }
  return isDone;
}

/** Places in the list that was sent; all of them where a refusal does not say which it is about. */
function placesOf(
  refusals: readonly { readonly field: readonly (string | undefined)[] }[],
  count: number,
): ReadonlySet<number> {
  const places = refusals.map(({ field }) => Number(field[1]));
  return new Set(places.some(Number.isNaN) ? Array.from({ length: count }, (_, at) => at) : places);
}

function valueToWire(values: readonly string[], standing: string | undefined) {
  const one = values.some((value) => value.includes('\n'))
    ? 'multi_line_text_field'
    : 'single_line_text_field';
  const type = standing ?? (values.length > 1 ? `list.${one}` : one);
  return { type, value: type.startsWith('list.') ? JSON.stringify(values) : values.join(', ') };
}
