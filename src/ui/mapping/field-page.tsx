/** The form of one field: shows what comes of what was typed, then what that changes of the last records, then saves it. */
import { type Answer, unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import { type FlowDocument, flowId } from '../../engine/configuration/configuration.ts';
import type { MappingTrial } from '../../engine/mapping/mapping-requests.ts';
import {
  documentFlow,
  mappingSheet,
  type SheetField,
  withExpressions,
} from '../../engine/mapping/mapping-sheet.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { notFound, type RequestErrorData } from '../../engine/request-error.ts';
import { compileRule } from '../../mapping/modes/compile-rule.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { detailOf } from '../../routes/problem-response.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import { integrationId } from '../addresses.ts';
import { changesOf, documentOf } from '../settings/flow-form.ts';
import type { PageContext } from '../web-page.tsx';
import { editPage, reviewPage } from './field-views.tsx';
import { type Fault, mainControl, ruleIn, storedEntries, Typed } from './typed.ts';

/** A field while somebody changes what fills it in. */
export interface Editing {
  readonly view: IntegrationView;
  readonly flow: FlowDocument;
  readonly field: SheetField;
  readonly typed: Typed;
  /** Of the document that was shown when this was typed. */
  readonly revision: string;
  /** What the record that is shown is to be; empty for the last one. */
  readonly sample: string;
}

/** What the last records get, or why nobody can say. */
export interface Tried {
  readonly trial: MappingTrial;
  readonly refused: string | null;
}

const nothing: MappingTrial = { mapping: {}, records: [], shown: null, leaves: [], why: null };

export async function showField(context: PageContext): Promise<Response> {
  const { view, flow, field } = await fieldOf(context);
  const typed = new Typed(storedEntries(field));
  const sample = context.req.query('sample') ?? '';
  const editing = { view, flow, field, typed, sample, revision: view.revision };
  return editPage(context, editing, await tryOut(context, editing, field.expression), {});
}

export async function takeField(context: PageContext): Promise<Response> {
  const sent = await context.req.parseBody();
  const { view, flow, field } = await fieldOf(context);
  const entries = Object.entries(sent).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const typed = new Typed(entries);
  const [revision, sample] = [typed.text('revision'), typed.text('sample')];
  const editing = { view, flow, field, typed, sample, revision };
  const isAsked = ['try', 'review', 'save'].includes(typed.text('do'));
  // Of what was chosen just now the controls were not there yet.
  const isOther = typed.mode !== typed.shown && typed.mode !== 'usual';
  if (!isAsked || isOther) return editPage(context, editing, await tryOut(context, editing, field.expression), {});
  const said = ruleIn(typed, field, textsFor(context));
  if ('faults' in said) {
    const tried = await tryOut(context, editing, field.expression);
    return editPage(context, editing, tried, { faults: said.faults });
  }
  return take(context, editing, said.rule === null ? null : expressionOf(editing, said.rule));
}

/** What was not changed stays as it was written. */
function expressionOf({ field }: Editing, rule: NonNullable<SheetField['rule']>): string {
  const compiled = compileRule(rule, field.scope);
  const isSame = field.rule !== null && compileRule(field.rule, field.scope) === compiled;
  return isSame && field.expression !== null ? field.expression : compiled;
}

async function take(context: PageContext, editing: Editing, expression: string | null): Promise<Response> {
  const { view, flow, field, typed, revision } = editing;
  const object = integration(context.env, view.id);
  const asked = typed.text('do');
  const before = documentOf(view);
  const change = { [field.name]: expression };
  const document = withExpressions(before, flowId(flow), change);
  const options = { revision, language: languageOf(context), by: deedBy(context) };
  const isSaved = asked === 'save' && revision === view.revision;
  const answer = isSaved
    ? await object.configure(document, options)
    : await object.checkDocument(document, { language: languageOf(context) });
  const isOvertaken = answer.ok
    ? asked !== 'try' && revision !== view.revision
    : answer.error.code === 'saved_meanwhile';
  if (isOvertaken) {
    const now = unwrap(await object.view(languageOf(context)));
    const there = documentOf(now);
    const conflict = changesOf(there, withExpressions(there, flowId(flow), change));
    const tried = await tryOut(context, editing, expression);
    return editPage(context, { ...editing, view: now, revision: now.revision }, tried, { conflict });
  }
  if (!answer.ok) {
    const faults = faultsIn(answer.error, editing, textsFor(context));
    return editPage(context, editing, await tryOut(context, editing, field.expression), { faults });
  }
  if (isSaved) {
    const base = `/integrations/${view.id}/settings/${flowId(flow)}/mapping`;
    return context.redirect(`${base}?said=saved`, 303);
  }
  const tried = await tryOut(context, editing, expression);
  return asked === 'try'
    ? editPage(context, editing, tried, {})
    : reviewPage(context, editing, tried, changesOf(before, document));
}

async function fieldOf(context: PageContext): Promise<Pick<Editing, 'view' | 'flow' | 'field'>> {
  const view: IntegrationView = unwrap(
    await integration(context.env, integrationId(context)).view(languageOf(context)),
  );
  const flow = documentFlow(view, context.req.param('flow') ?? '');
  const field = mappingSheet(view, flow).find(({ name }) => name === context.req.param('field'));
  if (field === undefined) throw notFound('field');
  return { view, flow, field };
}

async function tryOut(
  context: PageContext,
  { view, flow, field, sample }: Editing,
  expression: string | null,
): Promise<Tried> {
  const object = integration(context.env, view.id);
  const asked = sample === '' ? undefined : sample;
  const answer: Answer<MappingTrial> = await object.tryMapping(flowId(flow), { [field.name]: expression }, asked);
  if (answer.ok) return { trial: answer.value, refused: null };
  return { trial: nothing, refused: detailOf(answer.error, textsFor(context)) };
}

/** What the check of the document found, at the control of the field; what is of another part of it stands without a link. */
function faultsIn(error: RequestErrorData, { view, flow, field, typed }: Editing, texts: Texts): Fault[] {
  const { issues = [] } = error;
  if (issues.length === 0) return [{ control: '', message: detailOf(error, texts) }];
  const index = view.flows.findIndex((each) => flowId(each) === flowId(flow));
  return issues.map((issue) => {
    const path = ['flows', index, 'mapping', field.name];
    const isOwn = path.every((part, at) => issue.path[at] === part);
    const message = tellIssue(issue, texts);
    return isOwn
      ? { control: mainControl[typed.mode], message }
      : { control: '', message: `${issue.path.join('.')} ${message}` };
  });
}
