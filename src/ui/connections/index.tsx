import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import type { CheckView, IntegrationView } from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { integrationId } from '../addresses.ts';
import { CheckResult } from '../integration/check-result.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { Notice, Saying } from '../parts/notice.tsx';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { ConnectionCard } from './card.tsx';
import { editPages } from './edit.tsx';

/** The two connections of a link: how each stands, and what can be changed of it. */
export const connectionPages = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/connections';

connectionPages.get(path, (context) => connectionsPage(context, null));

connectionPages.post(path, async (context) => {
  const object = integration(context.env, integrationId(context));
  return connectionsPage(context, unwrap(await object.check(languageOf(context))));
});

connectionPages.route('/', editPages);

async function connectionsPage(context: PageContext, checks: readonly CheckView[] | null): Promise<Response> {
  const id = integrationId(context);
  const object = integration(context.env, id);
  const language = languageOf(context);
  const [view, connections] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.connections(language).then(unwrap<ConnectionDetailView[]>),
  ]);
  const { connections: words } = textsFor(context).pages;
  const address = `/integrations/${id}/connections`;
  const saved = connections.find(({ connection }) => connection === context.req.query('saved'));
  const test = <ActionButton action={address} text={words.test} />;
  return webPage(context, {
    title: `${words.title} · ${view.name}`,
    address,
    body: (
      <IntegrationFrame {...view} path={address} buttons={test}>
        <Saying code={context.req.query('said')} />
        {saved !== undefined && <Saved connection={saved} />}
        {checks !== null && <CheckResult checks={checks} />}
        {connections.map((connection) => (
          <ConnectionCard
            view={view}
            connection={connection}
            origin={new URL(context.req.url).origin}
            zone={timeZoneOf(context)}
          />
        ))}
      </IntegrationFrame>
    ),
  });
}

/** Saving is testing: whether what was entered works is told with what was found. */
function Saved({ connection: { connection: name, account, problem } }: { connection: ConnectionDetailView }) {
  const words = useWords().connections;
  const works = account !== null && problem === null;
  return (
    <Notice tone={works ? 'good' : 'bad'}>
      {works
        ? words.savedWorks(<span class="text">{account.name}</span>, account.currency)
        : words.savedFails(<code>{name}</code>)}
    </Notice>
  );
}
