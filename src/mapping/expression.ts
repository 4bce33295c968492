import jsonata from 'jsonata';
import { rejected } from '../records/problem.ts';
import { boundFunctions } from './bounded-functions.ts';
import { BoundedPattern, costOf, isBounded } from './pattern.ts';
import { isFunction, tooLong, weigh } from './weight.ts';

/** An expression reads the record it is given and nothing else; these bounds keep a wrong one from holding up the rest. */
const limits = {
  timeout: 250,
  stack: 200,
  sequence: 10_000,
  RegexEngine: BoundedPattern as unknown as RegExpConstructor,
};
const longest = 4_000;
const longestResult = 10_000;
const largestResult = 100_000;
/** All the text that one evaluation makes on its way. */
const mostCharacters = 20_000_000;
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
        const { code: reason = 'error', position } = error as { code?: string; position?: number };
        throw rejected('mapping_failed', { field, reason, ...(position === undefined ? {} : { position }) });
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
  boundFunctions(expression);
  countWork(expression);
  return expression;
}

interface Work {
  steps: number;
  characters: number;
}

/** JSONata tells of every step and what came of it, under these names, with the frame of its evaluation. */
function countWork(expression: jsonata.Expression): void {
  const works = new WeakMap<object, Work>();
  const workOf = ({ base }: Frame): Work => {
    const work = works.get(base) ?? { steps: 0, characters: 0 };
    works.set(base, work);
    return work;
  };
  listen(expression, 'entry', ({ value }, frame) => {
    const work = workOf(frame);
    work.steps += value instanceof RegExp ? costOf(value) : 1;
    if (work.steps > mostSteps) throw { code: 'too_many_steps' };
  });
  listen(expression, 'exit', (_node, frame, result) => {
    const { size } = weigh(result);
    if (typeof result !== 'string') return;
    const work = workOf(frame);
    work.characters += size;
    if (work.characters > mostCharacters) throw tooLong();
  });
}

interface Frame {
  readonly base: object;
}

function listen(
  expression: jsonata.Expression,
  moment: 'entry' | 'exit',
  heard: (node: { value?: unknown }, frame: Frame, result: unknown) => void,
): void {
  const called = (node: { value?: unknown }, _input: unknown, frame: Frame, result: unknown) =>
    heard(node, frame, result);
  expression.assign(Symbol.for(`jsonata.__evaluate_${moment}`) as unknown as string, called);
}

function patternsOf(node: unknown): RegExp[] {
  if (node instanceof RegExp) return [node];
  if (node === null || typeof node !== 'object') return [];
  return Object.values(node).flatMap(patternsOf);
}

/** For people who write an expression. JSONata's own words carry values of the record; its code and position do not. */
function reason(error: unknown): string {
  const { code, position, token } = error as { code?: string; position?: number; token?: string };
  const where = position === undefined ? '' : ` at position ${position}`;
  const what = code?.startsWith('S') && token ? ` near "${token}"` : '';
  return `${code ?? 'error'}${where}${what}`;
}

/** JSONata marks its arrays with hidden properties; what leaves here is plain data, or undefined. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length > longestResult) throw tooLong();
  if (isFunction(value)) throw { code: 'no_value' };
  if (weigh(value).size > largestResult) throw tooLong();
  return JSON.parse(JSON.stringify(value));
}
