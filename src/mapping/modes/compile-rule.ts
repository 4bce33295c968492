import { parsePath, printPath, wholePath } from './path.ts';
import type { Rule, Scalar, Scope, Table } from './rule.ts';
import { parseTemplate, TemplateError, type TextPart } from './template.ts';

type Text = Extract<Rule, { mode: 'text' }>;

/**
 * The expression that does what a rule says; `readRule` reads it back. What needs no fields is a fixed value, however it was chosen.
 * Throws a TemplateError for what is no path.
 */
export function compileRule(rule: Rule, scope: Scope): string {
  switch (rule.mode) {
    case 'fixed':
      return typeof rule.value === 'object' ? `[${rule.value.map(literal).join(', ')}]` : literal(rule.value);
    case 'field':
      return compilePath(rule.path, scope);
    case 'text':
      return compileText(rule, scope);
    case 'table':
      return compileTable(rule, scope);
    case 'formula':
      return rule.expression;
  }
}

/** JSON's own form is JSONata's too. */
export function literal(value: Scalar): string {
  return JSON.stringify(value);
}

function compilePath(written: string, scope: Scope): string {
  const path = parsePath(written);
  const printed = path === null ? null : printPath(wholePath(path, scope));
  if (printed === null) throw new TemplateError(written);
  return printed;
}

function compileText({ text, most }: Text, scope: Scope): string {
  const parts = parseTemplate(text, scope);
  const [first] = parts;
  if (parts.length <= 1 && typeof (first ?? '') === 'string')
    return literal([...((first as string | undefined) ?? '')].slice(0, most).join(''));
  const terms = parts.map(compilePart);
  // Joined, a field that is not there is an empty text. By itself it is none: the target's field is left as it is.
  const joined = terms.length === 1 ? `$string(${terms[0]})` : terms.join(' & ');
  return most === undefined ? joined : `$substring(${joined}, 0, ${most})`;
}

function compilePart(part: TextPart): string {
  if (typeof part === 'string') return literal(part);
  const printed = printPath(part.path);
  if (printed === null) throw new TemplateError('`');
  return printed;
}

/** What nothing is said of has no value, and the target's field is left as it is. */
function compileTable({ by, rows, default: fallback, force }: Table, scope: Scope): string {
  if (rows.length === 0) return literal(force ?? fallback ?? '');
  const path = compilePath(by, scope);
  const chain = rows.map(({ when, becomes }) => `${path} = ${literal(when)} ? ${literal(becomes)}`);
  const table = [...chain, ...(fallback === undefined ? [] : [literal(fallback)])].join(' : ');
  return force === undefined ? table : `true ? ${literal(force)} : ${table}`;
}
