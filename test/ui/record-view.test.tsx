import type { Child } from 'hono/jsx';
import { expect, it } from 'vitest';
import { textsIn } from '../../src/texts/languages.ts';
import { JsonView } from '../../src/ui/parts/json-view.tsx';
import { TotalsCheck } from '../../src/ui/parts/totals-check.tsx';
import { ReaderTexts, ReaderZone } from '../../src/ui/reader.ts';

const inDutch = async (part: Child) =>
  String(await (<ReaderTexts.Provider value={textsIn('nl')}>{part}</ReaderTexts.Provider>));

it('says fields of our records in the words of the reader, and shows those of a system as it writes them', async () => {
  const record = {
    placedAt: '2026-03-02T12:00:00Z',
    lines: [{ unit_price: '22.8', weird_field: 1 }],
    tax_group: 'x',
    constructor_: 1,
  };
  const html = await inDutch(<JsonView value={record} />);
  expect(html).toContain('<dt title="placedAt">Geplaatst op</dt>');
  expect(html).toMatch(/<th scope="col" title="unit_price"[^>]*>Stukprijs<\/th>/);
  expect(html).toMatch(/<th scope="col" title="weird_field"[^>]*><code>weird_field<\/code><\/th>/);
  expect(html).toContain('<dt title="tax_group"><code>tax_group</code></dt>');
  const exact = await inDutch(<JsonView value={{ price: '1' }} names="exact" />);
  expect(exact).toContain('<code>price</code>');
});

it('writes amounts as the totals check beside it does', async () => {
  const html = await inDutch(
    <JsonView value={{ gross: '22.8', lines: [{ unitPrice: '1234.5' }], sku: '22.8' }} />,
  );
  expect(html).toContain('>22,80<');
  expect(html).toContain('>1.234,50<');
  expect(html).toContain('>22.8<');
});

it('writes instants and days as people write them, where the reader is told to be, and keeps what was written', async () => {
  const record = {
    ...{ placedAt: '2025-12-31T23:30:00.000Z', date: '2025-12-31', sent_at: '2025-12-31T23:30:00+0100' },
    ...{ number: '2025-12', lang: 'nl' },
  };
  const parts = (
    <ReaderZone.Provider value="Europe/Amsterdam">
      <JsonView value={record} />
    </ReaderZone.Provider>
  );
  const html = await inDutch(parts);
  expect(html).toContain('title="2025-12-31T23:30:00.000Z">1 jan 2026, 00:30</time>');
  expect(html).toContain('title="2025-12-31T23:30:00+0100">31 dec 2025, 23:30</time>');
  expect(html).toContain('>31 dec 2025<');
  expect(html).toContain('>2025-12<');
  // A field that a mapping fills in.
  expect(html).toContain('<dt title="lang">Taal</dt>');
  expect(await inDutch(<JsonView value={{ from: '2025-12-31' }} names="exact" />)).toContain('>2025-12-31<');
});

it('names the prices of a product in a check', async () => {
  const checks = ['price', 'listPrice', 'gross', 'vat:21'].map((name) => ({
    name,
    expected: '1',
    actual: '1',
  }));
  const html = await inDutch(<TotalsCheck checks={checks} currency="EUR" />);
  for (const name of ['Prijs', 'Adviesprijs', 'Totaal incl. btw', 'Btw 21%'])
    expect(html).toContain(`<th scope="row">${name}</th>`);
});
