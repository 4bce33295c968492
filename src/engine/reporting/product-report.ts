import type { ProductLink } from '../../flows/links.ts';
import { foldedNumber } from '../../records/order-number.ts';
import type { Params } from '../../texts/catalogue.ts';
import type { Texts } from '../../texts/en.ts';
import { tellReason } from '../../texts/tell.ts';
import type { Clock } from '../clock.ts';
import type { ActivityRow } from '../storage/activity.ts';
import type { Stores } from '../storage/stores.ts';
import type { TaskRow } from '../storage/task-row.ts';
import { placedId, type Runtime } from '../work/runtime.ts';
import type { FlowParts } from '../work/task-runner.ts';
import { because, haltOf } from './level-report.ts';
import type { ProductView } from './product-views.ts';
import { type Names, showActivity, showProblem, type TaskView, timestamp } from './views.ts';

interface ReportParts {
  readonly runtime: Runtime;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly names: Names;
  readonly taskView: (row: TaskRow) => TaskView;
}

/** Products of one SKU, or one of whose variants has it, that are shown at most; and tries of each. */
const mostShown = 10;
const mostTries = 10;

/** The products of a flow that go by this SKU, their own or a variant's, or by this id in the source. */
export function productViews(parts: FlowParts, report: ReportParts, name: string): ProductView[] {
  return keysOf(parts, report.stores, name)
    .slice(0, mostShown)
    .map((key) => productView(parts, report, key));
}

/** The ids in the source. What of SKUs are variants' stands in the links only, which are all looked through for it. */
function keysOf(parts: FlowParts, { numbers, tasks, links }: Stores, name: string): string[] {
  const [flow, from, to] = [placedId(parts), parts.from.place, parts.to.place];
  const folded = foldedNumber(name);
  const own = numbers
    .beginningWith(name)
    .filter((each) => each.flow === flow && foldedNumber(each.number) === folded)
    .map(({ key }) => key);
  if (own.length > 0) return own;
  const isKey = tasks.lastOf(flow, name) !== null || links.get('product', from, to, name) !== null;
  if (isKey) return [name];
  return links.productsWith(from, to, JSON.stringify(name)).filter((key) => {
    const variants = links.get('product', from, to, key)?.facts.variants ?? {};
    return Object.values(variants).some(({ sku }) => sku === name);
  });
}

function productView(parts: FlowParts, report: ReportParts, key: string): ProductView {
  const { stores, texts, names, taskView } = report;
  const [flow, from, to] = [placedId(parts), parts.from.place, parts.to.place];
  const link = stores.links.get('product', from, to, key);
  const { knownAt = null } = stores.links.knownAt('product', from, to, key);
  const task = stores.tasks.lastOf(flow, key);
  const tries = task === null ? [] : stores.activity.list({ task: task.id }, mostTries);
  const sku = stores.numbers.of(flow, key);
  const { flow: kind, from: source, to: target } = parts.flow;
  return {
    ...{ flow: kind, from: source, to: target, key, sku },
    targetId: link?.targetId ?? null,
    targetSku: link?.facts.sku ?? null,
    writtenAt: knownAt === null ? null : timestamp(knownAt),
    variants: Object.keys(link?.facts.variants ?? {}).length,
    isGone: link?.facts.gone === true,
    task: task && taskView(task),
    why: whyOf(parts, report, { link, task, last: tries[0] }),
    tries: tries.map((each) => showActivity(each, texts, names, sku)),
  };
}

interface Standing {
  readonly link: ProductLink | null;
  readonly task: TaskRow | null;
  readonly last: ActivityRow | undefined;
}

/** Why nothing was written since. That nothing runs comes before what it would be waiting for. */
function whyOf(
  parts: FlowParts,
  { runtime, clock, texts }: ReportParts,
  { link, task, last }: Standing,
): ProductView['why'] {
  const reason = (code: string, params: Params = {}) => ({
    ...{ code, action: null },
    message: tellReason({ code, params }, texts),
  });
  switch (task?.state) {
    case 'running':
      return because('under_way', texts);
    case 'parked':
      if (task.problem !== null) return showProblem(task.problem, texts);
      break;
    case 'waiting':
    case 'queued':
      return (
        haltOf(parts, runtime, clock.now(), texts) ??
        (task.problem === null ? because('due', texts) : showProblem(task.problem, texts))
      );
  }
  if (last !== undefined && last.params !== null && (last.outcome === 'done' || last.outcome === 'skipped'))
    return reason(last.reason, last.params);
  if (link?.facts.gone) return reason('gone');
  return haltOf(parts, runtime, clock.now(), texts) ?? because('nothing_told', texts);
}
