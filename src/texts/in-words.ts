import type { Texts } from './en.ts';

type Names = Readonly<Record<string, string>>;
type Labels = Readonly<Record<string, { readonly label: string; readonly values?: Names } | undefined>>;

interface Named {
  readonly label: string;
  /** What its values are called, where there are only a few. */
  readonly values: Names;
}

/** A code in quotes, a yes or no as JSON has it, or the end of a sentence. */
const piece = /"([A-Za-z][\w.]*)"|\b(true|false)\b|[.;?!](?=\s)/g;

/**
 * A sentence of the catalogue for people who never see the document of the settings: `set "refunds" to "credit"` becomes
 * `set “Refunds” to “Credit them”`. A value belongs to the setting that its sentence named last. `flow`: whose settings they are, such as
 * `orders`; without it the first flow that has one so named. What names no setting stays as it is.
 */
export function inWords(sentence: string, texts: Texts, flow?: string): string {
  let named: Named | null = null;
  return sentence.replace(piece, (found: string, code?: string, truth?: string) => {
    if (truth !== undefined) {
      const { yes, no } = texts.pages.parts;
      return named === null ? found : `“${truth === 'true' ? yes : no}”`;
    }
    if (code === undefined) {
      named = null;
      return found;
    }
    if (named !== null && Object.hasOwn(named.values, code)) return `“${named.values[code]}”`;
    const setting = settingNamed(texts, code, flow) ?? fieldNamed(texts, code);
    if (setting === null) return found;
    named = setting;
    return `“${setting.label}”`;
  });
}

function settingNamed(texts: Texts, code: string, flow: string | undefined): Named | null {
  const labels: Readonly<Record<string, Labels>> = texts.settings;
  const values: Readonly<Record<string, Readonly<Record<string, Names>>>> = texts.settingValues;
  for (const name of flow === undefined ? Object.keys(labels) : [flow, ...Object.keys(labels)]) {
    const label = own(labels[name] ?? {}, code)?.label;
    if (label !== undefined) return { label, values: own(values[name] ?? {}, code) ?? {} };
  }
  return code === 'every' ? { label: texts.pages.settingsForm.every.label, values: {} } : null;
}

/** Of the fields of a connection those that decide something. */
function fieldNamed(texts: Texts, code: string): Named | null {
  for (const fields of Object.values<Labels>(texts.credentials)) {
    const field = own(fields, code);
    if (field?.values !== undefined) return { label: field.label, values: field.values };
  }
  return null;
}

function own<Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}
