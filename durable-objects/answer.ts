import { ConfigurationError } from '../src/engine/configuration/configuration.ts';
import { RequestError, type RequestErrorData } from '../src/engine/request-error.ts';
import { Problem } from '../src/records/problem.ts';
import { en } from '../src/texts/en.ts';
import { tellProblem } from '../src/texts/tell.ts';

/** What a call on an object gives. Errors are data: a class does not survive the way (STYLE section 3). */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: RequestErrorData };

export async function answer<Value>(work: () => Value | Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: errorData(error) };
  }
}

/** The value, or the error as it is thrown on this side. */
export function unwrap<Value>(given: Answer<Value>): Value {
  if (given.ok) return given.value;
  throw new RequestError(given.error);
}

/** Unexpected errors are passed on as they are. The caller shows them without details. */
function errorData(error: unknown): RequestErrorData {
  if (error instanceof RequestError) return error.data;
  if (error instanceof ConfigurationError) {
    return { kind: 'invalid', code: 'configuration_invalid', detail: error.message, issues: error.issues };
  }
  if (error instanceof Problem) {
    const kind = error.kind === 'rejected' ? 'refused' : 'unavailable';
    const { message, action } = tellProblem(error, en);
    return { kind, code: error.code, detail: `${message} ${action}` };
  }
  throw error;
}
