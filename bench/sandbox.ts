import { type LocalWorker, startLocalWorker } from '../scripts/local-worker.ts';

/** Its object leaves the memory when nobody calls it for ten seconds, and what it holds is kept nowhere else. */
const calledEveryMs = 3_000;

/** An empty sandbox that keeps what it is given until it is stopped. */
export async function startSandbox(): Promise<LocalWorker> {
  const sandbox = await startLocalWorker({
    config: 'sandbox/wrangler.toml',
    bundle: 'dist/sandbox/index.js',
    port: 0,
    vars: { SEED: 'false', PERSIST: 'false', SETTINGS: '{}' },
    log: () => undefined,
  });
  const call = () => void fetch(`${sandbox.url}/control/faults`).catch(() => undefined);
  const awake = setInterval(call, calledEveryMs);
  return {
    ...sandbox,
    stop: () => {
      clearInterval(awake);
      return sandbox.stop();
    },
  };
}
