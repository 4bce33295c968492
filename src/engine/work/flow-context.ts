import type { FlowContext } from '../../flows/contract.ts';
import type { Links } from '../../flows/links.ts';
import { awaitedRecord } from '../../records/problem.ts';
import { type FlowDocument, flowId, splitFlowId } from '../configuration/configuration.ts';
import { cachedIds } from '../connection/id-cache.ts';
import type { Recorder } from '../http/recorder.ts';
import { addressMarks } from '../privacy/address-marks.ts';
import { stepSeal } from '../privacy/step-seal.ts';
import { workOf } from '../siblings.ts';
import type { TaskRow } from '../storage/task-row.ts';
import { liveFromOf } from './beginnings.ts';
import { bring } from './bring.ts';
import { markSelling, markSold } from './mark-levels.ts';
import { notice } from './notice.ts';
import { noteNumber } from './numbers.ts';
import { lookAt, readUntil } from './own-notices.ts';
import { accountAt, noteOwnWork, ownWorkAt } from './own-work.ts';
import { withQuietSearches } from './quiet-searches.ts';
import type { TaskParts } from './task-runner.ts';

/**
 * What a flow is given for a task. All that is kept goes by the places that the task's flow names: a task that began
 * with one account ends with it, wherever the connection leads meanwhile.
 */
