import { type FlowDocument, flowId, type IntegrationDocument } from '../configuration/configuration.ts';
import { notFound } from '../request-error.ts';
import { type ActivityFilter, type ActivityRow, activityPlace } from '../storage/activity.ts';
import { type Cursor, never } from '../storage/cursors.ts';
import type { Incident } from '../storage/incidents.ts';
import { parkedGroups } from '../storage/parked-groups.ts';
import type { Seal } from '../storage/sealing.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskFilter } from '../storage/tasks.ts';
import type { Runtime } from '../work/runtime.ts';
import { placeOf } from './incidents.ts';
import {
  type ActivityView,
  type FlowProgress,
  type IntegrationProblem,
  type IntegrationView,
  type Page,
  page,
  type Summary,
  showActivity,
  showProblem,
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
  readonly runtime: Runtime;
  readonly stores: Stores;
  readonly seal: Seal;
  readonly now: number;
}

/** What an integration tells of itself. Reads only. */
export class Reports {
  constructor(private readonly parts: ReportParts) {}

  view(): IntegrationView {
    const { id, document, runtime, stores } = this.parts;
    return {
      id,
      ...document,
      state: runtime.paused ? 'paused' : 'active',
      problems: integrationProblems(stores),
      counts: this.#counts(),
      progress: document.flows.map((flow) => progressOf(flow, stores.cursors.get(flowId(flow)))),
      days: stores.counters.since(this.#firstDay).filter(({ name }) => !name.includes(':')),
    };
  }

  summary(): Summary {
    const { id, document, runtime, stores, now } = this.parts;
    return {
      id,
      name: document.name,
      state: runtime.paused ? 'paused' : 'active',
      problems: presentIncidents(stores).map(({ problem, count }) => ({
        code: problem.code,
        count: Math.max(count, 1),
      })),
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
    const rows = this.parts.stores.tasks.list(filter, limit + 1);
    return page(rows, limit, (row) => showTask(row, this.#numberOf));
  }

  task(id: number): TaskView {
    const row = this.parts.stores.tasks.get(id);
    if (!row) throw notFound('task');
    return showTask(row, this.#numberOf);
  }

  readonly #numberOf = ({ flow, key }: { readonly flow: string; readonly key: string }): string | null =>
    this.parts.stores.numbers.of(flow, key);

  activity(filter: ActivityFilter, limit: number): Page<ActivityView> {
    const rows = this.parts.stores.activity.list(filter, limit + 1);
    return page(rows, limit, (row) => showActivity(row, this.#numberOf));
  }

  async transfer(id: number): Promise<TransferView> {
    const row = this.parts.stores.activity.get(id);
    if (!row) throw notFound('activity');
    return { ...showActivity(row, this.#numberOf), payload: await this.#payload(row) };
  }

  /** Returns null when there is no payload or its key is lost. */
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

const order = ['connection', 'poll', 'skipped', 'parked'];

/** Incidents that are present, those of connections first. */
function presentIncidents(stores: Stores): Incident[] {
  const kindOf = ({ id }: Incident) => order.indexOf(id.split(':')[0] ?? '');
  return stores.incidents
    .all()
    .filter((incident) => incident.state === 'present' && kindOf(incident) >= 0)
    .sort((a, b) => kindOf(a) - kindOf(b) || b.count - a.count);
}

/** Everything that needs attention: connections in trouble, polls that fail, parked tasks by flow and cause. */
function integrationProblems(stores: Stores): IntegrationProblem[] {
  const others = presentIncidents(stores).filter(({ id }) => !id.startsWith('parked:'));
  return [
    ...others.map((incident) => ({ ...showProblem(incident.problem), ...placed(incident) })),
    ...parkedGroups(stores.sql).map(({ flow, problem, values, count, key, since }) => ({
      ...showProblem(problem),
      values,
      flow,
      count,
      key,
      since: timestamp(since),
    })),
  ];
}

function placed(incident: Incident): Pick<IntegrationProblem, 'connection' | 'flow' | 'since'> {
  const since = timestamp(incident.since);
  const place = placeOf(incident);
  if (place.kind === 'connection') return { connection: place.name, since };
  return { flow: incident.id.split(':').slice(1, 4).join(':'), since };
}

function progressOf(flow: FlowDocument, cursor: Cursor | null): FlowProgress {
  const polled = cursor !== null && cursor.nextAt < never;
  return {
    flow: flow.flow,
    from: flow.from,
    to: flow.to,
    pulledUntil: cursor === null ? null : timestamp(cursor.since),
    reading: cursor?.until !== null && cursor?.until !== undefined,
    nextPollAt: polled && flow.enabled ? timestamp(cursor.nextAt) : null,
  };
}
