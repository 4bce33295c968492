/**
 * Systems whose own people connect Koppel there: at that moment the system sends what opens it to one address that Koppel showed them,
 * and then somebody's browser to another.
 */
import type { Headers, SignableRequest } from './auth.ts';

export interface Activation {
  /** The credential that says where the system is. */
  readonly place: string;
  /** Where people do it, and what the form there calls the two addresses; the same in every language. */
  readonly form: { readonly menu: string; readonly callback: string; readonly identity: string };
  /** Reads what came to the first address, form-encoded; null where it is not what the system sends. */
  receive(sent: URLSearchParams): Handover | null;
  /** Where the system wants the browser back that it sent to the second address; null where it does not say. */
  back(query: URLSearchParams): string | null;
}

export interface Handover {
  /** Of the credentials, those that came at once. They are looked at as if a person had entered them, before anything is called. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Asks the system, at this address, for the rest. Throws only `Problem`. */
  complete(place: string, ask: AskForAccess): Promise<Readonly<Record<string, string>>>;
}

/** One call of a handshake: a POST without a body, which is answered with a form. */
export interface AccessCall {
  readonly url: string;
  readonly sign: (request: SignableRequest) => Headers;
  /** What a code of the answer must not repeat. */
  readonly secrets: readonly string[];
  /** Fields that the answer must have. */
  readonly gives: readonly string[];
  /** The field in which it says why it refuses, in a code of its own. */
  readonly refuses: string;
}

/**
 * Makes the call, in time and once: what it gives is good for one use, and a second call would take it away. Gives what the answer says.
 * Throws only `Problem`.
 */
export type AskForAccess = (call: AccessCall) => Promise<ReadonlyMap<string, string>>;
