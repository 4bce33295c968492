import { exports } from 'cloudflare:workers';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { vi } from 'vitest';
import { ecwidSettings } from '../../../sandbox/ecwid/settings.ts';
import { jorttSettings } from '../../../sandbox/jortt/settings.ts';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import type { World } from '../../../sandbox/kit/stand-in.ts';
import { magentoSettings } from '../../../sandbox/magento/settings.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { Outgoing } from '../../support/outgoing.ts';
import { hosts } from '../../support/systems.ts';
import { clock } from './virtual-clock.ts';

/** A fault that hangs for this long is a time-out: the clock goes past it at once, and the answer comes after that. */
const hangMs = 30_000;
const lateMs = 2_000;

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

/** The systems, played in this isolate. */
export const sandbox = new Sandbox(world, (request) => exports.default.fetch(request));
export const { ecwid, jortt, magento } = sandbox.systems;

/** The way out of Koppel: what was called, and what a test wants to do about it. */
export const outside = new Outgoing(sandbox);

function route(origin: string, system: string) {
  return http.all(`${origin}/*`, ({ request }) =>
    outside.answer(system, new Request(request as unknown as Request)),
  );
}

export const server = setupServer(
  ...Object.entries(hosts).map(([host, system]) => route(`https://${host}`, system)),
);

/** Every line that Koppel logs. */
export const logged: string[] = [];

/** Every test begins with empty systems. */
export function beginTest(): void {
  logged.length = 0;
  for (const method of ['log', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...words) => void logged.push(words.map(String).join(' ')));
  }
  chance = seededRandom(1);
  ecwid.change(ecwidSettings.parse({}));
  jortt.change(jorttSettings.parse({}));
  magento.change(magentoSettings.parse({}));
  sandbox.reset(false);
  outside.reset();
}
