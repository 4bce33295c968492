import type { FlowDocument } from '../configuration/configuration.ts';
import { knownAccounts } from '../connection/account-places.ts';
import type { KnownAccount } from '../siblings.ts';
import type { KnownPlace } from '../storage/accounts.ts';
import type { Stores } from '../storage/stores.ts';
import type { Runtime } from './runtime.ts';

/** What the other integrations of a deployment must know of this one. */
export interface Relations {
  /** Accounts in which it makes orders, or ever did: whoever reads orders there asks it whose they are. */
  readonly makes: readonly KnownAccount[];
  /** Accounts whose customers a customers flow of it reads or writes. */
  readonly keeps: readonly KnownAccount[];
  /** Which way its orders go. */
  readonly orders: readonly { readonly from: KnownAccount; readonly to: KnownAccount }[];
}

/** Which accounts an integration works with, and how. */
export interface Standing {
  /** Those that its connections open now. */
  readonly accounts: readonly KnownAccount[];
  readonly relations: Relations;
}

/** Reads it when it may have become another: with a new document, or an account that a connection came to know. */
export class StandingReader {
  #read: { readonly runtime: Runtime; readonly accounts: string; readonly standing: Standing } | null = null;

  of(stores: Stores, flows: readonly FlowDocument[], runtime: Runtime): Standing {
    const accounts = JSON.stringify(
      runtime.connections.map(({ place, isOtherAccount, account }) => [
        place,
        isOtherAccount,
        account?.identity,
      ]),
    );
    const before = this.#read;
    if (before?.runtime === runtime && before.accounts === accounts) return before.standing;
    const standing = standingOf(stores.accounts.all(), flows, runtime);
    this.#read = { runtime, accounts, standing };
    return standing;
  }
}

/** Accounts that nobody has read yet are left out. */
function standingOf(
  places: readonly KnownPlace[],
  flows: readonly FlowDocument[],
  { connections, state }: Runtime,
): Standing {
  const accountAt = (place: string | undefined): KnownAccount[] =>
    places.flatMap((each) =>
      each.place === place && each.identity ? [{ connector: each.connector, identity: each.identity }] : [],
    );
  const accountOf = (connection: string) =>
    accountAt(connections.find(({ name }) => name === connection)?.place);
  const enabled = flows.filter((flow) => flow.enabled);
  const kept = state === 'draft' ? [] : enabled.filter(({ flow }) => flow === 'customers');
  const orders = enabled.filter(({ flow }) => flow === 'orders');
  const made = places.filter(({ makes }) => makes).flatMap(({ place }) => accountAt(place));
  return {
    accounts: knownAccounts(places, connections),
    relations: {
      makes: [...made, ...orders.flatMap(({ to }) => accountOf(to))],
      keeps: kept.flatMap(({ from, to }) => [...accountOf(from), ...accountOf(to)]),
      orders: orders.flatMap(({ from, to }) =>
        accountOf(from).flatMap((source) => accountOf(to).map((target) => ({ from: source, to: target }))),
      ),
    },
  };
}
