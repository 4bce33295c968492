import { beforeEach, describe, expect, it } from 'vitest';
import { pictureOf } from '../../../../sandbox/kit/catalogue/pictures.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../../../../sandbox/kit/json.ts';
import { TestShop } from '../shop.ts';

let shop: TestShop;
let path: string;

const elsewhere = 'https://erp.example.com/m.png';
const remote = pictureOf('m.png');

async function images(): Promise<JsonObject[]> {
  const { media } = (await shop.get(path)).body;
  return isObject(media) ? objectsIn(media.images) : [];
}

beforeEach(async () => {
  shop = new TestShop();
  shop.respond = async () => new Response(remote, { headers: { 'Content-Type': 'image/png' } });
  path = `/products/${(await shop.call('POST', '/products', { sku: 'M', name: 'Mok', price: 1 })).body.id}`;
});

describe('a picture', () => {
  it('that is sent as bytes is the main one, under an address of its own', async () => {
    const { body } = await shop.upload(`${path}/image`, pictureOf('een.png'));
    const [main] = await images();
    expect(main).toMatchObject({ id: '0', isMain: true, orderBy: 0 });
    expect(textIn(main ?? {}, 'imageOriginalUrl')).toContain(`/images/1003/${body.id}.png`);
    expect(await shop.picture(textIn(main ?? {}, 'imageOriginalUrl'))).toEqual(pictureOf('een.png'));
    await shop.upload(`${path}/image`, pictureOf('een.png'));
    expect((await images()).map((each) => each.imageOriginalUrl)).not.toEqual([main?.imageOriginalUrl]);
  });

  it('that lies elsewhere is fetched and kept', async () => {
    await shop.call('POST', `${path}/gallery?externalUrl=${encodeURIComponent(elsewhere)}`);
    const [only] = await images();
    expect(only).toMatchObject({ isMain: false });
    expect(await shop.picture(textIn(only ?? {}, 'imageOriginalUrl'))).toEqual(remote);
  });

  it('is refused where it is none, too large, or not to be had', async () => {
    const text = await shop.upload(`${path}/image`, Uint8Array.from(Buffer.from('no picture')));
    expect(text.status).toBe(422);
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(remote);
    expect((await shop.upload(`${path}/image`, large)).body.errorCode).toBe('INCORRECT_IMAGE_SIZE');
    shop.respond = async () => new Response(null, { status: 404 });
    const dead = await shop.call('POST', `${path}/image?externalUrl=${encodeURIComponent(elsewhere)}`);
    expect([dead.status, dead.body.errorCode]).toEqual([422, 'WRONG_URL']);
    expect((await shop.call('POST', `/products/9/image?externalUrl=${elsewhere}`)).status).toBe(404);
    expect(await images()).toEqual([]);
  });

  it('is taken in unfetched by the setting', async () => {
    shop.standIn.change({ fetchesPictures: false });
    shop.respond = async () => new Response(null, { status: 404 });
    expect((await shop.call('POST', `${path}/image?externalUrl=${elsewhere}`)).status).toBe(200);
    expect(await images()).toHaveLength(1);
  });

  it('is fetched later where that was asked', async () => {
    const body = { url: elsewhere, width: 4, height: 4, alt: { main: 'Mok' } };
    expect((await shop.call('POST', `${path}/image/async`, { url: elsewhere })).status).toBe(400);
    expect((await shop.call('POST', `${path}/image/async`, body)).status).toBe(200);
    expect(await images()).toEqual([]);
    await shop.run(1000);
    expect((await images())[0]).toMatchObject({ isMain: true, alt: { main: 'Mok' } });
  });
});

describe('the gallery', () => {
  beforeEach(async () => {
    await shop.upload(`${path}/image`, pictureOf('een.png'));
    await shop.upload(`${path}/gallery`, pictureOf('twee.png'));
    await shop.upload(`${path}/gallery`, pictureOf('drie.png'));
  });

  it('loses one picture, or all; texts are written by id', async () => {
    const [, second] = await images();
    const alts = { media: { images: [{ id: second?.id ?? '', alt: { main: 'Van opzij' } }] } };
    await shop.call('PUT', path, alts);
    expect((await images()).map(({ alt }) => alt)).toEqual([
      { translated: {} },
      { main: 'Van opzij', translated: {} },
      { translated: {} },
    ]);
    expect((await shop.call('DELETE', `${path}/gallery/${second?.id}`)).body).toEqual({ deleteCount: 1 });
    expect(await images()).toHaveLength(2);
    expect((await shop.call('DELETE', `${path}/gallery`)).body).toEqual({ deleteCount: 1 });
    expect((await shop.call('DELETE', `${path}/image`)).body).toEqual({ deleteCount: 1 });
    expect(await images()).toEqual([]);
  });

  it('is replaced as a whole by `media`: what is not sent again is gone, and all have new addresses', async () => {
    const before = (await images()).map((each) => each.imageOriginalUrl ?? '');
    const body = { galleryMedia: [{ imageUrl: before[2] ?? '' }, { videoUrl: 'https://youtu.be/abc' }] };
    expect((await shop.call('PUT', `${path}/media`, body)).body).toEqual({ updateCount: 1 });
    const [main, only, ...rest] = (await images()).map((each) => each.imageOriginalUrl ?? '');
    expect([main, rest]).toEqual([before[0], []]);
    expect(before).not.toContain(only);
    expect(await shop.picture(String(only))).toEqual(pictureOf('drie.png'));
    expect((await shop.call('PUT', `${path}/media`, {})).status).toBe(200);
    expect(await images()).toHaveLength(1);
    const wrong = { galleryMedia: [{ videoUrl: 'https://example.com/film' }] };
    expect((await shop.call('PUT', `${path}/media`, wrong)).body.errorCode).toBe('NOT_VIDEO_URL');
  });
});

it('variations and categories have a picture as well', async () => {
  const variation = (
    await shop.call('POST', `${path}/combinations`, { options: [{ name: 'K', value: 'R' }] })
  ).body.id;
  await shop.upload(`${path}/combinations/${variation}/image`, pictureOf('rood.png'));
  const shown = (await shop.get(`${path}/combinations/${variation}`)).body;
  expect(await shop.picture(textIn(shown, 'originalImageUrl'))).toEqual(pictureOf('rood.png'));
  const category = (await shop.call('POST', '/categories', { name: 'Mokken' })).body.id;
  await shop.upload(`/categories/${category}/image`, pictureOf('mokken.png'));
  expect((await shop.call('DELETE', `/categories/${category}/image`)).body).toEqual({ deleteCount: 1 });
  expect((await shop.call('DELETE', `/categories/${category}/image`)).body).toEqual({ deleteCount: 0 });
});
