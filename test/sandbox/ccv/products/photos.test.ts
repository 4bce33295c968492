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

describe('facts about products', () => {
  it('need the group of the property first, and are read by group', async () => {
    const { shop, path, product } = await made();
    const group = (await shop.call('POST', '/productpropertygroups/', { name: 'Textiel' })).body;
    const properties = `/productpropertygroups/${group.id}/productproperties/`;
    const property = (await shop.call('POST', properties, { name: 'Materiaal', type: 'select' })).body;
    const value = { product_id: product.id, product_property_id: property.id, value: 'katoen' };
    expect((await shop.call('POST', '/productpropertyvalues/', value)).status).toBe(400);
    const link = { product_id: product.id, product_property_group_id: group.id };
    expect((await shop.call('POST', '/producttopropertygroups/', link)).status).toBe(201);
    expect((await shop.call('POST', '/producttopropertygroups/', link)).body.code).toBe('500.40');
    const { body } = await shop.call('POST', '/productpropertyvalues/', value);
    expect((await shop.call('POST', '/productpropertyvalues/', value)).body.code).toBe('500.40');
    expect((await shop.call('PATCH', `/productpropertyvalues/${body.id}/`, { value: 'linnen' })).status).toBe(
      204,
    );
    expect(await shop.items(`${path}/producttopropertygroups/`)).toMatchObject([
      { product_property_group_id: group.id, values: { collection: [{ value: 'linnen' }] } },
    ]);
    await shop.call('POST', `/productproperties/${property.id}/productpropertyoptions/`, { name: 'wol' });
    expect((await shop.call('PATCH', `/productpropertyvalues/${body.id}/`, { value: 'zijde' })).status).toBe(
      400,
    );
    expect((await shop.call('PATCH', `/productpropertyvalues/${body.id}/`, { value: 'wol' })).status).toBe(
      204,
    );
    await shop.call('DELETE', `/productpropertyvalues/${body.id}/`);
    expect((await shop.get(`/productpropertyvalues/${body.id}/`)).status).toBe(404);
  });
});
