import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** `npm run build`: bundles the Workers as `wrangler deploy` does, or those that are named, all at once. Silent unless something is wrong. */
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

await Promise.all(wanted.map(build));

async function build([config, outdir, main]: (typeof workers)[number]): Promise<void> {
  const options = ['deploy', ...main, '--dry-run', '--config', config, '--outdir', outdir];
  const child = spawn('wrangler', options, {
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (status === 0) return;
  console.error(said, complained);
  process.exitCode = status ?? 1;
}
