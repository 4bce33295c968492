/** An update that was not answered, and that the shop does minutes later, over what was written since. */
import { describe, expect, test } from 'vitest';
import { laterOn, minuteMs, saidTwice, shirt, variant } from './late-shirt.ts';

describe('an update that is done minutes later, over what was written since', () => {
  test.each(['name', 'sku'])('is found: a %s', async (name) => {
    const of = await shirt();
    const { world, source, there } = of;
    await saidTwice(
      of,
      () => Object.assign(source.fields, { [name]: 'Late' }),
      () => Object.assign(source.fields, { [name]: 'Last' }),
    );
    expect(there.fields[name]).toBe('Last');
    world.to.doLateWork();
    expect(there.fields[name]).toBe('Late');
    expect(await laterOn(of)).toBe('updated');
    expect(there.fields[name]).toBe('Last');
    expect(await world.code(source.id)).toBe('nothing_new');
  });

  test('is found where the source has taken it back by then, and nothing was to be written', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await saidTwice(
      of,
      () => Object.assign(source.fields, { sku: 'LATE' }),
      () => Object.assign(source.fields, { sku: 'TS' }),
    );
    world.to.doLateWork();
    await laterOn(of);
    expect(there.fields.sku).toBe('TS');
  });

  test('is found of a variant: its price, and one that was added', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    const { from, to } = world;
    await saidTwice(
      of,
      () => {
        Object.assign(source.variants[0] ?? {}, { price: '11.00' });
        source.variants.push(from.variant('TS-L', { Size: 'L' }, { price: '11.00' }));
      },
      () => {
        for (const each of source.variants) each.price = '12.10';
      },
    );
    // A shop that takes an SKU again as the variant that it has.
    const { id = '' } = variant(there, 'TS-L') ?? {};
    to.doLateWork();
    there.variants = there.variants.filter((each) => each.sku !== 'TS-L' || each.id !== id);
    Object.assign(variant(there, 'TS-L') ?? {}, { id });
    expect(variant(there, 'TS-L')?.price).not.toBe('10');
    await laterOn(of);
    expect(there.variants.map(({ sku, price }) => [sku, price])).toEqual([
      ['TS-S', '10'],
      ['TS-M', '10'],
      ['TS-L', '10'],
    ]);
  });

  test('is found of a variant that has another id at the source by then, as one that was renamed may have', async () => {
    const of = await shirt();
    const { source, there } = of;
    const [small] = source.variants;
    await saidTwice(
      of,
      () => Object.assign(small ?? {}, { options: { Size: 'XS' }, price: '11.00' }),
      () => Object.assign(small ?? {}, { id: 'renamed', options: { Size: 'Small' }, price: '12.10' }),
    );
    of.world.to.doLateWork();
    const now = () => [variant(there, 'TS-S')?.options, variant(there, 'TS-S')?.price];
    expect(now()).toEqual([{ Size: 'XS' }, '9.090909']);
    await laterOn(of);
    expect(now()).toEqual([{ Size: 'Small' }, '10']);
  });

  test('is found of a variant that was added, and had another id at the source before it came', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    const large = world.from.variant('TS-L', { Size: 'L' });
    await saidTwice(
      of,
      () => source.variants.push(large),
      () => Object.assign(large, { id: 'renamed', options: { Size: 'Large' } }),
    );
    // A shop that takes an SKU again as the variant that it has.
    const { id = '' } = variant(there, 'TS-L') ?? {};
    world.to.doLateWork();
    there.variants = there.variants.filter((each) => each.id !== id);
    Object.assign(variant(there, 'TS-L') ?? {}, { id });
    expect(variant(there, 'TS-L')?.options).toEqual({ Size: 'L' });
    await laterOn(of);
    expect(variant(there, 'TS-L')?.options).toEqual({ Size: 'Large' });
  });

  test('is found of attributes, of the target’s own fields and of categories', async () => {
    const settings = { attributes: { map: { Origin: 'herkomst', Glaze: 'glazuur' } } };
    const of = await shirt({ settings, mapping: { meta: 'product.name' } });
    const { world, source, there } = of;
    const glaze = { name: 'Glaze', values: ['mat'] };
    await saidTwice(
      of,
      () => {
        source.categories = ['14'];
        source.fields.name = 'Late';
        source.attributes = [{ name: 'Origin', values: ['Late'] }, glaze];
      },
      () => {
        source.categories = [];
        source.fields.name = 'Last';
        source.attributes = [{ name: 'Origin', values: ['Last'] }];
      },
    );
    world.to.doLateWork();
    const now = () => [there.categories, there.values.meta, there.attributes];
    const origin = (value: string) => ({ name: 'herkomst', values: [value] });
    expect(now()).toEqual([['c14'], 'Late', [origin('Late'), { ...glaze, name: 'glazuur' }]]);
    await laterOn(of);
    expect(now()).toEqual([[], 'Last', [origin('Last')]]);
  });

  test('is found where it took something away that is wanted again by then', async () => {
    const settings = { attributes: { map: { Origin: 'herkomst' } } };
    const of = await shirt({ settings, mapping: { meta: 'product.brand' } });
    const { world, source, there } = of;
    const origin = { name: 'Origin', values: ['Delft'] };
    source.attributes = [origin];
    Object.assign(source.fields, { brand: 'Acme' });
    await world.run();
    await saidTwice(
      of,
      () => {
        source.attributes = [];
        source.fields.brand = '';
      },
      () => {
        source.attributes = [origin];
        source.fields.brand = 'Acme';
      },
    );
    world.to.doLateWork();
    // What says nothing is not told.
    delete there.values.meta;
    delete there.fields.brand;
    expect(there.attributes).toEqual([]);
    await laterOn(of);
    expect([there.attributes, there.fields.brand, there.values.meta]).toEqual([
      [{ ...origin, name: 'herkomst' }],
      ...['Acme', 'Acme'],
    ]);
  });

  test('is found of an attribute of several values, which stands there as one text', async () => {
    const of = await shirt({ settings: { attributes: { map: { Origin: 'herkomst' } } } });
    const { world, source, there } = of;
    await saidTwice(
      of,
      () => Object.assign(source, { attributes: [{ name: 'Origin', values: ['Delft', 'Gouda'] }] }),
      () => Object.assign(source, { attributes: [{ name: 'Origin', values: ['Delft'] }] }),
    );
    world.to.doLateWork();
    there.attributes = [{ name: 'herkomst', values: ['Delft, Gouda'] }];
    await laterOn(of);
    expect(there.attributes).toEqual([{ name: 'herkomst', values: ['Delft'] }]);
  });

  test('is found of a variant: the picture that it shows', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    source.pictures = ['A', 'B', 'C'].map((version) => world.from.picture(version));
    const shows = (at: number) => Object.assign(source.variants[0] ?? {}, { image: source.pictures[at]?.id });
    shows(0);
    await world.run();
    const shown = () => there.pictures.find(({ id }) => id === variant(there, 'TS-S')?.image)?.from;
    expect(shown()).toBe('A');
    await saidTwice(
      of,
      () => shows(1),
      () => shows(2),
    );
    expect(shown()).toBe('C');
    world.to.doLateWork();
    expect(shown()).toBe('B');
    await laterOn(of);
    expect(shown()).toBe('C');
  });

  test('takes a variant away that came after it, and that comes again', async () => {
    const of = await shirt();
    const { world, source, there } = of;
    await saidTwice(
      of,
      () => source.variants.push(world.from.variant('TS-L', { Size: 'L' })),
      () => source.variants.push(world.from.variant('TS-XL', { Size: 'XL' })),
    );
    there.variants = there.variants.filter(({ sku }) => sku !== 'TS-XL');
    await laterOn(of);
    expect(there.variants.map(({ sku }) => sku)).toContain('TS-XL');
  });
});

