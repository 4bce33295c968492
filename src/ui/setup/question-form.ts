/** The questions of all flows as one form, made of the schemas of their settings. */
import type { AskedQuestion } from '../../engine/configuration/answered.ts';
import { flowId, type IntegrationDocument } from '../../engine/configuration/configuration.ts';
import { controlAt } from '../../engine/configuration/form/control-at.ts';
import { entriesOf } from '../../engine/configuration/form/entries-of.ts';
import type { Field, GroupField } from '../../engine/configuration/form/field.ts';
import type { Entries } from '../../engine/configuration/form/sent.ts';
import { valueAt, withAnswers } from '../../engine/configuration/questions.ts';
import type { SettingSchema } from '../../engine/configuration/setting-schema.ts';
import { settingsSchema } from '../../engine/configuration/settings-schema.ts';
import { flowByName } from '../../flows/registry.ts';
import type { Texts } from '../../texts/en.ts';
import { valueWords } from '../settings/form/words.ts';

type Document = Pick<IntegrationDocument, 'flows'>;
type Path = readonly string[];

/** A question as people read it: what is asked, what comes of the answer that is recommended, and what each answer is called. */
interface QuestionText {
  readonly ask: string;
  readonly means: string;
  /** When nothing is said; the setting's default when left out. */
  readonly unset?: string;
  readonly yes?: string;
  readonly no?: string;
}

/** The questions of one flow. */
export interface AskedFlow {
  /** What the names of its controls begin with. */
  readonly name: string;
  /** Where it stands in the document. */
  readonly index: number;
  readonly flow: IntegrationDocument['flows'][number];
  readonly questions: readonly AskedQuestion[];
}

/** Flows that have questions, in the order of the document. */
export function askedFlows({ flows }: Document, questions: readonly AskedQuestion[]): AskedFlow[] {
  return flows.flatMap((flow, index) => {
    const own = questions.filter((each) => each.flow === flowId(flow));
    return own.length === 0 ? [] : [{ name: `f${index}`, index, flow, questions: own }];
  });
}

export function askedSchema(asked: readonly AskedFlow[], texts: Texts): SettingSchema {
  const schemas = asked.flatMap(({ name, flow, questions }) => {
    const definition = flowByName(flow.flow);
    if (definition === undefined) return [];
    const words: Readonly<Record<string, Readonly<Record<string, QuestionText>>>> = texts.pages.questions;
    const worded = (schema: SettingSchema, path: Path) =>
      inWords(schema, words[flow.flow]?.[path.join('.')], texts);
    const paths = questions.map(({ path }) => path);
    return [[name, only(settingsSchema(definition, texts), paths, worded)] as const];
  });
  return { type: 'object', properties: Object.fromEntries(schemas), required: schemas.map(([name]) => name) };
}

/** The schema with these settings alone, in their order. */
function only(
  schema: SettingSchema,
  paths: readonly Path[],
  worded: (schema: SettingSchema, path: Path) => SettingSchema,
  above: Path = [],
): SettingSchema {
  const names = [...new Set(paths.map(([name = '']) => name))];
  const properties = names.map((name) => {
    const inner = schema.properties?.[name] ?? {};
    const path = [...above, name];
    const below = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
    const isLeaf = below.some((rest) => rest.length === 0);
    return [name, isLeaf ? worded(inner, path) : only(inner, below, worded, path)] as const;
  });
  return { type: 'object', properties: Object.fromEntries(properties), default: {} };
}

function inWords(schema: SettingSchema, text: QuestionText | undefined, texts: Texts): SettingSchema {
  if (text === undefined) return schema;
  const { yes, no } = text;
  const named =
    yes === undefined || no === undefined ? schema : { ...schema, names: { true: yes, false: no } };
  const usual = schema.default;
  const recommended =
    usual === undefined || typeof usual === 'object'
      ? undefined
      : texts.pages.lastSteps.recommended(valueWords(named, usual, texts.pages));
  const unset = text.unset ?? recommended;
  return { ...named, title: text.ask, description: text.means, ...(unset === undefined ? {} : { unset }) };
}

/** The form as it is stored; of what nobody has answered yet with the answer that is recommended. */
export function storedAnswers(asked: readonly AskedFlow[], schema: SettingSchema): Entries {
  const values = asked.map(({ name, flow, questions }) => {
    const open = questions.filter(
      ({ isAnswered, path, recommended }) =>
        !isAnswered && recommended !== undefined && valueAt(flow.settings, path) === undefined,
    );
    const settings = open.reduce(
      (all, { path, recommended }) => withAnswers(all, [path], nested(path, recommended)),
      flow.settings,
    );
    return [name, settings] as const;
  });
  return entriesOf(schema, Object.fromEntries(values));
}

function nested(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
}

/** The document with the answers that a form stands for. */
export function answeredDocument<Of extends Document>(
  document: Of,
  asked: readonly AskedFlow[],
  value: unknown,
): Of {
  const flows = document.flows.map((flow, index) => {
    const own = asked.find((each) => each.index === index);
    if (own === undefined) return flow;
    const paths = own.questions.map(({ path }) => path);
    return { ...flow, settings: withAnswers(flow.settings, paths, valueAt(value, [own.name])) };
  });
  return { ...document, flows };
}

/** The field of a question. */
export function fieldAt(form: Field, path: Path): Field | undefined {
  return path.reduce<Field | undefined>(
    (at, name) => (at?.kind === 'group' ? at.fields.find((each) => each.path.at(-1) === name) : undefined),
    form,
  );
}

/** The control of a part of the document, and the question that it belongs to; null for what is not asked. */
export function askedAt(
  form: GroupField,
  asked: readonly AskedFlow[],
  [part, index, settings, ...path]: readonly (string | number)[],
): { readonly control: string; readonly label: string } | null {
  const own = asked.find((each) => each.index === index);
  const question = own?.questions.find((each) => each.path.every((name, at) => path[at] === name));
  if (part !== 'flows' || settings !== 'settings' || own === undefined || question === undefined) return null;
  const control = controlAt(form, [own.name, ...path]);
  const label = fieldAt(form, [own.name, ...question.path])?.schema.title ?? question.path.join('.');
  return control === null ? null : { control, label };
}

/** What the question is called that a control belongs to. */
export function labelOfControl(form: GroupField, asked: readonly AskedFlow[], control: string): string {
  const fields = asked.flatMap(({ name, questions }) =>
    questions.flatMap(({ path }) => fieldAt(form, [name, ...path]) ?? []),
  );
  const isOf = (field: Field) => control === field.name || control.startsWith(`${field.name}.`);
  return fields.find(isOf)?.schema.title ?? control;
}
