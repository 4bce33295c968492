/** One Worker in a process of its own, so that it can be killed. Tells its address on the first line. */
import { type LocalWorkerOptions, startLocalWorker } from '../../scripts/local-worker.ts';

const options = JSON.parse(process.argv[2] ?? '') as LocalWorkerOptions;
const worker = await startLocalWorker({ ...options, log: (line) => console.log(line) });
console.log(JSON.stringify({ url: worker.url }));
process.on('message', () => void worker.cron().then(() => process.send?.('done')));