describe('as long as it may still be done', () => {
  test('the product is looked at again, at the end of that time and not before', async () => {
    const of = await shirt();
    const { world, source } = of;
    source.fields.name = 'Late';
    world.to.holdsBack = true;
    await world.run();
    const outcome = await world.outcome(source.id);
    expect(outcome).toMatchObject({ problem: { kind: 'wait', code: 'outcome_unknown' } });
    expect(outcome.kind === 'problem' && outcome.problem.retryAt).toBe(world.now + 10 * minuteMs);
    world.to.doLateWork();
    expect(await laterOn(of)).toBe('nothing_new');
    expect(world.link(source.id).facts.late).toBeUndefined();
  });

  test('what the merchant writes there stays', async () => {
    const of = await shirt();
    const { source, there } = of;
    await saidTwice(
      of,
      () => Object.assign(source.fields, { name: 'Late' }),
      () => Object.assign(source.fields, { name: 'Last' }),
    );
    there.fields.name = 'Own';
    await laterOn(of);
    expect(there.fields.name).toBe('Own');
  });

  test('an update that was refused is not waited for', async () => {
    const { world, source } = await shirt();
    source.fields.name = 'Late';
    world.to.refuses.add('TS');
    expect(await world.code(source.id)).toBe('refused');
    world.to.refuses.clear();
    expect(await world.code(source.id)).toBe('updated');
  });

  test('it is not carried back as a change of the other side', async () => {
    const of = await shirt({ bothWays: true });
    const { world, source, there } = of;
    await saidTwice(
      of,
      () => {
        Object.assign(source.fields, { name: 'Late' });
        Object.assign(source.variants[0] ?? {}, { sku: 'TS-LATE' });
      },
      () => {
        Object.assign(source.fields, { name: 'Last' });
        Object.assign(source.variants[0] ?? {}, { sku: 'TS-LAST' });
      },
    );
    world.to.doLateWork();
    await world.runBack();
    expect([source.fields.name, source.variants[0]?.sku]).toEqual(['Last', 'TS-LAST']);
    await laterOn(of);
    expect([there.fields.name, there.variants[0]?.sku]).toEqual(['Last', 'TS-LAST']);
    await world.runBack();
    expect([source.fields.name, source.variants[0]?.sku]).toEqual(['Last', 'TS-LAST']);
  });

  test('another product that took its SKU meanwhile keeps it, and both are named', async () => {
    const of = await shirt();
    const { world, source } = of;
    await saidTwice(
      of,
      () => Object.assign(source.fields, { sku: 'LATE' }),
      () => Object.assign(source.fields, { sku: 'TS' }),
    );
    world.to.doLateWork();
    world.to.put({ sku: 'TS' });
    expect(await laterOn(of)).toBe('sku_taken');
  });
});

