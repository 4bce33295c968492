import { z } from 'zod';
import { asProblem } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import type { AskedHooks, FlowName } from '../contract/connector.ts';
import { path } from '../contract/path.ts';
import { flag, needed, text } from '../wire/fields.ts';
import { change, make, remove } from './calls.ts';
import { hookKey } from './hook-key.ts';
import { allOf } from './lists.ts';
import { addressFor, eventsOf } from './webhook.ts';

const webhookWire = z.object({ id: needed(text), event: text, address: text, is_active: flag });
type WebhookWire = z.infer<typeof webhookWire>;

/** One registration for each event (sheet 8.1). Only what leads to this address is Koppel's: others stay. */
export async function register(
  api: Api,
  address: string,
  flows: ReadonlySet<FlowName>,
  credentials: { readonly secretKey: string },
): Promise<AskedHooks> {
  const key = hookKey(credentials);
  const all = await allOf(api, { path: path`/webhooks/`, row: webhookWire });
  const own = all.filter((each) => each.address === address || each.address?.startsWith(`${address}?`));
  const addressOf = (event: string) => addressFor(address, event, key);
  const wanted = new Set([...flows].flatMap((flow) => eventsOf[flow] ?? []));
  const isWanted = ({ event = '', address: to }: WebhookWire) => wanted.has(event) && to === addressOf(event);
  for (const each of own) if (!isWanted(each)) await remove(api, path`/webhooks/${each.id}/`);

  const standing = new Map(own.filter(isWanted).map((each) => [each.event, each]));
  const asked = new Map<string, boolean>();
  const untold = new Map<FlowName, string | null>();
  const anew = new Set<FlowName>();
  for (const flow of flows) {
    const events = eventsOf[flow] ?? [];
    const missing = events.filter((event) => standing.get(event)?.is_active !== true);
    for (const event of missing)
      if (!asked.has(event)) asked.set(event, await ask(api, event, addressOf(event), standing.get(event)));
    if (events.length === 0 || missing.some((event) => asked.get(event) === false)) untold.set(flow, null);
    else if (missing.length > 0) anew.add(flow);
  }
  return { untold, anew };
}

/** Whether the shop tells of it. One that somebody switched off is switched on. */
async function ask(api: Api, event: string, address: string, standing?: WebhookWire): Promise<boolean> {
  try {
    if (standing !== undefined) await change(api, path`/webhooks/${standing.id}/`, { is_active: true });
    else await make(api, path`/webhooks/`, { event, address, is_active: true }, z.unknown());
    return true;
  } catch (error) {
    if (asProblem(error).kind !== 'rejected') throw error;
    return false;
  }
}
