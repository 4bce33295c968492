import type { BatchKey, BulkFlow } from '../../flows/bulk.ts';
import type { Preview } from '../../flows/contract.ts';
import type { Connection } from '../connection/connection.ts';
import type { Surroundings } from '../connection/session.ts';
import { Recorder } from '../http/recorder.ts';
import { withQuietSearches } from '../work/quiet-searches.ts';
import type { OutcomeParts } from '../work/store-outcome.ts';
import type { FlowParts } from '../work/task-runner.ts';
import { type AskObject, type BatchEnd, bulkContext } from './bulk-context.ts';
import type { Work } from './claim.ts';
import { deskOf } from './desk-of.ts';
import { answerQuestion } from './known-links.ts';

type Parts = FlowParts<BulkFlow<unknown>> & OutcomeParts & Pick<Surroundings, 'fetch' | 'baseUrls'>;

/** What a batch would do for this key. Writes nothing, in either system or here. Throws a Problem when nothing can be shown. */
export async function previewKey(parts: Parts, key: string, recorder = new Recorder()): Promise<Preview> {
  const { stores, from, to, ordersGoBack, definition } = parts;
  for (const each of [from, to]) if (each.account === null) await each.check();
  const places = { from: from.place, to: to.place, ordersGoBack };
  const ask = (async (work: Work) => {
    if (work.do === 'intend' || work.do === 'report') throw new Error('A preview writes nothing.');
    return answerQuestion(stores, places, work);
  }) as AskObject;
  const context = bulkContext({
    ...parts,
    leaseEndsAt: parts.clock.now(),
    ordersAtFirst: await ask({ do: 'orders-under-way' }),
    from: await endOf(from, recorder),
    to: await endOf(to, recorder),
    ask,
    fingerprint: (value) => parts.fingerprints.of(value),
    recorder,
    recorderOf: () => recorder,
  });
  const looked = deskOf(parts).look(key);
  // What keys know is of the kind that the flow's own desk gives.
  return definition.preview(context, looked as BatchKey<never>);
}

async function endOf(connection: Connection, recorder: Recorder): Promise<BatchEnd> {
  const api = await connection.api(recorder);
  return { place: connection.place, connector: withQuietSearches(connection.connector), api: () => api };
}
