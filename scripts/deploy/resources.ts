import type { Ports } from './ports.ts';
import { isThere, isUnknownQueue, refusal } from './refusals.ts';
import { Stop } from './stop.ts';
import { jsonOf } from './wrangler.ts';

/** Who works in which account. */
export interface Place {
  readonly ports: Ports;
  readonly account: string;
}

interface Namespace {
  readonly id: string;
  readonly title: string;
}

/** Whether there is this queue. Throws Stop where another Worker than `name` reads it. */
export async function hasQueue(queue: string, name: string, { ports, account }: Place): Promise<boolean> {
  const ran = await ports.wrangler.run(['queues', 'info', queue], account);
  if (isUnknownQueue(ran)) return false;
  if (!ran.ok) throw refusal(ran, `Looking for the queue "${queue}"`, account);
  const readers = [...ran.out.matchAll(/^Consumers:(.*)$/gm)].flatMap(([, list = '']) => list.split(','));
  const stranger = readers
    .map((each) => /worker:(\S+)/.exec(each)?.[1])
    .find((each) => each !== undefined && each !== name);
  if (stranger === undefined) return true;
  throw new Stop(
    `The queue "${queue}" is taken: the Worker "${stranger}" reads it. Take another name for this Koppel (--name), which its queues get too.`,
  );
}

export async function makeQueue(queue: string, { ports, account }: Place): Promise<void> {
  const ran = await ports.wrangler.run(['queues', 'create', queue], account);
  if (!ran.ok && !isThere(ran)) throw refusal(ran, `Making the queue "${queue}"`, account);
}

export async function namespaces({ ports, account }: Place): Promise<readonly Namespace[]> {
  const ran = await ports.wrangler.run(['kv', 'namespace', 'list'], account);
  if (!ran.ok) throw refusal(ran, 'Looking for the KV namespace', account);
  return jsonOf<Namespace[]>(ran);
}

/** Returns the id of the namespace of this title, which it makes where there is none. */
export async function makeNamespace(title: string, place: Place): Promise<string> {
  const { ports, account } = place;
  const ran = await ports.wrangler.run(['kv', 'namespace', 'create', title], account);
  if (!ran.ok && !isThere(ran)) throw refusal(ran, `Making the KV namespace "${title}"`, account);
  const made = (await namespaces(place)).find((each) => each.title === title);
  if (made) return made.id;
  throw new Stop(`The KV namespace "${title}" was made, and Cloudflare does not list it yet.`);
}
