/** The second and third step: what opens each system. Saving is testing. */
import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { publicUrlOf } from '../../alerts/channels.ts';
import { connectorById } from '../../connectors/registry.ts';
import { type CredentialField, credentialFields } from '../../engine/configuration/credential-fields.ts';
import type { ActivationView } from '../../engine/connection/activations.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import type { ConnectionView, IntegrationView } from '../../engine/reporting/views.ts';
import { notFound } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { tryIt } from '../../routes/try-it.ts';
import { placeOf } from '../activation/index.tsx';
import type { Wrong } from '../parts/error-summary.tsx';
import { titleOf } from '../parts/system-name.ts';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { documentOf } from '../settings/flow-form.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { ConnectPage } from './connect-page.tsx';
import { controlOf, enteredCredentials, wrongIn } from './credential-form.ts';
import { forDraft } from './draft.ts';
import { waitsForAccess } from './progress.ts';
import { stepName } from './steps.tsx';

export const connect = new Hono<{ Bindings: Env }>();

const address = '/integrations/:integration/setup/connections/:connection';

/** One of the two connections, while somebody fills it in. */
interface Filling {
  readonly view: IntegrationView;
  readonly state: ConnectionView;
  readonly fields: readonly CredentialField[];
}

connect.get(address, (context) =>
  forDraft(context, (view) => {
    const filling = fillingOf(context, view);
    return page(context, filling, { texts: storedTexts(filling) });
  }),
);

connect.post(address, (context) =>
  forDraft(context, async (view) => {
    const body = await context.req.parseBody();
    const texts = new Map(
      Object.entries(body).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    );
    return save(context, fillingOf(context, view), texts);
  }),
);

/** All or nothing is stored; then the system is asked whether it opens. What came of that the page tells that follows. */
async function save(
  context: PageContext,
  filling: Filling,
  texts: ReadonlyMap<string, string>,
): Promise<Response> {
  const { view, state, fields } = filling;
  const { connection: name } = state;
  const object = integration(context.env, view.id);
  const document = documentOf(view);
  const connector = view.connections[name]?.connector ?? '';
  const credentials = enteredCredentials(fields, texts, state.connected);
  const answer = await object.configure(
    { ...document, connections: { ...document.connections, [name]: { connector, credentials } } },
    { revision: texts.get('revision') ?? '', by: deedBy(context), language: languageOf(context) },
  );
  if (!answer.ok) {
    const isOvertaken = answer.error.code === 'saved_meanwhile';
    return page(context, filling, {
      texts,
      wrong: wrongIn(answer.error, name, fields, textsFor(context)),
      status: isOvertaken ? 409 : 400,
    });
  }
  await tryIt(object, name, deedBy(context));
  return context.redirect(`/integrations/${view.id}/setup/connections/${name}`, 303);
}

function fillingOf(context: PageContext, view: IntegrationView): Filling {
  const name = context.req.param('connection');
  const state = view.accounts.find(({ connection }) => connection === name);
  const connector = connectorById(
    state === undefined ? '' : (view.connections[state.connection]?.connector ?? ''),
  );
  if (state === undefined || connector === undefined) throw notFound('connection');
  return { view, state, fields: credentialFields(connector, textsFor(context)) };
}

function storedTexts({ view, state }: Filling): ReadonlyMap<string, string> {
  const { credentials = {} } = view.connections[state.connection] ?? {};
  return new Map(Object.entries(credentials).map(([field, value]) => [controlOf(field), value]));
}

interface Shown {
  readonly texts: ReadonlyMap<string, string>;
  readonly wrong?: readonly Wrong[];
  readonly status?: number;
}

/** How it stands with connecting the system from there; null where that has nothing of the kind. */
async function activationOf(context: PageContext, { view, state: { connection } }: Filling) {
  const { connector = '', credentials = {} } = view.connections[connection] ?? {};
  const place = placeOf(context, connector);
  if (place === null) return null;
  const object = integration(context.env, view.id);
  const activation: ActivationView = unwrap(await object.activation(connection, languageOf(context)));
  return { activation, place, typed: activation.address ?? credentials[place.name] ?? '' };
}

/** Secrets that are kept of the connection, by name. */
async function keptOf(context: PageContext, { view, state }: Filling): Promise<readonly string[]> {
  const object = integration(context.env, view.id);
  const all: ConnectionDetailView[] = unwrap(await object.connections(languageOf(context)));
  return all.find(({ connection }) => connection === state.connection)?.secrets ?? [];
}

async function page(
  context: PageContext,
  filling: Filling,
  { texts, wrong = [], status = 200 }: Shown,
): Promise<Response> {
  const { view, state, fields } = filling;
  const words = textsFor(context);
  const isFirst = Object.keys(view.connections)[0] === state.connection;
  const step = isFirst ? 'first' : 'second';
  const name = `${stepName(view, step, words)} · ${view.name}`;
  const isIll = state.problem !== null || state.sameAs !== null;
  const isWrong = wrong.length > 0 || (isIll && !waitsForAccess(state));
  const publicUrl = publicUrlOf(context.env.PUBLIC_URL);
  const [activation, kept] = await Promise.all([activationOf(context, filling), keptOf(context, filling)]);
  return webPage(context, {
    title: isWrong ? words.pages.parts.errorTitle(name) : name,
    status,
    body: (
      <ConnectPage
        {...{ view, step, state, fields, kept, texts, wrong, activation }}
        system={titleOf(view, state.connection)}
        base={publicUrl ?? new URL(context.req.url).origin}
        knowsBase={publicUrl !== undefined}
        zone={timeZoneOf(context)}
      />
    ),
  });
}