describe('a product that is gone at the source', () => {
  async function goneLate() {
    const of = await shirt({ settings: { gone: 'deactivate' } });
    const { world, source } = of;
    const comeBack = () => world.from.products.set(source.id, source);
    const go = () => world.from.products.delete(source.id);
    return { ...of, comeBack, go };
  }

  test('is on again where it was switched off minutes after it came back', async () => {
    const of = await goneLate();
    const { world, source, there, comeBack, go } = of;
    go();
    world.to.holdsBack = true;
    expect(await world.code(source.id)).toBe('timed_out');
    comeBack();
    await world.run([source.id]);
    world.to.doLateWork();
    expect(there.fields.active).toBe(false);
    await laterOn(of);
    expect(there.fields.active).toBe(true);
  });

  test('is off again where it was switched on minutes after it went', async () => {
    const of = await goneLate();
    const { world, source, there, comeBack, go } = of;
    go();
    await world.run([source.id]);
    comeBack();
    world.to.holdsBack = true;
    expect(await world.code(source.id)).toBe('timed_out');
    go();
    expect(await world.code(source.id)).toBe('outcome_unknown');
    world.to.doLateWork();
    expect(there.fields.active).toBe(true);
    expect(await laterOn(of)).toBe('deactivated');
    expect(there.fields.active).toBe(false);
    expect(await world.code(source.id)).toBe('no_longer_there');
  });
});
