import jsonata from 'jsonata';
import { rejected } from '../records/problem.ts';

/** An expression reads the record it is given and nothing else; these bounds keep a wrong one from holding up the rest. */
const limits = { timeout: 250, stack: 200, sequence: 10_000 };
const longest = 4_000;

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
  try {
    return jsonata(source, limits);
  } catch (error) {
    throw new Error(reason(error));
  }
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
  return value === undefined || value === null ? undefined : JSON.parse(JSON.stringify(value));
}
