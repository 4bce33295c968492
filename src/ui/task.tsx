import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type {
  ActivityView,
  IntegrationView,
  Page,
  TaskView,
  TransferView,
} from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { integrationId, rowOf } from './addresses.ts';
import { placeOfRecord } from './navigation.tsx';
import { OutcomeBadge } from './parts/badge.tsx';
import { FlowName, oneOf } from './parts/flow-name.tsx';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { leftOutBy } from './parts/left-out-by.ts';
import { Payload } from './parts/payload.tsx';
import { PreviewButton } from './parts/preview-button.tsx';
import { ProblemCode } from './parts/problem-code.tsx';
import { TaskButtons } from './parts/task-buttons.tsx';
import { Technical } from './parts/technical.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { Tries } from './parts/tries.tsx';
import { useInWords, useTexts, useWords } from './reader.ts';
import { whyNothing } from './transfer.tsx';
import { webPage } from './web-page.tsx';

const shownTries = 20;

/** One record on its way: its problem, what was read and planned, every try, and what a person can do. */
export const taskPage = new Hono<{ Bindings: Env }>();

taskPage.get('/integrations/:integration/tasks/:task', async (context) => {
  const id = integrationId(context);
  const row = rowOf(context.req.param('task'), 'task');
  const object = integration(context.env, id);
  const language = languageOf(context);
  const [view, task, tries] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.task(row, language).then(unwrap<TaskView>),
    object.activity({ task: row }, shownTries, language).then(unwrap<Page<ActivityView>>),
  ]);
  // What a person did about it has calls of its own: none.
  const latest = tries.items.find(({ calls }) => calls > 0);
  const transfer = latest && unwrap<TransferView>(await object.transfer(Number(latest.id), language));
  const zone = timeZoneOf(context);
  const words = textsFor(context).pages;
  return webPage(context, {
    title: words.record.title(oneOf(task.flow, words), task.number ?? task.key),
    body: (
      <IntegrationFrame
        {...view}
        path={placeOfRecord(id, task)}
        here={words.record.title(oneOf(task.flow, words), task.number ?? task.key)}
      >
        <Head id={id} task={task} zone={zone} />
        <Tries id={id} tries={tries.items} zone={zone} />
        {transfer === undefined ? (
          <Technical>
            <Ids task={task} />
          </Technical>
        ) : (
          <Payload
            view={view}
            transfer={transfer}
            payload={transfer.payload}
            otherwise={whyNothing(view, transfer, words.transfer)}
          >
            <Ids task={task} />
          </Payload>
        )}
      </IntegrationFrame>
    ),
  });
});

function Head({ id, task, zone }: { id: string; task: TaskView; zone: string }) {
  const texts = useTexts();
  const words = texts.pages.record;
  const inWords = useInWords();
  const { flow, from, to, key, number, state, attempts, problem, skippedBy } = task;
  return (
    <section class="card" aria-labelledby="task">
      <div class="section-head">
        <h2 id="task">
          <FlowName flow={flow} from={from} to={to} /> {number ?? key} <OutcomeBadge outcome={state} />
        </h2>
        <TaskButtons id={id} task={task} about={words.title(oneOf(flow, texts.pages), number ?? key)} />
      </div>
      {problem !== null && state !== 'skipped' && (
        <div class="told">
          <p>{inWords(problem.message, flow)}</p>
          <p class="next">{inWords(problem.action, flow)}</p>
        </div>
      )}
      {skippedBy !== null && (
        <p>
          {leftOutBy(skippedBy, texts)}, <Timestamp at={task.updatedAt} zone={zone} />.
        </p>
      )}
      <p class="quiet">
        {texts.pages.tasks.tries(attempts)}
        {state === 'waiting' && (
          <>
            {', '}
            {words.next(<Timestamp at={task.dueAt} zone={zone} />)}
          </>
        )}
      </p>
      <PreviewButton {...{ id, text: words.previewNow, flow: `${flow}:${from}:${to}`, record: key }} />
    </section>
  );
}

function Ids({ task: { key, problem } }: { task: TaskView }) {
  return (
    <p>
      {useWords().record.sourceId(<code>{key}</code>)}
      {problem !== null && (
        <>
          , <ProblemCode code={problem.code} />
        </>
      )}
    </p>
  );
}
