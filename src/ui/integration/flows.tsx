import { type FlowDocument, flowId } from '../../engine/configuration/configuration.ts';
import type { FlowProgress, IntegrationView } from '../../engine/reporting/views.ts';
import { Badge } from '../parts/badge.tsx';
import { JsonView } from '../parts/json-view.tsx';
import { systemName } from '../parts/system-name.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { chosenSettings } from './settings-diff.ts';

interface FlowsParts {
  readonly view: IntegrationView;
  readonly zone: string;
}

export function Flows({ view, zone }: FlowsParts) {
  return (
    <section class="card" aria-labelledby="flows">
      <h2 id="flows">Flows</h2>
      {view.flows.length === 0 && <p class="quiet">There is no flow yet: add one in the configuration.</p>}
      <ul class="rows">
        {view.flows.map((flow) => (
          <Flow view={view} flow={flow} zone={zone} />
        ))}
      </ul>
    </section>
  );
}

function Flow({ view, flow, zone }: FlowsParts & { flow: FlowDocument }) {
  const progress = view.progress.find(
    ({ flow: name, from, to }) => name === flow.flow && from === flow.from && to === flow.to,
  );
  const settings = chosenSettings(flow);
  const mapped = Object.keys(flow.mapping).length > 0;
  const chosen = { ...settings, ...(mapped ? { mapping: flow.mapping } : {}) };
  return (
    <li>
      <p class="task-name">
        <strong>{flow.flow}</strong>
        <span>
          {systemName(view, flow.from)} <span aria-hidden="true">→</span>
          <span class="unseen">to</span> {systemName(view, flow.to)}
        </span>
        {!flow.enabled && <Badge word="off" />}
      </p>
      {progress !== undefined && <Progress progress={progress} zone={zone} />}
      <details class="inset">
        <summary>Settings that differ from the defaults</summary>
        {Object.keys(chosen).length === 0 ? (
          <p class="quiet">None: everything is done the usual way.</p>
        ) : (
          <JsonView value={chosen} names="exact" />
        )}
      </details>
      <details class="inset">
        <summary>Look for changes now</summary>
        <SyncForm view={view} flow={flow} />
      </details>
    </li>
  );
}

function Progress({ progress, zone }: { progress: FlowProgress; zone: string }) {
  const { pulledUntil, nextPollAt, reading, fedBy, pollEvery } = progress;
  return (
    <p class="quiet">
      {reading && 'Reading changes now. '}
      {pulledUntil !== null && (
        <>
          Changes are known up to <Timestamp at={pulledUntil} zone={zone} />.{' '}
        </>
      )}
      {fedBy === 'webhooks' && 'New changes arrive by webhook. '}
      {fedBy === 'polls' && `The system is asked for changes ${intervalOf(pollEvery ?? 0)}. `}
      {nextPollAt !== null && (
        <>
          Next poll <Timestamp at={nextPollAt} zone={zone} />.
        </>
      )}
    </p>
  );
}

function intervalOf(minutes: number): string {
  const hours = minutes / 60;
  if (Number.isInteger(hours)) return hours === 1 ? 'every hour' : `every ${hours} hours`;
  return minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
}

/** Only orders have numbers that people see. */
function SyncForm({ view, flow }: { view: IntegrationView; flow: FlowDocument }) {
  const names = flow.flow === 'orders' ? 'number' : 'key';
  const field = `since-${flowId(flow).replaceAll(':', '-')}`;
  return (
    <form method="post" action={`/integrations/${view.id}/sync`} class="row-form">
      <input type="hidden" name="flow" value={flowId(flow)} />
      <div class="control">
        <label for={field}>Changed since (optional)</label>
        <input id={field} name="since" type="date" />
      </div>
      <div class="control grow">
        <label for={`${field}-${names}`}>Or only these {names === 'number' ? 'numbers' : 'ids'}</label>
        <input id={`${field}-${names}`} name={names} maxlength={1000} autocomplete="off" />
      </div>
      <button type="submit" class="button">
        Look now
      </button>
    </form>
  );
}
