import { flowId } from '../../engine/configuration/configuration.ts';
import type { ActivityView, IntegrationView, Page } from '../../engine/reporting/views.ts';
import { Badge } from '../parts/badge.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { Why } from '../parts/why.tsx';
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
  const filtered = [query.flow, query.outcome, query.number, query.key].some((each) => each !== undefined);
  return (
    <section class="card" aria-labelledby="activity">
      <h2 id="activity">Activity</h2>
      <Filters view={view} query={query} />
      {page.items.length === 0 ? (
        <p class="quiet">{filtered ? 'Nothing matches these filters.' : 'Nothing has happened yet.'}</p>
      ) : (
        <Table id={view.id} items={page.items} zone={zone} />
      )}
      <p class="pager">
        {query.cursor !== undefined && (
          <a href={listAddress(view.id, query, { cursor: undefined }, 'activity')}>Newest</a>
        )}
        {page.cursor !== null && (
          <a href={listAddress(view.id, query, { cursor: page.cursor }, 'activity')}>Older</a>
        )}
      </p>
    </section>
  );
}

function Filters({ view, query }: { view: IntegrationView; query: ListQuery }) {
  return (
    <form method="get" action={`/integrations/${view.id}#activity`} class="row-form">
      <div class="control">
        <label for="outcome">Outcome</label>
        <select id="outcome" name="outcome">
          <option value="">any</option>
          {outcomes.map((outcome) => (
            <option value={outcome} selected={outcome === query.outcome}>
              {outcome}
            </option>
          ))}
        </select>
      </div>
      <div class="control">
        <label for="flow">Flow</label>
        <select id="flow" name="flow">
          <option value="">any</option>
          {view.flows.map((flow) => (
            <option value={flowId(flow)} selected={flowId(flow) === query.flow}>
              {`${flow.flow}: ${flow.from} → ${flow.to}`}
            </option>
          ))}
        </select>
      </div>
      <div class="control grow">
        <label for="number">Number, or how it begins</label>
        <input id="number" name="number" value={query.number ?? ''} maxlength={200} autocomplete="off" />
      </div>
      <button type="submit" class="button">
        Filter
      </button>
    </form>
  );
}

function Table({ id, items, zone }: { id: string; items: readonly ActivityView[]; zone: string }) {
  return (
    <table class="activity">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Flow</th>
          <th scope="col">Number</th>
          <th scope="col">Outcome</th>
          <th scope="col">Reason</th>
          <th scope="col">Target id</th>
          <th scope="col">Calls</th>
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
              <Badge word={item.outcome} />
            </td>
            <td class="reason">
              <Why reason={item.reason} />
            </td>
            <td class="target">{item.targetId !== null && <code>{item.targetId}</code>}</td>
            <td class="calls figure">{String(item.calls)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
