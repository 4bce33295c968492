import type { CustomerElsewhere, OwnWork } from '../../flows/contract.ts';
import type { Clock } from '../clock.ts';
import type { LoadedDocument } from '../configuration/loaded-document.ts';
import type { Seal } from '../privacy/sealing.ts';
import type { AskedCustomer, KnownAccount } from '../siblings.ts';
import type { Stores } from '../storage/stores.ts';
import { inherit, type Legacy, legacyOf } from './legacy.ts';
import { customerIn } from './own-customers.ts';
import { ownWorkIn } from './own-work.ts';
import { type Relations, type Standing, StandingReader } from './relations.ts';

interface Parts {
  readonly id: string;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly loaded: LoadedDocument;
}

/** What an integration tells the others of its deployment, and hears from them. One that is not configured knows nothing. */
export class SiblingAnswers {
  readonly #parts: Parts;
  readonly #standings = new StandingReader();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Which accounts its connections open, as soon as both are known; null before, and while one must be accepted. */
  accounts(): readonly KnownAccount[] | null {
    const found = this.#standing?.accounts ?? [];
    return found.length === 2 ? found : null;
  }

  /** What the others must know of it; null when it is not configured. */
  relations(): Relations | null {
    return this.#standing?.relations ?? null;
  }

  /** Whether it made that order of the account, or may be making it just now. */
  ownWorkIn(account: KnownAccount, id: string, reference: string | undefined): OwnWork {
    return this.#isConfigured ? ownWorkIn(this.#parts.stores, account, id, reference) : 'no';
  }

  /** What it knows of a customer's record in the account. */
  async customerIn(account: KnownAccount, asked: AskedCustomer): Promise<CustomerElsewhere> {
    if (!this.#isConfigured) return 'unknown';
    const { id: integration, stores, seal } = this.#parts;
    return customerIn({ integration, stores, seal }, account, asked);
  }

  /** Whether a customers flow of it reads or writes the account's customers. */
  keepsCustomersOf(account: KnownAccount): boolean {
    const isIt = (each: KnownAccount) =>
      each.connector === account.connector && each.identity === account.identity;
    return this.relations()?.keeps.some(isIt) ?? false;
  }

  /** What it leaves to the others when it is deleted. */
  legacy(): Legacy[] {
    const { stores, clock } = this.#parts;
    return this.#isConfigured ? legacyOf(stores, clock.now()) : [];
  }

  /** Takes what another one leaves that is being deleted. */
  inherit(left: readonly Legacy[]): void {
    const { stores, clock } = this.#parts;
    if (this.#isConfigured) inherit(stores, left, clock.now());
  }

  get #isConfigured(): boolean {
    return this.#parts.loaded.document !== null;
  }

  get #standing(): Standing | null {
    const { stores, loaded } = this.#parts;
    const { document, runtime } = loaded;
    if (document === null || runtime === null) return null;
    return this.#standings.of(stores, document.flows, runtime);
  }
}
