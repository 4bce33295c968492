import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deedCodes } from '../../src/engine/storage/trail.ts';
import { en } from '../../src/texts/en.ts';

const page = readFileSync('docs/problems.md', 'utf8');

const sources = ['src', 'durable-objects']
  .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** What a person did, zod's word for an issue, a fault of the deployment, and why an expression failed: a param of `mapping_failed`. */
const notProblems: readonly string[] = [
  ...deedCodes,
  'custom',
  'key_missing',
  'too_long',
  'too_many_steps',
  'no_value',
];

/** What `rejected('…')` and `code: '…'` say anywhere in the product. */
function thrownCodes(): string[] {
  const found = sources.flatMap((source) =>
    [...source.matchAll(/(?:rejected\(\s*|\bcode: )'([a-z_]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)].filter((code) => !notProblems.includes(code)).sort();
}

/** The codes of the page's tables, in their first column. */
function tableCodes(): string[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => codesIn(line.split('|')[1] ?? ''));
}

/** Codes of the section on the API's own answers. */
function answerCodes(): string[] {
  return codesIn(page.split("## The API's own answers")[1] ?? '').filter((code) => code !== 'code');
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([a-z_]+)`/g)].map((match) => match[1] ?? '');
}

it('every code of a problem is explained in docs/problems.md', () => {
  const codes = [...new Set([...thrownCodes(), ...Object.keys(en.problems)])];
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

it('every code that docs/problems.md has in its tables is a code of a problem', () => {
  const codes: readonly string[] = Object.keys(en.problems);
  expect(tableCodes().length).toBeGreaterThan(30);
  expect(tableCodes().filter((code) => !codes.includes(code))).toEqual([]);
});

it('every code of the API that docs/problems.md names is one that the API answers with', () => {
  const answers = sources.join('\n');
  expect(answerCodes().length).toBeGreaterThan(10);
  expect(answerCodes().filter((code) => code !== 'issues' && !answers.includes(`'${code}'`))).toEqual([]);
});
