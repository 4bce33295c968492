import type { Child } from 'hono/jsx';
import { flowId } from '../../engine/configuration/configuration.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import { modesOf } from '../../mapping/modes/field-kind.ts';
import { textsFor } from '../../routes/language.ts';
import type { Texts } from '../../texts/en.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { PostForm, useMay } from '../rights.tsx';
import { ChangeList } from '../settings/changes.tsx';
import { Conflict } from '../settings/conflict.tsx';
import { flowTitle } from '../settings/flow-title.ts';
import { FormProvider } from '../settings/form/context.ts';
import { FieldError } from '../settings/form/help.tsx';
import { SettingsFrame } from '../settings/frame.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import type { Editing, Tried } from './field-page.tsx';
import { ModeFields } from './mode-fields.tsx';
import { Effect, NotRead, ResultTable, worthALook } from './results.tsx';
import type { Choice, Fault } from './typed.ts';
import { fieldLabel, valueText } from './words.ts';

interface Shown {
  readonly faults?: readonly Fault[];
  readonly conflict?: readonly DocumentChange[];
}

/** What the field is called, and what it is of: `Remarks · orders: Ecwid → Jortt`. */
function titleOf({ view, flow, field }: Editing, texts: Texts): string {
  return `${fieldLabel(field, texts.pages) ?? field.field} · ${flowTitle(view, flow, texts)}`;
}

function actionOf({ view, flow, field }: Editing): string {
  return `/integrations/${view.id}/settings/${flowId(flow)}/mapping/${field.name}`;
}

export function editPage(
  context: PageContext,
  editing: Editing,
  tried: Tried,
  { faults = [], conflict }: Shown,
): Promise<Response> {
  const { view, flow, field } = editing;
  const texts = textsFor(context);
  const { mappingEditor: words, settingsForm } = texts.pages;
  const title = titleOf(editing, texts);
  const isWrong = faults.length > 0 || conflict !== undefined;
  const label = fieldLabel(field, texts.pages) ?? field.field;
  const wrong = faults.map(({ control, message }) => ({
    control: control === '' ? null : control,
    label: control === '' ? '' : label,
    message,
  }));
  const errors = new Map(faults.map(({ control, message }) => [control, message]));
  const action = actionOf(editing);
  const { trial, refused } = tried;
  return webPage(context, {
    title: isWrong ? settingsForm.errorTitle(title) : title,
    status: conflict !== undefined ? 409 : faults.length > 0 ? 400 : 200,
    body: (
      <SettingsFrame view={view}>
        <ErrorSummary wrong={wrong} />
        {conflict !== undefined && <Conflict changes={conflict} />}
        <p>
          <a href={`/integrations/${view.id}/settings/${flowId(flow)}/mapping`}>{words.toAll}</a>
        </p>
        <h2 title={field.name}>{title}</h2>
        {field.constant !== undefined && (
          <Notice tone="quiet">{words.constantHelp(valueText(field.constant, texts, field.field))}</Notice>
        )}
        {refused !== null && <Notice tone="quiet">{words.notAll(refused)}</Notice>}
        <NotRead why={trial.why} />
        <FormProvider value={{ lookups: { lists: [], seen: [] }, errors, schema: {}, action }}>
          <FieldForm action={action}>
            <input type="hidden" name="revision" value={editing.revision} />
            <input type="hidden" name="shown" value={editing.typed.mode} />
            <Kept editing={editing} />
            <ModeChoice editing={editing} />
            <ModeFields field={field} typed={editing.typed} leaves={trial.leaves} />
            <SampleChoice editing={editing} tried={tried} />
          </FieldForm>
        </FormProvider>
        <div class="card">
          <h3>{words.resultsTitle}</h3>
          <ResultTable field={field} records={trial.records} isUsual={editing.typed.mode === 'usual'} />
        </div>
      </SettingsFrame>
    ),
  });
}

