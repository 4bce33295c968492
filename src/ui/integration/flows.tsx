import { type FlowDocument, flowId } from '../../engine/configuration/configuration.ts';
import type { FlowProgress, IntegrationView } from '../../engine/reporting/views.ts';
import type { Texts } from '../../texts/en.ts';
import { Badge } from '../parts/badge.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { JsonView } from '../parts/json-view.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { chosenSettings } from './settings-diff.ts';

interface FlowsParts {
  readonly view: IntegrationView;
  readonly zone: string;
}

export function Flows({ view, zone }: FlowsParts) {
  const words = useWords().flowList;
  return (
    <section class="card" aria-labelledby="flows">
      <h2 id="flows">{words.title}</h2>
      {view.flows.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="rows">
        {view.flows.map((flow) => (
          <Flow view={view} flow={flow} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Flow({ view, flow, zone }: FlowsParts & { flow: FlowDocument }) {
  const words = useWords();
  const progress = view.progress.find(
    ({ flow: name, from, to }) => name === flow.flow && from === flow.from && to === flow.to,
  );
  const maySync = useMay('POST', `/integrations/${view.id}/sync`);
  const settings = chosenSettings(flow);
  const mapped = Object.keys(flow.mapping).length > 0;
  const chosen = { ...settings, ...(mapped ? { mapping: flow.mapping } : {}) };
  return (
    <li>
      <p class="task-name">
        <FlowName flow={flow.flow} from={flow.from} to={flow.to} />
        {!flow.enabled && <Badge state="off" />}
      </p>
      {progress !== undefined && <Progress progress={progress} zone={zone} />}
      <details class="inset">
        <summary>{words.flowList.chosen}</summary>
        {Object.keys(chosen).length === 0 ? (
          <p class="quiet">{words.flowList.nothingChosen}</p>
        ) : (
          <JsonView value={chosen} names="exact" />
        )}
      </details>
      {maySync && (
        <details class="inset">
          <summary>{words.flowList.look}</summary>
          <SyncForm view={view} flow={flow} />
        </details>
      )}
    </li>
  );
}

function Progress({ progress, zone }: { progress: FlowProgress; zone: string }) {
  const words = useWords().flowList;
  const { pulledUntil, nextPollAt, reading, fedBy, pollEvery } = progress;
  return (
    <p class="quiet">
      {reading && `${words.reading} `}
      {pulledUntil !== null && <>{words.knownUntil(<Timestamp at={pulledUntil} zone={zone} />)} </>}
      {fedBy === 'webhooks' && `${words.byWebhook} `}
      {fedBy === 'polls' && `${pollsEvery(pollEvery ?? 0, words)} `}
      {nextPollAt !== null && words.nextPoll(<Timestamp at={nextPollAt} zone={zone} />)}
    </p>
  );
}

function pollsEvery(minutes: number, words: Texts['pages']['flowList']): string {
  const hours = minutes / 60;
  return Number.isInteger(hours) ? words.everyHours(hours) : words.everyMinutes(minutes);
}

/** Only orders have numbers that people see. */
function SyncForm({ view, flow }: { view: IntegrationView; flow: FlowDocument }) {
  const words = useWords().flowList;
  const names = flow.flow === 'orders' ? 'number' : 'key';
  const field = `since-${flowId(flow).replaceAll(':', '-')}`;
  return (
    <PostForm action={`/integrations/${view.id}/sync`} class="row-form">
      <input type="hidden" name="flow" value={flowId(flow)} />
      <div class="control">
        <label for={field}>{words.since}</label>
        <input id={field} name="since" type="date" />
      </div>
      <div class="control grow">
        <label for={`${field}-${names}`}>{names === 'number' ? words.onlyNumbers : words.onlyIds}</label>
        <input id={`${field}-${names}`} name={names} maxlength={1000} autocomplete="off" />
      </div>
      <button type="submit" class="button">
        {words.lookNow}
      </button>
    </PostForm>
  );
}
