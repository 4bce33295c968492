/** The five pairs of the brief, each from empty systems, with the configuration of its recipe as it stands in the docs. */
import Big from 'big.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindsOf, playedRecipe, recipeNames } from '../support/recipes.ts';
import { bookedIn, invoicesOf } from './booked-rates.ts';
import { counterOf, type Sale } from './brief-sales.ts';
import { writes } from './sandbox.ts';
import { Stack, type Task } from './stack.ts';
import { type Person, type SystemId, systems } from './systems.ts';

/** One way of a pair: a flow of orders. */
interface Way {
  readonly id: string;
  readonly from: SystemId;
  readonly to: SystemId;
  readonly credits: boolean;
  /** For the payment, or for somebody who activates it. */
  readonly waits: boolean;
}

interface Sold {
  readonly way: Way;
  readonly key: string;
  /** What the document at the other side refers to. */
  readonly number: string;
  readonly sale: Pick<Sale, 'about' | 'gross' | 'vat' | 'givenBack'> & Partial<Sale>;
}

const settings = {
  // Nothing here is about speed.
  ccv: { limits: false, salespos: true, vatRounded: 'per rate', combinationIds: 'kept' },
  ecwid: { limits: false },
  mijnwebwinkel: { limits: false },
  salesforce: { reductionOrders: true },
};
const vars = { RATE_LIMITS: JSON.stringify({ ccv: 10_000, mijnwebwinkel: 50 }) };

/** The customer of sales to nobody, as the recipe of the till and the shop has it. */
const counterSales = '410001';
/** What the master of a catalogue has to begin with, by SKU. Prices hold VAT on both sides, so they are the same. */
const shelf: Readonly<Record<string, Shelved>> = {
  MOK: { name: 'Mok', price: '12.10', pieces: 100 },
  THEE: { name: 'Thee', price: '5.45', pieces: 50 },
  'TRUI-S': { name: 'Trui', price: '48.40', pieces: 5 },
  'TRUI-L': { name: 'Trui', price: '48.40', pieces: 7 },
};

/** Kinds of orders that nobody sells here: the tests of their connectors tell of them. Magento has no buyer without an address. */
const soldElsewhere: Readonly<Record<string, readonly string[]>> = {
  'jortt-magento': [
    'without an e-mail address',
    'paid in another currency',
    'gift card, store credit, reward points',
    'edited in the admin',
  ],
  'jortt-salesforce': ['a line below zero'],
  'mijnwebwinkel-jortt': ['a test order (`T-…`), a cart'],
};

