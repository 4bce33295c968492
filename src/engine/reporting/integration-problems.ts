/** What of an integration needs attention, as people see it. */
import type { Texts } from '../../texts/en.ts';
import { namedFlow } from '../configuration/named-flow.ts';
import type { Incident } from '../storage/incidents.ts';
import { parkedGroups } from '../storage/parked-groups.ts';
import type { Stores } from '../storage/stores.ts';
import { placeOf } from './incidents.ts';
import { type IntegrationProblem, type Names, showProblem, timestamp } from './views.ts';

const order = ['account', 'connection', 'day', 'held', 'poll', 'skipped', 'levels', 'parked'];

/** Incidents that are present, those of connections first. */
export function presentIncidents(stores: Stores): Incident[] {
  const kindOf = ({ id }: Incident) => order.indexOf(id.split(':')[0] ?? '');
  return stores.incidents
    .all()
    .filter((incident) => incident.state === 'present' && kindOf(incident) >= 0)
    .sort((a, b) => kindOf(a) - kindOf(b) || b.count - a.count);
}

/** Everything that needs attention: connections in trouble, polls that fail, parked tasks by flow and cause. */
export function integrationProblems(stores: Stores, names: Names, texts: Texts): IntegrationProblem[] {
  return [
    ...incidentProblems(stores, names, texts, ['parked']),
    ...parkedGroups(stores.sql).map(({ flow, problem, values, count, key, since }) => ({
      ...showProblem(problem, texts),
      values,
      flow: namedFlow(flow, names),
      count,
      key,
      since: timestamp(since),
    })),
  ];
}

/** Incidents that are present, but for those of these kinds. */
export function incidentProblems(
  stores: Stores,
  names: Names,
  texts: Texts,
  except: readonly string[],
): IntegrationProblem[] {
  return presentIncidents(stores)
    .filter(({ id }) => !except.includes(id.split(':')[0] ?? ''))
    .map((incident) => ({ ...showProblem(incident.problem, texts), ...placed(incident, names) }));
}

function placed(
  incident: Incident,
  names: Names,
): Pick<IntegrationProblem, 'connection' | 'flow' | 'count' | 'since' | 'key'> {
  const since = timestamp(incident.since);
  const place = placeOf(incident, names);
  if (place.kind === 'connection') return { connection: place.name, since };
  const flow = namedFlow(incident.id.split(':').slice(1, 4).join(':'), names);
  if (incident.count === 0) return { flow, since };
  const { count, key } = incident;
  return { flow, count, since, ...(incident.id.startsWith('levels:') && key !== null ? { key } : {}) };
}
