import { describe, expect, it } from 'vitest';
import { type JsonObject, objectsIn } from '../../../../sandbox/kit/json.ts';
import { made } from '../products/made.ts';

describe('variants', () => {
  async function withColours(settings = {}) {
    const { shop, path, product } = await made(
      { productnumber: 'MOK', taxtariff: 'normal', price: 11.1 },
      settings,
    );
    const attribute = (await shop.call('POST', '/attributes/', { name: 'Kleur', type: 'menu' })).body;
    const value = async (name: string) =>
      (await shop.call('POST', `/attributes/${attribute.id}/attributevalues/`, { name, default_price: 0 }))
        .body.id;
    const offer = (optionvalue: unknown, more = {}) =>
      shop.call('POST', `${path}/productattributevalues/`, { optionvalue, price: 0, ...more });
    const combinations = () => shop.items(`${path}/attributecombinations/`);
    return { shop, path, product, attribute, value, offer, combinations };
  }

  const wordsOf = (combination: JsonObject | undefined) =>
    objectsIn(combination?.combination).map((each) => (each.attribute_value as { name: string }).name);

  it('are made of the values by the shop: nobody posts or deletes one', async () => {
    const { shop, path, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'), { price: 1, stock: 7 });
    await offer(await value('Rood'), { stock: 3 });
    const found = await combinations();
    expect(found).toMatchObject([
      { stock: 7, netto_extra_price: 1, sku_number: '', active: true },
      { stock: 3, netto_extra_price: 0 },
    ]);
    expect((await shop.call('POST', `${path}/attributecombinations/`, {})).body.code).toBe('405.10');
    expect((await shop.call('DELETE', `/attributecombinations/${found[0]?.id}/`)).body.code).toBe('405.10');
    const changes = { sku_number: 'MOK-B', product_number: 'MOK-B', ean_number: '8710000000017', stock: 5 };
    expect((await shop.call('PATCH', `/attributecombinations/${found[0]?.id}/`, changes)).status).toBe(204);
    expect(await shop.items('/productqueries/?skunumber=MOK-B')).toMatchObject([{ productnumber: 'MOK' }]);
    expect(await shop.items('/productqueries/?mpnnumber=MOK-B')).toEqual([]);
    expect(
      (await shop.call('PATCH', `/attributecombinations/${found[0]?.id}/`, { netto_extra_price: 2 })).status,
    ).toBe(400);
  });

  it('have new ids after a change of options; their numbers and stock stay', async () => {
    const { shop, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    const [before] = await combinations();
    await shop.call('PATCH', `/attributecombinations/${before?.id}/`, { sku_number: 'MOK-B', stock: 4 });
    await offer(await value('Rood'));
    const [after] = await combinations();
    expect(after?.id).not.toBe(before?.id);
    expect(after).toMatchObject({ sku_number: 'MOK-B', stock: 4 });
    expect((await shop.get(`/attributecombinations/${before?.id}/`)).status).toBe(404);
    shop.standIn.change({ combinationIds: 'kept' });
    await offer(await value('Geel'));
    expect((await combinations())[0]?.id).toBe(after?.id);
  });

  it('a further attribute multiplies them; an additional menu does not', async () => {
    const { shop, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    await offer(await value('Rood'));
    const add = async (name: string, type: string, word: string) => {
      const { id } = (await shop.call('POST', '/attributes/', { name, type })).body;
      const own = await shop.call('POST', `/attributes/${id}/attributevalues/`, {
        name: word,
        default_price: 0,
      });
      await offer(own.body.id);
    };
    await add('Maat', 'menu', 'L');
    expect((await combinations()).map(wordsOf)).toEqual([
      ['Blauw', 'L'],
      ['Rood', 'L'],
    ]);
    await add('Inpakken', 'additional_menu', 'Ja');
    expect(await combinations()).toHaveLength(2);
  });

  it('a value that is taken away takes its combinations along', async () => {
    const { shop, path, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    const { body } = await offer(await value('Rood'));
    expect(await shop.items(`${path}/productattributesets/`)).toMatchObject([
      { attributename: 'Kleur', items: [{ optionsname: 'Blauw' }, { optionsname: 'Rood' }] },
    ]);
    await shop.call('PATCH', `/productattributevalues/${body.id}/`, { price: 2 });
    expect((await combinations())[1]).toMatchObject({ netto_extra_price: 2 });
    await shop.call('DELETE', `/productattributevalues/${body.id}/`);
    expect((await combinations()).map(wordsOf)).toEqual([['Blauw']]);
  });

  it('stand once, and have a type that the shop knows', async () => {
    const { shop, attribute, value, offer } = await withColours();
    const blue = await value('Blauw');
    await offer(blue);
    expect((await offer(blue)).body.code).toBe('500.40');
    const again = { name: 'Blauw', default_price: 0 };
    expect((await shop.call('POST', `/attributes/${attribute.id}/attributevalues/`, again)).body.code).toBe(
      '500.40',
    );
    expect((await shop.call('POST', '/attributes/', { name: 'Maat', type: 'dropdown' })).status).toBe(400);
    expect(await shop.items('/attributes/')).toMatchObject([{ type: 'menu', attribute_type: 1 }]);
  });

  it('count by combination only when the stock type says so', async () => {
    const { shop, path, value, offer, product, combinations } = await withColours();
    await offer(await value('Blauw'), { stock: 9 });
    const buy = async () => {
      const [own] = await combinations();
      const row = { product_id: product.id, attribute_combination_id: own?.id, count: 2 };
      const order = { customer: { email: 'a@example.test' }, orderrows: [row], total_shipping: 0 };
      await shop.call('POST', '/orders/', order);
    };
    await buy();
    expect((await combinations())[0]?.stock).toBe(9);
    expect((await shop.get(`${path}/`)).body).toMatchObject({ stock: 118, stocktype: 'Product' });
    await shop.call('PATCH', `${path}/`, { stocktype: 'Attribute' });
    await buy();
    expect((await combinations())[0]?.stock).toBe(7);
    expect((await shop.get(`${path}/`)).body).toMatchObject({ stock: null, stocktype: 'Attribute' });
    const {
      shop: other,
      offer: offerThere,
      value: valueThere,
      path: there,
    } = await withColours({
      stocktypeOfVariants: 'switches',
      stocktypeWords: 'product attribute',
    });
    await offerThere(await valueThere('Blauw'));
    expect((await other.get(`${there}/`)).body.stocktype).toBe('attribute');
  });

  it('a change of one does not move the product, unless the shop is set so', async () => {
    const { shop, path, value, offer, combinations } = await withColours();
    await offer(await value('Blauw'));
    const [own] = await combinations();
    await shop.listen('products.updated');
    const date = async () => (await shop.get(`${path}/`)).body.modifydate;
    const before = await date();
    shop.world.pass(60_000);
    await shop.call('PATCH', `/attributecombinations/${own?.id}/`, { stock: 5 });
    expect(await date()).toBe(before);
    expect(await shop.told()).toEqual([]);
    shop.standIn.change({ movesProducts: ['combinations'] });
    await shop.call('PATCH', `/attributecombinations/${own?.id}/`, { stock: 6 });
    expect(await date()).not.toBe(before);
    expect(await shop.told()).toEqual(['products.updated']);
  });
});
