import { GraphQLError } from 'graphql';

/** An entry of `errors` beside or instead of `data` (sheet 4). */
export function topLevelError(code: string, message: string, path?: readonly string[]): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(path === undefined ? {} : { path }) } });
}

export function badRequest(message: string): GraphQLError {
  return topLevelError('BAD_REQUEST', message);
}

/** What `userErrors` lists. `code` is left out where the payload has none. */
export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string;
}

/** A business error: the mutation answers with `userErrors` and without an object (sheet 4). */
export class Refused extends Error {
  readonly errors: readonly UserError[];

  constructor(...errors: readonly UserError[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.errors = errors;
  }
}

export function refused(field: string | null, message: string, code?: string): Refused {
  return new Refused({
    field: field === null ? null : field.split('.'),
    message,
    ...(code === undefined ? {} : { code }),
  });
}

/** The payload of a mutation: what `work` returns, or nothing but its refusals. */
export function payloadOf(
  work: () => Record<string, unknown>,
  errorsIn = 'userErrors',
): Record<string, unknown> {
  try {
    return { userErrors: [], [errorsIn]: [], ...work() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { userErrors: error.errors, [errorsIn]: error.errors };
  }
}
