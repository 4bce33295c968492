import jsonata from 'jsonata';
import { rejected } from '../records/problem.ts';
import type { CorrectionParams } from '../texts/en.ts';
import { boundedCopy } from './bounded-copy.ts';
import { type Issue, issue } from './issue.ts';
import { type Frame, WorkBounds } from './work-bounds.ts';

/** An expression reads the record it is given and nothing else; these bounds keep a wrong one from holding up the rest. */
const limits = { stack: 200, sequence: 10_000 };
const maxSourceLength = 4_000;

export interface Expression {
  evaluate(input: unknown): Promise<unknown>;
}

const compiled = new Map<string, Expression>();

/** A source that is no expression. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly issue: Issue;

  constructor(found: Issue) {
    super(found.message);
    this.issue = found;
  }
}

/**
 * Compiles a JSONata expression. Throws an ExpressionError whose message says what is wrong and where.
 * `field` names the target field in what is reported later, when an evaluation fails.
 */
export function compileExpression(source: string, field: string): Expression {
  const known = compiled.get(`${field}\n${source}`);
  if (known !== undefined) return known;
  if (source.length > maxSourceLength)
    throw new ExpressionError(issue([], 'expression_too_long', { max: maxSourceLength }));
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
    boundWork(expression);
    return expression;
  } catch (error) {
    throw new ExpressionError(issue([], 'not_jsonata', misreadAt(error)));
  }
}

/** JSONata calls what stands under these names before and after every step, with the frame and what came of it. */
function boundWork(expression: jsonata.Expression): void {
  const bounds = new WeakMap<object, WorkBounds>();
  const before = (_node: unknown, _input: unknown, frame: Frame) => {
    if (!bounds.has(frame.base)) bounds.set(frame.base, new WorkBounds(frame));
  };
  const after = (_node: unknown, _input: unknown, { base }: Frame, result: unknown) =>
    bounds.get(base)?.count(result);
  expression.assign(Symbol.for('jsonata.__evaluate_entry') as unknown as string, before);
  expression.assign(Symbol.for('jsonata.__evaluate_exit') as unknown as string, after);
}

/** JSONata's own words carry values of the record; its code and position do not. */
function failureOf(error: unknown): { readonly reason: string; readonly position?: number } {
  const { code = 'error', position } = error as { code?: string; position?: number };
  return position === undefined ? { reason: code } : { reason: code, position };
}

/** A token is told where it is what does not fit. */
function misreadAt(error: unknown): CorrectionParams<'not_jsonata'> {
  const { reason, position = 0 } = failureOf(error);
  const { token = '' } = error as { token?: string };
  return { reason, position, token: reason.startsWith('S') ? token : '' };
}
