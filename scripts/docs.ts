/** `npm run docs`: writes the tables that follow from the code. With `--check` it only tells whether they are up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { capabilitiesTable } from './capabilities-table.ts';
import { settingsTables } from './settings-tables.ts';

const parts = [
  { file: 'README.md', name: 'capabilities', text: capabilitiesTable() },
  { file: 'docs/settings.md', name: 'settings', text: settingsTables() },
];

const stale = parts.filter(({ file, name, text }) => {
  const page = readFileSync(file, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const at = page.indexOf(start) + start.length;
  const written = `${page.slice(0, at)}\n${text}\n${page.slice(page.indexOf(end))}`;
  if (written === page) return false;
  if (!process.argv.includes('--check')) writeFileSync(file, written);
  return true;
});

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Out of date: ${stale.map(({ file }) => file).join(', ')}. Run \`npm run docs\`.`);
  process.exit(1);
}
