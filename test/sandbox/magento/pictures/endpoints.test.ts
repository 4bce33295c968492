import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../../sandbox/kit/catalogue/pictures.ts';
import type { JsonObject } from '../../../../sandbox/kit/json.ts';
import { all, entry, sell } from '../goods.ts';
import { origin, TestShop } from '../shop.ts';

const types = ['image', 'small_image', 'thumbnail'];

async function shopWith(...names: string[]) {
  const shop = new TestShop();
  await sell(shop, 'A', 1);
  for (const name of names) await shop.call('POST', `${all}/products/A/media`, entry(name, { types }));
  const list = async (view = 'all') => (await shop.get(`/rest/${view}/V1/products/A/media`)).json;
  const call = (method: string, id: number | string, body?: unknown) =>
    shop.call(method, `${all}/products/A/media/${id}`, body);
  return { shop, list, call };
}

describe('pictures', () => {
  it('are added with an id, get a file of their own, and give their roles to the next', async () => {
    const { shop, list } = await shopWith('mok.png', 'mok.png');
    expect(await list()).toMatchObject([
      { id: 81, file: '/m/o/mok.png', types: [] },
      { id: 82, file: '/m/o/mok_1.png', types },
    ]);
    const posted = await shop.call('POST', `${all}/products/A/media`, entry('c.png'));
    expect(posted.json).toBe('83');
    const file = await shop.standIn.handle(new Request(`${origin}/media/catalog/product/m/o/mok_1.png`));
    expect(file.headers.get('Content-Type')).toBe('image/png');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pictureOf('mok.png'));
  });

  it('a change keeps the id; with content it is another picture', async () => {
    const { shop, list, call } = await shopWith('a.png');
    const label: JsonObject = {
      id: 81,
      media_type: 'image',
      label: 'Voor',
      position: 3,
      disabled: false,
      types,
    };
    expect((await call('PUT', 81, { entry: label })).json).toBe(true);
    expect(await list()).toMatchObject([{ id: 81, label: 'Voor', position: 3, types }]);
    expect((await call('PUT', 81, entry('b.png', { id: 81, types }))).json).toBe(true);
    expect(await list()).toMatchObject([{ id: 82, file: '/b/_/b.png', types }]);
    expect((await call('PUT', 81, entry('c.png', { id: 81 }))).status).toBe(404);
    expect((await call('PUT', 82, entry('c.png'))).status).toBe(404);
    const gone = await shop.standIn.handle(new Request(`${origin}/media/catalog/product/a/_/a.png`));
    expect(gone.status).toBe(404);
  });

  it('roles are those of the view', async () => {
    const { shop, list } = await shopWith('a.png');
    await shop.call('POST', '/rest/deutsch/V1/products/A/media', entry('b.png', { types: ['image'] }));
    expect(await list('deutsch')).toMatchObject([
      { types: ['small_image', 'thumbnail'] },
      { types: ['image'] },
    ]);
    expect(await list()).toMatchObject([{ types }, { types: [] }]);
  });

  it('are deleted', async () => {
    const { list, call } = await shopWith('a.png', 'b.png');
    expect((await call('DELETE', 82)).json).toBe(true);
    expect(await list()).toMatchObject([{ id: 81, types: [] }]);
    expect((await call('DELETE', 82)).status).toBe(404);
    expect((await call('GET', 81)).body.file).toBe('/a/_/a.png');
  });

  it('a list in a save of the product is all of them', async () => {
    const { shop, list } = await shopWith('a.png', 'b.png');
    const kept = { id: 82, media_type: 'image', label: 'b', position: 1, disabled: false, types: ['image'] };
    const media_gallery_entries = [kept, entry('c.png').entry];
    await shop.call('PUT', `${all}/products/A`, { product: { price: 2 } });
    expect(await list()).toHaveLength(2);
    await shop.call('PUT', `${all}/products/A`, { product: { media_gallery_entries } });
    expect(await list()).toMatchObject([
      { id: 82, types: ['image'] },
      { id: 83, types: [] },
    ]);
  });

  it.each([
    ['no picture', { base64_encoded_data: 'aGFsbG8=', type: 'image/png', name: 'a.png' }],
    ['another type', { ...(entry('a.png').entry.content as JsonObject), type: 'text/html' }],
    ['a path', { ...(entry('a.png').entry.content as JsonObject), name: '../a.png' }],
  ])('%s is refused', async (_, content) => {
    const { shop } = await shopWith();
    expect((await shop.call('POST', `${all}/products/A/media`, entry('a.png', { content }))).status).toBe(
      400,
    );
  });

  it('may leave `updated_at` alone', async () => {
    const moved = async (mediaMovesUpdatedAt: boolean) => {
      const { shop } = await shopWith();
      shop.standIn.change({ mediaMovesUpdatedAt });
      shop.world.pass(60_000);
      await shop.call('POST', `${all}/products/A/media`, entry('a.png'));
      return (await shop.get('/V1/products/A')).body.updated_at === '2026-03-10 12:01:00';
    };
    expect([await moved(true), await moved(false)]).toEqual([true, false]);
  });
});
