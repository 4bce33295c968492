/** One call as it went out. */
export interface RecordedCall {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** All calls of a piece of work in their order, and what each was answered. */
interface Take {
  readonly calls: RecordedCall[];
  readonly answers: Map<string, Answer[]>;
}

/** Calls since a take began or was stopped. */
export interface CallCounts {
  readonly calls: number;
  /** Those that were no readings. */
  readonly writes: number;
  /** Those that the take that is played does not know. */
  readonly unknown: number;
}

/** What of a call's headers an answer can depend on. */
const kept = ['accept', 'authorization', 'content-type'];

/**
 * Systems that answer at once: what the sandbox answered to the same calls once is answered again. Between takes calls go through to it;
 * so does, counted, a call that a take does not know.
 */
export class Recording {
  readonly #takes = new Map<string, Take>();
  #recorded: Take | null = null;
  #played: Take | null = null;
  /** How often each call of the take was answered. */
  #told = new Map<string, number>();
  #calls = 0;
  #writes = 0;
  #unknown = 0;

  record(name: string): void {
    this.stop();
    this.#recorded = { calls: [], answers: new Map() };
    this.#takes.set(name, this.#recorded);
  }

  play(name: string): void {
    this.stop();
    this.#played = this.#takes.get(name) ?? null;
  }

  stop(): void {
    this.#recorded = null;
    this.#played = null;
    this.#told = new Map();
    this.#calls = 0;
    this.#writes = 0;
    this.#unknown = 0;
  }

  calls(name: string): readonly RecordedCall[] {
    return this.#takes.get(name)?.calls ?? [];
  }

  get counts(): CallCounts {
    return { calls: this.#calls, writes: this.#writes, unknown: this.#unknown };
  }

  async answer(request: Request, sandbox: string): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const { method } = request;
    const body = method === 'GET' ? '' : await request.text();
    const path = `${pathname}${search}`;
    const key = `${method} ${path} ${body}`;
    const told = this.#told.get(key) ?? 0;
    const known = this.#played?.answers.get(key);
    const answer = known?.[Math.min(told, known.length - 1)];
    this.#calls += 1;
    if (method !== 'GET') this.#writes += 1;
    if (answer !== undefined) {
      this.#told.set(key, told + 1);
      return responseOf(answer);
    }
    if (this.#played !== null) this.#unknown += 1;
    const headers = kept.flatMap((name): [string, string][] => {
      const value = request.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const fresh = await ask(sandbox, { method, path, headers, body });
    if (this.#recorded !== null) {
      this.#recorded.calls.push({ method, path, headers, body });
      this.#recorded.answers.set(key, [...(this.#recorded.answers.get(key) ?? []), fresh]);
    }
    return responseOf(fresh);
  }
}

async function ask(base: string, call: RecordedCall): Promise<Answer> {
  const response = await send(base, call);
  const headers = [...response.headers].filter(([name]) => name !== 'content-length');
  return { status: response.status, headers, body: await response.text() };
}

export function send(base: string, { method, path, headers, body }: RecordedCall): Promise<Response> {
  const sent = { method, headers: headers.map(([name, value]) => [name, value] as [string, string]) };
  return fetch(`${base}${path}`, method === 'GET' ? sent : { ...sent, body });
}

function responseOf({ status, headers, body }: Answer): Response {
  return new Response(status === 204 ? null : body, {
    status,
    headers: headers.map(([name, value]) => [name, value] as [string, string]),
  });
}
