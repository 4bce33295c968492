import type { Sandbox } from '../../../sandbox/sandbox.ts';

/** The levers of one stand-in, by which people work in it. */
export class Levers {
  readonly #sandbox: Sandbox;
  readonly #system: keyof Sandbox['systems'];

  constructor(sandbox: Sandbox, system: keyof Sandbox['systems']) {
    this.#sandbox = sandbox;
    this.#system = system;
  }

  /** Throws where the system would not let them. */
  async pull(method: string, path: string, body?: object): Promise<Response> {
    return done(`${this.#system} ${method} ${path}`, this.try(method, path, body));
  }

  async try(method: string, path: string, body?: object): Promise<Response> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.#sandbox.systems[this.#system].control().request(path, { method, ...init });
  }
}

export async function done(what: string, answer: Response | Promise<Response>): Promise<Response> {
  const { status, ok } = await answer;
  if (!ok) throw new Error(`${what}: ${status} ${await (await answer).text()}`);
  return answer;
}
