import { type LocalWorker, startLocalWorker } from '../scripts/local-worker.ts';

/** An empty sandbox that keeps nothing. */
export function startSandbox(): Promise<LocalWorker> {
  return startLocalWorker({
    config: 'sandbox/wrangler.toml',
    bundle: 'dist/sandbox/index.js',
    port: 0,
    vars: { SEED: 'false', PERSIST: 'false', SETTINGS: '{}' },
    log: () => undefined,
  });
}
