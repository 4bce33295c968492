import { beforeEach, describe, expect, test } from 'vitest';
import { stockSource } from '../../../src/connectors/ccv/stock/source.ts';
import { stockTarget } from '../../../src/connectors/ccv/stock/target.ts';
import type { LevelChange } from '../../../src/connectors/contract/stock.ts';
import { stockLevel } from '../../../src/records/stock-level.ts';
import { Refused } from '../../support/fake-api.ts';
import { namedIn } from '../read-changes.ts';
import type { Routes } from './fake-api.ts';
import { FakeCatalogue } from './fake-catalogue.ts';

/** As a source of records, for what changed. */
const source = { ...stockSource, get: async () => null };

let shop: FakeCatalogue;
let tea: number;
let mug: number;
let blue: string;

beforeEach(() => {
  shop = new FakeCatalogue();
  tea = shop.add({ name: 'Thee', productnumber: 'THEE', stock: 120, stockenabled: true });
  mug = shop.add({
    name: 'Mok',
    productnumber: 'MOK',
    stocktype: 'attribute',
    stockenabled: true,
    stock: 99,
  });
  shop.attach(mug, 52, 0, 7);
  const [row] = shop.combinations.get(mug) ?? [];
  Object.assign(row ?? {}, { sku_number: 'MOK-B' });
  blue = `${mug}:${row?.id}`;
});

const levels = async (keys: readonly (number | string)[], traits = {}) => {
  const found = await stockSource.levels(shop.api({}, traits), keys.map(String), { locations: null });
  return [...found.values()].flat().map((level) => stockLevel.parse(level));
};

describe('levels', () => {
  test('are those of the product, or of its combinations where these are counted', async () => {
    expect(await levels([tea, mug, 1])).toEqual([
      { sku: 'THEE', name: 'Thee', productId: String(tea), managed: true, available: '120' },
      {
        ...{ sku: 'MOK-B', name: 'Mok, Blauw', productId: String(mug), variantId: blue.split(':')[1] },
        ...{ managed: true, available: '7' },
      },
    ]);
  });

  test('are none of what the platform made and nobody wants', async () => {
    shop.attach(mug, 53);
    const [, red] = shop.combinations.get(mug) ?? [];
    Object.assign(red ?? {}, { active: false });
    expect((await levels([mug])).map(({ sku }) => sku)).toEqual(['MOK-B']);
  });

  test('are none where nothing is counted, and no number is not zero', async () => {
    expect(await levels([tea], { countsStock: 'false' })).toMatchObject([{ managed: false }]);
    Object.assign(shop.products.get(tea) ?? {}, { stockenabled: false });
    expect(await levels([tea])).toMatchObject([{ managed: false }]);
    Object.assign(shop.products.get(tea) ?? {}, { stockenabled: true, stock: null });
    const [level] = await levels([tea]);
    expect(level).toMatchObject({ managed: true });
    expect(level).not.toHaveProperty('available');
  });

  test('that moved are noticed, by either kind, and told as they are listed', async () => {
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    const versions = async () => {
      const named = await namedIn('stock', source, shop.api(), window);
      return new Map(named.map(({ key, version }) => [key, version]));
    };
    const before = await versions();
    for (const row of shop.combinations.get(mug) ?? []) row.stock = 6;
    const after = await versions();
    expect(after.get(String(tea))).toBe(before.get(String(tea)));
    expect(after.get(String(mug))).not.toBe(before.get(String(mug)));
    const rows: unknown[] = [];
    await stockSource.levels(shop.api(), [String(mug)], {
      locations: null,
      listed: (some) => rows.push(...some),
    });
    expect(rows).toEqual([{ key: String(mug), digest: after.get(String(mug)) }]);
  });
});

test('one product that cannot be read holds up no other', async () => {
  Object.assign(shop.products.get(tea) ?? {}, { stock: 'many', name: {} });
  const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
  expect((await namedIn('stock', source, shop.api(), window)).map(({ key }) => key)).toContain(String(mug));
  await expect(levels([tea])).rejects.toThrow();
});

describe('writing', () => {
  const write = async (changes: readonly Partial<LevelChange>[], more: Routes = {}) => {
    const api = shop.api(more);
    const whole = changes.map((each) => ({ id: '', sku: '', quantity: '5', standing: {}, ...each }));
    return { outcomes: await stockTarget.set(api, whole, null), api };
  };

  test('finds what is counted by its SKU', async () => {
    if (stockTarget.skus.kind !== 'by-walk') throw new Error('it is searched');
    const { ids, next } = await stockTarget.skus.page(shop.api(), null);
    expect(next).toBeNull();
    expect([...ids]).toEqual([
      ['THEE', [String(tea)]],
      ['MOK-B', [blue]],
    ]);
    expect([...(await stockTarget.standing(shop.api(), [blue, String(tea), '1'], null)).keys()]).toEqual([
      blue,
      String(tea),
    ]);
  });

  test('sets whole numbers where they are', async () => {
    const { outcomes, api } = await write([
      { id: String(tea), quantity: '4' },
      { id: blue, quantity: '3' },
    ]);
    expect(outcomes).toEqual([{ kind: 'written' }, { kind: 'written' }]);
    expect(api.sent).toEqual([{ stock: 4 }, { stock: 3 }]);
  });

  test('switches counting on before the number, and off without one', async () => {
    const { api } = await write([
      { id: blue, quantity: '3', managed: true },
      { id: String(tea), quantity: '4', managed: true },
      { id: String(tea), managed: false },
    ]);
    expect(api.sent).toEqual([
      { stockenabled: true },
      { stock: 3 },
      { stockenabled: true, stock: 4 },
      { stockenabled: false },
    ]);
  });

  test('tells of each what became of it', async () => {
    const refused = (code: string) => () => new Refused(500, { status: 500, code, developermessage: 'no' });
    const { outcomes } = await write([{ id: blue }, { id: String(tea) }, { id: '1' }, { id: 'x' }], {
      'PATCH /attributecombinations/\\d+/': refused('500.70'),
      [`PATCH /products/${tea}/`]: refused('500.50'),
      'PATCH /products/1/': () => new Refused(404),
    });
    expect(outcomes.slice(0, 3)).toEqual([
      { kind: 'refused', refusal: { said: 'no (500.70)', systemCode: '500.70' } },
      // It stands so already.
      { kind: 'written' },
      { kind: 'gone' },
    ]);
  });

  test('throws where nothing came to an end, and else leaves the rest for another time', async () => {
    const busy = () => new Refused(429, { status: 429, code: '429.11' });
    await expect(write([{ id: String(tea) }], { 'PATCH /products/\\d+/': busy })).rejects.toMatchObject({
      kind: 'retry',
    });
    const { outcomes } = await write([{ id: String(tea) }, { id: blue }], { 'PATCH /products/\\d+/': busy });
    expect(outcomes).toEqual([{ kind: 'stale' }, { kind: 'written' }]);
  });
});
