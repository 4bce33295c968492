import type { Preview } from '../../flows/contract.ts';
import type { Flow } from '../../flows/registry.ts';
import { previewKey } from '../bulk/preview-key.ts';
import type { Clock } from '../clock.ts';
import type { LoadedDocument } from '../configuration/loaded-document.ts';
import { requireAccounts } from '../connection/account-places.ts';
import type { Surroundings } from '../connection/session.ts';
import { conflict, notFound } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import { type DryRunPart, type DryRunRequest, dryRun, type Previewer } from './dry-run.ts';
import { findFlow } from './find-flow.ts';
import { findByNumber } from './numbers.ts';
import { previewAsked, previewRecord } from './preview.ts';
import { isBulkFlow, isRecordFlow } from './runtime.ts';
import type { SyncRequest } from './sync.ts';
import { type SyncAnswer, syncAndAnswer } from './sync-answer.ts';
import type { BoundFlow, TaskParts } from './task-runner.ts';

interface FlowRequestParts extends Pick<Surroundings, 'fetch' | 'baseUrls'> {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly loaded: LoadedDocument;
}

type FoundFlow = BoundFlow<Flow>;

/** What a person asks of a flow. Each throws where the flow is not there, or its accounts are not known. */
export class FlowRequests {
  readonly #parts: FlowRequestParts;

  constructor(parts: FlowRequestParts) {
    this.#parts = parts;
  }

  /** Returns what would be written for a record. Writes nothing, in either system or here. */
  preview(flow: string, key: string): Promise<Preview> {
    const parts = this.#find(flow);
    requireAccounts(parts);
    return this.#previewer(parts)(key);
  }

  /** The same for several records: those that changed last, or since a day. */
  dryRun(flow: string, request: DryRunRequest): Promise<DryRunPart> {
    const parts = startingWith(this.#find(flow), request.since);
    requireAccounts(parts);
    return dryRun(parts, request, isRecordFlow(parts) ? recordPreviewer(parts) : this.#previewer(parts));
  }

  /** Queues some records now, or reads everything that changed since a moment. Returns what it is going to do. */
  sync(flow: string, request: SyncRequest): SyncAnswer {
    const parts = this.#find(flow);
    if (this.#parts.loaded.required().runtime.state === 'draft') {
      throw conflict('draft', {});
    }
    requireAccounts(parts);
    return syncAndAnswer(this.#parts.stores, parts, request, this.#parts.clock.now());
  }

  /** The source's ids of records by their numbers, as customers see them. Throws for a number that fits none, or several. */
  async keysOf(flow: string, numbers: readonly string[]): Promise<string[]> {
    const parts = this.#find(flow);
    const keys: string[] = [];
    for (const number of numbers) keys.push((await findByNumber(parts, number)).key);
    return keys;
  }

  #previewer(parts: FoundFlow): Previewer {
    if (isRecordFlow(parts)) return (key) => previewAsked(parts, key);
    if (!isBulkFlow(parts)) throw notFound('flow');
    const { fetch, baseUrls } = this.#parts;
    return (key, recorder) => previewKey({ ...parts, fetch, baseUrls }, key, recorder);
  }

  #find(flow: string): FoundFlow {
    const { stores, clock, loaded } = this.#parts;
    return { ...findFlow(loaded.required().runtime, flow), stores, clock };
  }
}

/** The flow as it would be if it began with a day. */
function startingWith(parts: FoundFlow, day: string | undefined): FoundFlow {
  const { flow, definition } = parts;
  if (day === undefined || definition.from === undefined) return parts;
  const settings = definition.from(flow.settings, day) as typeof flow.settings;
  return { ...parts, flow: { ...flow, settings } };
}

function recordPreviewer(parts: TaskParts): Previewer {
  return (key, recorder) => previewRecord(parts, key, recorder);
}
