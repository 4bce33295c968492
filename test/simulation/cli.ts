if (!process.argv.includes('--seed')) Error.stackTraceLimit = 0;

import { run } from './run.ts';

const args = process.argv.slice(2);
const value = (n: string) => {
  const i = args.indexOf(n);
  return i < 0 ? undefined : args[i + 1];
};
const seed = value('--seed');
if (seed !== undefined) {
  const r = await run(Number(seed), { tell: (l) => console.log(l) });
  console.log(r);
} else {
  const n = Number(value('--seeds') ?? 100),
    from = Number(value('--from') ?? 0);
  const t0 = performance.now();
  let bad = 0,
    calls = 0;
  for (let s = from; s < from + n; s++) {
    const r = await run(s);
    calls += r.calls;
    if (r.failures.length) {
      bad++;
      console.log(s, r.failures.join('\n    ').slice(0, 1200));
    }
  }
  console.log(n, 'seeds', bad, 'bad', calls / n, 'calls each', (performance.now() - t0) / n, 'ms each');
}
