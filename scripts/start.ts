/** `npm start`: Koppel and the systems that it connects, on this machine, with orders coming in. */
import { createWriteStream } from 'node:fs';
import { demoIntegration, feedOrders, sandboxAddresses } from './demo.ts';
import { KoppelApi } from './koppel-api.ts';
import { printLiveTable } from './live-table.ts';
import { localSecrets } from './local-secrets.ts';
import { startLocalWorker } from './local-worker.ts';

const port = Number(process.env.PORT ?? 8787);
const home = process.env.KOPPEL_HOME ?? '.koppel';
const secrets = localSecrets(`${home}/secrets.json`);
const logFile = createWriteStream(`${home}/koppel.log`, { flags: 'a' });
const log = (line: string) => logFile.write(`${line}\n`);

const sandbox = await startLocalWorker({
  config: 'sandbox/wrangler.toml',
  bundle: 'dist/sandbox/index.js',
  port: port + 1,
  state: `${home}/state/sandbox`,
  log,
});
const koppel = await startLocalWorker({
  config: 'wrangler.toml',
  bundle: 'dist/koppel/index.js',
  port,
  state: `${home}/state/koppel`,
  vars: { ...secrets, JURISDICTION: '', BASE_URLS: JSON.stringify(sandboxAddresses(sandbox.url)) },
  log,
});
const cron = setInterval(() => void koppel.cron(), 60_000);

async function stop(): Promise<void> {
  clearInterval(cron);
  await Promise.all([koppel.stop(), sandbox.stop()]);
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

console.log(`
  Koppel       ${koppel.url}
  log in with  ${secrets.ADMIN_TOKEN}
  sandbox      ${sandbox.url}  (stands in for Ecwid, Jortt and Magento 2)

  State and log are kept in ${home}; \`npm run reset\` clears them. Ctrl+C stops.
`);

const api = new KoppelApi(koppel.url, secrets.ADMIN_TOKEN);
const integration = 'demo';
if (!(await api.exists(integration))) {
  await api.put(integration, demoIntegration);
  await api.sync(integration, 'orders', { since: '2020-01-01' });
}
await feedOrders(sandbox.url, `${koppel.url}/hooks/${integration}/shop`);
await printLiveTable(api, integration);
