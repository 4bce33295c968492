import { describe, expect, test } from 'vitest';
import type { LevelChange } from '../../../../src/connectors/contract/stock.ts';
import { stockSource } from '../../../../src/connectors/mijnwebwinkel/stock/source.ts';
import { stockTarget } from '../../../../src/connectors/mijnwebwinkel/stock/target.ts';
import { Refused } from '../../../support/fake-api.ts';
import { namedIn } from '../../read-changes.ts';
import { mug, tea } from '../article.ts';
import { FakeApi, paged, type Routes } from '../fake-api.ts';

const shop = (more: Routes = {}) =>
  new FakeApi({
    'GET /articles': (call) => paged([mug, tea], call),
    'GET /articles/3001': () => mug,
    'GET /articles/3002': () => tea,
    'PATCH /articles/\\d+': () => ({}),
    ...more,
  });

describe('levels', () => {
  test('are those of variants where there are any; without a number nothing is counted', async () => {
    const levels = await stockSource.levels(shop(), ['3001', '3002', '9'], { locations: null });
    expect([...levels]).toEqual([
      [
        '3001',
        [
          {
            sku: 'MOK-Blauw',
            name: 'Mok, Blauw',
            productId: '3001',
            variantId: '901',
            managed: true,
            available: '5',
          },
          {
            sku: 'MOK-Wit',
            name: 'Mok, Wit',
            productId: '3001',
            variantId: '902',
            managed: true,
            available: '7',
          },
        ],
      ],
      ['3002', [{ sku: '0017', name: 'Thee', productId: '3002', managed: false }]],
    ]);
  });

  test('that are not told are not zero, and one call that fails leaves none', async () => {
    const { stock: _, ...untold } = tea;
    const [level] =
      (
        await stockSource.levels(shop({ 'GET /articles/3002': () => untold }), ['3002'], { locations: null })
      ).get('3002') ?? [];
    expect(level).not.toHaveProperty('available');
    const failing = shop({ 'GET /articles/3002': () => new Refused(500) });
    await expect(stockSource.levels(failing, ['3001', '3002'], { locations: null })).rejects.toThrow();
  });

  test('have changed when a number or a choice has', async () => {
    const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
    const versionOf = async (article: object) =>
      (
        await namedIn(
          'stock',
          { ...stockSource, get: async () => null },
          shop({ 'GET /articles': () => [article] }),
          window,
        )
      )[0]?.version;
    const before = await versionOf(mug);
    expect(await versionOf({ ...mug, description: 'Nieuw' })).toBe(before);
    expect(
      await versionOf({ ...mug, variants: [{ ...mug.variants[0], stock: 4 }, mug.variants[1]] }),
    ).not.toBe(before);
  });
});

/** As the flow asks for it, after it has read what stands there. */
async function write(
  api: FakeApi,
  id: string,
  sku: string,
  quantity: string,
  more: Partial<LevelChange> = {},
) {
  const standing = (await stockTarget.standing(api, [id], null)).get(id) ?? {};
  api.calls.length = 0;
  return stockTarget.set(api, [{ id, sku, quantity, standing, ...more }], null);
}

describe('levels in the shop', () => {
  test('are found by their SKU, all that have it; that of all variants is none', async () => {
    const { skus } = stockTarget;
    if (skus.kind !== 'by-walk') throw new Error('cannot be searched by SKU');
    const twice = { ...tea, id: 3_003 };
    const api = shop({
      'GET /articles': (call) => paged([mug, tea, twice, { ...tea, id: 3_004, sku: '' }], call),
    });
    expect(await skus.page(api, null)).toEqual({
      ids: new Map([
        ['MOK-Blauw', ['3001:901']],
        ['MOK-Wit', ['3001:902']],
        [tea.sku, [String(tea.id), '3003']],
      ]),
      next: null,
    });
  });

  test('of one article go in one call, each by its own id', async () => {
    const api = shop();
    const standing = await stockTarget.standing(api, ['3001:901', '3001:902'], null);
    expect([...standing.values()].map(({ sku, available }) => [sku, available])).toEqual([
      [undefined, '5'],
      [undefined, '7'],
    ]);
    api.calls.length = 0;
    const changes = [...standing].map(([id, level], index) => ({
      id,
      sku: index === 0 ? 'MOK-Blauw' : 'MOK-Wit',
      quantity: `${index + 1}`,
      standing: level,
    }));
    expect(await stockTarget.set(api, changes, null)).toEqual([{ kind: 'written' }, { kind: 'written' }]);
    expect(api.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /articles/3001',
      'PATCH /articles/3001',
    ]);
    expect(api.sent).toEqual([
      {
        variants: [
          { id: 901, stock: 1 },
          { id: 902, stock: 2 },
        ],
      },
    ]);
  });

  test('of an article without variants are its own; counting is switched on with the number, and off by null', async () => {
    const on = shop();
    expect(await write(on, '3002', '0017', '3.9', { managed: true })).toEqual([{ kind: 'written' }]);
    expect(on.sent).toEqual([{ stock: 3 }]);
    const off = shop();
    await write(off, '3002', '0017', '0', { managed: false });
    expect(off.sent).toEqual([{ stock: null }]);
  });

  test('follow a variant whose choice was renamed, by its id', async () => {
    const renamed = {
      ...mug,
      lists: [],
      variants: [mug.variants[0], { id: 902, options: { 41: 'Gebroken wit' }, stock: 7 }],
    };
    const api = shop({ 'GET /articles/3001': () => renamed });
    expect(await write(api, '3001:902', 'MOK-Wit', '6')).toEqual([{ kind: 'written' }]);
    expect(api.sent).toEqual([{ variants: [{ id: 902, stock: 6 }] }]);
  });

  test('are not written where id and name disagree, and both are named', async () => {
    const [blue, white] = mug.variants;
    const swapped = {
      ...mug,
      variants: [
        { ...blue, options: { 41: 'Wit' } },
        { ...white, options: { 41: 'Blauw' } },
      ],
    };
    const api = shop({ 'GET /articles/3001': () => swapped });
    const said = 'MOK-Wit: variant 3001:902 is MOK-Blauw now, and 3001:901 is MOK-Wit';
    expect(await write(api, '3001:902', 'MOK-Wit', '6')).toEqual([{ kind: 'refused', refusal: { said } }]);
    expect(api.sent).toEqual([]);
  });

  test('are left where the shop has sold since they were read', async () => {
    let stock = 7;
    const api = shop({
      'GET /articles/3001': () => ({
        ...mug,
        variants: [mug.variants[0], { ...mug.variants[1], stock: stock-- }],
      }),
    });
    expect(await write(api, '3001:902', 'MOK-Wit', '6')).toEqual([{ kind: 'stale' }]);
    expect(api.sent).toEqual([]);
  });

  test('of an article or a variant that is gone are gone; what is refused is told by itself', async () => {
    expect(await write(shop(), '3001:999', 'MOK-Rood', '6')).toEqual([{ kind: 'gone' }]);
    expect(await write(shop(), '9', 'NIETS', '6')).toEqual([{ kind: 'gone' }]);
    const refusing = shop({ 'PATCH /articles/3002': () => new Refused(422, { detail: 'No.' }) });
    expect(await write(refusing, '3002', '0017', '6', { managed: true })).toMatchObject([
      { kind: 'refused' },
    ]);
    const away = shop({ 'PATCH /articles/3002': () => new Refused(429) });
    await expect(write(away, '3002', '0017', '6', { managed: true })).rejects.toMatchObject({
      code: 'rate_limited',
    });
  });
});
