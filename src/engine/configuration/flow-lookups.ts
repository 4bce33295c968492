/** What the settings of a flow can be picked from, for whoever fills them in. */
import type { LookupName, Option } from '../../connectors/contract/lookups.ts';
import type { Listing } from '../../flows/listed.ts';
import { type Flow, flowByName } from '../../flows/registry.ts';
import { problem } from '../../records/problem.ts';
import type { Texts } from '../../texts/en.ts';
import { tellProblem } from '../../texts/tell.ts';
import type { Clock } from '../clock.ts';
import type { Connection } from '../connection/connection.ts';
import { withinTime } from '../http/within-time.ts';
import { parkedGroups } from '../storage/parked-groups.ts';
import type { Sql } from '../storage/sql.ts';
import { splitFlowId } from './configuration.ts';
import { fixedOf, lookingInto, readOptions } from './lookup-lists.ts';
import { lackedValue, placeOfSetting } from './named-setting.ts';
import { inReaderWords } from './option-words.ts';
import { type SettingSchema, schemaOf } from './setting-schema.ts';

export interface OfferedList {
  readonly end: Listing['end'];
  readonly lookup: LookupName;
  readonly options: readonly Option[];
  /** Nothing that is not among them is right. */
  readonly isClosed: boolean;
  /** Why there are none now, as a sentence. */
  readonly why: string | null;
}

/** A value that records are parked for, because a setting says nothing of it. */
export interface SeenValue {
  /** `vat.byRate`. */
  readonly setting: string;
  readonly value: string;
  /** So many records. */
  readonly count: number;
}

export interface FlowLookups {
  /** Of the lists that the settings name, those that the systems have. */
  readonly lists: readonly OfferedList[];
  readonly seen: readonly SeenValue[];
}

interface Ends {
  readonly from: Connection;
  readonly to: Connection;
}

/** Somebody waits for the page. */
const maxWaitMs = 5_000;
/** A form is shown anew with every row that is added. */
const listLivesMs = 5 * 60_000;

interface Kept {
  readonly at: number;
  readonly options: readonly Option[];
}

/** Asks the systems for their lists, each for a few minutes once. Connections that a change replaced take theirs with them. */
export class LookupLists {
  readonly #kept = new WeakMap<Connection, Map<LookupName, Kept>>();

  constructor(private readonly clock: Clock) {}

  async ofFlow(flow: Flow, ends: Ends, texts: Texts): Promise<readonly OfferedList[]> {
    const wanted = wantedLists(schemaOf(flow)).filter(
      ({ end, lookup }) => ends[end].connector.lookups?.[lookup] !== undefined,
    );
    return Promise.all(wanted.map((list) => this.#offered(list, ends[list.end], texts)));
  }

  async #offered(list: WantedList, connection: Connection, texts: Texts): Promise<OfferedList> {
    const fixed = fixedOf(connection.connector, list.lookup);
    const isClosed = fixed?.fits === undefined;
    const answer = await this.#options(connection, list.lookup, texts);
    return typeof answer === 'string'
      ? { ...list, options: [], isClosed, why: answer }
      : { ...list, options: inReaderWords(list.lookup, answer, fixed !== null, texts), isClosed, why: null };
  }

  async #options(
    connection: Connection,
    lookup: LookupName,
    texts: Texts,
  ): Promise<readonly Option[] | string> {
    const { connector, health } = connection;
    const kept = this.#kept.get(connection) ?? new Map<LookupName, Kept>();
    const before = kept.get(lookup);
    if (before !== undefined && before.at > this.clock.now() - listLivesMs) return before.options;
    const isAsked = fixedOf(connector, lookup) === null;
    // Whoever waits for a page is no reason to call a system that is in trouble.
    if (isAsked && health.current !== null) return tellProblem(health.current.problem, texts).message;
    const slow = tellProblem(problem('retry', 'timed_out', { system: connector.name }), texts).message;
    const answer = await withinTime(
      this.clock,
      () => readOptions(connector, lookup, () => lookingInto(connection), texts),
      maxWaitMs,
    ).catch(() => slow);
    if (typeof answer === 'string') return answer;
    this.#kept.set(connection, kept.set(lookup, { at: this.clock.now(), options: answer }));
    return answer;
  }
}

interface WantedList {
  readonly end: Listing['end'];
  readonly lookup: LookupName;
}

/** Every list that some setting names something of, once. */
function wantedLists(schema: SettingSchema): WantedList[] {
  const all = listingsIn(schema).flatMap(({ end, lookups }) => lookups.map((lookup) => ({ end, lookup })));
  return [...new Map(all.map((list) => [`${list.end} ${list.lookup}`, list])).values()];
}

function listingsIn({
  listed,
  by,
  gives,
  properties = {},
  items,
  additionalProperties,
}: SettingSchema): Listing[] {
  const inner = [
    ...Object.values(properties),
    ...(items === undefined ? [] : [items]),
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ];
  return [
    ...(listed === undefined ? [] : [listed]),
    ...(by !== undefined && 'end' in by ? [by] : []),
    ...(gives === undefined ? [] : [gives]),
    ...inner.flatMap(listingsIn),
  ];
}

/** Of a flow as it is stored, between places. What is known without a call or a record: what tasks are parked for. */
export function seenValues(sql: Sql, flow: string): SeenValue[] {
  const definition = flowByName(splitFlowId(flow).flow);
  if (definition === undefined) return [];
  return parkedGroups(sql).flatMap(({ flow: own, problem: told, count }) => {
    const value = lackedValue(told);
    const place = own === flow && value !== null ? placeOfSetting(schemaOf(definition), told) : null;
    return place === null || value === null ? [] : [{ setting: place.join('.'), value, count }];
  });
}
