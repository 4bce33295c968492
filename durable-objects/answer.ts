import { ConfigurationError } from '../src/engine/configuration/configuration.ts';
import { RequestError, type RequestErrorData } from '../src/engine/request-error.ts';
import { Problem } from '../src/records/problem.ts';
import { en } from '../src/texts/en.ts';
import { sayProblem } from '../src/texts/tell.ts';

/** What a call on an object gives. Errors are data: an RPC keeps no class. */
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

/** Returns the value. Throws the error as a `RequestError`. */
export function unwrap<Value>(result: Answer<Value>): Value {
  if (result.ok) return result.value;
  throw new RequestError(result.error);
}

/** Unexpected errors are passed on as they are. The caller shows them without details. */
function errorData(error: unknown): RequestErrorData {
  if (error instanceof RequestError) return error.data;
  if (error instanceof ConfigurationError) {
    return { kind: 'invalid', code: 'configuration_invalid', detail: error.message, issues: error.issues };
  }
  if (error instanceof Problem) {
    const kind = error.kind === 'rejected' ? 'refused' : 'unavailable';
    const { code, params, told } = error;
    return { kind, code, detail: sayProblem(error, en), problem: { code, params, told } };
  }
  throw error;
}
