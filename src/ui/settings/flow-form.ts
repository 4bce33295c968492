import {
  type FlowDocument,
  flowId,
  type IntegrationDocument,
} from '../../engine/configuration/configuration.ts';
import { documentDiff } from '../../engine/configuration/document-diff.ts';
import { entriesOf } from '../../engine/configuration/form/entries-of.ts';
import type { GroupField } from '../../engine/configuration/form/field.ts';
import { fieldOf } from '../../engine/configuration/form/field-of.ts';
import { formValue } from '../../engine/configuration/form/form-value.ts';
import { type Entries, Sent } from '../../engine/configuration/form/sent.ts';
import { withoutReadOnly } from '../../engine/configuration/read-only-parts.ts';
import type { SettingSchema } from '../../engine/configuration/setting-schema.ts';
import { settingsSchema } from '../../engine/configuration/settings-schema.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { notFound } from '../../engine/request-error.ts';
import { flowByName } from '../../flows/registry.ts';
import type { Texts } from '../../texts/en.ts';

/** What a person sets of a flow: whether it runs, how often its source is asked, and its settings. */
export function flowSchema({ flow }: Pick<FlowDocument, 'flow'>, texts: Texts): SettingSchema {
  const definition = flowByName(flow);
  if (definition === undefined) throw notFound('flow');
  const { enabled, every } = texts.pages.settingsForm;
  return {
    type: 'object',
    properties: {
      enabled: { type: 'boolean', default: true, title: enabled.label, description: enabled.help },
      every: { type: 'string', pattern: '^[1-9]\\d{0,3}[mh]$', title: every.label, description: every.help },
      settings: { ...settingsSchema(definition, texts), default: {} },
    },
  };
}

export function formOf(schema: SettingSchema, entries: Entries, more?: string): GroupField {
  const field = fieldOf(schema, new Sent(entries), more);
  if (field.kind !== 'group') throw new Error('A flow has several settings.');
  return field;
}

/** The form of a flow as it is stored. */
export function storedEntries(schema: SettingSchema, { enabled, every, settings }: FlowDocument): Entries {
  return entriesOf(schema, { enabled, every, settings });
}

/** What was typed, with its rows numbered anew: those that say nothing are gone. */
export function tidied(schema: SettingSchema, entries: Entries): Entries {
  return entriesOf(schema, formValue(formOf(schema, entries)).value);
}

/** The whole document that is stored, without what only a view has. Its state is left out: a save leaves that as it is. */
export function documentOf(view: IntegrationView): IntegrationDocument {
  const { state: _, ...document } = storedIn(view);
  return document;
}

/** The same with its state. By what a view has beside it, and not by its own parts: one that was forgotten here would be lost at the next save. */
export function storedIn(view: IntegrationView): IntegrationDocument {
  return withoutReadOnly(view) as IntegrationDocument;
}

/** The same with a flow as a form has it. */
export function withFlow(document: IntegrationDocument, id: string, value: unknown): IntegrationDocument {
  const { enabled = true, every, settings = {} } = value as Partial<FlowDocument>;
  const flows = document.flows.map((each) => {
    if (flowId(each) !== id) return each;
    const { every: _, ...rest } = each;
    return { ...rest, enabled, settings, ...(every === undefined ? {} : { every }) };
  });
  return { ...document, flows };
}

/** What a document changes, with its defaults filled in as they are when it is stored. */
export function changesOf(before: IntegrationDocument, after: IntegrationDocument) {
  const flows = after.flows.map((flow) => {
    const settings = flowByName(flow.flow)?.settings.safeParse(flow.settings);
    return settings?.success ? { ...flow, settings: settings.data as FlowDocument['settings'] } : flow;
  });
  return documentDiff(before, { ...after, flows });
}
