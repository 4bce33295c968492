import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));

test('every page of docs/ has a page of /help', () => {
  const list = readFileSync('src/ui/help/documents.ts', 'utf8');
  const imported = [...list.matchAll(/from '\.\.\/\.\.\/\.\.\/(docs\/[^']+)'/g)].map(([, file = '']) => file);
  expect(imported.toSorted()).toEqual(pages.toSorted());
  const named = [...list.matchAll(/^ {2}'?([\w/-]+)'?(?:: \w+)?,$/gm)].map(([, name]) => `docs/${name}.md`);
  expect(named.toSorted()).toEqual(pages.toSorted());
});

describe.each([...pages, 'README.md', 'CONTRIBUTING.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)\s]*)?\)/g)].map(([, href = '']) => href);
    const own = links.filter((href) => !/^(?:https?:|mailto:)/.test(href));
    const lost = own.filter((href) => !isThere(normalize(join(dirname(file), href))));
    expect(lost).toEqual([]);
  });
});

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EISDIR';
  }
}
