import type { StandIn } from '../../../sandbox/kit/stand-in.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';

/** The levers of one stand-in, by which people work in it. */
export class Levers {
  readonly #system: keyof Sandbox['systems'];
  readonly #control: ReturnType<StandIn['control']>;

  constructor(sandbox: Sandbox, system: keyof Sandbox['systems']) {
    this.#system = system;
    this.#control = sandbox.systems[system].control();
  }

  /** Throws where the system would not let them. */
  async pull(method: string, path: string, body?: object): Promise<Response> {
    return done(`${this.#system} ${method} ${path}`, this.try(method, path, body));
  }

  async try(method: string, path: string, body?: object): Promise<Response> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.#control.request(path, { method, ...init });
  }
}

export async function done(what: string, answer: Response | Promise<Response>): Promise<Response> {
  const { status, ok } = await answer;
  if (!ok) throw new Error(`${what}: ${status} ${await (await answer).text()}`);
  return answer;
}
