import { notFound } from '../api-error.ts';
import { flowId, type IntegrationDocument } from '../configuration/configuration.ts';
import type { ActivityFilter, ActivityRow } from '../storage/activity.ts';
import type { Seal } from '../storage/sealing.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskFilter } from '../storage/tasks.ts';
import type { Runtime } from '../work/runner.ts';
import { activityPlace } from '../work/task-runner.ts';
import { integrationProblems, progressOf } from './problems.ts';
import {
  type ActivityView,
  type IntegrationView,
  type Page,
  page,
  type Summary,
  showActivity,
  showTask,
  type TaskView,
  type TransferView,
  timestamp,
} from './views.ts';

const shownDays = 14;
const dayMs = 24 * 3_600_000;

interface ReportParts {
  readonly id: string;
  readonly document: IntegrationDocument;
  readonly running: Runtime;
  readonly stores: Stores;
  readonly seal: Seal;
  readonly now: number;
}

/** What an integration tells of itself. Reads only. */
export class Reports {
  constructor(private readonly parts: ReportParts) {}

  view(): IntegrationView {
    const { id, document, running, stores } = this.parts;
    return {
      id,
      ...document,
      state: running.paused ? 'paused' : 'active',
      problems: integrationProblems(stores),
      counts: this.#counts(),
      progress: document.flows.map((flow) => progressOf(flow, stores.cursors.get(flowId(flow)))),
      days: stores.counters.since(this.#firstDay),
    };
  }

  summary(): Summary {
    const { id, document, running, stores, now } = this.parts;
    return {
      id,
      name: document.name,
      state: running.paused ? 'paused' : 'active',
      problems: integrationProblems(stores).map(({ code, count }) => ({ code, count: count ?? 1 })),
      counts: this.#counts(),
      updatedAt: timestamp(now),
    };
  }

  get #firstDay(): string {
    return timestamp(this.parts.now - shownDays * dayMs).slice(0, 10);
  }

  #counts(): Summary['counts'] {
    const { tasks, counters } = this.parts.stores;
    const ended = (name: string) => counters.total(name, this.#firstDay);
    return { ...tasks.openCounts(), done: ended('done'), skipped: ended('skipped') };
  }

  tasks(filter: TaskFilter, limit: number): Page<TaskView> {
    return page(this.parts.stores.tasks.list(filter, limit + 1), limit, showTask);
  }

  activity(filter: ActivityFilter, limit: number): Page<ActivityView> {
    return page(this.parts.stores.activity.list(filter, limit + 1), limit, showActivity);
  }

  async transfer(id: number): Promise<TransferView> {
    const row = this.parts.stores.activity.get(id);
    if (!row) throw notFound('activity');
    return { ...showActivity(row), payload: await this.#payload(row) };
  }

  /** Null when there is none, and when its key is lost. */
  async #payload({ task, sealed }: ActivityRow): Promise<Record<string, unknown> | null> {
    if (sealed === null) return null;
    try {
      return (await this.parts.seal.open(activityPlace(this.parts.id, task), sealed)) as Record<
        string,
        unknown
      >;
    } catch {
      return null;
    }
  }
}
