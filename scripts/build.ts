import { spawnSync } from 'node:child_process';

/** `npm run build`: bundles the Workers as `wrangler deploy` does, or those that are named. Silent unless something is wrong. */
const workers = [
  ['wrangler.toml', 'dist/koppel', []],
  ['sandbox/wrangler.toml', '../dist/sandbox', []],
  ['bench/wrangler.toml', '../dist/bench', []],
  // Koppel's own bindings, with another way in.
  ['wrangler.toml', 'dist/cost', ['bench/cost/counting-worker.ts']],
] as const;

const named = process.argv.slice(2);
const wanted = workers.filter(
  ([, outdir]) => named.length === 0 || named.some((name) => outdir.endsWith(`/${name}`)),
);

for (const [config, outdir, main] of wanted) {
  const options = ['deploy', ...main, '--dry-run', '--config', config, '--outdir', outdir];
  const { status, stdout, stderr } = spawnSync('wrangler', options, {
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(status ?? 1);
  }
}
