import type { IntegrationDocument, IntegrationState } from '../configuration/configuration.ts';
import type { KnownAccount } from '../siblings.ts';
import type { Stores } from '../storage/stores.ts';
import { accountAt } from './own-work.ts';

/** What the other integrations of a deployment must know of this one. */
export interface Relations {
  /** Accounts in which it makes orders, or ever did: whoever reads orders there asks it whose they are. */
  readonly makes: readonly KnownAccount[];
  /** Accounts whose customers a customers flow of it reads or writes. */
  readonly keeps: readonly KnownAccount[];
  /** Which way its orders go. */
  readonly orders: readonly { readonly from: KnownAccount; readonly to: KnownAccount }[];
}

const makesAt = 'order_targets';

/** Remembers that orders are made at this place: that outlives the flow. */
export function noteMaking({ meta }: Stores, place: string): void {
  const places = placesMade(meta);
  if (!places.includes(place)) meta.set(makesAt, JSON.stringify([...places, place]));
}

function placesMade(meta: Stores['meta']): string[] {
  return JSON.parse(meta.get(makesAt) ?? '[]') as string[];
}

/** Accounts that nobody has read yet are left out. */
export function relationsOf(
  stores: Stores,
  { flows }: IntegrationDocument,
  state: IntegrationState,
): Relations {
  const accountOf = (connection: string) => {
    const row = stores.connections.get(connection);
    return row === null ? null : accountAt(stores, row.place);
  };
  const enabled = flows.filter((flow) => flow.enabled);
  const kept = state === 'draft' ? [] : enabled.filter(({ flow }) => flow === 'customers');
  return {
    makes: placesMade(stores.meta).flatMap((place) => accountAt(stores, place) ?? []),
    keeps: kept.flatMap(({ from, to }) => [from, to].flatMap((each) => accountOf(each) ?? [])),
    orders: enabled.flatMap((flow) => {
      const from = accountOf(flow.from);
      const to = accountOf(flow.to);
      return flow.flow === 'orders' && from !== null && to !== null ? [{ from, to }] : [];
    }),
  };
}
