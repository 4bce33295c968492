/** `npm start`: Koppel and the systems that it connects, on this machine, with orders coming in. */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { demoIntegration, feedOrders, fillShops, sandboxAddresses, twoShops } from './demo.ts';
import { DocumentNumbers } from './document-numbers.ts';
import { KoppelApi, type View } from './koppel-api.ts';
import { printLiveTable } from './live-table.ts';
import { localSecrets } from './local-secrets.ts';
import { startLocalWorker } from './local-worker.ts';
import { needsYou } from './needs-you.ts';
import { checkFree, type Ports, portsFrom } from './ports.ts';

const home = process.env.KOPPEL_HOME ?? '.koppel';
const ports = await usablePorts();
console.log('Building Koppel and the sandbox …');
const built = spawnSync(process.execPath, ['scripts/build.ts', 'koppel', 'sandbox'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
console.log('Starting …');

const secrets = localSecrets(`${home}/secrets.json`);
const logFile = createWriteStream(`${home}/koppel.log`, { flags: 'a' });
const log = (line: string) => logFile.write(`${line}\n`);

const sandbox = await startLocalWorker({
  config: 'sandbox/wrangler.toml',
  bundle: 'dist/sandbox/index.js',
  port: ports.sandbox,
  state: `${home}/state/sandbox`,
  log,
});
const koppel = await startLocalWorker({
  config: 'wrangler.toml',
  bundle: 'dist/koppel/index.js',
  port: ports.koppel,
  state: `${home}/state/koppel`,
  vars: {
    ...secrets,
    JURISDICTION: 'none',
    BASE_URLS: JSON.stringify(sandboxAddresses(sandbox.url)),
    // So that systems can be asked for their webhooks.
    PUBLIC_URL: `http://127.0.0.1:${ports.koppel}`,
  },
  log,
});
const cron = setInterval(() => void koppel.cron(), 60_000);

const stopping = new AbortController();
const api = new KoppelApi(koppel.url, secrets.ADMIN_TOKEN);

let views: readonly View[] = [];

// Whatever ends it: Miniflare has an end of its own for Ctrl+C, and stops the workers, so this tells what was known last.
process.once('exit', () => console.log(`\n${needsYou(koppel.url, views)}\n`));

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  clearInterval(cron);
  await Promise.allSettled([koppel.stop(), sandbox.stop()]);
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

console.log(`
  Koppel       ${koppel.url}
  log in with  ${secrets.ADMIN_TOKEN}
  sandbox      ${sandbox.url}  (seven systems to connect: credentials to copy, and buttons that place, refund and cancel orders)

  State and log are kept in ${home}; \`npm run reset\` clears them. Ctrl+C stops, and tells what needs you.
`);

const integration = 'demo';
if (!(await api.exists(integration))) {
  await api.put(integration, demoIntegration);
  await api.sync(integration, 'orders', { since: '2020-01-01' });
}
if (!(await api.exists('shops'))) {
  await fillShops(sandbox.url);
  await api.put('shops', twoShops);
}
await feedOrders(sandbox.url, `${koppel.url}/hooks/${integration}/shop`);
const told = (current: readonly View[]) => {
  views = current;
};
try {
  await printLiveTable(api, new DocumentNumbers(sandbox.url), told, stopping.signal);
} catch (error) {
  // Ctrl+C reaches the workers first: its own signal comes a moment later.
  await new Promise((resolve) => setTimeout(resolve, 500));
  if (!stopping.signal.aborted) console.error(error);
  await stop();
}

/** Ends with a sentence where a port cannot be taken. */
async function usablePorts(): Promise<Ports> {
  try {
    const wanted = portsFrom(process.env.PORT);
    await checkFree(wanted);
    return wanted;
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
