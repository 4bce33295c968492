import { splitFlowId } from '../../engine/configuration/configuration.ts';
import type { IntegrationProblem, IntegrationView, Page, TaskView } from '../../engine/reporting/views.ts';
import { AcceptAccount } from '../connections/accept-account.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { NeedYou, Waiting } from '../parts/badge.tsx';
import { FlowName, useTitleOf } from '../parts/flow-name.tsx';
import { ProblemHelp } from '../parts/problem-code.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useWords } from '../reader.ts';
import type { ListQuery } from './query.ts';
import { TaskRows } from './tasks.tsx';

interface NeedsYouParts {
  readonly view: IntegrationView;
  /** Of the records that wait for somebody. */
  readonly page: Page<TaskView>;
  readonly query: ListQuery;
  readonly zone: string;
}

/** All that waits for somebody: by cause with what to do about it, and one by one. */
export function NeedsYou({ view, page, query, zone }: NeedsYouParts) {
  const causes = view.problems.filter(needsYou);
  const hasRecords = page.items.length > 0 || query.parked !== undefined;
  if (causes.length === 0 && !hasRecords) return null;
  const { attention: words, desk, tasks } = useWords();
  return (
    <section class="card attention" aria-labelledby="problems">
      <div class="section-head">
        <h2 id="problems">{words.title}</h2>
        <div class="buttons">
          <ActionButton action={`/integrations/${view.id}/retry`} text={words.retryAll} />
          <a class="button primary" href={`/integrations/${view.id}/problems`}>
            {desk.toDesk}
          </a>
        </div>
      </div>
      <ul class="rows">
        {causes.map((problem) => (
          <ProblemRow id={view.id} problem={problem} zone={zone} />
        ))}
      </ul>
      {hasRecords && (
        <details class="inset" id="parked" open={query.parked !== undefined}>
          <summary>{tasks.parked.title}</summary>
          <TaskRows id={view.id} page={page} query={query} list="parked" zone={zone} />
        </details>
      )}
    </section>
  );
}

/** Whether records wait for somebody over it: connections, and flows that are held, stand apart. */
export function needsYou(problem: IntegrationProblem): boolean {
  return problem.count !== undefined && !isHeld(problem);
}

interface RowParts {
  /** The integration's. */
  readonly id: string;
  readonly problem: IntegrationProblem;
  readonly zone: string;
}

/** One of them in a list, with what to do next. */
export function ProblemRow({ id, problem, zone }: RowParts) {
  const words = useWords().attention;
  const inWords = useInWords();
  const flow = problem.flow === undefined ? undefined : splitFlowId(problem.flow).flow;
  return (
    <li>
      <p class="task-name">
        <Where problem={problem} />
      </p>
      <p>{inWords(problem.message, flow)}</p>
      <p class="next">{inWords(problem.action, flow)}</p>
      {problem.code === 'account_changed' && problem.connection !== undefined && (
        <AcceptAccount id={id} connection={problem.connection} />
      )}
      <p class="quiet">
        <ProblemHelp code={problem.code} />
        {problem.key !== undefined && (
          <>
            {', '}
            {words.suchAs(<Example id={id} flow={problem.flow} name={problem.key} />)}
          </>
        )}
        {problem.since !== undefined && (
          <>
            {', '}
            {words.since(<Timestamp at={problem.since} zone={zone} />)}
          </>
        )}
      </p>
    </li>
  );
}

/** A level stands in no list of tasks: it is found by its SKU. */
function Example({ id, flow = '', name }: { id: string; flow: string | undefined; name: string }) {
  if (splitFlowId(flow).flow !== 'stock') return <code>{name}</code>;
  return (
    <a href={`/integrations/${id}/stock?${new URLSearchParams({ sku: name })}`}>
      <code>{name}</code>
    </a>
  );
}

/** Nothing runs for its tasks; they are not parked. */
function isHeld({ code }: IntegrationProblem): boolean {
  return code === 'flow_gone' || code === 'account_left';
}

function Where({ problem }: { problem: IntegrationProblem }) {
  const words = useWords().attention;
  const title = useTitleOf();
  if (problem.connection !== undefined) return <strong>{words.connection(title(problem.connection))}</strong>;
  if (problem.flow === undefined) return <strong>{words.integration}</strong>;
  const flow = splitFlowId(problem.flow);
  return (
    <>
      <FlowName {...flow} />{' '}
      {problem.count !== undefined &&
        (needsYou(problem) ? <NeedYou count={problem.count} /> : <Waiting count={problem.count} />)}
    </>
  );
}
