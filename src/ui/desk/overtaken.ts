/** What becomes of a card that was filled in while somebody else saved the settings. */
import { flowId } from '../../engine/configuration/configuration.ts';
import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import { formValue } from '../../engine/configuration/form/form-value.ts';
import { typedText } from '../../engine/configuration/form/typed-text.ts';
import { mergedValue } from '../../engine/configuration/merged-value.ts';
import { valueAt, withEntry, withValueAt } from '../../engine/configuration/named-setting.ts';
import type { CauseView } from '../../engine/reporting/problem-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Texts } from '../../texts/en.ts';
import { changesOf, documentOf } from '../settings/flow-form.ts';
import { fieldEntries, type NamedSetting, namedSetting, settingField } from './setting-field.ts';
import type { Typed } from './typed.ts';

export interface Overtaken {
  /** What the card shows and carries now. */
  readonly card: Pick<Typed, 'entries' | 'revision' | 'was'>;
  /** From what is saved now to what the card would save. */
  readonly changes: readonly DocumentChange[];
  /** What was saved meanwhile and stands in the card now, as nothing else was typed for it. */
  readonly takenOver: readonly DocumentChange[];
}

type Settings = NamedSetting['settings'];

/** `view`: of the settings as they are saved now. Null where the setting is there no more. */
export function overtaken(
  cause: CauseView,
  view: IntegrationView,
  typed: Typed,
  texts: Texts,
): Overtaken | null {
  const setting = namedSetting(cause, view, texts);
  if (setting === null) return null;
  const { lacks, path, settings } = setting;
  const { revision } = view;
  const document = documentOf(view);
  const withSettings = (changed: Settings) => ({
    ...document,
    flows: document.flows.map((each) =>
      flowId(each) === flowId(cause) ? { ...each, settings: changed } : each,
    ),
  });
  if (lacks !== null) {
    const change = withSettings(withEntry(settings, path, lacks, typedText(typed.entry)));
    return { card: { ...typed, revision }, changes: changesOf(document, change), takenOver: [] };
  }
  const was = asFormed(setting, withValueAt(settings, path, parsed(typed.was)));
  const mine = formValue(settingField(setting, 'field', typed.entries)).value;
  const merged = withValueAt(settings, path, mergedValue(was, mine, asFormed(setting, settings)));
  const entries = fieldEntries({ ...setting, settings: merged });
  const becomes = withSettings(merged);
  return {
    card: { entries, revision, was: carried(setting) },
    changes: changesOf(document, becomes),
    takenOver: changesOf(withSettings(withValueAt(settings, path, mine)), becomes),
  };
}

/** What the form of a setting sends where nothing is changed in it: so that what is as by default is told in one way. */
function asFormed(setting: NamedSetting, settings: Settings): unknown {
  return formValue(settingField({ ...setting, settings }, 'field', null)).value;
}

/** Undefined for nothing, and for what no card of ours sent. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What a card carries, to tell later what was typed in it from what was there. */
export function carried({ settings, path }: NamedSetting): string {
  return JSON.stringify(valueAt(settings, path)) ?? '';
}
