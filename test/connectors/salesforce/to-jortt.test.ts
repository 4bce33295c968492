/** Orders of Salesforce in the books of Jortt: every figure that is expected is worked out here, in cents. */
import { expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { salesforce } from '../../../src/connectors/salesforce/index.ts';
import { Office } from '../../sandbox/jortt/office.ts';
import { CarriedOrders, madeId } from '../carried-orders.ts';
import { OfficeApi } from '../jortt/office-api.ts';
import { accountAnswer, contactAnswer, itemAnswer, orderRow, rows } from './answers.ts';
import { FakeOrg } from './fake-org.ts';

/** Numbers that look like chance and are the same in every run. */
function drawn(seed: number): (below: number) => number {
  let state = seed * 7_919 + 17;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Line {
  readonly quantity: number;
  readonly rate: 0 | 9 | 21;
  /** Without VAT, of a piece. */
  readonly cents: number;
}

function linesOf(seed: number): Line[] {
  const next = drawn(seed);
  const goods = Array.from({ length: 1 + next(5) }, (): Line => {
    const rate = ([21, 9, 0] as const)[next(3)] ?? 21;
    return { quantity: 1 + next(7), rate, cents: 100 + next(9_000) };
  });
  const first = goods[0]?.rate ?? 21;
  return next(2) === 0 ? goods : [...goods, { quantity: 1, rate: first, cents: -(1 + next(90)) }];
}

function centsOf(lines: readonly Line[]): { readonly gross: number; readonly vat: number } {
  const at = (rate: number) =>
    lines
      .filter((line) => line.rate === rate)
      .reduce((all, { quantity, cents }) => all + quantity * cents, 0);
  const vat = Math.round((at(21) * 21) / 100) + Math.round((at(9) * 9) / 100);
  return { gross: at(21) + at(9) + at(0) + vat, vat };
}

const idOf = (number: number) => `801xx${String(number).padStart(10, '0')}AAA`;

function written(number: number, lines: readonly Line[]) {
  const items = lines.map(({ quantity, rate, cents }, index) => ({
    ...itemAnswer(1, cents / 100, rate),
    Id: `802xx${String(number * 100 + index).padStart(10, '0')}AAA`,
    Quantity: quantity,
    Description: `Regel ${index}`,
  }));
  const contact = {
    ...contactAnswer,
    Id: `003xx${String(number).padStart(10, '0')}AAA`,
    Email: `koper${number}@example.nl`,
  };
  return {
    ...orderRow(),
    Id: idOf(number),
    OrderNumber: String(number).padStart(8, '0'),
    Account: { ...accountAnswer, Name: `Koper ${number} B.V.` },
    BillToContact: contact,
    OrderItems: rows(items),
  };
}

async function figures(office: Office, id: string) {
  const { invoice_total_incl_vat: gross, invoice_total: net } = (await office.readInvoice(
    id,
  )) as unknown as Record<string, { amount: string }>;
  const cents = (amount = '0') => Math.round(Number(amount) * 100);
  return { gross: cents(gross?.amount), vat: cents(gross?.amount) - cents(net?.amount) };
}

test('are booked once, to the cent, with their VAT', async () => {
  const office = await Office.open();
  const orders = new Map<string, object>();
  const org = new FakeOrg({
    queries: {
      'FROM Order WHERE Id = ': (q) => {
        const order = orders.get(/Id = '(\w+)'/.exec(q)?.[1] ?? '');
        return order === undefined ? [] : [order];
      },
    },
  });
  const source = { name: 'org', connector: salesforce, api: org };
  const target = { name: 'books', connector: jortt, api: new OfficeApi(office) };
  for (let number = 1; number <= 50; number++) {
    const lines = linesOf(number);
    orders.set(idOf(number), written(number, lines));
    const carried = new CarriedOrders(source, target, { state: 'sent', vat: { untaxed: 'allow' } });
    const done = await carried.run(idOf(number));
    expect([number, done.kind]).toEqual([number, 'done']);
    expect([number, await figures(office, madeId(done))]).toEqual([number, centsOf(lines)]);
    expect(await carried.run(idOf(number))).toMatchObject({
      kind: 'skipped',
      reason: { code: 'already_booked' },
    });
  }
});

test('a draft waits, whatever its org calls it, and what Koppel made is left alone', async () => {
  const office = await Office.open();
  let row: object = {};
  const org = new FakeOrg({ queries: { 'FROM Order WHERE Id = ': () => [row] } });
  const run = () =>
    new CarriedOrders(
      { name: 'org', connector: salesforce, api: org },
      { name: 'books', connector: jortt, api: new OfficeApi(office) },
    ).run(idOf(1));
  row = { ...written(1, linesOf(1)), Status: 'Processing', StatusCode: 'Draft' };
  expect(await run()).toMatchObject({ kind: 'skipped', reason: { code: 'draft' } });
  row = { ...written(1, linesOf(1)), Description: 'Referentie: 7\nGemaakt door Koppel' };
  expect(await run()).toMatchObject({ kind: 'skipped', reason: { code: 'made_by_koppel' } });
});
