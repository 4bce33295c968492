/** What a mapping says, in words. */
import type { Leaf } from '../../engine/mapping/leaves.ts';
import type { SheetField } from '../../engine/mapping/mapping-sheet.ts';
import { parsePath, shortPath, wholePath } from '../../mapping/modes/path.ts';
import type { Rule, Scope } from '../../mapping/modes/rule.ts';
import type { Texts } from '../../texts/en.ts';

type Words = Texts['pages'];

/** What people call a field of the target; null where there is no word for it. */
export function fieldLabel({ field }: Pick<SheetField, 'field'>, { targetFields }: Words): string | null {
  return labelOf(field, targetFields);
}

/** The same of a name as a mapping writes it: `customer.phonenumber`. */
export function targetLabel(name: string, { targetFields }: Words): string | null {
  return labelOf(name.slice(name.indexOf('.') + 1), targetFields);
}

function labelOf(name: string, labels: object): string | null {
  return Object.hasOwn(labels, name) ? String(Reflect.get(labels, name)) : null;
}

/** A field of a record in words: `Customer › Address › City`, `Lines 1 › Name`. */
export function pathLabel(path: string, scope: Scope, { fields }: Words): string {
  const steps = shortPath(wholePath(parsePath(path) ?? [], scope), scope);
  if (steps.length === 0) return path;
  return steps
    .map(({ name, at }) => `${labelOf(name, fields) ?? name}${at === undefined ? '' : ` ${at + 1}`}`)
    .join(' › ');
}

const maxShown = 60;

/** A value where there is little room. */
export function shortText(value: unknown): string {
  const text = [...String(value)];
  return text.length > maxShown ? `${text.slice(0, maxShown - 1).join('')}…` : text.join('');
}

/** A field as a list offers it, with its value. */
export function leafLabel({ path, value }: Leaf, scope: Scope, texts: Texts): string {
  const label = pathLabel(path, scope, texts.pages);
  const field = parsePath(path)?.at(-1)?.name;
  return value === null || value === '' ? label : `${label}: ${shortText(valueText(value, texts, field))}`;
}

/** A value of a record or of the target; `field` is the name of what holds it. */
export function valueText(value: unknown, texts: Texts, field = ''): string {
  const { parts, targetValues } = texts.pages;
  if (value === true || value === false) return value ? parts.yes : parts.no;
  if (typeof value === 'string') return codeText(value, field, texts.figures, targetValues);
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function codeText(
  code: string,
  field: string,
  { country, language }: Texts['figures'],
  values: object,
): string {
  if (/country/i.test(field)) return country(code);
  if (/^lang$|language|locale|lng$/i.test(field)) return language(code);
  const known: object = Object.hasOwn(values, field) ? Reflect.get(values, field) : {};
  return labelOf(code, known) ?? code;
}

/** What a rule is made of, in short: words, or code. */
export function ruleSummary(
  rule: Rule,
  { scope, field }: Pick<SheetField, 'scope' | 'field'>,
  texts: Texts,
): { readonly words: string } | { readonly code: string } {
  const words = texts.pages;
  switch (rule.mode) {
    case 'fixed':
      return { words: shortText(valueText(rule.value, texts, field)) };
    case 'field':
      return { words: pathLabel(rule.path, scope, words) };
    case 'text':
      return { code: shortText(rule.text) };
    case 'table':
      return { words: words.mappingEditor.tableBy(pathLabel(rule.by, scope, words), rule.rows.length) };
    case 'formula':
      return { code: shortText(rule.expression) };
  }
}
