/** What was typed into the form of a field, and the rule that it says. */
import type { SheetField } from '../../engine/mapping/mapping-sheet.ts';
import { issueOf } from '../../mapping/issue.ts';
import { type FieldKind, scalarOf } from '../../mapping/modes/field-kind.ts';
import { kindAt } from '../../mapping/modes/kind-at.ts';
import type { Mode, Rule, Scalar, TableRow } from '../../mapping/modes/rule.ts';
import { parseTemplate, TemplateError } from '../../mapping/modes/template.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';

/** `usual`: no expression fills it in. */
export type Choice = Mode | 'usual';

/** Texts by the names of their controls. */
export type Entries = readonly (readonly [name: string, text: string])[];

export interface Fault {
  /** The name of the control. */
  readonly control: string;
  readonly message: string;
}

export type Said = { readonly rule: Rule | null } | { readonly faults: readonly Fault[] };

/** The control where a rule as a whole is wrong. */
export const mainControl: Readonly<Record<Choice, string>> = {
  usual: 'mode',
  fixed: 'fixed',
  field: 'path',
  text: 'text',
  table: 'by',
  formula: 'expression',
};

/** The form of what is stored. What its controls would not give back as it is, such as an empty text, is shown as a formula. */
export function storedEntries(field: SheetField): Entries {
  const { rule, expression } = field;
  const isKept = rule === null || isGivenBack(rule, field);
  return entriesOf(isKept ? rule : { mode: 'formula', expression: expression ?? '' });
}

function isGivenBack(rule: Rule, { kind, part, scope }: SheetField): boolean {
  const isOf = (value: Scalar, of: FieldKind) =>
    scalarOf(String(value), of) === value && (of.options?.includes(value) ?? true);
  const isLine = (value: Scalar) => String(value) !== '' && !/[\r\n]/.test(String(value));
  switch (rule.mode) {
    case 'fixed': {
      const { value } = rule;
      if (typeof value !== 'object') return isOf(value, kind) && isKeptInLines(String(value));
      return value.length > 0 && value.every((each) => isLine(each) && each.trim() !== '');
    }
    case 'text':
      return isKeptInLines(rule.text);
    case 'table': {
      const { by, rows, default: fallback, force } = rule;
      const keys = kindAt(part.input, by, scope);
      const extra = [fallback, force].filter((each) => each !== undefined);
      const values = [...rows.map(({ becomes }) => becomes), ...extra];
      return (
        values.every((each) => isOf(each, kind) && isLine(each)) &&
        rows.every(({ when }) => scalarOf(String(when), keys) === when && isLine(`=${when}`))
      );
    }
    default:
      return true;
  }
}

/** A field of several lines gives all back but a first line that is empty. */
function isKeptInLines(text: string): boolean {
  return text.trim() !== '' && !/^\n|\r/.test(text);
}

function entriesOf(rule: Rule | null): Entries {
  const choice: Choice = rule?.mode ?? 'usual';
  return [['mode', choice], ['shown', choice], ...(rule === null ? [] : ofRule(rule))];
}

function ofRule(rule: Rule): Entries {
  switch (rule.mode) {
    case 'fixed':
      return [['fixed', typeof rule.value === 'object' ? rule.value.join('\n') : String(rule.value)]];
    case 'field':
      return [['path', rule.path]];
    case 'text':
      return [['text', rule.text], ...(rule.most === undefined ? [] : [['most', String(rule.most)] as const])];
    case 'table':
      return [
        ['by', rule.by],
        ...rule.rows.flatMap(({ when, becomes }, index) => [
          [`rows.${index}.when`, String(when)] as const,
          [`rows.${index}.becomes`, String(becomes)] as const,
        ]),
        ...(rule.default === undefined ? [] : [['default', String(rule.default)] as const]),
        ...(rule.force === undefined ? [] : [['force', String(rule.force)] as const]),
      ];
    case 'formula':
      return [['expression', rule.expression]];
  }
}

/** The form as it was sent. */
export class Typed {
  readonly entries: Entries;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(entries: Entries) {
    this.entries = entries;
    this.#texts = new Map(entries);
  }

