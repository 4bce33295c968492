import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

const files = readdirSync('sandbox', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join('sandbox', file));

/** The files of the repository that a file imports. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/ from '(\.[^']+)'/g)].map((match) =>
    normalize(join(dirname(file), match[1] ?? '')),
  );
}

it('the sandbox imports nothing of the product: that both agree proves something', () => {
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    for (const imported of importsOf(file)) expect(imported, file).toMatch(/^sandbox\//);
  }
});

it('the kit imports of no system, and no system imports of another', () => {
  const systems = ['ccv', 'ecwid', 'jortt', 'magento', 'mijnwebwinkel', 'salesforce', 'shopify'];
  for (const file of files.filter((each) => each.split('/').length > 2)) {
    const own = file.split('/')[1] ?? '';
    for (const imported of importsOf(file)) {
      const of = imported.split('/')[1] ?? '';
      if (systems.includes(of)) expect(of, `${file} imports ${imported}`).toBe(own);
      if (own === 'kit') expect(of, `${file} imports ${imported}`).toBe('kit');
    }
  }
});

it('no folder of the sandbox has more than twenty files', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  for (const [folder, count] of counts) expect(count, folder).toBeLessThanOrEqual(20);
});
