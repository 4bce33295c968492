/** A merchant gives access to a system by a button: the authorization code grant (RFC 6749, 4.1). */
import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import { publicUrlOf } from '../alerts/channels.ts';
import { identifier } from '../engine/configuration/configuration.ts';
import type { AccessRequest } from '../engine/connection/tokens.ts';
import type { IntegrationView } from '../engine/reporting/views.ts';
import { invalid, notFound } from '../engine/request-error.ts';
import type { Env } from '../env.ts';
import { type AskedAccess, keepAsked, takeAsked } from '../routes/asked-access.ts';
import { deedBy, standingOf } from '../routes/callers.ts';
import { textsFor } from '../routes/language.ts';
import { isOffered } from '../routes/needs.ts';
import { tryIt } from '../routes/try-it.ts';
import { integrationId } from './addresses.ts';
import { Notice } from './parts/notice.tsx';
import { type PageContext, webPage } from './web-page.tsx';

const callbackPath = '/oauth/callback';

export const access = new Hono<{ Bindings: Env }>();

/** A link, not a form: browsers follow no form from these pages to another site. */
access.get('/integrations/:integration/connections/:connection/access', async (context) => {
  const id = integrationId(context);
  const connection = context.req.param('connection');
  if (!identifier.safeParse(connection).success) throw notFound('connection');
  const base = publicUrlOf(context.env.PUBLIC_URL) ?? context.req.url;
  const redirectUri = new URL(callbackPath, base).href;
  const state = crypto.randomUUID();
  const { url, verifier }: AccessRequest = unwrap(
    await integration(context.env, id).accessUrl(connection, redirectUri, state),
  );
  await keepAsked(context, {
    ...{ integration: id, connection, redirectUri, state, verifier },
    by: deedBy(context),
  });
  return context.redirect(url, 302);
});

/**
 * The system sends the browser back here, from its own site: without the cookie of the session, which stays on this one. The browser
 * that asked proves itself by what it keeps.
 */
access.get(callbackPath, async (context) => {
  const known = await takeAsked(context);
  if (known === null || !(await mayAsk(context.env, known)))
    throw invalid('access_not_asked', textsFor(context).pages.errors.noAccessAsked);
  const { integration: id, connection, ...asked } = known;
  const query = new URL(context.req.url).search;
  const object = integration(context.env, id);
  unwrap(await object.takeAccess(connection, { ...asked, query }));
  const view: IntegrationView = unwrap(await object.view());
  if (view.state !== 'draft') return given(context, `/integrations/${id}`);
  // In the wizard giving access is what saving is elsewhere: it is tried at once.
  await tryIt(object, connection, asked.by);
  return given(context, `/integrations/${id}/setup/connections/${connection}`);
});

/** Whether whoever asked may ask for it now: a token that is revoked meanwhile gives nothing. */
async function mayAsk(env: Env, { integration: id, connection, by }: AskedAccess): Promise<boolean> {
  const caller = await standingOf(env, by);
  return isOffered(caller, 'GET', `/integrations/${id}/connections/${connection}/access`);
}

/** `back`: where to go on. The browser came from another site, so it sends its session with the next link only. */
function given(context: PageContext, back: string) {
  const words = textsFor(context).pages.access;
  return webPage(context, {
    title: words.given,
    // This address has the code that was given, and is good for once.
    address: back,
    body: (
      <section class="card">
        <h1>{words.given}</h1>
        <Notice tone="good">{words.goesOn}</Notice>
        <p>
          <a href={back}>{words.open}</a>
        </p>
      </section>
    ),
  });
}
