import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What `rejected('…')` and `code: '…'` say anywhere in the product. */
function codes(): string[] {
  const sources = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const found = sources.flatMap((source) =>
    [...source.matchAll(/(?:rejected\(\s*|\bcode: )'([a-z_]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(found)].filter((code) => !['custom', 'key_missing'].includes(code)).sort();
}

it('every code of a problem is explained in docs/problems.md', () => {
  const page = readFileSync('docs/problems.md', 'utf8');
  expect(codes().length).toBeGreaterThan(30);
  expect(codes().filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