  text(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  get mode(): Choice {
    return choiceIn(this.text('mode'));
  }

  /** Of which choice the controls stood in the form. */
  get shown(): Choice {
    return choiceIn(this.text('shown'));
  }

  /** Rows of the table in which something stands. */
  get rows(): readonly { readonly at: string; readonly when: string; readonly becomes: string }[] {
    const numbers = this.entries.flatMap(([name]) => /^rows\.(\d{1,4})\.when$/.exec(name)?.[1] ?? []);
    return [...new Set(numbers)]
      .map((number) => {
        const at = `rows.${number}`;
        return { at, when: this.text(`${at}.when`), becomes: this.text(`${at}.becomes`) };
      })
      .filter(({ when, becomes }) => when !== '' || becomes !== '');
  }
}

function choiceIn(text: string): Choice {
  return Object.hasOwn(mainControl, text) ? (text as Choice) : 'usual';
}

/** What the form says, or why it says nothing. */
export function ruleIn(typed: Typed, field: SheetField, texts: Texts): Said {
  const reading = new Reading(field, texts);
  const rule = reading.rule(typed);
  return reading.faults.length > 0 ? { faults: reading.faults } : { rule };
}

class Reading {
  readonly faults: Fault[] = [];

  constructor(
    private readonly field: SheetField,
    private readonly texts: Texts,
  ) {}

  rule(typed: Typed): Rule | null {
    const { mode } = typed;
    switch (mode) {
      case 'usual':
        return null;
      case 'fixed':
        return this.#fixed(typed);
      case 'field':
        return { mode, path: this.#needed(typed, 'path') };
      case 'text':
        return this.#text(typed);
      case 'table':
        return this.#table(typed);
      case 'formula':
        return { mode, expression: this.#needed(typed, 'expression') };
    }
  }

  #fault(control: string, message: string): void {
    this.faults.push({ control, message });
  }

  #needed(typed: Typed, control: string): string {
    const text = typed.text(control);
    if (text.trim() === '') this.#fault(control, this.texts.pages.settingsForm.missing);
    return text;
  }

  #fixed(typed: Typed): Rule {
    const text = this.#needed(typed, 'fixed').replaceAll('\r\n', '\n');
    if (this.field.kind.kind !== 'list') return { mode: 'fixed', value: this.#value('fixed', text) };
    const value = text.split('\n').filter((line) => line.trim() !== '');
    this.#fits('fixed', value);
    return { mode: 'fixed', value };
  }

  #text(typed: Typed): Rule {
    const { mappingEditor: words } = this.texts.pages;
    const text = this.#needed(typed, 'text').replaceAll('\r\n', '\n');
    const most = typed.text('most').trim();
    try {
      parseTemplate(text, this.field.scope);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      this.#fault('text', words.notAField(error.what));
    }
    if (most === '') return { mode: 'text', text };
    if (!/^[1-9]\d{0,3}$/.test(most)) this.#fault('most', words.notACount);
    return { mode: 'text', text, most: Number(most) };
  }

  #table(typed: Typed): Rule {
    const { settingsForm: words } = this.texts.pages;
    const by = this.#needed(typed, 'by');
    const keys = kindAt(this.field.part.input, by, this.field.scope);
    const rows = typed.rows.flatMap(({ at, when, becomes }): TableRow[] => {
      // A value that is offered and left as it is says nothing.
      if (becomes === '' && typed.text(`${at}.offered`) !== '') return [];
      if (becomes === '') this.#fault(`${at}.becomes`, words.missing);
      const key = scalarOf(when, keys);
      if (key === null) this.#fault(`${at}.when`, this.texts.pages.mappingEditor.notItsKind);
      return [{ when: key ?? when, becomes: becomes === '' ? '' : this.#value(`${at}.becomes`, becomes) }];
    });
    for (const [index, { when }] of rows.entries())
      if (rows.findIndex((row) => row.when === when) < index) {
        const at = typed.rows.filter((row) => row.when === String(when)).at(-1)?.at ?? 'rows.0';
        this.#fault(`${at}.when`, words.twice);
      }
    if (rows.length === 0) this.#fault('rows.0.when', words.missing);
    return {
      mode: 'table',
      by,
      rows,
      ...this.#extra(typed, 'default'),
      ...this.#extra(typed, 'force'),
    };
  }

  #extra(typed: Typed, name: 'default' | 'force'): Partial<Record<'default' | 'force', Scalar>> {
    const text = typed.text(name);
    return text === '' ? {} : { [name]: this.#value(name, text) };
  }

  /** A value of the target's field. */
  #value(control: string, text: string): Scalar {
    if (text.trim() === '') return text;
    const value = scalarOf(text, this.field.kind);
    if (value === null) this.#fault(control, this.texts.pages.mappingEditor.notItsKind);
    else this.#fits(control, value);
    return value ?? text;
  }

  #fits(control: string, value: unknown): void {
    const { part, field } = this.field;
    const [first] = part.fields.shape[field]?.safeParse(value).error?.issues ?? [];
    if (first !== undefined) this.#fault(control, tellIssue(issueOf(first), this.texts));
  }
}
