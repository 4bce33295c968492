import { Hono } from 'hono';
import { z } from 'zod';
import { faultRule } from './kit/faults/faults.ts';
import { jsonBody } from './kit/lever-body.ts';
import type { Sandbox } from './sandbox.ts';

/** The levers of the sandbox: for tests, demonstrations and simulations. Those of one system are in its folder. */
export function controlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get('/calls', (context) => {
    const system = context.req.query('system');
    return context.json({ entries: sandbox.calls.list(system), counters: sandbox.calls.counts(system) });
  });
  app.delete('/calls', (context) => {
    sandbox.calls.clear();
    return context.body(null, 204);
  });

  app.get('/faults', (context) => context.json({ items: sandbox.faults.list() }));
  app.post('/faults', async (context) => {
    const body = await jsonBody(context);
    const rules = z.union([z.array(faultRule), faultRule.transform((rule) => [rule])]).parse(body);
    return context.json({ items: rules.map((rule) => sandbox.faults.add(rule)) }, 201);
  });
  app.delete('/faults', (context) => {
    sandbox.faults.clear();
    return context.body(null, 204);
  });

  /** What will still be done late. Neither headers nor bodies: they hold credentials and people. */
  app.get('/late', (context) => {
    const items = sandbox.late.list().map(({ system, method, url, dueAt }) => {
      return { system, method, path: new URL(url).pathname, dueAt };
    });
    return context.json({ items });
  });

  app.get('/state/:system', (context) => {
    const standIn = sandbox.standIn(context.req.param('system'));
    return standIn === undefined ? context.notFound() : context.json(standIn.state());
  });

  app.get('/settings', (context) => context.json(settingsOf(sandbox)));
  app.post('/settings', async (context) => {
    const changes = z.record(z.string(), z.unknown()).parse(await jsonBody(context));
    for (const [system, settings] of Object.entries(changes)) {
      const standIn = sandbox.standIn(system);
      if (standIn === undefined) return context.json({ error: `There is no system "${system}".` }, 400);
      standIn.change(settings);
    }
    return context.json(settingsOf(sandbox));
  });

  app.post('/reset', async (context) => {
    const { seed } = z.strictObject({ seed: z.boolean().default(true) }).parse(await jsonBody(context));
    sandbox.reset(seed);
    return context.body(null, 204);
  });

  for (const [id, standIn] of sandbox.standIns()) app.route(`/${id}`, standIn.control());

  app.onError((error, context) => {
    if (error instanceof z.ZodError) return context.json({ error: z.prettifyError(error) }, 400);
    throw error;
  });
  return app;
}

function settingsOf(sandbox: Sandbox): Record<string, unknown> {
  return Object.fromEntries(sandbox.standIns().map(([id, standIn]) => [id, standIn.settings()]));
}
