import { splitFlowId } from '../../engine/configuration/configuration.ts';
import type { IntegrationProblem, IntegrationView } from '../../engine/reporting/views.ts';
import { AcceptAccount } from '../connections/accept-account.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { NeedYou, Waiting } from '../parts/badge.tsx';
import { FlowName, useTitleOf } from '../parts/flow-name.tsx';
import { ProblemHelp } from '../parts/problem-code.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useWords } from '../reader.ts';

interface ProblemsParts {
  readonly view: IntegrationView;
  readonly zone: string;
}

/** Everything that needs attention now, and what to do about it. */
export function Problems({ view, zone }: ProblemsParts) {
  if (view.problems.length === 0) return null;
  const {
    attention: words,
    desk: { toDesk },
  } = useWords();
  const parked = view.problems.some(({ count }) => count !== undefined);
  return (
    <section class="card attention" aria-labelledby="problems">
      <div class="section-head">
        <h2 id="problems">{words.title}</h2>
        <div class="buttons">
          {parked && <ActionButton action={`/integrations/${view.id}/retry`} text={words.retryAll} />}
          <a class="button primary" href={`/integrations/${view.id}/problems`}>
            {toDesk}
          </a>
        </div>
      </div>
      <ul class="rows">
        {view.problems.map((problem) => (
          <ProblemRow id={view.id} problem={problem} zone={zone} />
        ))}
      </ul>
    </section>
  );
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
        (isHeld(problem) ? <Waiting count={problem.count} /> : <NeedYou count={problem.count} />)}
    </>
  );
}
