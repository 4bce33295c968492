import { describe, expect, it } from 'vitest';
import { made } from '../products/made.ts';

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
