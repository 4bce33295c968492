import { exports } from 'cloudflare:workers';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { ecwidSettings } from '../../sandbox/ecwid/settings.ts';
import { jorttSettings } from '../../sandbox/jortt/settings.ts';
import { type FaultRule, faultRule } from '../../sandbox/kit/faults/faults.ts';
import { seededRandom } from '../../sandbox/kit/random.ts';
import type { World } from '../../sandbox/kit/stand-in.ts';
import { Sandbox } from '../../sandbox/sandbox.ts';
import { clock } from './virtual-clock.ts';

/** A request on its way out of Koppel. */
export interface OutgoingCall {
  /** From 1, since the log was last cleared. */
  readonly number: number;
  readonly system: 'ecwid' | 'jortt';
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

type Interceptor = (call: OutgoingCall, answer: () => Promise<Response>) => Promise<Response>;

/** A fault that hangs for this long is a time-out: the clock goes past it at once, and the answer comes after that. */
const hangMs = 30_000;
const lateMs = 2_000;

// Weeks pass within some of these tests, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

let chance = seededRandom(1);

const world: World = {
  now: clock.now,
  random: () => chance(),
  sleep: (ms, signal) => {
    if (ms >= hangMs) clock.pass(ms);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms >= hangMs ? lateMs : ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  },
};

/** Both systems, played in this isolate. */
export const sandbox = new Sandbox(world, (request) => exports.default.fetch(request));
export const { ecwid, jortt } = sandbox.systems;

const passOn: Interceptor = (_call, answer) => answer();

/** The way out of Koppel: what was called, and what a test wants to do about it. */
export const outside = {
  calls: [] as OutgoingCall[],
  underWay: { ecwid: 0, jortt: 0 },
  mostUnderWay: { ecwid: 0, jortt: 0 },
  intercept: passOn,

  clear(): void {
    this.calls = [];
    this.mostUnderWay = { ecwid: 0, jortt: 0 };
  },
  count(method: string, path: RegExp): number {
    return this.calls.filter((call) => call.method === method && path.test(call.path)).length;
  },
  /** Several of one kind stand in a row: each call takes one. */
  fault(...rules: FaultRuleInput[]): void {
    for (const rule of rules) sandbox.faults.add(faultRule.parse(rule));
  },
  clearFaults(): void {
    sandbox.faults.clear();
  },
};

type FaultRuleInput = Partial<FaultRule> & Pick<FaultRule, 'system' | 'kind'>;

async function answer(system: OutgoingCall['system'], request: Request): Promise<Response> {
  const call = {
    number: outside.calls.length + 1,
    system,
    method: request.method,
    path: new URL(request.url).pathname,
    body: new TextDecoder().decode(await request.clone().arrayBuffer()),
  };
  outside.calls.push(call);
  outside.underWay[system] += 1;
  outside.mostUnderWay[system] = Math.max(outside.mostUnderWay[system], outside.underWay[system]);
  try {
    return await outside.intercept(call, () => sandbox.handle(system, request));
  } finally {
    outside.underWay[system] -= 1;
  }
}

function route(origin: string, system: OutgoingCall['system']) {
  return http.all(`${origin}/*`, ({ request }) => answer(system, new Request(request as unknown as Request)));
}

const server = setupServer(
  route('https://app.ecwid.com', 'ecwid'),
  route('https://api.jortt.nl', 'jortt'),
  route('https://app.jortt.nl', 'jortt'),
);

/** Every line that Koppel logs. */
export const logged: string[] = [];

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

beforeEach(() => {
  logged.length = 0;
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void logged.push(words.map(String).join(' ')));
  }
  chance = seededRandom(1);
  ecwid.change(ecwidSettings.parse({}));
  jortt.change(jorttSettings.parse({}));
  sandbox.reset(false);
  outside.intercept = passOn;
  outside.underWay = { ecwid: 0, jortt: 0 };
  outside.clear();
});
