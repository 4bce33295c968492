import jsonata from 'jsonata';
import { compileRule } from './compile-rule.ts';
import { printPath, type Step } from './path.ts';
import type { Rule, Scalar, Scope, TableRow } from './rule.ts';
import { printTemplate, type TextPart } from './template.ts';

/** JSONata's tree, as far as it is looked at. */
interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

/**
 * The simplest rule that says what an expression says, whoever wrote it. It is a formula unless the rule's own expression is
 * the same but for blanks and quotes: so nothing changes its meaning by being looked at in a form.
 */
export function readRule(source: string, scope: Scope): Rule {
  const formula: Rule = { mode: 'formula', expression: source };
  const tree = treeOf(source);
  if (tree === null) return formula;
  const rule = fixedIn(tree) ?? fieldIn(tree) ?? textIn(tree, scope) ?? tableIn(tree);
  return rule !== null && areSame(tree, treeOf(compileRule(rule, scope))) ? rule : formula;
}

function treeOf(source: string): Node | null {
  try {
    return jsonata(source).ast() as unknown as Node;
  } catch {
    return null;
  }
}

function areSame(one: Node, other: Node | null): boolean {
  const plain = (node: Node | null) =>
    JSON.stringify(node, (name, value: unknown) => (name === 'position' ? undefined : value));
  return plain(one) === plain(other);
}

function scalarIn(node: Node | undefined): Scalar | null {
  const { type, value } = node ?? {};
  const isScalar = type === 'string' || type === 'number' || (type === 'value' && value !== null);
  return isScalar ? (value as Scalar) : null;
}

function fixedIn(node: Node): Rule | null {
  if (node.type !== 'unary' || node.value !== '[') {
    const value = scalarIn(node);
    return value === null ? null : { mode: 'fixed', value };
  }
  const values = nodesIn(node.expressions).map(({ type, value }) => (type === 'string' ? String(value) : null));
  return values.every((value) => value !== null) ? { mode: 'fixed', value: values } : null;
}

function fieldIn(node: Node): Rule | null {
  const path = pathIn(node);
  return path === null ? null : { mode: 'field', path };
}

/** Whole, as it stands there. */
function pathIn(node: Node | undefined): string | null {
  const steps = node === undefined ? null : stepsIn(node);
  return steps === null ? null : printPath(steps);
}

function stepsIn(node: Node): Step[] | null {
  if (node.type !== 'path') return null;
  const steps = nodesIn(node.steps).map(stepIn);
  return steps.every((step) => step !== null) ? steps : null;
}

function stepIn({ type, value, stages }: Node): Step | null {
  if (type !== 'name' || typeof value !== 'string') return null;
  if (stages === undefined) return { name: value };
  const [filter, ...more] = nodesIn(stages);
  const at = (filter?.expr as Node | undefined)?.value;
  const isElement = typeof at === 'number' && Number.isInteger(at) && at >= 0 && more.length === 0;
  return isElement ? { name: value, at } : null;
}

function textIn(node: Node, scope: Scope): Rule | null {
  const cut = callOf('substring', node);
  const [joined, from, most] = cut ?? [];
  if (cut === null) return textOf(partsIn(node), scope);
  const isCut = cut.length === 3 && joined !== undefined && from?.value === 0;
  const rule = isCut ? textOf(partsIn(joined), scope) : null;
  return rule !== null && typeof most?.value === 'number' ? { ...rule, most: most.value } : null;
}

function textOf(parts: readonly TextPart[] | null, scope: Scope) {
  const text = parts === null ? null : printTemplate(parts, scope);
  return text === null || text === '' ? null : ({ mode: 'text', text } as const);
}

function partsIn(node: Node): TextPart[] | null {
  const alone = callOf('string', node);
  const terms = alone ?? (node.value === '&' ? termsIn(node) : []);
  if (terms.length === 0 || (alone !== null && alone.length > 1)) return null;
  const parts = terms.map((term): TextPart | null => {
    if (term.type === 'string') return String(term.value);
    const path = stepsIn(term);
    return path === null ? null : { path };
  });
  return parts.every((part) => part !== null) ? parts : null;
}

function termsIn(node: Node): Node[] {
  if (node.type !== 'binary' || node.value !== '&') return [node];
  return [...termsIn(node.lhs as Node), node.rhs as Node];
}

/** What a function is given; null where this is no call of it. */
function callOf(name: string, { type, procedure, arguments: given }: Node): Node[] | null {
  const called = procedure as Node | undefined;
  return type === 'function' && called?.type === 'variable' && called.value === name ? nodesIn(given) : null;
}

function tableIn(node: Node): Rule | null {
  const isForced = (node.condition as Node | undefined)?.type === 'value';
  const force = isForced ? scalarIn(node.then as Node) : undefined;
  if (force === null) return null;
  let rest = (isForced ? node.else : node) as Node | undefined;
  let by: string | null = null;
  const rows: TableRow[] = [];
  while (rest?.type === 'condition') {
    const { lhs, rhs } = rest.condition as { readonly lhs?: Node; readonly rhs?: Node };
    const own = pathIn(lhs);
    const [when, becomes] = [scalarIn(rhs), scalarIn(rest.then as Node)];
    if (own === null || own !== (by ?? own) || when === null || becomes === null) return null;
    by = own;
    rows.push({ when, becomes });
    rest = rest.else as Node | undefined;
  }
  const fallback = rest === undefined ? undefined : scalarIn(rest);
  if (by === null || fallback === null) return null;
  return {
    mode: 'table',
    by,
    rows,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(force === undefined ? {} : { force }),
  };
}

function nodesIn(value: unknown): Node[] {
  return Array.isArray(value) ? (value as Node[]) : [];
}
