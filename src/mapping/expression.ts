import jsonata from 'jsonata';
import { rejected } from '../records/problem.ts';
import { BoundedPattern, isBounded } from './pattern.ts';

/** An expression reads the record it is given and nothing else; these bounds keep a wrong one from holding up the rest. */
const limits = {
  timeout: 250,
  stack: 200,
  sequence: 10_000,
  RegexEngine: BoundedPattern as unknown as RegExpConstructor,
};
const longest = 4_000;
const longestResult = 10_000;
/** A Worker's clock stands still while it computes, so time alone would stop nothing there. */
const mostSteps = 20_000;

export interface Expression {
  evaluate(input: unknown): Promise<unknown>;
}

const compiled = new Map<string, Expression>();

/**
 * Compiles a JSONata expression. Throws an Error whose message says what is wrong and where.
 * `field` names the target field in what is reported later, when an evaluation fails.
 */
export function compileExpression(source: string, field: string): Expression {
  const known = compiled.get(`${field}\n${source}`);
  if (known !== undefined) return known;
  if (source.length > longest) throw new Error(`is longer than ${longest} characters`);
  const expression = parse(source);
  const result: Expression = {
    async evaluate(input) {
      try {
        return plain(await expression.evaluate(input));
      } catch (error) {
        throw rejected(
          'mapping_failed',
          `The expression for "${field}" failed: ${reason(error)}.`,
          `Correct the mapping of "${field}" and retry.`,
        );
      }
    },
  };
  compiled.set(`${field}\n${source}`, result);
  return result;
}

function parse(source: string): jsonata.Expression {
  let expression: jsonata.Expression;
  try {
    expression = jsonata(source, limits);
  } catch (error) {
    throw new Error(reason(error));
  }
  if (!patternsOf(expression.ast()).every(isBounded)) {
    throw new Error(
      'has a regular expression that can take for ever: a repeated part repeats or varies inside',
    );
  }
  countSteps(expression);
  return expression;
}

/** JSONata tells of every step, under this name, with the frame of its evaluation. */
function countSteps(expression: jsonata.Expression): void {
  const steps = new WeakMap<object, number>();
  const entered = (_node: unknown, _input: unknown, { base }: { base: object }) => {
    const taken = (steps.get(base) ?? 0) + 1;
    steps.set(base, taken);
    if (taken > mostSteps) throw { code: 'too_many_steps' };
  };
  expression.assign(Symbol.for('jsonata.__evaluate_entry') as unknown as string, entered);
}

function patternsOf(node: unknown): RegExp[] {
  if (node instanceof RegExp) return [node];
  if (node === null || typeof node !== 'object') return [];
  return Object.values(node).flatMap(patternsOf);
}

/** JSONata's own words carry values of the record; its code and position do not. */
function reason(error: unknown): string {
  const { code, position, token } = error as { code?: string; position?: number; token?: string };
  const where = position === undefined ? '' : ` at position ${position}`;
  const what = code?.startsWith('S') && token ? ` near "${token}"` : '';
  return `${code ?? 'error'}${where}${what}`;
}

/** JSONata marks its arrays with hidden properties; what leaves here is plain data, or undefined. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length > longestResult) throw { code: 'too_long' };
  if (isFunction(value)) throw { code: 'no_value' };
  return JSON.parse(JSON.stringify(value));
}

/** JSONata's own and those that an expression defines are marked objects. */
function isFunction(value: unknown): boolean {
  return ['_jsonata_lambda', '_jsonata_function'].some((mark) => Object.hasOwn(Object(value), mark));
}
