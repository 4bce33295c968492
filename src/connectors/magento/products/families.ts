/**
 * Which configurable products the children belong to. A child does not know its parent (sheet 10.5), so the map is made from the parents,
 * and of those only what changed since is read again.
 */
import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import { list, needed, part, text } from '../../wire/fields.ts';
import { utcText } from '../../wire/timestamps.ts';
import { everywhere } from '../scope.ts';
import { eachRow, type Filter } from '../search.ts';
import { skuWire } from './sku.ts';

export interface Parent {
  readonly id: string;
  readonly sku: string;
}

interface Family extends Parent {
  readonly updatedAt: string;
  readonly children: readonly string[];
}

interface Known {
  /** When all parents were listed, and when those that had changed since; epoch milliseconds. */
  readonly wholeAt: number;
  readonly at: number;
  readonly isStale: boolean;
  readonly families: ReadonlyMap<string, Family>;
}

/** For as long as the account is in use. */
const known = new WeakMap<Account, Known>();
/** Families that were read on the way to knowing all: a run may have fewer calls than a shop has parents, and the next goes on. */
const readSoFar = new WeakMap<Account, Map<string, Family>>();

const freshMs = 60_000;
/** After this long parents that were deleted are forgotten. */
const wholeMs = 3_600_000;
/** By which the shop's clock may be off. */
const overlapMs = 600_000;

const parentWire = z.object({
  id: needed(text),
  sku: skuWire,
  updated_at: needed(text),
  extension_attributes: part(z.object({ configurable_product_links: z.array(needed(text)).nullish() })),
});

/** The parents of these children, by the child's id. What belongs to none is left out. */
export async function parentsOf(
  api: Api,
  childIds: Iterable<string>,
): Promise<ReadonlyMap<string, readonly Parent[]>> {
  const wanted = new Set(childIds);
  const parents = new Map<string, Parent[]>();
  if (wanted.size === 0) return parents;
  for (const { id, sku, children } of (await familiesOf(api)).values()) {
    for (const child of children) {
      if (wanted.has(child)) parents.set(child, [...(parents.get(child) ?? []), { id, sku }]);
    }
  }
  return parents;
}

/** A family was changed just now: whoever asks next looks what changed. */
export function changedFamily({ account }: Api): void {
  const before = known.get(account);
  if (before !== undefined) known.set(account, { ...before, isStale: true });
}

async function familiesOf(api: Api): Promise<ReadonlyMap<string, Family>> {
  const before = known.get(api.account);
  const at = api.now().getTime();
  if (before !== undefined && !before.isStale && at - before.at < freshMs) return before.families;
  const isKnown = before !== undefined && at - before.wholeAt < wholeMs;
  const families = new Map(isKnown ? before.families : []);
  const soFar = readSoFar.get(api.account) ?? new Map<string, Family>();
  readSoFar.set(api.account, soFar);
  const changed: Filter[] = isKnown
    ? [{ field: 'updated_at', condition: 'gteq', value: utcText(new Date(before.at - overlapMs)) }]
    : [];
  for await (const row of eachRow(api, {
    path: everywhere(api, path`/V1/products`),
    row: parentWire,
    by: 'entity_id',
    idOf: ({ id }) => id,
    where: [{ field: 'type_id', condition: 'eq', value: 'configurable' }, ...changed],
    fields: 'id,sku,updated_at,extension_attributes[configurable_product_links]',
  })) {
    const { id, sku, updated_at: updatedAt, extension_attributes: extension } = row;
    const old = soFar.get(id) ?? before?.families.get(id);
    const listed = extension?.configurable_product_links;
    const isSame = old !== undefined && old.updatedAt === updatedAt;
    const children = listed ?? (isSame ? old.children : await childrenOf(api, sku));
    const family = { id, sku, updatedAt, children };
    soFar.set(id, family);
    families.set(id, family);
  }
  readSoFar.delete(api.account);
  known.set(api.account, { wholeAt: isKnown ? before.wholeAt : at, at, isStale: false, families });
  return families;
}

async function childrenOf(api: Api, sku: string): Promise<string[]> {
  const children = path`/V1/configurable-products/${sku}/children`;
  const rows = await api.find(everywhere(api, children), list(z.object({ id: needed(text) })), {
    fields: 'id',
  });
  return (rows ?? []).map(({ id }) => id);
}
