import { flowId } from '../../engine/configuration/configuration.ts';
import type { ActivityView, IntegrationView, Page } from '../../engine/reporting/views.ts';
import { stateIn } from '../../texts/stored-states.ts';
import { OutcomeBadge } from '../parts/badge.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { Why } from '../parts/why.tsx';
import { useTexts, useWords } from '../reader.ts';
import { flowTitle } from '../settings/flow-title.ts';
import { type ListQuery, listAddress } from './query.ts';

const outcomes = ['done', 'skipped', 'waiting', 'parked'] as const;

interface ActivityParts {
  readonly view: IntegrationView;
  readonly page: Page<ActivityView>;
  readonly query: ListQuery;
  readonly zone: string;
}

/** What was done, newest first. */
export function Activity({ view, page, query, zone }: ActivityParts) {
  const words = useWords().activity;
  const filtered = [query.flow, query.outcome, query.number, query.key].some((each) => each !== undefined);
  return (
    <section class="card" aria-labelledby="activity">
      <h2 id="activity">{words.title}</h2>
      <Filters view={view} query={query} />
      {page.items.length === 0 ? (
        <p class="quiet">{filtered ? words.noMatch : words.nothing}</p>
      ) : (
        <Table id={view.id} items={page.items} zone={zone} />
      )}
      <p class="pager">
        {query.cursor !== undefined && (
          <a href={listAddress(view.id, query, { cursor: undefined }, 'activity')}>{words.newest}</a>
        )}
        {page.cursor !== null && (
          <a href={listAddress(view.id, query, { cursor: page.cursor }, 'activity')}>{words.older}</a>
        )}
      </p>
    </section>
  );
}

function Filters({ view, query }: { view: IntegrationView; query: ListQuery }) {
  const texts = useTexts();
  const words = texts.pages;
  const { any, outcome: outcomeLabel, flow: flowLabel, beginning, filter } = words.activity;
  return (
    <form method="get" action={`/integrations/${view.id}#activity`} class="row-form">
      <div class="control">
        <label for="outcome">{outcomeLabel}</label>
        <select id="outcome" name="outcome">
          <option value="">{any}</option>
          {outcomes.map((outcome) => (
            <option value={outcome} selected={outcome === query.outcome}>
              {stateIn(words.states, outcome)}
            </option>
          ))}
        </select>
      </div>
      <div class="control">
        <label for="flow">{flowLabel}</label>
        <select id="flow" name="flow">
          <option value="">{any}</option>
          {view.flows.map((flow) => (
            <option value={flowId(flow)} selected={flowId(flow) === query.flow}>
              {flowTitle(view, flow, texts)}
            </option>
          ))}
        </select>
      </div>
      <div class="control grow">
        <label for="number">{beginning}</label>
        <input id="number" name="number" value={query.number ?? ''} maxlength={200} autocomplete="off" />
      </div>
      <button type="submit" class="button">
        {filter}
      </button>
    </form>
  );
}

function Table({ id, items, zone }: { id: string; items: readonly ActivityView[]; zone: string }) {
  const words = useWords().activity;
  return (
    <table class="activity">
      <thead>
        <tr>
          <th scope="col">{words.time}</th>
          <th scope="col">{words.flow}</th>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.outcome}</th>
          <th scope="col">{words.reason}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr>
            <td class="when">
              <Timestamp at={item.at} zone={zone} />
            </td>
            <td class="flow">
              <FlowName flow={item.flow} from={item.from} to={item.to} />
            </td>
            <th scope="row" class="key">
              <a href={`/integrations/${id}/activity/${item.id}`}>{item.number ?? item.key}</a>
            </th>
            <td class="outcome">
              <OutcomeBadge outcome={item.outcome} />
            </td>
            <td class="reason">
              <Why reason={item.reason} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
