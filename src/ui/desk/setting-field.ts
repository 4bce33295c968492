/** The one setting that solves a cause, as a field of a form: of the schema that the settings' own form is made of. */
import { entriesOf, isLeftOut } from '../../engine/configuration/form/entries-of.ts';
import type { Field } from '../../engine/configuration/form/field.ts';
import { fieldOf } from '../../engine/configuration/form/field-of.ts';
import { type Entries, Sent } from '../../engine/configuration/form/sent.ts';
import { schemaAt, valueAt } from '../../engine/configuration/named-setting.ts';
import type { SettingSchema } from '../../engine/configuration/setting-schema.ts';
import { settingsSchema } from '../../engine/configuration/settings-schema.ts';
import type { CauseView } from '../../engine/reporting/problem-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { flowByName } from '../../flows/registry.ts';
import type { Texts } from '../../texts/en.ts';

export interface NamedSetting {
  readonly path: readonly string[];
  /** What it is called, and what it is in: `VAT › Codes by country › DE`. */
  readonly title: string;
  readonly schema: SettingSchema;
  /** Of all settings of the flow. */
  readonly whole: SettingSchema;
  /** The settings as they are stored. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** The value for which a choice wants an answer; null where the setting is to be changed otherwise. */
  readonly lacks: string | null;
}

/** Null where the problem names no setting, or the flow is there no more. */
export function namedSetting(cause: CauseView, view: IntegrationView, texts: Texts): NamedSetting | null {
  const { flow, from, to, setting } = cause;
  const definition = flowByName(flow);
  const own = view.flows.find((each) => each.flow === flow && each.from === from && each.to === to);
  if (setting === null || definition === undefined || own === undefined) return null;
  const path = setting.path.split('.');
  const whole = settingsSchema(definition, texts);
  const schema = schemaAt(whole, path);
  if (schema === null) return null;
  return {
    ...{ path, schema, whole, settings: own.settings },
    ...{ title: titleOf(whole, path), lacks: setting.lacks },
  };
}

function titleOf(whole: SettingSchema, path: readonly string[]): string {
  const titles = path.map((part, at) => schemaAt(whole, path.slice(0, at + 1))?.title ?? part);
  return titles.filter((title, at) => title !== titles[at - 1]).join(' › ');
}

/** `name`: what the names of its controls begin with; `entries`: what was sent, below that name; as it is stored where nothing was. */
export function settingField(
  setting: NamedSetting,
  name: string,
  entries: Entries | null,
  more?: string,
): Field {
  const { path, schema } = setting;
  const filled = (entries ?? fieldEntries(setting)).map(
    ([below, value]) => [`${name}${below}`, value] as const,
  );
  const table = more === undefined ? undefined : `${name}${more}`;
  const place = { name, path: ['settings', ...path], isRequired: false, isOptional: isOptional(setting) };
  return fieldOf(schema, new Sent(filled), table, place);
}

/** What its controls send as it is stored, below the name of the field. */
export function fieldEntries(setting: NamedSetting): Entries {
  const { path, schema, settings } = setting;
  const name = 'field';
  return entriesOf(schema, valueAt(settings, path), name, isOptional(setting)).map(
    ([own, value]) => [own.slice(name.length), value] as const,
  );
}

function isOptional({ path, whole }: NamedSetting): boolean {
  const around = schemaAt(whole, path.slice(0, -1)) ?? whole;
  return around.properties !== undefined && isLeftOut(around, path.at(-1) ?? '');
}
