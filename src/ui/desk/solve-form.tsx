import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import type { CauseView } from '../../engine/reporting/problem-views.ts';
import { useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import { FormProvider } from '../settings/form/context.ts';
import { FieldView } from '../settings/form/field-view.tsx';
import { FieldError } from '../settings/form/help.tsx';
import { NotAsked, Picker } from '../settings/form/picker.tsx';
import { CauseName } from './cause-name.tsx';
import { scopeOf } from './desk-lists.tsx';
import { carried } from './overtaken.ts';
import { type NamedSetting, settingField } from './setting-field.ts';
import type { Tried } from './typed.ts';

interface SolveParts {
  readonly action: string;
  readonly cause: CauseView;
  readonly setting: NamedSetting;
  readonly number: number;
  readonly from: number;
  readonly lookups: FlowLookups;
  readonly tried: Tried | null;
  /** Of the settings that are shown, unless something was typed for those of before. */
  readonly revision: string;
  readonly records: string;
}

/** The setting that solves a cause: one answer of a choice where that is what lacks, else the setting's own field. */
export function SolveForm(parts: SolveParts) {
  const { action, cause, setting, number, from, lookups, tried, revision, records } = parts;
  const { desk: words } = useWords();
  const name = controlsOf(number);
  const errors = new Map(
    (tried?.wrong ?? []).flatMap(({ control, message }) =>
      control === null || control === 'why' ? [] : [[atCard(control, number), message] as const],
    ),
  );
  const isEntry = setting.lacks !== null;
  return (
    <FormProvider
      value={{
        lookups: { ...lookups, idPrefix: scopeOf(cause) },
        errors,
        schema: { properties: { settings: setting.whole } },
        action,
      }}
    >
      <PostForm action={action} class={isEntry ? 'row-form' : 'settings'}>
        <CauseName cause={cause} from={from} />
        <input type="hidden" name="revision" value={tried?.revision || revision} />
        {setting.lacks !== null ? (
          <Entry lacks={setting.lacks} setting={setting} id={entryOf(number)} text={tried?.entry ?? ''} />
        ) : (
          <>
            <input type="hidden" name="at" value={name} />
            <input type="hidden" name="was" value={tried?.entries ? tried.was : carried(setting)} />
            <FieldView
              field={settingField(setting, name, tried?.entries ?? null, tried?.more ?? undefined)}
              group={setting.whole}
            />
          </>
        )}
        <button type="submit" class="button primary">
          {words.save(records)}
        </button>
      </PostForm>
    </FormProvider>
  );
}

interface EntryParts {
  readonly lacks: string;
  readonly setting: NamedSetting;
  readonly id: string;
  readonly text: string;
}

function Entry({ lacks, setting: { schema }, id, text }: EntryParts) {
  const { desk: words } = useWords();
  return (
    <div class="control grow">
      <label for={id}>{words.entry(lacks)}</label>
      <Picker id={id} name="entry" text={text} listing={schema.gives} hint={null} />
      <NotAsked listing={schema.gives} />
      <FieldError name="entry" />
    </div>
  );
}

/** What the names of a setting's own controls begin with in a card. */
function controlsOf(number: number): string {
  return `f${number}`;
}

function entryOf(number: number): string {
  return `entry-${number}`;
}

/** A control by its name within the card, as it is called there. */
function atCard(control: string, number: number): string {
  return control === 'entry' ? control : `${controlsOf(number)}${control.slice('field'.length)}`;
}

/** The same as the id by which a link leads to it. */
export function controlId(control: string, number: number): string {
  if (control === 'entry') return entryOf(number);
  return control === 'why' ? `why-${number}` : atCard(control, number);
}
