import type { Page, TaskView } from '../../engine/reporting/views.ts';
import { OutcomeBadge } from '../parts/badge.tsx';
import { FlowName, oneOf } from '../parts/flow-name.tsx';
import { leftOutBy } from '../parts/left-out-by.ts';
import { PreviewButton } from '../parts/preview-button.tsx';
import { TaskButtons } from '../parts/task-buttons.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useTexts, useWords } from '../reader.ts';
import { type ListQuery, listAddress } from './query.ts';

interface TasksParts {
  readonly id: string;
  readonly page: Page<TaskView>;
  readonly query: ListQuery;
  readonly list: 'parked' | 'waiting' | 'skipped';
  readonly zone: string;
}

/** Tasks in one state, each with its problem. */
export function Tasks(parts: TasksParts) {
  const { page, query, list } = parts;
  const words = useWords().tasks[list];
  if (page.items.length === 0 && query[list] === undefined) return null;
  return (
    <section class="card" aria-labelledby={list}>
      <h2 id={list}>{words.title}</h2>
      <TaskRows {...parts} />
    </section>
  );
}

/** The same without a card of its own. */
export function TaskRows({ id, page, query, list, zone }: TasksParts) {
  const words = useWords().tasks[list];
  return (
    <>
      <ul class="rows">
        {page.items.map((task) => (
          <Task id={id} task={task} zone={zone} />
        ))}
      </ul>
      <p class="pager">
        {query[list] !== undefined && (
          <a href={listAddress(id, query, { [list]: undefined }, list)}>{words.newest}</a>
        )}
        {page.cursor !== null && (
          <a href={listAddress(id, query, { [list]: page.cursor }, list)}>{words.older}</a>
        )}
      </p>
    </>
  );
}

/** What is to be done of one that waits for somebody stands with its cause. */
function Task({ id, task, zone }: { id: string; task: TaskView; zone: string }) {
  const { flow, from, to, key, state, attempts, problem } = task;
  const texts = useTexts();
  const words = texts.pages.tasks;
  const inWords = useInWords();
  const about = texts.pages.record.title(oneOf(flow, texts.pages), task.number ?? key);
  const time = <Timestamp at={state === 'waiting' ? task.dueAt : task.updatedAt} zone={zone} />;
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <FlowName flow={flow} from={from} to={to} />{' '}
          <a href={`/integrations/${id}/tasks/${task.id}`}>{task.number ?? key}</a>{' '}
          <OutcomeBadge outcome={state} />
        </p>
        {task.skippedBy !== null && <p>{leftOutBy(task.skippedBy, texts)}.</p>}
        {problem !== null && task.skippedBy === null && (
          <>
            <p>{inWords(problem.message, flow)}</p>
            {state !== 'parked' && <p class="next">{inWords(problem.action, flow)}</p>}
          </>
        )}
        <p class="quiet">
          {words.tries(attempts)}
          {', '}
          {state === 'waiting' ? words.next(time) : words.last(time)}
        </p>
        <PreviewButton {...{ id, about, text: words.preview, flow: `${flow}:${from}:${to}`, record: key }} />
      </div>
      <TaskButtons id={id} task={task} about={about} />
    </li>
  );
}
