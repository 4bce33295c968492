import type { Texts } from '../../texts/en.ts';
import type { Stored } from '../../texts/tell.ts';
import type { Clock } from '../clock.ts';
import { flowId, type IntegrationDocument, splitFlowId } from '../configuration/configuration.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import { revisionOf } from '../configuration/revision.ts';
import type { Seal } from '../privacy/sealing.ts';
import { notFound } from '../request-error.ts';
import { type ActivityFilter, type ActivityRow, activityPlace } from '../storage/activity.ts';
import type { Count } from '../storage/counters.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskFilter } from '../storage/task-list.ts';
import type { TaskRow } from '../storage/task-row.ts';
import { dayBefore } from '../utc-day.ts';
import { findFlow } from '../work/find-flow.ts';
import { levelFlows } from '../work/level-requests.ts';
import { askedOf } from '../work/own-hooks.ts';
import type { Runtime } from '../work/runtime.ts';
import type { FlowParts } from '../work/task-runner.ts';
import { connectionViews } from './account-report.ts';
import { accountDay, accountZone } from './account-zone.ts';
import { type ConnectionDetailView, connectionDetails } from './connection-report.ts';
import { progressOf } from './flow-progress.ts';
import { healthRecord } from './health.ts';
import { whyHeld } from './held.ts';
import { Insights } from './insights.ts';
import { integrationProblems, presentIncidents } from './integration-problems.ts';
import { levelViews } from './level-report.ts';
import { OrderReports } from './order-reports.ts';
import { ProblemDesk } from './problem-desk.ts';
import { productViews } from './product-report.ts';
import type { ProductView } from './product-views.ts';
import { type RevisionDetail, type RevisionView, revisionDetail, revisionViews } from './revision-report.ts';
import { stockView } from './stock-report.ts';
import type { LevelView, StockView } from './stock-views.ts';
import {
  type ActivityView,
  type IntegrationView,
  type NamedFilter,
  type Names,
  type Page,
  type ProblemView,
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

interface ReportParts {
  readonly id: string;
  readonly document: IntegrationDocument;
  readonly runtime: Runtime;
  readonly stores: Stores;
  readonly seal: Seal;
  readonly clock: Clock;
  /** Other integrations with the same two accounts. */
  readonly twins: readonly string[];
  /** Other integrations through which its orders come back. */
  readonly ring: readonly string[];
}

/** What an integration tells of itself, in the language of whoever reads it. Reads only. */
export class Reports {
  constructor(
    private readonly parts: ReportParts,
    private readonly texts: Texts,
  ) {}

  view(): IntegrationView {
    const { id, document, runtime, stores } = this.parts;
    return {
      id,
      ...document,
      revision: revisionOf(stores) ?? '',
      state: runtime.state,
      problems: integrationProblems(stores, this.#names, this.texts),
      warnings: this.#warnings(),
      counts: this.#counts(),
      progress: document.flows.map((flow) => progressOf(flow, stores, runtime)),
      accounts: connectionViews(document, runtime, stores, this.texts),
      days: namedCounts(stores.counters.since(this.#firstDay), this.#names).filter(
        ({ name }) => !name.includes(':'),
      ),
      today: this.#today,
    };
  }

  /** In which its days are told; null while no account is known. */
  get timeZone(): string | null {
    return accountZone(this.parts.runtime);
  }

  /** How each connection stands. Calls nothing. */
  connections(): Promise<ConnectionDetailView[]> {
    const { runtime, stores, document } = this.parts;
    const views = connectionViews(document, runtime, stores, this.texts);
    return connectionDetails(views, { document, runtime, stores });
  }

  /** The versions of the document, the newest first. */
  revisions(): RevisionView[] {
    return revisionViews(this.parts.stores);
  }

  /** Throws `not_found` for one that is not kept. */
  revision(number: number): RevisionDetail {
    return revisionDetail(this.parts.stores, number);
  }

  /** What is to be known and stops nothing. */
  #warnings(): ProblemView[] {
    const { twins, ring } = this.parts;
    const about = (code: 'same_accounts' | 'orders_ring', others: readonly string[]) =>
      others.length === 0 ? [] : [this.#told({ code, params: { others: [...others] } })];
    return [
      ...about('same_accounts', twins),
      ...about('orders_ring', ring),
      ...this.#unknownSales(),
      ...this.#untoldFlows(),
      ...this.#ofFlows(),
    ];
  }

  #told(problem: Stored): ProblemView {
    return showProblem(problem, this.texts);
  }

  /** What flows know of their settings and of the accounts that they go between, once both were looked into. */
  #ofFlows(): ProblemView[] {
    return [...this.parts.runtime.flows.values()].flatMap(({ flow, definition, from, to }) => {
      const [source, target] = [from.account, to.account];
      if (!flow.enabled || source === null || target === null) return [];
      const ends = [
        { connector: from.connector, account: source },
        { connector: to.connector, account: target },
      ] as const;
      const warnings = definition.warnings?.(flow.settings, ...ends, flow.mapping) ?? [];
      return warnings.map((each) => this.#told(each.toData()));
    });
  }

  /** What a system was asked to tell of, and does not. */
  #untoldFlows(): ProblemView[] {
    const { runtime, stores } = this.parts;
    return runtime.connections.flatMap((connection) =>
      (askedOf(stores, connection)?.untold ?? []).map(([flow, scope]) => {
        const params = { system: connection.connector.name, flow, ...(scope === null ? {} : { scope }) };
        return this.#told({ code: 'hooks_refused', params });
      }),
    );
  }

  /** Levels go to a shop whose sales their source never learns of. */
  #unknownSales(): ProblemView[] {
    return [...this.parts.runtime.flows.values()].flatMap(({ flow, definition, from, to, salesTakenOff }) => {
      const isTold = salesTakenOff || to.connector.orders?.source === undefined;
      if (definition.kind !== 'levels' || !flow.enabled || isTold) return [];
      const params = { source: from.connector.name, target: to.connector.name };
      return [this.#told({ code: 'sales_not_taken_off', params })];
    });
  }

  summary(): Summary {
    const { id, document, runtime, stores, clock } = this.parts;
    const health = healthRecord(stores, clock.now());
    return {
      id,
      name: document.name,
      state: runtime.state,
      problems: presentIncidents(stores).map(({ problem, count }) => ({
        code: problem.code,
        count: Math.max(count, 1),
      })),
      counts: this.#counts(),
      updatedAt: timestamp(clock.now()),
      ...(health === null ? {} : { health }),
      ...(document.nameOnStatus === true ? { nameOnStatus: true } : {}),
    };
  }

  get #firstDay(): string {
    return dayBefore(this.#today, shownDays);
  }

  get #today(): string {
    return accountDay(this.parts.runtime, this.parts.clock.now());
  }

  #counts(): Summary['counts'] {
    const { openTasks, counters } = this.parts.stores;
    const ended = (name: string) => counters.total(name, this.#firstDay);
    return { ...openTasks.byState(), done: ended('done'), skipped: ended('skipped') };
  }

  /** Places → names of connections: the work of all accounts of a connection is shown under its name. */
  get #names(): Names {
    return this.parts.stores.accounts.names();
  }

  #numberOf({ flow, key }: { readonly flow: string; readonly key: string }): string | null {
    return this.parts.stores.numbers.of(flow, key);
  }

  taskById(id: number): TaskView {
    const row = this.parts.stores.tasks.get(id);
    if (!row) throw notFound('task');
    return this.task(row);
  }

  /** An open task that is held says why. */
  task(row: TaskRow): TaskView {
    const shown = showTask(row, this.texts, this.#names, this.#numberOf(row));
    const isReady = row.state === 'queued' || row.state === 'waiting';
    const held = isReady ? whyHeld(this.parts.runtime, row.flow, this.#names) : null;
    return held === null ? shown : { ...shown, problem: this.#told(held) };
  }

  tasks({ flow, ...filter }: NamedFilter<TaskFilter>, limit: number): Page<TaskView> {
    const rows = this.parts.stores.tasks.list({ ...filter, ...this.#placed(flow) }, limit + 1);
    return page(rows, limit, (row) => this.task(row));
  }

  activity({ flow, ...filter }: NamedFilter<ActivityFilter>, limit: number): Page<ActivityView> {
    const rows = this.parts.stores.activity.list({ ...filter, ...this.#placed(flow) }, limit + 1);
    const names = this.#names;
    return page(rows, limit, (row) => showActivity(row, this.texts, names, this.#numberOf(row)));
  }

  /** The orders, each once, and what they come to. */
  get orders(): OrderReports {
    return new OrderReports({
      stores: this.parts.stores,
      texts: this.texts,
      today: this.#today,
      payloadOf: (row) => this.#payload(row),
      taskView: (row) => this.task(row),
    });
  }

  /** Periods, and the shop against the books. */
  get insights(): Insights {
    return new Insights({ ...this.parts, texts: this.texts });
  }

  /** What needs somebody, by cause, and what was solved. */
  get desk(): ProblemDesk {
    return new ProblemDesk(this.parts.stores, this.texts);
  }

  /** How the stock flows stand. */
  stock(flow: string | undefined): StockView[] {
    return levelFlows(this.parts.runtime, flow).map((parts) => stockView(parts, this.parts, this.texts));
  }

  /** Levels of this SKU, in all stock flows or in one. */
  levels(flow: string | undefined, sku: string): LevelView[] {
    return levelFlows(this.parts.runtime, flow).flatMap((parts) =>
      levelViews(parts, { ...this.parts, texts: this.texts }, sku),
    );
  }

  /** Products of this SKU, in all products flows or in one. */
  products(flow: string | undefined, sku: string): ProductView[] {
    const { runtime } = this.parts;
    const parts = {
      ...this.parts,
      texts: this.texts,
      names: this.#names,
      taskView: (row: TaskRow) => this.task(row),
    };
    return productFlows(runtime, flow).flatMap((each) => productViews(each, parts, sku));
  }

  /** The ids under which the work of a flow is or was stored, whatever account its connections led to. */
  #placed(flow: string | undefined): { flows?: string[] } {
    if (flow === undefined) return {};
    const { flow: kind, from, to } = splitFlowId(flow);
    const places = (name: string) =>
      [...this.#names].flatMap(([place, connection]) => (connection === name ? [place] : []));
    return {
      flows: places(from).flatMap((source) =>
        places(to).map((target) => flowId({ flow: kind, from: source, to: target })),
      ),
    };
  }

  async transfer(id: number): Promise<TransferView> {
    const row = this.parts.stores.activity.get(id);
    if (!row) throw notFound('activity');
    const view = showActivity(row, this.texts, this.#names, this.#numberOf(row));
    return { ...view, payload: await this.#payload(row) };
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

/** Products flows: the one that is asked for, or all. Throws where the name is of none, or of several. */
function productFlows(runtime: Runtime, flow: string | undefined): FlowParts[] {
  const all = flow === undefined ? [...runtime.flows.values()] : [findFlow(runtime, flow)];
  return all.filter(({ definition }) => definition.kind === 'listed');
}

/** Counts of a flow's accounts are one count. */
function namedCounts(counts: readonly Count[], names: Names): Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const flow = namedFlow(count.flow, names);
    const id = `${count.day} ${flow} ${count.name}`;
    sums.set(id, { ...count, flow, count: count.count + (sums.get(id)?.count ?? 0) });
  }
  return [...sums.values()];
}
