import { describe, expect, it } from 'vitest';
import { made } from './made.ts';

describe('photos', () => {
  const source =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  it('are uploaded, one of them the main one, and lie below the shop', async () => {
    const { shop, path } = await made();
    const photos = `${path}/productphotos/`;
    const first = await shop.call('POST', photos, { file_type: 'png', source, alttext: 'Thee' });
    // The first is not the main one by itself.
    expect(first.body).toMatchObject({ is_mainphoto: false, alttext: 'Thee', filename: '3301.png' });
    expect((await shop.get(`${path}/`)).body.productmainphoto).toBeNull();
    const second = await shop.call('POST', photos, { file_type: 'png', source, is_mainphoto: true });
    await shop.call('PATCH', `/productphotos/${first.body.id}/`, { is_mainphoto: true });
    expect((await shop.items(photos)).map((each) => each.is_mainphoto)).toEqual([true, false]);
    expect((await shop.get(`${path}/`)).body.productmainphoto).toBe(first.body.deeplink);
    const picture = await shop.standIn.handle(
      new Request('https://theemeester.ccvshop.example/img/3301.png'),
    );
    expect(picture.headers.get('Content-Type')).toBe('image/png');
    expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe(source);
    await shop.call('DELETE', `/productphotos/${second.body.id}/`);
    expect(await shop.items(photos)).toHaveLength(1);
    await shop.call('PUT', photos, {
      productphotos: [
        { file_type: 'png', source },
        { file_type: 'png', source },
      ],
    });
    expect((await shop.items(photos)).map(({ filename }) => filename)).toEqual(['3303.png', '3304.png']);
  });

  it('are refused with the codes of the sheet', async () => {
    const { shop, path } = await made({}, { maxPictureBytes: 60 });
    const post = async (body: object) => (await shop.call('POST', `${path}/productphotos/`, body)).body.code;
    expect(await post({ file_type: 'png', source })).toBe('500.21');
    expect(await post({ file_type: 'tiff', source })).toBe('500.22');
    expect(await post({ file_type: 'png', source: `data:image/png;base64,${source}` })).toBe('500.23');
    shop.standIn.change({ maxBodyBytes: 20 });
    expect(await post({ file_type: 'png', source })).toBe('500.80');
  });
});
