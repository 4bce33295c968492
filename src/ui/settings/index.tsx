import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { type FlowDocument, flowId } from '../../engine/configuration/configuration.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { integrationId } from '../addresses.ts';
import { chosenSettings } from '../integration/settings-diff.ts';
import { mappingPages } from '../mapping/index.ts';
import { Saying } from '../parts/notice.tsx';
import { useTexts } from '../reader.ts';
import { Offered } from '../rights.tsx';
import { webPage } from '../web-page.tsx';
import { flowPage } from './flow-page.tsx';
import { flowTitle } from './flow-title.ts';
import { SettingsFrame } from './frame.tsx';
import { historyPages } from './history.tsx';
import { transferPages } from './transfer.tsx';

/** The settings of a link: a form per flow, every version of them, out and in. */
export const settings = new Hono<{ Bindings: Env }>();

settings.get('/integrations/:integration/settings', async (context) => {
  const view = unwrap(await integration(context.env, integrationId(context)).view(languageOf(context)));
  const { settingsForm: words } = textsFor(context).pages;
  return webPage(context, {
    title: `${words.title} · ${view.name}`,
    body: (
      <SettingsFrame view={view} at="settings">
        <Saying code={context.req.query('said')} />
        <section class="card" aria-labelledby="flows">
          <h2 id="flows">{words.flowsTitle}</h2>
          {view.flows.length === 0 && <p class="quiet">{words.noFlows}</p>}
          <ul class="rows">
            {view.flows.map((flow) => (
              <Flow view={view} flow={flow} />
            ))}
          </ul>
        </section>
      </SettingsFrame>
    ),
  });
});

function Flow({ view, flow }: { view: IntegrationView; flow: FlowDocument }) {
  const texts = useTexts();
  const { settingsForm: words } = texts.pages;
  const name = flowTitle(view, flow, texts);
  const chosen = Object.keys(chosenSettings(flow)).length;
  const address = `/integrations/${view.id}/settings/${flowId(flow)}`;
  return (
    <li class="task">
      <div>
        <strong>{name}</strong>
        <p class="quiet">
          {!flow.enabled && `${words.switchedOff} `}
          {chosen === 0 ? words.usual : words.chosen(chosen)}
        </p>
      </div>
      <div class="buttons">
        <a class="button" href={address}>
          {words.change}
          <span class="unseen">: {name}</span>
        </a>
        <Offered to={`${address}/mapping`}>
          <a class="button" href={`${address}/mapping`}>
            {texts.pages.mappingEditor.title}
            <span class="unseen">: {name}</span>
          </a>
        </Offered>
      </div>
    </li>
  );
}

settings.route('/', historyPages);
settings.route('/', transferPages);
settings.route('/', mappingPages);
settings.route('/', flowPage);
