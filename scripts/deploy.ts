/** `npm run deploy`: Koppel on somebody's own Cloudflare account, for the first time or once more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Options, optionsFrom, usage } from './deploy/options.ts';
import { person } from './deploy/person.ts';
import type { Ports } from './deploy/ports.ts';
import { deploy } from './deploy/run.ts';
import { Stop } from './deploy/stop.ts';
import { Wrangler } from './deploy/wrangler.ts';

const { env, argv, stdin, stdout } = process;

try {
  const options = optionsFrom(argv.slice(2), env);
  if (options.help) console.log(usage);
  else process.exitCode = (await deploy(options, portsFor(options))) ? 0 : 1;
} catch (error) {
  // Ctrl+C at a question.
  const isLeft = error instanceof Error && error.name === 'ExitPromptError';
  if (!isLeft && !(error instanceof Stop)) throw error;
  console.error(isLeft ? '\nNothing was done.' : error.message);
  process.exitCode = 1;
}

function portsFor({ yes }: Options): Ports {
  const isBuild = Boolean(env.CI);
  const isTerminal = Boolean(stdin.isTTY && stdout.isTTY) && !isBuild;
  return {
    wrangler: new Wrangler(env),
    person: isTerminal && !yes ? person : null,
    isOwnBuild: env.WORKERS_CI === '1',
    isLogged: isBuild,
    print: (line) => console.log(line),
    fetch,
    sleep: async (ms) => {
      await sleep(ms);
    },
  };
}
