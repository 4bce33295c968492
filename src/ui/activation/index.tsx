/** The people of a system connect Koppel there: the page that shows them the two addresses for it. */
import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { Activation } from '../../connectors/contract/activation.ts';
import { connectorById } from '../../connectors/registry.ts';
import { identifier } from '../../engine/configuration/configuration.ts';
import { credentialFields } from '../../engine/configuration/credential-fields.ts';
import type { ActivationView, OpenedActivation } from '../../engine/connection/activations.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { conflict, notFound, RequestError } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { activationAddresses } from '../../routes/activation-addresses.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { tellIssue } from '../../texts/tell.ts';
import { integrationId } from '../addresses.ts';
import { readForm } from '../form.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { systemName } from '../parts/system-name.ts';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { SetupFrame } from '../setup/steps.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { Addresses } from './addresses.tsx';
import { ActivationCard, type ActivationParts, activationPath, placeControl } from './card.tsx';

export const activationPages = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/connections/:connection/activation';

activationPages.get(path, async (context) => page(context, await openingOf(context), {}));

/** Answers with the page and not with a redirect: the addresses are shown here, once, and stand in no other. */
activationPages.post(path, async (context) => {
  const opening = await openingOf(context);
  const { view, connection } = opening;
  const typed = (await readForm(context, 'address')).address.trim();
  const object = integration(context.env, view.id);
  const answer = await object.openActivation(connection, typed === '' ? null : typed, deedBy(context));
  if (answer.ok) return page(context, { ...opening, typed }, { opened: answer.value });
  const [issue] = answer.error.issues ?? [];
  if (issue === undefined) throw new RequestError(answer.error);
  const problem = tellIssue(issue, textsFor(context));
  return page(context, { ...opening, typed, problem }, { status: 400 });
});

interface Opening extends Omit<ActivationParts, 'activation' | 'id'> {
  readonly view: IntegrationView;
  readonly form: Activation['form'];
}

async function openingOf(context: PageContext): Promise<Opening> {
  const object = integration(context.env, integrationId(context));
  const connection = context.req.param('connection') ?? '';
  const view: IntegrationView = unwrap(await object.view(languageOf(context)));
  const { connector: id, credentials } = view.connections[connection] ?? {};
  if (!identifier.safeParse(connection).success || id === undefined) throw notFound('connection');
  const connector = connectorById(id);
  const place = placeOf(context, id);
  if (connector?.activation === undefined || place === null)
    throw conflict('no_activation', { name: connection });
  return {
    ...{ view, connection, place, form: connector.activation.form },
    system: systemName(view, connection),
    typed: credentials?.[place.name] ?? '',
    zone: timeZoneOf(context),
  };
}

/** The field that says where a system is whose people connect Koppel there; null where they cannot. */
export function placeOf(context: PageContext, id: string): ActivationParts['place'] | null {
  const connector = connectorById(id);
  if (connector?.activation === undefined) return null;
  const { place } = connector.activation;
  return credentialFields(connector, textsFor(context)).find(({ name }) => name === place) ?? null;
}

interface Told {
  readonly opened?: OpenedActivation;
  readonly status?: number;
}

async function page(context: PageContext, opening: Opening, { opened, status = 200 }: Told) {
  const { view, form, ...parts } = opening;
  const { connection, system, zone, problem } = parts;
  const object = integration(context.env, view.id);
  const activation: ActivationView = unwrap(await object.activation(connection, languageOf(context)));
  const { pages } = textsFor(context);
  const address = activationPath(view.id, connection);
  const isDraft = view.state === 'draft';
  const next = isDraft ? `/integrations/${view.id}/setup/connections/${connection}` : address;
  const title = `${pages.activation.title(system)} · ${view.name}`;
  const wrong =
    problem === undefined ? [] : [{ control: placeControl, label: parts.place.label, message: problem }];
  const body = (
    <>
      <ErrorSummary wrong={wrong} />
      {opened === undefined ? (
        <ActivationCard {...parts} id={view.id} activation={activation} />
      ) : (
        <Addresses
          {...{ system, form, zone, next, until: opened.until }}
          {...(await activationAddresses(context, view.id, connection, opened))}
        />
      )}
    </>
  );
  const isFirst = Object.keys(view.connections)[0] === connection;
  return webPage(context, {
    title: wrong.length === 0 ? title : pages.parts.errorTitle(title),
    ...{ status, address },
    body: isDraft ? (
      <SetupFrame view={view} step={isFirst ? 'first' : 'second'}>
        {body}
      </SetupFrame>
    ) : (
      <IntegrationFrame {...view} path={address} here={pages.activation.title(system)}>
        {body}
      </IntegrationFrame>
    ),
  });
}
