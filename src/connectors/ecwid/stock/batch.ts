import { z } from 'zod';
import { asProblem } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { type Path, path } from '../../contract/path.ts';
import type { JsonObject } from '../../contract/target.ts';
import { amount, list, needed, text } from '../../wire/fields.ts';
import { asObject } from '../../wire/objects.ts';
import { away, type Entry, entryOf } from './outcomes.ts';

/** Requests of one batch (sheet 9). */
export const maxEntries = 500;

/** How often a batch is asked for before it is taken for stuck: it works on while the answers travel. */
const maxPolls = 30;

export interface Put {
  readonly path: Path;
  readonly body: JsonObject;
}

const responseWire = z.object({
  id: text,
  httpStatusCode: amount,
  httpBody: z.unknown().optional(),
  escapedHttpBody: z.string().nullish(),
});

const ticketWire = z.object({ status: needed(text), responses: list(responseWire) });

/**
 * Makes these calls in the background, each by itself, and tells what became of each, in their order. What was not done by
 * the last look is called off, so that no old number arrives behind a newer one.
 *
 * The key is a new one for every list: Ecwid answers one that it knows with the first result for an hour, and within
 * it the same numbers may have to be written again, over what somebody made of them by hand.
 */
export async function putAll(api: Api, puts: readonly Put[]): Promise<Entry[]> {
  const key = crypto.randomUUID();
  const ticket = await begin(api, puts, key);
  let answers = await look(api, ticket);
  for (let poll = 1; poll < maxPolls && answers.status !== 'COMPLETED'; poll++) {
    answers = await look(api, ticket);
  }
  if (answers.status !== 'COMPLETED') {
    await callOff(api, key);
    answers = await look(api, ticket);
  }
  const byId = new Map(answers.responses.map((response) => [response.id, response]));
  return puts.map((_, index) => entryIn(byId.get(String(index))));
}

/** One batch is metered as its entries until Ecwid is seen to count otherwise (sheet 9). */
async function begin(api: Api, puts: readonly Put[], key: string): Promise<string> {
  const call = {
    method: 'POST',
    path: path`/batch`,
    query: {
      stopOnFirstFailure: false,
      // Each is of another product or variation.
      allowParallelMode: true,
      deduplicationKey: key,
      groupId: key,
    },
    body: puts.map((put, index) => ({
      id: String(index),
      method: 'PUT',
      path: put.path.text,
      body: put.body,
    })),
    cost: puts.length,
    repeatable: true,
  } as const;
  const answer = z.object({ ticket: needed(text) });
  try {
    return (await api.request(call, answer)).body.ticket;
  } catch (error) {
    // It may be there all the same.
    if (asProblem(error).kind === 'retry') await callOff(api, key);
    throw error;
  }
}

function look(api: Api, ticket: string): Promise<z.infer<typeof ticketWire>> {
  return api.get(path`/batch`, ticketWire, { ticket, escapedJson: true });
}

/** What cannot be called off runs on. It is written anew behind it: requests run in their order (sheet 9). */
async function callOff(api: Api, key: string): Promise<void> {
  const call = { method: 'POST', path: path`/batch/cancel-group`, query: { groupId: key } } as const;
  try {
    await api.request({ ...call, repeatable: true }, z.unknown());
  } catch (error) {
    if (asProblem(error).kind === 'auth') throw error;
  }
}

function entryIn(response: z.infer<typeof responseWire> | undefined): Entry {
  // Of one that was not executed no status is told.
  if (response?.httpStatusCode === undefined) return away();
  return entryOf(Number(response.httpStatusCode), response.httpBody ?? parsed(response.escapedHttpBody));
}

function parsed(json: string | null | undefined): unknown {
  try {
    return asObject(JSON.parse(json ?? ''));
  } catch {
    return json;
  }
}