export async function flowContext(
  task: Pick<TaskRow, 'id' | 'flow' | 'key' | 'asked' | 'named' | 'createdAt' | 'problem'>,
  parts: TaskParts,
  recorder: Recorder,
): Promise<FlowContext> {
  const { stores, clock, flow, reverse, from, to, fingerprints, locks } = parts;
  const places = splitFlowId(task.flow);
  const liveFrom = liveFromOf(stores, task);
  // The integration has one journal. The prefix assigns a step to this direction.
  const stepName = (name: string) => `${places.from}:${places.to}:${name}`;
  const stepBack = (name: string) => `${places.to}:${places.from}:${name}`;
  // Of either direction, as whoever waits is mostly of the other one.
  const ended = (name: string) => stores.tasks.wake(name, clock.now(), task.id);
  return {
    key: task.key,
    source: {
      name: places.from,
      connector: withQuietSearches(from.connector),
      api: await from.api(recorder, flow.flow),
    },
    target: {
      name: places.to,
      connector: withQuietSearches(to.connector),
      api: await to.api(recorder, flow.flow),
    },
    liveFrom: liveFrom === null ? null : new Date(liveFrom).toISOString(),
    settings: flow.settings,
    mapping: flow.mapping,
    links: linksOf(places, parts),
    linksBack: linksOf({ from: places.to, to: places.from }, parts),
    asked: task.asked,
    named: task.named,
    leftOut: () => stores.register.leftOut(task.flow, task.key),
    customersKept: parts.customersKept || (await areKeptElsewhere(parts, places.to)),
    ownWork: async (id, reference) => {
      const own = ownWorkAt(stores, places.from, id, reference);
      if (own === 'made') return own;
      const theirs = await parts.siblings.ask(accountAt(stores, places.from), (others, account) =>
        others.ownWork(account, id, reference),
      );
      return workOf([own, theirs ?? 'no']);
    },
    customerElsewhere: async (of, id, email) => {
      const account = accountAt(stores, of === 'source' ? places.from : places.to);
      const marks = email === undefined ? undefined : await (await addressMarks(parts.seal))(email);
      const told = await parts.siblings.ask(account, (others, each) =>
        others.customer(each, { id, seenAt: task.createdAt, marks }),
      );
      return told ?? 'unknown';
    },
    noteOwnWork: (id) => noteOwnWork(stores, places.from, id, clock.now()),
    bring: (flow, key) =>
      bring(stores, flowId({ flow, from: places.from, to: places.to }), key, {
        now: clock.now(),
        isAwaited: task.problem?.awaits === awaitedRecord(flow, key),
      }),
    sells: (skus) => markSelling(stores, task, skus, clock.now()),
    sold: (pieces) => markSold(stores, task.flow, pieces, clock.now()),
    alike: {
      booked: (mark, from, until) =>
        stores.alike.count({ flow: task.flow, mark, key: task.key }, from.getTime(), until.getTime()),
      note: (mark, placedAt) =>
        stores.alike.note({ flow: task.flow, mark, key: task.key }, placedAt.getTime(), clock.now()),
    },
    reverse: reverse && {
      settings: reverse.settings,
      mapping: reverse.mapping,
      links: linksOf({ from: places.to, to: places.from }, parts),
      notice: (key) => {
        const flow = flowId({ flow: places.flow, from: places.to, to: places.from });
        notice(stores, flow, { key }, clock.now());
      },
      wrote: (key) => {
        const flow = flowId({ flow: places.flow, from: places.to, to: places.from });
        if (stores.snapshots.outdate(flow, key)) stores.tasks.forgetVersion(flow, key);
      },
    },
    steps: {
      get: (name) => stores.steps.get(stepName(name)),
      begun: (prefix) =>
        stores.steps.begunAs(stepName(prefix)).map((name) => name.slice(stepName('').length)),
      intend: (name, reference, meant) =>
        stores.steps.intend(stepName(name), task.id, clock.now(), reference, meant),
      finish: (name, result) => {
        stores.steps.finish(stepName(name), result);
        ended(name);
      },
      forget: (name) => {
        stores.steps.forget(stepName(name));
        ended(name);
      },
    },
    stepsBack: {
      get: (name) => stores.steps.get(stepBack(name)),
      finish: (name, result) => {
        stores.steps.finish(stepBack(name), result);
        ended(name);
      },
      begun: (prefix) =>
        stores.steps.begunAs(stepBack(prefix)).map((name) => name.slice(stepBack('').length)),
    },
    ...stepSeal(parts),
    cachedIds: (kind, keys, find) =>
      cachedIds(parts.idCache, `${parts.integration}:${places.to}:${kind}`, keys, find),
    now: () => new Date(clock.now()),
    fingerprint: (value) => fingerprints.of(value),
    lookAt: (key) => lookAt(stores, task.flow, key, clock.now()),
    notices: {
      readUntil: () => readUntil(stores, task.flow),
      unread: (from, until, known) =>
        stores.openTasks.unread(task.flow, places, {
          ...{ from: from.getTime(), until: until.getTime() },
          ...known,
        }),
    },
    exclusive: (each, work) => locks.run(each, work),
    about: (emailFingerprint, words) => {
      recorder.emailFingerprint = emailFingerprint;
      recorder.keepOut(words);
    },
    keep: (name, value) => {
      recorder.keep(name, value);
      if (name !== 'source') return;
      noteNumber(stores, task.flow, task.key, value);
      const sale = parts.definition.sale?.(value) ?? null;
      if (sale !== null) stores.register.note(task, sale);
    },
  };
}

/** Whether a customers flow of another integration reads or writes the customers of the account at this place. */
async function areKeptElsewhere({ siblings, stores }: TaskParts, place: string): Promise<boolean> {
  siblings.requireHeard();
  const kept = await siblings.ask(accountAt(stores, place), (others, account) => others.keeps(account));
  return kept === true;
}

/** The links of one direction, between two places. */
export function linksOf(
  { from, to }: Pick<FlowDocument, 'from' | 'to'>,
  { stores, clock }: Pick<TaskParts, 'stores' | 'clock'>,
): Links {
  const { links, awaited } = stores;
  return {
    get: (record, key) => links.get(record, from, to, key),
    put: (record, key, link) => {
      links.put(record, from, to, key, link, clock.now());
      for (const waiting of awaited.take({ record, source: from, target: to, id: key }))
        notice(stores, waiting.flow, { key: waiting.key }, clock.now());
    },
    forget: (record, key) => links.forget(record, from, to, key),
    recordsOf: (record, targetId) => links.recordsOf(record, from, to, targetId),
  };
}
