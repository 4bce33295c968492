import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../support/runs.ts';
import { euros, line, Office } from '../office.ts';

async function totalsOf(office: Office, fields: object) {
  const id = await office.invoice(fields as Record<string, unknown>);
  const invoice = office.jortt.state().invoices.find((each) => each.id === id);
  return {
    net: invoice?.invoice_total.amount,
    gross: invoice?.invoice_total_incl_vat.amount,
    vatByRate: invoice?.vatByRate,
  };
}

describe('the totals of an invoice', () => {
  it('are those of the sheet', async () => {
    const office = await Office.open();
    const line_items = [line('25.00', '3'), line('10.00', '1', '0.09')];
    expect(await totalsOf(office, { line_items })).toEqual({
      net: '85.00',
      gross: '101.65',
      vatByRate: { '0.21': '15.75', '0.09': '0.90' },
    });
    expect(await totalsOf(office, { line_items: [line('499.00', '4')] })).toMatchObject({
      net: '1996.00',
      gross: '2415.16',
    });
  });

  it('have VAT rounded once per rate, not per line', async () => {
    const office = await Office.open();
    const line_items = [1, 2, 3].map(() => line('0.02', '1'));
    expect(await totalsOf(office, { line_items })).toMatchObject({ vatByRate: { '0.21': '0.01' } });
  });

  it('take VAT out of lines that include it', async () => {
    const office = await Office.open();
    const line_items = [line('121.00', '1'), line('-12.10', '1'), line('5.00', '1', '0')];
    expect(await totalsOf(office, { net_amounts: true, line_items })).toEqual({
      net: '95.00',
      gross: '113.90',
      vatByRate: { '0.21': '18.90', '0.00': '0.00' },
    });
  });

  it('round half a cent away from zero', async () => {
    const office = await Office.open();
    const at = async (amount: string) =>
      (await totalsOf(office, { line_items: [line(amount, '1', '0.1')] })).vatByRate;
    expect(await at('0.05')).toEqual({ '0.10': '0.01' });
    expect(await at('-0.05')).toEqual({ '0.10': '-0.01' });
  });

  it('have no negative zero', async () => {
    const office = await Office.open();
    const id = await office.invoice({ line_items: [line('-0.01', '0.1')] });
    expect(await office.readInvoice(id)).toMatchObject({ invoice_total_incl_vat: euros('0.00') });
  });

  it('are lowered by discounts, one after the other', async () => {
    const office = await Office.open();
    const discounts = [{ description: 'Loyal', percentage: 10 }, { percentage: 50 }];
    expect(await totalsOf(office, { line_items: [line('100.00', '1')], discounts })).toMatchObject({
      net: '45.00',
      vatByRate: { '0.21': '9.45' },
    });
  });
});

/** Cents, hundredths, thousandths: nothing but whole numbers. */
interface PlainLine {
  cents: bigint;
  hundredths: bigint;
  thousandths: bigint;
}

const anyLine: fc.Arbitrary<PlainLine> = fc.record({
  cents: fc.bigInt({ min: -500_000n, max: 500_000n }),
  hundredths: fc.oneof(fc.constantFrom(100n, 200n, 1200n), fc.bigInt({ min: 1n, max: 9999n })),
  thousandths: fc.constantFrom(0n, 55n, 90n, 210n, 255n),
});

function decimal(value: bigint, places: number): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Half away from zero. */
function divided(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value;
  const rounded = (2n * size + by) / (2n * by);
  return value < 0n ? -rounded : rounded;
}

/** In whole cents; `kept` is what a discount leaves, in percent. */
function reckoned(lines: readonly PlainLine[], includesVat: boolean, kept: bigint) {
  const groups = new Map<bigint, bigint>();
  for (const { cents, hundredths, thousandths } of lines) {
    groups.set(thousandths, (groups.get(thousandths) ?? 0n) + cents * hundredths * kept);
  }
  // A sum of cents × hundredths × percent: a cent is 10 000 of these.
  const amount = divided(
    [...groups.values()].reduce((sum, each) => sum + each, 0n),
    10_000n,
  );
  const vat = new Map(
    [...groups].map(([rate, sum]) => [
      rate,
      divided(sum * rate, 10_000n * (includesVat ? 1000n + rate : 1000n)),
    ]),
  );
  const allVat = [...vat.values()].reduce((sum, each) => sum + each, 0n);
  return {
    net: decimal(includesVat ? amount - allVat : amount, 2),
    gross: decimal(includesVat ? amount : amount + allVat, 2),
    vat: new Map([...vat].map(([rate, each]) => [Number(rate), decimal(each, 2)])),
  };
}

describe('for any lines', () => {
  it('the totals are what whole numbers give', async () => {
    const office = await Office.open();
    const lists = fc.array(anyLine, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.boolean(),
        fc.integer({ min: 0, max: 30 }),
        async (lines, net_amounts, off) => {
          const line_items = lines.map(({ cents, hundredths, thousandths }) =>
            line(decimal(cents, 2), decimal(hundredths, 2), decimal(thousandths, 3)),
          );
          const discounts = off === 0 ? [] : [{ percentage: off }];
          const { net, gross, vatByRate } = await totalsOf(office, { net_amounts, line_items, discounts });
          const expected = reckoned(lines, net_amounts, BigInt(100 - off));
          expect({ net, gross }).toEqual({ net: expected.net, gross: expected.gross });
          const vat = Object.entries(vatByRate ?? {}).map(
            ([rate, each]) => [Number(rate) * 1000, each] as const,
          );
          expect(new Map(vat.map(([rate, each]) => [Math.round(rate), each]))).toEqual(expected.vat);
        },
      ),
      runs(200),
    );
  });
});
