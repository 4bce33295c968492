import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { connectorById } from '../../connectors/registry.ts';
import type { IntegrationDocument } from '../../engine/configuration/configuration.ts';
import { type CredentialField, credentialFields } from '../../engine/configuration/credential-fields.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { notFound, type RequestErrorData } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf, statusOf } from '../../routes/problem-response.ts';
import { integrationId } from '../addresses.ts';
import { readForm } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { systemName } from '../parts/system-name.ts';
import { Conflict } from '../settings/conflict.tsx';
import { changesOf, documentOf } from '../settings/flow-form.ts';
import { enteredCredentials, wrongIn } from '../setup/credential-form.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { removalOf } from './credential-fields.tsx';
import { CredentialsForm, RenameForm } from './edit-forms.tsx';

/** What is changed of a connection by a form: what opens it, and its name. */
export const editPages = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/connections/:connection';

/** A connection while somebody changes it. */
interface Editing {
  readonly view: IntegrationView;
  readonly connection: ConnectionDetailView;
  readonly fields: readonly CredentialField[];
  /** What was typed in open fields; what stands there before that. */
  readonly values: Readonly<Record<string, string>>;
  readonly newName: string;
}

editPages.get(path, async (context) => editPage(context, await editingOf(context), {}));

editPages.post(path, async (context) => {
  const editing = await editingOf(context);
  const { view, connection, fields } = editing;
  const typed = await typedIn(context);
  const entered = {
    ...enteredCredentials(fields, typed, connection.connected),
    ...Object.fromEntries(removed(fields, typed)),
  };
  const filled = { ...editing, values: openOf(fields, entered) };
  const object = integration(context.env, view.id);
  const language = languageOf(context);
  const { connection: name } = connection;
  const answer = await object.configure(withCredentials(view, name, entered), {
    ...{ revision: typed.get('revision') ?? '', by: deedBy(context), language },
  });
  if (!answer.ok) return refused(context, filled, answer.error);
  // Saving is testing: what comes of it stands on the page that follows.
  unwrap(await object.check(language, name));
  return context.redirect(`/integrations/${view.id}/connections?saved=${name}`, 303);
});

editPages.post(`${path}/rename`, async (context) => {
  const editing = await editingOf(context);
  const { view, connection } = editing;
  const newName = (await readForm(context, 'name')).name.trim();
  const object = integration(context.env, view.id);
  const answer = await object.renameConnection(
    connection.connection,
    newName,
    deedBy(context),
    languageOf(context),
  );
  if (answer.ok) return context.redirect(`/integrations/${view.id}/connections?said=renamed`, 303);
  const texts = textsFor(context);
  const { kind, code } = answer.error;
  const { connections: words, configuration } = texts.pages;
  const message = code === 'request_invalid' ? configuration.badId : detailOf(answer.error, texts);
  const wrong = [{ control: 'name', label: words.name, message }];
  return editPage(context, { ...editing, newName }, { wrong, status: statusOf[kind] });
});

async function editingOf(context: PageContext): Promise<Editing> {
  const object = integration(context.env, integrationId(context));
  const language = languageOf(context);
  const [view, connections] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.connections(language).then(unwrap<ConnectionDetailView[]>),
  ]);
  const connection = connections.find((each) => each.connection === context.req.param('connection'));
  const connector = connectorById(connection?.connector ?? '');
  if (connection === undefined || connector === undefined) throw notFound('connection');
  const { connection: name } = connection;
  const values = view.connections[name]?.credentials ?? {};
  return { view, connection, fields: credentialFields(connector, textsFor(context)), values, newName: name };
}

function withCredentials(
  view: IntegrationView,
  name: string,
  credentials: Readonly<Record<string, string>>,
): IntegrationDocument {
  const document = documentOf(view);
  const connector = document.connections[name]?.connector ?? '';
  return {
    ...document,
    connections: { ...document.connections, [name]: { connector, credentials: { ...credentials } } },
  };
}

/** What was typed, by the names of the controls. */
async function typedIn(context: PageContext): Promise<ReadonlyMap<string, string>> {
  const body = await context.req.parseBody();
  return new Map(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
}

/** Secrets that somebody takes away: those are sent empty. */
function removed(fields: readonly CredentialField[], typed: ReadonlyMap<string, string>): [string, string][] {
  return fields.flatMap(({ name, secret }): [string, string][] =>
    secret && typed.get(removalOf(name)) === 'yes' ? [[name, '']] : [],
  );
}

/** Secrets that were typed are shown nowhere. */
function openOf(fields: readonly CredentialField[], entered: Readonly<Record<string, string>>) {
  const open = fields.filter(({ secret }) => !secret).map(({ name }) => [name, entered[name] ?? '']);
  return Object.fromEntries(open) as Record<string, string>;
}

async function refused(context: PageContext, editing: Editing, error: RequestErrorData): Promise<Response> {
  const texts = textsFor(context);
  if (error.code !== 'saved_meanwhile') {
    const { connection, fields } = editing;
    const wrong = wrongIn(error, connection.connection, fields, texts);
    return editPage(context, editing, { wrong, status: statusOf[error.kind] });
  }
  const { connection, values } = editing;
  const now = await editingOf(context);
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const changes = changesOf(documentOf(now.view), withCredentials(now.view, connection.connection, filled));
  return editPage(context, { ...now, values }, { changes, status: 409 });
}

interface Shown {
  readonly wrong?: readonly Wrong[];
  readonly changes?: ReturnType<typeof changesOf>;
  readonly status?: number;
}

function editPage(context: PageContext, editing: Editing, { wrong = [], changes, status = 200 }: Shown) {
  const { view, connection } = editing;
  const { connections: words, parts } = textsFor(context).pages;
  const address = `/integrations/${view.id}/connections/${connection.connection}`;
  const here = words.changeOf(systemName(view, connection.connection));
  const title = `${here} · ${view.name}`;
  const errors = new Map(
    wrong.flatMap(({ control, message }) => (control === null ? [] : [[control, message] as const])),
  );
  return webPage(context, {
    title: status === 200 ? title : parts.errorTitle(title),
    status,
    address,
    body: (
      <IntegrationFrame {...view} path={address} here={here}>
        <ErrorSummary wrong={wrong} />
        {changes !== undefined && <Conflict changes={changes} />}
        <CredentialsForm {...editing} address={address} errors={errors} />
        <RenameForm {...editing} address={address} errors={errors} />
      </IntegrationFrame>
    ),
  });
}
