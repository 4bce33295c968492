import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../../sandbox/kit/json.ts';
import { all, choice, simple } from '../goods.ts';
import { TestShop } from '../shop.ts';

const options = `${all}/products/attributes/color/options`;

describe('options of an attribute', () => {
  it('begin with an empty one, and have labels per view', async () => {
    const shop = new TestShop();
    const store_labels = [{ store_id: 3, label: 'Gelb' }];
    await shop.call('POST', options, { option: { label: 'Geel', sort_order: 0, store_labels } });
    expect((await shop.get(options)).json).toEqual([
      { label: ' ', value: '' },
      { label: 'Geel', value: '51' },
    ]);
    const german = await shop.get('/rest/deutsch/V1/products/attributes/color/options');
    expect(german.json).toMatchObject([{}, { label: 'Gelb' }]);
  });

  it('are refused when the label exists, or come twice in older versions', async () => {
    const shop = new TestShop();
    const add = () => shop.call('POST', options, { option: { label: 'Geel' } });
    expect((await add()).json).toBe('id_51');
    expect([(await add()).status, (await add()).body.parameters]).toEqual([400, ['Geel']]);
    shop.standIn.change({ optionLabelsUnique: false, optionAnswer: 'unknown' });
    expect((await add()).json).toBe('id_new_option');
    shop.standIn.change({ optionAnswer: 'bare' });
    expect((await add()).json).toBe('53');
  });

  it('are renamed and deleted', async () => {
    const shop = new TestShop();
    await shop.call('POST', options, { option: { label: 'Geel' } });
    expect((await shop.call('PUT', `${options}/51`, { option: { label: 'Oker', value: '51' } })).json).toBe(
      true,
    );
    expect((await shop.get(options)).json).toMatchObject([{}, { label: 'Oker', value: '51' }]);
    expect((await shop.call('DELETE', `${options}/51`)).json).toBe(true);
    expect((await shop.call('DELETE', `${options}/51`)).status).toBe(404);
  });
});

describe('attributes', () => {
  it('of the system have choices that are not theirs', async () => {
    const shop = new TestShop();
    const tax = `${all}/products/attributes/tax_class_id/options`;
    expect((await shop.get(tax)).json).toEqual([
      { label: 'Geen', value: '0' },
      { label: 'Hoog tarief', value: '2' },
      { label: 'Laag tarief', value: '4' },
      { label: 'Geen btw', value: '5' },
    ]);
    expect((await shop.call('POST', tax, { option: { label: 'Nieuw' } })).status).toBe(400);
  });

  it('that the merchant requires are asked of a new product', async () => {
    const shop = new TestShop();
    const label = { frontend_input: 'text', default_frontend_label: 'Garantie', is_required: true };
    const attribute = { attribute_code: 'garantie', ...label };
    await shop.call('POST', `${all}/products/attributes`, { attribute });
    const place = { attributeSetId: 4, attributeGroupId: 7, attributeCode: 'garantie', sortOrder: 1 };
    await shop.call('POST', `${all}/products/attribute-sets/attributes`, place);
    const refused = await shop.call('POST', `${all}/products`, simple('A'));
    expect([refused.status, refused.body.parameters]).toEqual([400, ['Garantie']]);
    const custom_attributes = [{ attribute_code: 'garantie', value: '2 jaar' }];
    expect((await shop.call('POST', `${all}/products`, simple('A', { custom_attributes }))).status).toBe(200);
  });

  it('stand in a set before products have them', async () => {
    const shop = new TestShop();
    const size = await choice(shop, 'maat', ['M']);
    const listed = objectsIn((await shop.get(`${all}/products/attribute-sets/4/attributes`)).json);
    expect(listed.find(({ attribute_code }) => attribute_code === 'maat')).toMatchObject({
      attribute_id: Number(size.id),
      scope: 'global',
      is_user_defined: true,
    });
    const sets = await shop.items(`${all}/products/attribute-sets/sets/list?searchCriteria`);
    expect(sets).toMatchObject([{ attribute_set_id: 4, attribute_set_name: 'Default' }]);
  });

  it('are found by code and kind, shown with their scope, and refused without a label or a second time', async () => {
    const shop = new TestShop({ settings: { priceScope: 'website' } });
    const field = 'searchCriteria[filter_groups][0][filters][0]';
    const query = `?${field}[field]=frontend_input&${field}[value]=price`;
    const prices = await shop.items(`${all}/products/attributes${query}`);
    expect(prices.map(({ scope }) => scope)).toEqual(['website', 'website', 'website', 'website']);
    const create = async (attribute: unknown) =>
      (await shop.call('POST', `${all}/products/attributes`, { attribute })).status;
    expect(await create({ attribute_code: 'x', frontend_input: 'text' })).toBe(400);
    expect(
      await create({ attribute_code: 'color', frontend_input: 'text', default_frontend_label: 'K' }),
    ).toBe(400);
    expect((await shop.get(`${all}/products/attributes/none`)).status).toBe(404);
    expect((await shop.call('DELETE', `${all}/products/attributes/color`)).status).toBe(400);
  });
});
