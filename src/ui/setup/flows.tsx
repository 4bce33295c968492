/** The fourth step: what is kept in step, each flow with a switch. */
import { Hono } from 'hono';
import { integration } from '../../../durable-objects/integration-client.ts';
import { flowId, type IntegrationDocument } from '../../engine/configuration/configuration.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import { offeredFlows } from '../../engine/configuration/offered-flows.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { RequestErrorData } from '../../engine/request-error.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import { readAll, readForm } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { errorOf, FieldError } from '../parts/field-error.tsx';
import { useTexts, useWords } from '../reader.ts';
import { Conflict } from '../settings/conflict.tsx';
import { changesOf, documentOf } from '../settings/flow-form.ts';
import { wrongParts } from '../settings/wrong-parts.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { forDraft } from './draft.ts';
import { flowWords } from './flow-words.ts';
import { SetupFrame, stepName } from './steps.tsx';

export const flows = new Hono<{ Bindings: Env }>();

const address = '/integrations/:integration/setup/flows';

flows.get(address, (context) =>
  forDraft(context, (view) => {
    const on = view.flows.filter(({ enabled }) => enabled).map(flowId);
    return page(context, view, { on });
  }),
);

flows.post(address, (context) =>
  forDraft(context, async (view) => save(context, view, await readAll(context, 'flow'))),
);

async function save(context: PageContext, view: IntegrationView, on: readonly string[]): Promise<Response> {
  const texts = textsFor(context);
  const { revision } = await readForm(context, 'revision');
  const now = documentOf(view);
  const document = withFlows(now, on);
  if (!document.flows.some(({ enabled }) => enabled)) {
    const { legend, none } = texts.pages.setupFlows;
    return page(context, view, { on, wrong: [{ control: allOfThem, label: legend, message: none }] });
  }
  const answer = await integration(context.env, view.id).configure(document, {
    revision,
    by: deedBy(context),
    language: languageOf(context),
  });
  if (answer.ok) return context.redirect(`/integrations/${view.id}/setup/questions`, 303);
  if (answer.error.code === 'saved_meanwhile')
    return page(context, view, { on, conflict: changesOf(now, document) });
  return page(context, view, { on, wrong: wrongIn(answer.error, document, texts) });
}

/** What is switched on keeps what was answered about it; what is switched off goes. What has no switch here stays as it is. */
function withFlows(document: IntegrationDocument, on: readonly string[]): IntegrationDocument {
  const offered = offeredFlows(document);
  const chosen = offered.filter((each) => on.includes(flowId(each)));
  const flows = chosen.map((each) => {
    const there = document.flows.find((flow) => flowId(flow) === flowId(each));
    return { settings: {}, mapping: {}, ...there, ...each, enabled: true };
  });
  const others = document.flows.filter((flow) => offered.every((each) => flowId(each) !== flowId(flow)));
  return { ...document, flows: [...flows, ...others] };
}

/** The switches together: what is wrong with none of them alone stands above them. */
const allOfThem = 'flows';

function controlOf(flow: string): string {
  return `flow.${flow}`;
}

function wrongIn(error: RequestErrorData, document: IntegrationDocument, texts: Texts): Wrong[] {
  const { issues = [] } = error;
  if (issues.length === 0) return wrongParts(error, texts);
  return issues.map((issue) => {
    const message = tellIssue(issue, texts);
    const [part, index] = issue.path;
    const flow = part === 'flows' ? document.flows[Number(index)] : undefined;
    return flow === undefined
      ? { control: null, label: issue.path.join('.'), message }
      : { control: controlOf(flowId(flow)), label: flowWords(flow, document, texts), message };
  });
}

interface Shown {
  /** Ids of the flows that are switched on. */
  readonly on: readonly string[];
  readonly wrong?: readonly Wrong[];
  readonly conflict?: readonly DocumentChange[];
}

function page(context: PageContext, view: IntegrationView, shown: Shown): Promise<Response> {
  const { wrong = [], conflict } = shown;
  const texts = textsFor(context);
  const title = `${stepName(view, 'flows', texts)} · ${view.name}`;
  const isWrong = wrong.length > 0 || conflict !== undefined;
  return webPage(context, {
    title: isWrong ? texts.pages.parts.errorTitle(title) : title,
    status: conflict !== undefined ? 409 : isWrong ? 400 : 200,
    body: (
      <SetupFrame view={view} step="flows">
        <ErrorSummary wrong={wrong} />
        {conflict !== undefined && <Conflict changes={conflict} />}
        <FlowForm view={view} on={shown.on} wrong={wrong} />
      </SetupFrame>
    ),
  });
}

function FlowForm({
  view,
  on,
  wrong,
}: {
  view: IntegrationView;
  on: readonly string[];
  wrong: readonly Wrong[];
}) {
  const texts = useTexts();
  const { setup, setupFlows: words } = texts.pages;
  const offered = offeredFlows(view);
  const ofAll = wrong.find(({ control }) => control === allOfThem);
  const told = ofAll === undefined ? {} : { 'aria-describedby': errorOf(allOfThem) };
  return (
    <form method="post" action={`/integrations/${view.id}/setup/flows`} class="card settings">
      <input type="hidden" name="revision" value={view.revision} />
      <p>{words.intro}</p>
      <fieldset class="control" id={allOfThem} tabindex={-1} {...told}>
        <legend>{words.legend}</legend>
        <FieldError control={allOfThem} wrong={ofAll} />
        {offered.map((each, index) => {
          const id = flowId(each);
          const isFirst = offered.findIndex(({ flow }) => flow === each.flow) === index;
          const problems = wrong.filter(({ control }) => control === controlOf(id));
          return (
            <FlowSwitch
              id={id}
              flow={each.flow}
              name={flowWords(each, view, texts)}
              isOn={on.includes(id)}
              isFirst={isFirst}
              problems={problems.map(({ message }) => message)}
            />
          );
        })}
      </fieldset>
      <p>
        <button type="submit" class="button primary">
          {setup.next}
        </button>
      </p>
    </form>
  );
}

interface SwitchParts {
  readonly id: string;
  readonly flow: string;
  readonly name: string;
  readonly isOn: boolean;
  /** Of its kind: what is true of both directions is said once. */
  readonly isFirst: boolean;
  readonly problems: readonly string[];
}

function FlowSwitch({ id, flow, name, isOn, isFirst, problems }: SwitchParts) {
  const { setupFlows: words } = useWords();
  const control = controlOf(id);
  const hints: Readonly<Record<string, string>> = {
    stock: words.stockHelp,
    categories: words.categoriesHelp,
  };
  const hint = hints[flow];
  const hintId = `${flow}:hint`;
  const described = [
    ...(problems.length > 0 ? [`${control}:error`] : []),
    ...(hint === undefined ? [] : [hintId]),
  ];
  return (
    <div class="control">
      <label class="check">
        <input
          type="checkbox"
          id={control}
          name="flow"
          value={id}
          checked={isOn}
          {...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {})}
          {...(problems.length > 0 ? { 'aria-invalid': 'true' as const } : {})}
        />
        <span>{name}</span>
      </label>
      {hint !== undefined && isFirst && (
        <p class="hint inner" id={hintId}>
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <p class="error" id={`${control}:error`}>
          {problems.join(' ')}
        </p>
      )}
    </div>
  );
}
