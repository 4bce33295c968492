import { Hono } from 'hono';
import { directory, type Listed } from '../../durable-objects/directory-client.ts';
import { alertObjection } from '../alerts/channels.ts';
import type { Env } from '../env.ts';
import { type Caller, sees } from '../house/roles.ts';
import { tellSetUp } from '../records/set-up-fault.ts';
import { missingConfiguration } from './readiness.ts';

export interface Status {
  readonly state: 'ok' | 'problems';
  readonly integrations: readonly Shown[];
}

/** `name` is null where it is not for everybody. */
interface Shown extends Omit<Listed, 'name' | 'nameOnStatus'> {
  readonly name: string | null;
}

/** `reader`: whoever is logged in sees the names of their own. */
export async function readStatus(env: Env, reader: Caller | null = null): Promise<Status> {
  const listed = await directory(env).list();
  const troubled = listed.some(({ problems }) => problems.length > 0);
  const integrations = listed.map(({ name, nameOnStatus = false, ...summary }) => ({
    ...summary,
    name: nameOnStatus || (reader !== null && sees(reader, summary.id)) ? name : null,
  }));
  return { state: troubled ? 'problems' : 'ok', integrations };
}

/** Read-only health for everybody: codes and counts, no personal data. */
export const status = new Hono<{ Bindings: Env }>();

status.get('/status.json', async (context) => {
  const answer = await readStatus(context.env);
  return context.json(answer, 200, { 'cache-control': 'no-store' });
});

status.get('/health', async (context) => {
  // Without alerts everything works, but nobody would hear when it does not.
  const fault = await missingConfiguration(context.env);
  const missing = fault === null ? alertObjection(context.env) : tellSetUp(fault);
  const headers = { 'cache-control': 'no-store' };
  // Whoever deploys waits until it is the new version that answers.
  const version = context.env.VERSION?.id ? { version: context.env.VERSION.id } : {};
  return missing === null
    ? context.json({ ok: true, ...version }, 200, headers)
    : context.json({ ok: false, detail: missing, ...version }, 503, headers);
});
