/** Metafields, and definitions that make their values unique: own keys (sheet 7.7). */

import { connection, type PageArguments } from '../graphql/connection.ts';
import { badRequest, refused } from '../graphql/errors.ts';
import { gid, typeIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';

export interface Metafield {
  readonly id: string;
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface Definition {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly key: string;
  readonly ownerType: string;
  readonly type: string;
  readonly isUnique: boolean;
}

export interface MetafieldInput {
  readonly namespace?: string | null;
  readonly key?: string | null;
  readonly type?: string | null;
  readonly value?: string | null;
}

/** The namespace of the app itself: what no namespace, or `$app`, stands for. */
const ownNamespace = 'app--1234567';

export function ownerTypeOf(gidOfOwner: string): string {
  return typeIn(gidOfOwner).toUpperCase();
}

export function namespaceOf(given: string | null | undefined): string {
  if (!given) return ownNamespace;
  return given.replace(/^\$app(?::|$)/, (match) => (match === '$app' ? ownNamespace : `${ownNamespace}--`));
}

/** Writes over what is there by namespace and key. `owner` is a gid that may be new. Throws what is refused. */
export function setMetafields(
  shop: Shop,
  owner: string,
  given: readonly MetafieldInput[],
  field: string,
): Metafield[] {
  const now = shop.world.now();
  const set = checkedMetafields(shop, owner, given, field);
  const before = shop.metafields.get(owner) ?? [];
  const written = set.map((each) => {
    const old = before.find((one) => isSame(one, each));
    return { ...each, id: old?.id ?? shop.newId('part'), createdAt: old?.createdAt ?? now, updatedAt: now };
  });
  shop.metafields.set(owner, [
    ...before.filter((old) => !written.some((each) => isSame(old, each))),
    ...written,
  ]);
  return written;
}

/** What would be set. Nothing is written: a mutation checks before it does anything. */
export function checkedMetafields(
  shop: Shop,
  owner: string,
  given: readonly MetafieldInput[],
  field: string,
): Pick<Metafield, 'namespace' | 'key' | 'type' | 'value'>[] {
  return given.map(({ namespace, key, type, value }, index) => {
    const name = { namespace: namespaceOf(namespace), key: key ?? '' };
    const definition = definitionOf(shop, ownerTypeOf(owner), name);
    const kind = type ?? definition?.type;
    const at = `${field}.${index}`;
    if (name.key === '') throw refused(`${at}.key`, "Key can't be blank", 'BLANK');
    if (!kind) throw refused(`${at}.type`, "Type can't be blank", 'BLANK');
    if (!value) throw refused(`${at}.value`, 'may not be empty', 'BLANK');
    if (definition?.isUnique) {
      const taken = ownerOf(shop, ownerTypeOf(owner), { ...name, value });
      if (taken !== null && taken !== owner)
        throw refused(`${at}.value`, 'Value has already been taken', 'TAKEN');
    }
    return { ...name, type: kind, value };
  });
}

/** The gid of what has this own key; only definitions of the type `id` can be looked up. */
export function byCustomId(
  shop: Shop,
  ownerType: string,
  { namespace, key, value }: { namespace?: string | null; key: string; value: string },
): string | null {
  const name = { namespace: namespaceOf(namespace), key };
  if (definitionOf(shop, ownerType, name)?.type !== 'id') {
    throw badRequest(`Metafield definition of type 'id' is required when using custom ids.`);
  }
  return ownerOf(shop, ownerType, { ...name, value });
}

function ownerOf(
  shop: Shop,
  ownerType: string,
  { namespace, key, value }: Pick<Metafield, 'namespace' | 'key' | 'value'>,
): string | null {
  const found = shop.metafields
    .entries()
    .find(
      ([owner, all]) =>
        ownerTypeOf(owner) === ownerType &&
        all.some((each) => isSame(each, { namespace, key }) && each.value === value),
    );
  return found?.[0] ?? null;
}

function definitionOf(
  shop: Shop,
  ownerType: string,
  name: Pick<Metafield, 'namespace' | 'key'>,
): Definition | undefined {
  return shop.definitions.all().find((each) => each.ownerType === ownerType && isSame(each, name));
}

function isSame(
  one: Pick<Metafield, 'namespace' | 'key'>,
  other: Pick<Metafield, 'namespace' | 'key'>,
): boolean {
  return one.namespace === other.namespace && one.key === other.key;
}

export function metafieldView(owner: string, each: Metafield): Record<string, unknown> {
  const { namespace, key, type, value, createdAt, updatedAt } = each;
  return {
    __typename: 'Metafield',
    id: gid('Metafield', each.id),
    ...{ namespace, key, type, value },
    jsonValue: /^(list\.|json|number_integer|boolean)/.test(type) ? (JSON.parse(value) as unknown) : value,
    compareDigest: digestOf(each),
    ownerType: ownerTypeOf(owner),
    createdAt: isoText(createdAt),
    updatedAt: isoText(updatedAt),
  };
}

/** Changes with the value. */
export function digestOf({ value, updatedAt }: Metafield): string {
  return btoa(encodeURIComponent(`${value}|${updatedAt}`)).slice(0, 64);
}

/** The fields of everything that has metafields. */
export function metafieldFields(shop: Shop, owner: string): Record<string, unknown> {
  const all = () => shop.metafields.get(owner) ?? [];
  return {
    metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
      const found = all().find((each) => isSame(each, { namespace: namespaceOf(namespace), key }));
      return found === undefined ? null : metafieldView(owner, found);
    },
    metafields: (args: PageArguments & { namespace?: string | null; keys?: readonly string[] | null }) =>
      connection(
        all().filter(
          ({ namespace, key }) =>
            (!args.namespace || namespace === namespaceOf(args.namespace)) &&
            (!args.keys || args.keys.includes(key) || args.keys.includes(`${namespace}.${key}`)),
        ),
        args,
        ({ id }) => id,
        null,
        (each) => metafieldView(owner, each),
      ),
  };
}

/** For the search field `metafields.namespace.key`. */
export function metafieldTexts(shop: Shop, owner: string): string[] {
  return (shop.metafields.get(owner) ?? []).map(
    ({ namespace, key, value }) => `${namespace}.${key}=${value}`,
  );
}
