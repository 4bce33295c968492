import { flowByName } from '../../flows/registry.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { LeftOutWhy } from '../../texts/left-out-why.ts';
import type { Clock } from '../clock.ts';
import { type CauseName, causeOf } from '../configuration/cause-name.ts';
import { type FlowDocument, flowId, type IntegrationDocument } from '../configuration/configuration.ts';
import type { LoadedDocument } from '../configuration/loaded-document.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import { lackedValue, placeOfSetting, withEntry } from '../configuration/named-setting.ts';
import { schemaOf } from '../configuration/setting-schema.ts';
import { conflict, invalid, notFound } from '../request-error.ts';
import { leftOutWith } from '../storage/cause-tasks.ts';
import { type ParkedGroup, parkedGroup } from '../storage/parked-groups.ts';
import type { Remedy } from '../storage/remedies.ts';
import type { Stores } from '../storage/stores.ts';
import type { By, DeedCode } from '../storage/trail.ts';
import { CauseWork } from './cause-work.ts';
import { retryLevels } from './level-requests.ts';
import { flowOfWork, isLevelFlow } from './runtime.ts';

interface RequestParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly loaded: LoadedDocument;
}

/** How many a person's deed is about, and how many of them are done: the others follow in the next runs. */
export interface CauseAnswer {
  readonly total: number;
  readonly done: number;
}

type Settings = Readonly<Record<string, unknown>>;

/** What solves a cause: all settings of its flow, or what a choice is to give for the value that it has no answer for. */
export type Fix = { readonly settings: Settings } | { readonly entry: string };

const deeds: Readonly<Record<Remedy['what'], DeedCode>> = {
  solve: 'cause_retried',
  retry: 'cause_retried',
  leave_out: 'cause_left_out',
  take_back: 'cause_taken_back',
};

/** What a person asks for all that one cause stops. Throws `cause_over` where it stops nothing any more. */
export class CauseRequests {
  readonly work: CauseWork;

  constructor(private readonly parts: RequestParts) {
    this.work = new CauseWork(parts);
  }

  /** `id`: as the list of causes has it. */
  retry(id: string, by: By): CauseAnswer {
    const name = this.#named(id);
    if (name.kind === 'levels') return this.#retryLevels(name.flow, by);
    return this.#noted(by, () => this.work.begin('retry', this.#parked(name), by));
  }

  leaveOut(id: string, why: LeftOutWhy, by: By): CauseAnswer {
    const name = this.#named(id);
    if (name.kind === 'levels') throw conflict('cause_over', {});
    return this.#noted(by, () => this.work.begin('leave_out', this.#parked(name), by, why));
  }

  /** `id`: of what left them out. */
  takeBack(id: number, by: By): CauseAnswer {
    const { stores } = this.parts;
    this.parts.loaded.required();
    const remedy = stores.remedies.get(id);
    if (remedy?.what !== 'leave_out') throw notFound('remedy');
    if (remedy.endedAt === null || leftOutWith(stores.sql, id, 1).length === 0)
      throw conflict('cause_over', {});
    return this.#noted(by, () => this.work.beginTakingBack(remedy, by));
  }

  /** The document with the settings that solve a cause in the flow that it stops. */
  solved(id: string, fix: Fix): IntegrationDocument {
    const { document } = this.parts.loaded.required();
    const { flow, problem } = this.#parked(this.#named(id));
    const named = namedFlow(flow, this.parts.stores.accounts.names());
    if (!document.flows.some((each) => flowId(each) === named)) throw notFound('flow');
    const flows = document.flows.map((each) =>
      flowId(each) === named ? { ...each, settings: fixed(each, problem, fix) } : each,
    );
    return { ...document, flows };
  }

  /** To be called in the transaction that stores that document. What ended meanwhile needs nobody. */
  tryAfterSaving(id: string, by: By): CauseAnswer {
    const { stores } = this.parts;
    const { flow, cause } = this.#named(id);
    const group = parkedGroup(stores.sql, flow, cause);
    if (group === null) return { total: 0, done: 0 };
    return this.#noted(by, () => this.work.begin('solve', group, by));
  }

  #retryLevels(flow: string, by: By): CauseAnswer {
    const { stores, clock, loaded } = this.parts;
    const parts = flowOfWork(loaded.required().runtime, flow);
    if (parts === null || !isLevelFlow(parts)) throw notFound('stock_flow');
    return stores.sql.transaction(() => {
      const count = retryLevels(stores, parts, clock.now());
      stores.trail.add(clock.now(), by, { code: 'levels_retried', params: { flow, sku: null, count } });
      return { total: count, done: count };
    });
  }

  #noted(by: By, work: () => Remedy): CauseAnswer {
    const { stores, clock } = this.parts;
    return stores.sql.transaction(() => {
      const { what, flow, problem, why, total, done } = work();
      const params = { flow, problem: problem.code, count: total, ...(why === null ? {} : { why }) };
      stores.trail.add(clock.now(), by, { code: deeds[what], params });
      return { total, done };
    });
  }

  #named(id: string): CauseName {
    this.parts.loaded.required();
    const name = causeOf(id);
    if (name === null) throw notFound('problem');
    return name;
  }

  #parked({ flow, cause }: CauseName): ParkedGroup {
    const group = parkedGroup(this.parts.stores.sql, flow, cause);
    if (group === null) throw conflict('cause_over', {});
    return group;
  }
}

function fixed({ flow, settings }: FlowDocument, problem: ProblemData, fix: Fix): Settings {
  if ('settings' in fix) return fix.settings;
  const definition = flowByName(flow);
  const place = definition === undefined ? null : placeOfSetting(schemaOf(definition), problem);
  const value = lackedValue(problem);
  if (place === null || value === null)
    throw invalid('request_invalid', 'No choice lacks an entry here: send the settings as a whole.');
  return withEntry(settings, place, value, fix.entry);
}
