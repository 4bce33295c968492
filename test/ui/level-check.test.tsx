import { expect, it } from 'vitest';
import type { PreviewCheck } from '../../src/flows/contract.ts';
import { textsIn } from '../../src/texts/languages.ts';
import { LevelCheck } from '../../src/ui/parts/level-check.tsx';
import { ReaderTexts } from '../../src/ui/reader.ts';
import { readable } from './browser.ts';

const shown = async (checks: readonly PreviewCheck[]) => {
  const page = (
    <ReaderTexts.Provider value={textsIn('nl')}>
      <LevelCheck checks={checks} />
    </ReaderTexts.Provider>
  );
  return readable(String(await page));
};

it('shows a level that is not counted yet, without a number and without a difference', async () => {
  const text = await shown([{ name: 'TS-M', expected: '1234', actual: null }]);
  expect(text).toContain('Niet elke voorraadstand klopt.');
  expect(text).toMatch(/TS-M 1\.234 nog niet geteld –/);
});

it('counts pieces: no currency, no cents', async () => {
  const text = await shown([{ name: 'TS-M', expected: '5', actual: '7.5' }]);
  expect(text).toMatch(/TS-M 5 7,5 2,5/);
  expect(text).not.toMatch(/EUR|cent|5,00/);
});

it('says that all is well where every number is the same', async () => {
  expect(await shown([{ name: 'TS-M', expected: '5', actual: '5.0' }])).toContain(
    'Elke voorraadstand klopt.',
  );
  expect((await shown([])).trim()).toBe('');
});
