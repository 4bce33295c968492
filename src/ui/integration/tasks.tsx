import type { Page, TaskView } from '../../engine/reporting/views.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Badge } from '../parts/badge.tsx';
import { FlowName } from '../parts/flow-name.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { type ListQuery, listAddress } from './query.ts';

interface TasksParts {
  readonly id: string;
  readonly title: string;
  readonly page: Page<TaskView>;
  readonly query: ListQuery;
  readonly list: 'parked' | 'waiting';
  readonly zone: string;
}

/** Tasks in one state, each with its problem and what to do next. */
export function Tasks({ id, title, page, query, list, zone }: TasksParts) {
  if (page.items.length === 0 && query[list] === undefined) return null;
  return (
    <section class="card" aria-labelledby={list}>
      <h2 id={list}>{title} tasks</h2>
      <ul class="rows">
        {page.items.map((task) => (
          <Task id={id} task={task} zone={zone} />
        ))}
      </ul>
      <p class="pager">
        {query[list] !== undefined && (
          <a href={listAddress(id, query, { [list]: undefined }, list)}>Newest {list} tasks</a>
        )}
        {page.cursor !== null && (
          <a href={listAddress(id, query, { [list]: page.cursor }, list)}>Older {list} tasks</a>
        )}
      </p>
    </section>
  );
}

function Task({ id, task, zone }: { id: string; task: TaskView; zone: string }) {
  const { flow, from, to, key, state, attempts, problem } = task;
  const about = `${flow} ${key}`;
  const asked = new URLSearchParams({ flow: `${flow}:${from}:${to}`, key });
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <FlowName flow={flow} from={from} to={to} /> <code>{key}</code> <Badge word={state} />
        </p>
        {problem !== null && (
          <>
            <p>{problem.message}</p>
            <p class="next">{problem.action}</p>
          </>
        )}
        <p class="quiet">
          {problem !== null && (
            <>
              <code>{problem.code}</code>
              {', '}
            </>
          )}
          {attempts === 1 ? '1 try' : `${attempts} tries`}
          {state === 'waiting' ? ', next ' : ', last '}
          <Timestamp at={state === 'waiting' ? task.dueAt : task.updatedAt} zone={zone} />
          {', '}
          <a href={`/integrations/${id}/preview?${asked}`}>
            preview<span class="unseen"> {about}</span>
          </a>
        </p>
      </div>
      <div class="buttons">
        <ActionButton
          action={`/integrations/${id}/tasks/${task.id}/retry`}
          text="Retry"
          about={about}
          look="small"
        />
        <ActionButton
          action={`/integrations/${id}/tasks/${task.id}/skip`}
          text="Skip"
          about={about}
          look="small"
        />
      </div>
    </li>
  );
}
