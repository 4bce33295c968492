import { flowByName } from '../../flows/registry.ts';
import type { ProblemData } from '../../records/problem.ts';
import type { Texts } from '../../texts/en.ts';
import { causeId, causeOf } from '../configuration/cause-name.ts';
import { splitFlowId } from '../configuration/configuration.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import { lackedValue, placeOfSetting } from '../configuration/named-setting.ts';
import { revisionOf } from '../configuration/revision.ts';
import { schemaOf } from '../configuration/setting-schema.ts';
import { conflict } from '../request-error.ts';
import { countLeftOutWith, parkedFor } from '../storage/cause-tasks.ts';
import { endedCauses } from '../storage/ended-causes.ts';
import type { Incident } from '../storage/incidents.ts';
import { type ParkedGroup, parkedGroup, parkedGroups, telling } from '../storage/parked-groups.ts';
import type { Remedy } from '../storage/remedies.ts';
import type { Stores } from '../storage/stores.ts';
import { incidentProblems, presentIncidents } from './integration-problems.ts';
import type {
  CauseView,
  DeskView,
  EndedCauseView,
  RemedyView,
  SolvedView,
  WaitingView,
} from './problem-views.ts';
import { type Names, showProblem, timestamp } from './views.ts';

const shownExamples = 3;
const shownEnded = 50;
const shownRemedies = 50;

/** What an integration tells of causes. Reads a few rows of each, and never all that is parked; what was left out is counted. */
export class ProblemDesk {
  readonly #names: Names;

  constructor(
    private readonly stores: Stores,
    private readonly texts: Texts,
  ) {
    this.#names = stores.accounts.names();
  }

  /** `from`: how many causes were seen already. */
  view(from: number, limit: number): DeskView {
    const { stores, texts } = this;
    const levels = presentIncidents(stores).filter(({ id }) => id.startsWith('levels:'));
    const groups = parkedGroups(stores.sql);
    const all = [...groups, ...levels];
    const causes = all
      .slice(from, from + limit)
      .map((each) => ('cause' in each ? this.#parked(each) : this.#levels(each)));
    return {
      revision: revisionOf(stores) ?? '',
      causes,
      total: all.length,
      cursor: from + limit < all.length ? String(from + limit) : null,
      others: incidentProblems(stores, this.#names, texts, ['parked', 'levels']),
      waiting: this.#waiting(),
      underWay: stores.remedies.underWay(shownRemedies).map((remedy) => this.#remedy(remedy)),
    };
  }

  /** One that stops records. Throws where it stops none any more. */
  cause(id: string): CauseView {
    const name = causeOf(id);
    const group = name && parkedGroup(this.stores.sql, name.flow, name.cause);
    if (group === null) throw conflict('cause_over', {});
    return this.#parked(group);
  }

  solved(): SolvedView {
    const { stores } = this;
    return {
      causes: endedCauses(stores.sql, shownEnded).map(
        ({ flow, cause, problem, count, at }): EndedCauseView => {
          const remedy = stores.remedies.lastOf(flow, cause, at);
          return {
            ...this.#told(flow, problem),
            values: telling(problem.params),
            ...{ count, at: timestamp(at) },
            underWay: stores.openTasks.isRetried(flow, problem.code),
            remedy: remedy && this.#remedy(remedy),
          };
        },
      ),
      leftOut: stores.remedies.toTakeBack(shownRemedies).map((remedy) => this.#remedy(remedy)),
    };
  }

  #told(flow: string, problem: Pick<ProblemData, 'code' | 'params' | 'told'>) {
    return { ...showProblem(problem, this.texts), ...splitFlowId(namedFlow(flow, this.#names)) };
  }

  #parked(group: ParkedGroup): CauseView {
    const { sql, numbers, parkedSums } = this.stores;
    const { flow, cause, problem, values, count, since, last } = group;
    const examples = parkedFor(sql, { flow, cause, until: last }, shownExamples);
    return {
      id: causeId({ kind: 'records', flow, cause }),
      kind: 'records',
      ...this.#told(flow, problem),
      ...{ values, count },
      amounts: splitFlowId(flow).flow === 'orders' ? parkedSums.of(flow, cause) : null,
      ...{ since: timestamp(since), last: timestamp(last) },
      examples: examples.map(({ id, key }) => ({ key, number: numbers.of(flow, key), task: String(id) })),
      setting: namedSetting(flow, problem),
    };
  }

  #levels({ id, problem, count, key, since }: Incident): CauseView {
    const flow = id.split(':').slice(1, 4).join(':');
    return {
      id: causeId({ kind: 'levels', flow, cause: problem.code }),
      kind: 'levels',
      ...this.#told(flow, problem),
      ...{ values: telling(problem.params), count, amounts: null },
      ...{ since: timestamp(since), last: null },
      examples: key === null ? [] : [{ key, number: null, task: null }],
      setting: null,
    };
  }

  #waiting(): WaitingView[] {
    const { openTasks, tasks } = this.stores;
    return openTasks.flows().flatMap((flow): WaitingView[] => {
      const count = openTasks.byStateOf(flow).waiting;
      if (count === 0) return [];
      const at = tasks.due.firstAt('waiting', flow);
      const nextAt = at === null ? null : timestamp(at);
      return [{ ...splitFlowId(namedFlow(flow, this.#names)), count, nextAt }];
    });
  }

  #remedy(remedy: Remedy): RemedyView {
    const { id, what, at, who, via, why, flow, problem, total, done, endedAt } = remedy;
    const isLeftOut = what === 'leave_out' && endedAt !== null;
    const toTakeBack = isLeftOut ? countLeftOutWith(this.stores.sql, id) : 0;
    return {
      id: String(id),
      ...{ what, at: timestamp(at), who, via, why },
      ...this.#told(flow, problem),
      values: telling(problem.params),
      ...{ total, done, endedAt: endedAt === null ? null : timestamp(endedAt) },
      toTakeBack,
      canBeTakenBack: toTakeBack > 0,
    };
  }
}

/** Null also where the settings of the flow have no such one. */
function namedSetting(flow: string, problem: ProblemData): CauseView['setting'] {
  const definition = flowByName(splitFlowId(flow).flow);
  const place = definition === undefined ? null : placeOfSetting(schemaOf(definition), problem);
  return place && { path: place.join('.'), lacks: lackedValue(problem) };
}