/** Whoever may not change it reads it. */
function FieldForm({ action, children }: { action: string; children?: Child }) {
  const { mappingEditor: words, settingsForm } = useWords();
  if (!useMay('POST', action)) {
    return (
      <div class="settings">
        <fieldset disabled>{children}</fieldset>
      </div>
    );
  }
  return (
    <form method="post" action={action} class="settings">
      {/* Enter in a field presses the first button of a form. */}
      <button type="submit" class="unseen" tabindex={-1} name="do" value="try">
        {words.tryIt}
      </button>
      {children}
      <div class="buttons">
        <button type="submit" class="button" name="do" value="try">
          {words.tryIt}
        </button>
        <button type="submit" class="button primary" name="do" value="review">
          {settingsForm.review}
        </button>
      </div>
    </form>
  );
}

/** The controls of each choice. */
const controls: Readonly<Record<Choice, RegExp>> = {
  usual: /^$/,
  fixed: /^fixed$/,
  field: /^path$/,
  text: /^(?:text|most)$/,
  table: /^(?:by|default|force|rows\..*)$/,
  formula: /^expression$/,
};

/** What was typed for another choice is there again when that is chosen. */
function Kept({ editing: { typed } }: { editing: Editing }) {
  const isKept = (name: string) =>
    Object.entries(controls).some(([choice, pattern]) => choice !== typed.mode && pattern.test(name));
  return (
    <>
      {typed.entries
        .filter(([name]) => isKept(name))
        .map(([name, text]) => (
          <input type="hidden" name={name} value={text} />
        ))}
    </>
  );
}

function ModeChoice({ editing: { field, typed } }: { editing: Editing }) {
  const { mappingEditor: words } = useWords();
  const offered: readonly Choice[] = ['usual', ...modesOf(field.kind)];
  const choices = offered.includes(typed.mode) ? offered : [...offered, typed.mode];
  return (
    <fieldset class="control">
      <legend>{words.what}</legend>
      {choices.map((choice, index) => (
        <label class="check">
          <input
            type="radio"
            name="mode"
            value={choice}
            checked={choice === typed.mode}
            {...(index === 0 ? { id: 'mode' } : {})}
          />
          <span>
            {words.modes[choice]}
            <span class="hint"> {words.modeHelp[choice]}</span>
          </span>
        </label>
      ))}
      <FieldError name="mode" />
      <p>
        <button type="submit" class="button small" name="do" value="show" formnovalidate>
          {words.show}
        </button>
      </p>
    </fieldset>
  );
}

function SampleChoice({ editing, tried }: { editing: Editing; tried: Tried }) {
  const { mappingEditor: words } = useWords();
  const worth = worthALook(tried.trial.records);
  if (worth.length < 2) return null;
  return (
    <div class="control">
      <label for="sample">{words.sample}</label>
      <select id="sample" name="sample">
        {worth.map(({ trait, name }) => (
          <option
            value={trait === 'last' ? '' : trait}
            selected={trait === (editing.sample === '' ? 'last' : editing.sample)}
          >
            {`${words.samples[trait]}: ${name}`}
          </option>
        ))}
      </select>
    </div>
  );
}

export function reviewPage(
  context: PageContext,
  editing: Editing,
  { trial, refused }: Tried,
  changes: readonly DocumentChange[],
): Promise<Response> {
  const { view, field, typed } = editing;
  const texts = textsFor(context);
  const { changeList: words, mappingEditor } = texts.pages;
  const title = titleOf(editing, texts);
  const sent = typed.entries.filter(([name]) => name !== 'do');
  return webPage(context, {
    title: `${words.reviewTitle} · ${title}`,
    body: (
      <SettingsFrame view={view}>
        <section class="card" aria-labelledby="changes">
          <h2 id="changes">
            {words.reviewTitle} <span class="aside">{title}</span>
          </h2>
          <ChangeList changes={changes} />
          <h3>{mappingEditor.effectTitle}</h3>
          {refused !== null && <Notice tone="quiet">{mappingEditor.notAll(refused)}</Notice>}
          <NotRead why={trial.why} />
          <Effect field={field} records={trial.records} />
          <PostForm action={actionOf(editing)}>
            {sent.map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <div class="buttons">
              {changes.length > 0 && (
                <button type="submit" class="button primary" name="do" value="save">
                  {words.save}
                </button>
              )}
              <button type="submit" class="button" name="do" value="back">
                {words.back}
              </button>
            </div>
          </PostForm>
        </section>
      </SettingsFrame>
    ),
  });
}
