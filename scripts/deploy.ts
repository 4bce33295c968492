/** `npm run deploy`: Koppel on somebody's own Cloudflare account, for the first time or once more. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Options, optionsFrom, usage } from './deploy/options.ts';
import type { Ports } from './deploy/ports.ts';
import { Stop } from './deploy/stop.ts';
import { Wrangler } from './deploy/wrangler.ts';

const { env, argv, stdin, stdout } = process;

try {
  const options = optionsFrom(argv.slice(2), env);
  if (options.help) console.log(usage);
  else {
    // wrangler is read only where it is needed: that takes a while.
    const { deploy } = await import('./deploy/run.ts');
    process.exitCode = (await deploy(options, await portsFor(options))) ? 0 : 1;
  }
} catch (error) {
  // Ctrl+C at a question.
  const isLeft = error instanceof Error && error.name === 'ExitPromptError';
  if (!isLeft && !(error instanceof Stop)) throw error;
  console.error(isLeft ? '\nNothing was done.' : error.message);
  process.exitCode = 1;
}

async function portsFor({ yes }: Options): Promise<Ports> {
  const isBuild = Boolean(env.CI);
  const isTerminal = Boolean(stdin.isTTY && stdout.isTTY) && !isBuild;
  return {
    wrangler: new Wrangler(env),
    person: isTerminal && !yes ? (await import('./deploy/person.ts')).person : null,
    isOwnBuild: env.WORKERS_CI === '1',
    isLogged: isBuild,
    print: (line) => console.log(line),
    fetch,
    sleep: async (ms) => {
      await sleep(ms);
    },
  };
}
