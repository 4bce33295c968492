/** One call as it went out. */
interface SentCall {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface RecordedCall extends SentCall {
  /** That it was answered with. */
  readonly status: number;
}

/** Calls since they were last forgotten. */
export interface CallCounts {
  readonly calls: number;
  /** Those that were no readings. */
  readonly writes: number;
}

/** What of a call's headers an answer can depend on. */
const kept = ['accept', 'authorization', 'content-type'];

/** A way to the sandbox that notes every call, so that somebody else can make the same ones. */
export class Recording {
  #calls: RecordedCall[] = [];

  forget(): void {
    this.#calls = [];
  }

  get calls(): readonly RecordedCall[] {
    return this.#calls;
  }

  get counts(): CallCounts {
    const writes = this.#calls.filter(({ method }) => method !== 'GET').length;
    return { calls: this.#calls.length, writes };
  }

  async answer(request: Request, sandbox: string): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const { method } = request;
    const body = method === 'GET' ? '' : await request.text();
    const headers = kept.flatMap((name): [string, string][] => {
      const value = request.headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const call = { method, path: `${pathname}${search}`, headers, body };
    const answer = await send(sandbox, call);
    this.#calls.push({ ...call, status: answer.status });
    return answer;
  }
}

export function send(base: string, { method, path, headers, body }: SentCall): Promise<Response> {
  const sent = { method, headers: headers.map(([name, value]) => [name, value] as [string, string]) };
  return fetch(`${base}${path}`, method === 'GET' ? sent : { ...sent, body });
}
