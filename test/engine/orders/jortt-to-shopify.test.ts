/** Invoices of the books as orders of a Shopify: Jortt's own arithmetic against what the shop itself answers. */
import Big from 'big.js';
import { beforeAll, expect, test } from 'vitest';
import { shopDomain } from '../../../sandbox/shopify/settings.ts';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

interface Amount {
  readonly shopMoney: { readonly amount: string };
}

interface ShopOrder {
  readonly sourceIdentifier: string;
  readonly displayFinancialStatus: string;
  readonly cancelledAt: string | null;
  readonly totalPriceSet: Amount;
  readonly totalTaxSet: Amount;
  readonly taxLines: readonly { readonly rate: number; readonly priceSet: Amount }[];
}

const count = 50;
const { shop, token } = credentials.shopify;
let played: PlayedSystems;
let ids: readonly string[];

beforeAll(async () => {
  played = new PlayedSystems(hosts);
  await played.configured({
    name: 'Tea',
    connections: {
      books: { connector: 'jortt', credentials: credentials.jortt },
      shop: { connector: 'shopify', credentials: { shop, token } },
    },
    flows: [{ flow: 'orders', from: 'books', to: 'shop', every: '5m' }],
  });
  await played.live(minuteMs);
  ({ ids } = await played.control<{ ids: string[] }>('jortt', 'POST', '/invoices', { count }));
  await played.live(2 * hourMs);
}, 120_000);

const money = 'shopMoney { amount }';
const question = `{ orders(first: 100) { nodes { sourceIdentifier displayFinancialStatus cancelledAt
  totalPriceSet { ${money} } totalTaxSet { ${money} } taxLines { rate priceSet { ${money} } } } } }`;

/** As Shopify answers anybody. */
async function orders(): Promise<readonly ShopOrder[]> {
  const request = new Request(`https://${shopDomain}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'x-shopify-access-token': token },
    body: JSON.stringify({ query: question }),
  });
  const answer = await played.sandbox.handle('shopify', request);
  const { data } = (await answer.json()) as { data: { orders: { nodes: ShopOrder[] } } };
  return data.orders.nodes;
}

const invoices = () => played.sandbox.systems.jortt.state().invoices;

const amount = ({ shopMoney }: Amount) => Big(shopMoney.amount);

/** Gross, VAT, and the VAT of each rate that has any: `30.25 5.25 0.21=5.25`. */
function sums(gross: Big, vat: Big, rates: readonly { rate: number; tax: Big }[]): string {
  const byRate = Map.groupBy(rates, ({ rate }) => rate);
  const each = [...byRate].map(([rate, those]) => ({
    rate,
    tax: those.reduce((sum, { tax }) => sum.plus(tax), Big(0)),
  }));
  const charged = each.filter(({ tax }) => !tax.eq(0)).map(({ rate, tax }) => `${rate}=${tax.toFixed(2)}`);
  return [gross.toFixed(2), vat.toFixed(2), ...charged.sort()].join(' ');
}

test('fifty invoices are fifty orders, once, to the cent, with the VAT of each rate', async () => {
  const written = invoices().map(
    ({ invoice_number, invoice_total_incl_vat, invoice_total, vatByRate }): [string, string] => {
      const gross = Big(invoice_total_incl_vat.amount);
      const rates = Object.entries(vatByRate).map(([rate, tax]) => ({ rate: Number(rate), tax: Big(tax) }));
      return [String(invoice_number), sums(gross, gross.minus(invoice_total.amount), rates)];
    },
  );
  const made = (await orders()).map((order): [string, string] => {
    const rates = order.taxLines.map(({ rate, priceSet }) => ({ rate, tax: amount(priceSet) }));
    return [order.sourceIdentifier, sums(amount(order.totalPriceSet), amount(order.totalTaxSet), rates)];
  });
  expect(written).toHaveLength(count);
  expect(made.toSorted()).toEqual(written.toSorted());
  expect(played.tasks().filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
});

test('a second look at them writes nothing', async () => {
  const writes = () => played.sent.filter(({ body }) => body.includes('"mutation ')).length;
  const before = writes();
  expect(before).toBeGreaterThanOrEqual(count);
  played.integration.sync('orders', { keys: [...ids] });
  await played.live(hourMs);
  expect(writes()).toBe(before);
  expect(await orders()).toHaveLength(count);
});

test('one that is paid in the books is paid in the shop, and one that is credited is called off there', async () => {
  const [paid] = invoices();
  await played.control('jortt', 'POST', `/invoices/${paid?.id}/pay`, {});
  await played.live(hourMs);
  const creditedId = played.sandbox.systems.jortt.showcase().refundNewest();
  const credited = invoices().find(({ id }) => id === creditedId);
  await played.live(hourMs);
  const stands = async (number: unknown) =>
    (await orders()).find(({ sourceIdentifier }) => sourceIdentifier === number);
  expect(await stands(paid?.invoice_number)).toMatchObject({
    displayFinancialStatus: 'PAID',
    cancelledAt: null,
  });
  expect((await stands(credited?.invoice_number))?.cancelledAt).not.toBeNull();
  expect(await orders()).toHaveLength(count);
});
