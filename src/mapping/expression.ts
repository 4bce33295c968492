import jsonata from 'jsonata';
import { rejected } from '../records/problem.ts';
import { boundedCopy, failure } from './bounded-copy.ts';

/** An expression reads the record it is given and nothing else; these bounds keep a wrong one from holding up the rest. */
const limits = { stack: 200, sequence: 10_000 };
const maxSourceLength = 4_000;
/**
 * What one evaluation may do: a step counts one, and a list that a step gives counts its elements. JSONata's own
 * `timeout` would stop nothing: a Worker's clock stands still while it computes.
 */
const maxWork = 100_000;

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
  if (source.length > maxSourceLength) throw new Error(`is longer than ${maxSourceLength} characters`);
  const expression = parse(source);
  const result: Expression = {
    async evaluate(input) {
      try {
        return boundedCopy(await expression.evaluate(input));
      } catch (error) {
        throw rejected('mapping_failed', { field, ...failureOf(error) });
      }
    },
  };
  compiled.set(`${field}\n${source}`, result);
  return result;
}

function parse(source: string): jsonata.Expression {
  try {
    const expression = jsonata(source, limits);
    countWork(expression);
    return expression;
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

/** JSONata calls what stands under this name after every step, with the frame of its evaluation and what came of it. */
function countWork(expression: jsonata.Expression): void {
  const works = new WeakMap<object, number>();
  const count = (_node: unknown, _input: unknown, { base }: { base: object }, result: unknown) => {
    const work = (works.get(base) ?? 0) + (Array.isArray(result) ? 1 + result.length : 1);
    if (work > maxWork) throw failure('too_many_steps');
    works.set(base, work);
  };
  expression.assign(Symbol.for('jsonata.__evaluate_exit') as unknown as string, count);
}

/** JSONata's own words carry values of the record; its code and position do not. */
function failureOf(error: unknown): { readonly reason: string; readonly position?: number } {
  const { code = 'error', position } = error as { code?: string; position?: number };
  return position === undefined ? { reason: code } : { reason: code, position };
}

function reasonOf(error: unknown): string {
  const { reason, position } = failureOf(error);
  const { token } = error as { token?: string };
  const where = position === undefined ? '' : ` at position ${position}`;
  const what = reason.startsWith('S') && token ? ` near "${token}"` : '';
  return `${reason}${where}${what}`;
}
