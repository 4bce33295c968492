import { Hono } from 'hono';
import { z } from 'zod';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { invalid } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { textsFor } from '../../routes/language.ts';
import { formPageOf, integrationId, rowOf } from '../addresses.ts';
import { readForm } from '../form.ts';
import type { PageContext } from '../web-page.tsx';

/** What the buttons of an integration do. Each redirects to its page, so that reloading repeats nothing. */
export const actions = new Hono<{ Bindings: Env }>();

const base = '/integrations/:integration';
const maxWhy = 1_000;

actions.post(`${base}/pause`, async (context) => {
  unwrap(await integration(context.env, integrationId(context)).setState('paused', deedBy(context)));
  return back(context, 'paused');
});

actions.post(`${base}/resume`, async (context) => {
  unwrap(await integration(context.env, integrationId(context)).setState('active', deedBy(context)));
  return back(context, 'resumed');
});

actions.post(`${base}/connections/:connection/accept-account`, async (context) => {
  const { account } = await readForm(context, 'account');
  if (account !== 'another' && account !== 'same')
    throw invalid('request_invalid', textsFor(context).pages.errors.whichAccount);
  const object = integration(context.env, integrationId(context));
  unwrap(await object.acceptAccount(context.req.param('connection'), account, deedBy(context)));
  return back(context, 'accepted');
});

actions.post(`${base}/retry`, async (context) => {
  unwrap(await integration(context.env, integrationId(context)).retryParked(deedBy(context)));
  return back(context, 'retried-all');
});

actions.post(`${base}/tasks/:task/retry`, async (context) => {
  const task = rowOf(context.req.param('task'), 'task');
  unwrap(await integration(context.env, integrationId(context)).retry(task, deedBy(context)));
  return back(context, 'retried');
});

actions.post(`${base}/tasks/:task/skip`, async (context) => {
  const task = rowOf(context.req.param('task'), 'task');
  const { why } = await readForm(context, 'why');
  unwrap(
    await integration(context.env, integrationId(context)).skip(task, deedBy(context), why.slice(0, maxWhy)),
  );
  return back(context, 'skipped');
});

actions.post(`${base}/tasks/:task/unskip`, async (context) => {
  const task = rowOf(context.req.param('task'), 'task');
  unwrap(await integration(context.env, integrationId(context)).unskip(task, deedBy(context)));
  return back(context, 'unskipped');
});

actions.post(`${base}/sync`, async (context) => {
  const { flow, since, number, key } = await readForm(context, 'flow', 'since', 'number', 'key');
  if (since !== '' && !z.iso.date().safeParse(since).success)
    throw invalid('request_invalid', textsFor(context).pages.errors.noDay);
  const [numbers, keys] = [listed(number), listed(key)];
  const request = {
    ...(since === '' ? {} : { since }),
    ...(numbers.length === 0 ? {} : { numbers }),
    ...(keys.length === 0 ? {} : { keys }),
  };
  unwrap(await integration(context.env, integrationId(context)).sync(flow, request, deedBy(context)));
  return back(context, since === '' && numbers.length + keys.length > 0 ? 'synced-some' : 'synced');
});

/** To the page that the form stood on, where it says so and that is one of those; else to the integration's. */
async function back(context: PageContext, said: string): Promise<Response> {
  const id = integrationId(context);
  const page = formPageOf(id, (await readForm(context, 'back')).back) ?? `/integrations/${id}`;
  return context.redirect(`${page}?said=${said}`, 303);
}

function listed(text: string): string[] {
  return text.split(/[\s,;]+/).filter((each) => each !== '');
}
