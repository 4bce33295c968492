import { describe, expect, it } from 'vitest';
import type { OrderDetailView } from '../../src/engine/reporting/order-views.ts';
import type { IntegrationView } from '../../src/engine/reporting/views.ts';
import type { PairedLine, ShownLine } from '../../src/flows/orders/document/paired-lines.ts';
import { textsIn } from '../../src/texts/languages.ts';
import { OrderSheet } from '../../src/ui/orders/order.tsx';
import { ReaderTexts } from '../../src/ui/reader.ts';
import { readable } from './browser.ts';

const view = {
  id: 'mugs',
  connections: {
    shop: { connector: 'ecwid', credentials: {} },
    books: { connector: 'jortt', credentials: {} },
  },
} as unknown as IntegrationView;

const mug: ShownLine = {
  ...{ kind: 'item', name: 'Emaille mok', sku: 'MUG-1', quantity: '2', amount: '20', vatRate: '21' },
};

const order: OrderDetailView = {
  ...{
    flow: 'orders',
    from: 'shop',
    to: 'books',
    key: 'K1',
    number: '1005',
    url: 'https://shop.example.com/1005',
  },
  ...{
    placedOn: '2026-03-02',
    placedAt: '2026-03-02T11:30:00.000Z',
    firstSeenAt: '2026-03-02T11:30:01.000Z',
  },
  ...{ currency: 'EUR', gross: '24.20', vat: '4.20', vatByRate: [], refunded: '0', state: 'booked' },
  ...{ problem: null, reason: null, task: null, dueAt: null, lastTask: null, lines: null },
  document: {
    ...{ id: 'T1', number: '202603-001', url: 'https://books.example.com/T1', gross: '24.20', vat: '4.20' },
    ...{ credited: null, bookedAt: '2026-03-02T11:31:00.000Z' },
  },
  checks: [
    { name: 'gross', expected: '24.20', actual: '24.20' },
    { name: 'vat', expected: '4.20', actual: '4.20' },
  ],
  notes: [],
  timeline: [],
};

async function shown(parts: Partial<OrderDetailView> = {}): Promise<{ html: string; text: string }> {
  const html = String(
    await (
      <ReaderTexts.Provider value={textsIn('en')}>
        <OrderSheet view={view} order={{ ...order, ...parts }} zone="Europe/Amsterdam" />
      </ReaderTexts.Provider>
    ),
  );
  return { html, text: readable(html) };
}

const pair = (source: ShownLine | null, target: ShownLine | null, differs = false): PairedLine => ({
  ...{ source, target, differs },
});

describe('the sheet of an order', () => {
  it('leads into both systems', async () => {
    const { html, text } = await shown();
    expect(html).toContain('<a href="https://shop.example.com/1005">open there</a>');
    expect(html).toContain('<a href="https://books.example.com/T1">202603-001</a>');
    expect(text).toContain('In Ecwid by Lightspeed 1005 , open there');
  });

  it('has no link where no address is known', async () => {
    const { html } = await shown({ url: null, document: order.document && { ...order.document, url: null } });
    expect(html).not.toContain('open there');
    expect(html).toContain('202603-001');
  });

  it('marks lines by a word: equal, different, on one side only, and what rounds', async () => {
    const rounding: ShownLine = {
      ...mug,
      kind: 'rounding',
      name: '',
      sku: null,
      quantity: '1',
      amount: '0.01',
    };
    const { text } = await shown({
      lines: [
        pair(mug, mug),
        pair(mug, { ...mug, amount: '19.99' }, true),
        pair({ ...mug, name: 'Loose' }, null),
        pair(null, rounding),
      ],
    });
    expect(text).toMatch(/€20\.00 .*€20\.00 equal/);
    expect(text).toMatch(/€20\.00 .*€19\.99 different/);
    expect(text).toMatch(/Loose .*– – one side only/);
    expect(text).toMatch(/– – Rounding VAT at 21 % €0\.01 Rounding/);
  });

  it('says why the totals were rounded', async () => {
    const note =
      'The shop rounds VAT on every line; Jortt would come to €24.21 with €4.20 VAT in its own way.';
    expect((await shown({ notes: [note] })).text).toContain(note);
  });

  it('calls totals different only where a figure is known to be', async () => {
    const told = async (actuals: readonly (string | null)[]) =>
      (
        await shown({
          checks: actuals.map((actual, index) => ({
            name: index === 0 ? 'gross' : 'vat',
            expected: '24.20',
            actual,
          })),
        })
      ).text;
    expect(await told(['24.20', '24.2'])).toContain('Equal to the cent.');
    expect(await told(['24.20', null])).toContain(
      'Equal to the cent, as far as the figures of the document are known.',
    );
    expect(await told([null, null])).toContain('There is no document to compare with yet');
    for (const actuals of [
      ['24.21', null],
      ['24.20', '4.20'],
      [null, '0'],
    ] as const)
      expect(await told(actuals)).toContain('There is a difference.');
  });
});

it('does not call equal what no document stands for, nor what is given back and not credited', async () => {
  expect((await shown({ document: null })).text).toContain('Nothing is booked yet.');
  const refunded = { name: 'refunded', expected: '6.99', actual: '0' };
  const { text } = await shown({ refunded: '6.99', checks: [...order.checks, refunded] });
  expect(text).toContain('There is a difference.');
});
