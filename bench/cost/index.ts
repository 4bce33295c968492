/** `npm run cost`: counts what Koppel uses of Cloudflare, and writes docs/cost.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { scenarios } from './scenarios.ts';
import { report } from './table.ts';

const text = report(await scenarios());
console.log(text);

const page = 'docs/cost.md';
const [start, end] = ['<!-- cost -->', '<!-- /cost -->'];
const before = readFileSync(page, 'utf8');
writeFileSync(
  page,
  `${before.slice(0, before.indexOf(start) + start.length)}\n${text}\n${before.slice(before.indexOf(end))}`,
);
process.exit(0);
