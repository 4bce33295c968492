import type { Preview } from '../../flows/contract.ts';
import type { Clock } from '../clock.ts';
import type { LoadedDocument } from '../configuration/loaded-document.ts';
import { requireAccounts } from '../connection/account-places.ts';
import { conflict } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import { type DryRun, dryRun } from './dry-run.ts';
import { findFlow } from './find-flow.ts';
import { findByNumber } from './numbers.ts';
import { previewAsked } from './preview.ts';
import type { SyncRequest } from './sync.ts';
import { type SyncAnswer, syncAndAnswer } from './sync-answer.ts';
import type { TaskParts } from './task-runner.ts';

/** What a person asks of a flow. Each throws where the flow is not there, or its accounts are not known. */
export class FlowRequests {
  readonly #stores: Stores;
  readonly #clock: Clock;
  readonly #loaded: LoadedDocument;

  constructor(stores: Stores, clock: Clock, loaded: LoadedDocument) {
    this.#stores = stores;
    this.#clock = clock;
    this.#loaded = loaded;
  }

  /** Returns what would be written for a record. Writes nothing, in either system or here. */
  preview(flow: string, key: string): Promise<Preview> {
    const parts = this.#find(flow);
    requireAccounts(parts);
    return previewAsked(parts, key);
  }

  /** The same for the records that changed last. */
  dryRun(flow: string, last: number): Promise<readonly DryRun[]> {
    const parts = this.#find(flow);
    requireAccounts(parts);
    return dryRun(parts, last);
  }

  /** Queues some records now, or reads everything that changed since a moment. Returns what it is going to do. */
  sync(flow: string, request: SyncRequest): SyncAnswer {
    const parts = this.#find(flow);
    if (this.#loaded.required().runtime.state === 'draft') {
      throw conflict('draft', 'This integration is a draft: make it active first.');
    }
    requireAccounts(parts);
    return syncAndAnswer(this.#stores, parts, request, this.#clock.now());
  }

  /** The source's ids of records by their numbers, as customers see them. Throws for a number that fits none, or several. */
  async keysOf(flow: string, numbers: readonly string[]): Promise<string[]> {
    const parts = this.#find(flow);
    const keys: string[] = [];
    for (const number of numbers) keys.push((await findByNumber(parts, number)).key);
    return keys;
  }

  #find(flow: string): TaskParts {
    const parts = findFlow(this.#loaded.required().runtime, flow);
    return { ...parts, stores: this.#stores, clock: this.#clock };
  }
}