describe.each(recipeNames)('%s', (name) => {
  let stack: Stack;
  let recipe = playedRecipe(name);
  const hasCatalogue = recipe.flows.some(({ flow }) => flow === 'products');
  const kinds = kindsOf(name);
  let ways: Way[];
  const sold: Sold[] = [];
  let tasks: Task[];

  const flowId = ({ flow, from, to }: Pick<Task, 'flow' | 'from' | 'to'>) => `${flow}:${from}:${to}`;
  const systemOf = (connection: string) => recipe.connections[connection]?.connector as SystemId;
  const flowsOf = (...names: readonly string[]) => recipe.flows.filter(({ flow }) => names.includes(flow));

  beforeAll(async () => {
    stack = await Stack.start({ seeded: false, settings, vars, movesClock: true });
    if (hasCatalogue) await fillShelves();
    ways = flowsOf('orders').map((flow) => {
      const { refunds, paid } = (flow.settings ?? {}) as { refunds?: string; paid?: boolean };
      const [from, to] = [systemOf(flow.from), systemOf(flow.to)];
      const waits = paid === true || from === 'salesforce';
      return { id: flowId(flow), from, to, credits: refunds === 'credit', waits };
    });
    await stack.api('PUT', '/integrations/pair', recipe);
    for (const flow of flowsOf('categories', 'products', 'stock')) {
      await stack.api('POST', '/integrations/pair/sync', { flow: flowId(flow), since: '2000-01-01' });
      await stack.pass('pair');
    }
    for (const way of ways) await sell(way);
    for (const flow of [...flowsOf('customers'), ...flowsOf('orders')]) await sync(flowId(flow));
    for (const way of ways) await giveBack(way);
    // What was sold is taken off, and told back.
    if (hasCatalogue) for (let times = 0; times < 3; times++) await stack.pass('pair');
    tasks = await stack.tasks('pair');
  }, 600_000);

  afterAll(() => stack.stop());

  /** The till has it all; the shop has a customer for sales to nobody, by the number of the recipe. */
  async function fillShelves(): Promise<void> {
    const till = (method: string, path: string, body: unknown) =>
      stack.sandbox.control<{ id: string }>(method, `/ccv${path}`, body);
    const { id: category } = await till('POST', '/categories', { name: 'Winkel' });
    const categories = [category];
    for (const sku of ['MOK', 'THEE']) await till('POST', '/products', { sku, ...shelf[sku], categories });
    const { id } = await till('POST', '/products', { sku: 'TRUI', name: 'Trui', price: '48.40', categories });
    for (const size of ['S', 'L']) {
      const sku = `TRUI-${size}`;
      const variant = { sku, options: { Maat: size }, pieces: shelf[sku]?.pieces };
      await till('POST', `/products/${id}/variants`, variant);
    }
    const nobody = { name: 'Counter sales', email: 'counter@example.com' };
    const { id: debtor } = await stack.sandbox.control<{ id: string }>('POST', '/ecwid/people', nobody);
    recipe = JSON.parse(JSON.stringify(recipe).replaceAll(counterSales, debtor));
  }

  async function sell(way: Way): Promise<void> {
    const counter = counterOf(way.from);
    if (counter === undefined) {
      await systems[way.from].sell(stack.sandbox, 6);
      for (const { number, gross, vat } of await invoicesOf(stack.sandbox)) {
        const key = (await systems[way.from].sold(stack.sandbox)).find((each) => each.number === number)?.key;
        sold.push({ way, key: key ?? '', number, sale: { about: 'an invoice', gross, vat } });
      }
      return;
    }
    for (const sale of counter.sales) {
      const { id, number = id } = await stack.sandbox.control<{ id: string; number?: string }>(
        'POST',
        `/${way.from}/sales`,
        counter.asSold(sale),
      );
      sold.push({ way, key: id, number, sale });
    }
  }

  /** Everything since ever, or the records with these keys. */
  async function sync(flow: string, keys?: readonly string[]): Promise<void> {
    const before = (await stack.tasks('pair')).length;
    const asked = keys === undefined ? { since: '2000-01-01' } : { keys };
    await stack.api('POST', '/integrations/pair/sync', { flow, ...asked });
    // By a clock that was moved on nothing is due by itself.
    if (hasCatalogue) await stack.pass('pair');
    else await stack.swept('pair');
    // What was asked for by key is open, or open again, as soon as that is answered.
    await stack.settled('pair', before, 200_000);
  }

  async function giveBack(way: Way): Promise<void> {
    const back = sold.filter((each) => each.way === way && each.sale.givenBack !== undefined);
    for (const { key, sale } of back) {
      const deed = counterOf(way.from)?.giveBack(sale as Sale);
      if (deed) await stack.sandbox.control(deed.method, `/${way.from}/orders/${key}${deed.path}`, deed.body);
    }
    if (back.length > 0)
      await sync(
        way.id,
        back.map(({ key }) => key),
      );
  }

  const isOf = (task: Task, id: string) => flowId(task) === id;
  const newestOf = ({ way, key }: Sold) => tasks.find((each) => each.key === key && isOf(each, way.id));
  const isToNobody = ({ sale }: Sold) => sale.buyer?.email === '';
  const isWaitedFor = ({ way, sale }: Sold) => way.waits && sale.isOpen === true;
  const isBooked = (each: Sold) => !isToNobody(each) && !isWaitedFor(each);

  it.runIf(kinds.length > 0)(
    'sells every kind that the table of the recipe has, but for those of other tests',
    () => {
      const isSold = (kind: string) => sold.some(({ sale }) => kind.startsWith(sale.about));
      expect(kinds.filter((kind) => !isSold(kind))).toEqual(soldElsewhere[name] ?? []);
    },
  );

  it('brings every order once, with its gross and the VAT of each rate, to the cent', async () => {
    for (const way of ways) {
      const booked = (await bookedIn[way.to]?.(stack.sandbox)) ?? [];
      const wrong = sold
        .filter((each) => each.way === way && isBooked(each))
        .flatMap((each) => {
          const { number, sale } = each;
          const found = booked
            .filter(({ reference, gross }) => reference === number && !gross.startsWith('-'))
            .map(({ gross, vat }) => ({ gross, vat }));
          const should = [{ gross: sale.gross, vat: sale.vat }];
          const isRight = JSON.stringify(found) === JSON.stringify(should);
          return isRight ? [] : [{ way: way.id, about: sale.about, should, found, task: newestOf(each) }];
        });
      expect(wrong).toEqual([]);
    }
  });

  it('gives back what was given back, or tells a person where the recipe says so', async () => {
    for (const each of sold) {
      const { way, number, sale } = each;
      if (sale.givenBack === undefined) continue;
      const { gross, vat } = sale.givenBack;
      const credits = ((await bookedIn[way.to]?.(stack.sandbox)) ?? [])
        .filter((found) => found.reference.startsWith(number) && found.gross.startsWith('-'))
        .map((found) => ({ gross: found.gross, vat: found.vat }));
      expect({ about: sale.about, way: way.id, credits }).toEqual({
        ...{ about: sale.about, way: way.id },
        credits: way.credits ? [{ gross, vat }] : [],
      });
      if (!way.credits) expect(newestOf(each)?.problem?.code, way.id).toBe('order_refunded');
    }
  });

  it('leaves nothing else to a person, and makes nothing of a sale to nobody, or of one that is waited for', async () => {
    for (const each of sold.filter((one) => !isBooked(one))) {
      const { state, problem } = newestOf(each) ?? {};
      const told = isToNobody(each) ? ['parked', 'email_missing'] : ['skipped', undefined];
      expect([state, problem?.code], `${each.way.id}: ${each.sale.about}`).toEqual(told);
      const booked = (await bookedIn[each.way.to]?.(stack.sandbox)) ?? [];
      expect(booked.filter(({ reference }) => reference === each.number)).toEqual([]);
    }
    const expected = ['email_missing', 'order_refunded'];
    const parked = tasks.filter(({ state }) => state === 'parked');
    expect(parked.filter(({ problem }) => !expected.includes(problem?.code ?? ''))).toEqual([]);
  });

  it('has every customer once, under their name, address and town', async () => {
    for (const way of ways) {
      const people = await systems[way.to].people(stack.sandbox);
      const emails = people.map(({ email }) => email).filter(Boolean);
      expect(emails.length - new Set(emails).size, way.id).toBe(0);
      const bought = sold.filter((each) => each.way === way && isBooked(each));
      const should =
        counterOf(way.from) === undefined
          ? await systems[way.from].people(stack.sandbox)
          : bought.flatMap(({ sale: { buyer } }) => (buyer ? [personOf(buyer)] : []));
      expect(should, way.id).not.toEqual([]);
      const found = should.map(({ email }) => people.find((each) => each.email === email));
      expect(found, way.id).toEqual(should);
    }
  });

  it.runIf(hasCatalogue)('has the same products on both sides, with what is left of them', async () => {
    const soldInShop = sold.filter(({ way }) => way.from === 'ecwid');
    const booked = soldInShop.filter(isBooked);
    expect(await shelves('ccv')).toEqual(less(shelf, booked));
    // Pieces of a sale that is booked are in the till, also where a person has to see to a refund of it; those of one that waits are held back.
    const waiting = soldInShop.filter((each) => !isBooked(each));
    expect(waiting).not.toEqual([]);
    expect(await shelves('ecwid')).toEqual(less(shelf, [...booked, ...waiting]));
  });

  /** What is left, by SKU: a second one of a SKU is seen. */
  async function shelves(system: SystemId): Promise<Record<string, Shelved>> {
    const { items } = await stack.sandbox.control<{ items: Shelf[] }>('GET', `/${system}/catalogue`);
    const levels = items.flatMap(({ variants, ...product }) =>
      variants.length > 0 ? variants.map((variant) => ({ ...variant, name: product.name })) : [product],
    );
    expect(new Set(levels.map(({ sku }) => sku)).size).toBe(levels.length);
    return Object.fromEntries(
      levels.map(({ sku, name: called, price, pieces }) => [
        sku,
        { name: called, price: Big(price).toFixed(2), pieces },
      ]),
    );
  }

  it('writes nothing in a second run, and earned no refusal of a rate limit', async () => {
    const first = await stack.sandbox.calls();
    await stack.sandbox.forgetCalls();
    for (const flow of flowsOf('customers', 'orders')) {
      const ended = tasks.filter(
        (task) => ['done', 'skipped'].includes(task.state) && isOf(task, flowId(flow)),
      );
      const keys = [...new Set(ended.map(({ key }) => key))];
      expect(keys, flowId(flow)).not.toEqual([]);
      await sync(flowId(flow), keys);
    }
    const second = await stack.sandbox.calls();
    for (const { connector } of Object.values(recipe.connections)) {
      expect(first[connector]?.byStatus['429'] ?? 0).toBe(0);
      expect(second[connector]?.total).toBeGreaterThan(0);
      expect(writes(second[connector]), connector).toEqual([]);
    }
  }, 400_000);
});

interface Shelved {
  readonly name: string;
  /** With VAT. */
  readonly price: string;
  readonly pieces: number | string;
}

interface Level extends Omit<Shelved, 'name'> {
  readonly sku: string | null;
}

interface Shelf extends Level {
  readonly name: string;
  readonly variants: readonly Level[];
}

/** What these sales leave. */
function less(from: Readonly<Record<string, Shelved>>, sales: readonly Sold[]): Record<string, Shelved> {
  const lines = sales.flatMap(({ sale }) => sale.lines ?? []);
  const taken = (sku: string) =>
    lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0);
  return Object.fromEntries(
    Object.entries(from).map(([sku, each]) => [sku, { ...each, pieces: Number(each.pieces) - taken(sku) }]),
  );
}

function personOf({ email, name, company = name, city }: NonNullable<Sale['buyer']>): Person {
  return { email, name: company, city };
}
