import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Showcase } from '../kit/stand-in.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Button } from './button.ts';
import { integrationButtons } from './integration-buttons.ts';
import { isBad, type Notice, notice, noticeText } from './notice.ts';
import { Page } from './page.tsx';
import type { ShownSystem } from './system.tsx';

const outageMs = 60_000;

/** The page at the sandbox's root, and its buttons. They are forms: each acts, then leads back with what happened. */
export function pageRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/', (context) => {
    const shown = sandbox.standIns().map(([id, standIn]) => shownSystem(sandbox, id, standIn.showcase()));
    const told = notice.safeParse(context.req.query());
    const of = shown.find(({ id }) => id === told.data?.system);
    const said =
      told.success && of !== undefined
        ? { text: noticeText(told.data, of.name, of.sale), isBad: isBad(told.data) }
        : null;
    return context.html(html`<!doctype html>${Page({ systems: shown, said })}`);
  });

  for (const [what, act] of Object.entries(buttons)) {
    app.post(`/page/:system/${what}`, async (context) => {
      const system = context.req.param('system');
      const showcase = sandbox.standIn(system)?.showcase();
      if (showcase === undefined) return context.notFound();
      const { origin } = new URL(context.req.url);
      const done = await act(showcase, sandbox, { system, origin, typed: await context.req.parseBody() });
      if (done === null) return context.notFound();
      return context.redirect('goTo' in done ? done.goTo : addressOf({ system, ...done }), 303);
    });
  }

  /** Where an app sends the merchant's browser back to. Whether it is active is looked up: the app may say anything. */
  app.get('/page/:system/integrations/:id', (context) => {
    const { system, id } = context.req.param();
    const found = sandbox
      .standIn(system)
      ?.showcase()
      .integrations?.list()
      .find((each) => each.id === id);
    if (found === undefined) return context.notFound();
    return context.redirect(addressOf({ system, did: found.isActive ? 'active' : 'not active', id }), 303);
  });
  return app;
}

/** Of the page that tells it. */
function addressOf({ system, did, id }: Notice): string {
  return `/?${new URLSearchParams({ system, did, ...(id === undefined ? {} : { id }) })}`;
}

const buttons: Readonly<Record<string, Button>> = {
  ...integrationButtons,
  sell: ({ sell }) => ({ did: 'sold', id: sell() }),
  refund: ({ refundNewest }) => {
    const id = refundNewest();
    return id === null ? { did: 'nothing to refund' } : { did: 'refunded', id };
  },
  cancel: ({ cancelNewest }) => {
    if (cancelNewest === null) return null;
    const id = cancelNewest();
    return id === null ? { did: 'nothing to cancel' } : { did: 'cancelled', id };
  },
  fill: ({ goods }) => {
    if (goods === null) return null;
    // A second press, or a page that stood open: what was sold meanwhile stays sold.
    if (!goods.isThere()) goods.fill();
    return { did: 'filled' };
  },
  count: ({ goods }) => {
    if (goods === null) return null;
    return { did: goods.count() ? 'counted' : 'nothing to count', id: goods.sku };
  },
  break: (_, { faults }, { system }) => {
    faults.add({ system, kind: 'status', status: 503, times: null, forMs: outageMs });
    return { did: 'broken' };
  },
  listen: ({ webhook }, _, { typed }) => {
    if (webhook === null) return null;
    const address = z.url({ protocol: /^https?$/ }).safeParse(typed.address);
    if (!address.success) return { did: 'no address' };
    webhook.enter(address.data);
    return { did: 'told where' };
  },
};

function shownSystem({ faults, world }: Sandbox, id: string, showcase: Showcase): ShownSystem {
  const ends = faults
    .list()
    .flatMap(({ rule, until }) => (rule.system === id && until !== null ? [until] : []));
  const downSeconds = Math.ceil((Math.max(world.now(), ...ends) - world.now()) / 1000);
  return { id, downSeconds, ...showcase };
}
