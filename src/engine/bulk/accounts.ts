import type { Account } from '../../connectors/contract/account.ts';
import { canonicalJson } from '../../records/canonical-json.ts';
import type { Ports } from '../connection/ports.ts';

/** So many are remembered; the oldest goes first. */
const most = 50;

/**
 * Accounts as they came over a port. An account that says the same as before is the same object as before, so that what a connector has
 * learned of it serves the next batch too.
 */
export class Accounts {
  readonly #known = new Map<string, { readonly told: string; readonly account: Account }>();

  /** The ports of the connection of this name in the deployment, whose account is the one of before where it says the same. */
  over(name: string, ports: Ports): Ports {
    return {
      ...ports,
      account: async () => {
        const account = await ports.account();
        return account && this.#same(name, account);
      },
    };
  }

  #same(name: string, account: Account): Account {
    const told = canonicalJson(account);
    const before = this.#known.get(name);
    if (before?.told === told) return before.account;
    this.#known.delete(name);
    this.#known.set(name, { told, account });
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
    return account;
  }
}
