/**
 * Whatever source and merchant do, whichever answers are lost and whichever consumers die: in the end the target says what it should, and a further run writes
 * nothing. What it should is kept beside by a model of a few lines: a field is the source's when the source has changed it since it
 * was last carried, else it is as it stands there.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeShop, gross, net, type ShopProduct } from './fake-shop.ts';
import { World } from './world.ts';

const texts = ['name', 'description', 'brand'] as const;
type Text = (typeof texts)[number];

const value = fc.constantFrom('', 'a', 'b', 'c');
const size = fc.constantFrom('S', 'M', 'L');
const version = fc.constantFrom('A', 'B', 'C');
const category = fc.constantFrom('1', '2', '3');
const step = fc.oneof(
  fc.record({ kind: fc.constant('source says' as const), field: fc.constantFrom(...texts), value }),
  fc.record({ kind: fc.constant('merchant says' as const), field: fc.constantFrom(...texts), value }),
  fc.record({ kind: fc.constant('source price' as const), cents: fc.integer({ min: 1, max: 9_999 }) }),
  fc.record({ kind: fc.constant('source variant' as const), size }),
  fc.record({ kind: fc.constant('source picture' as const), version }),
  fc.record({ kind: fc.constant('source category' as const), category }),
  fc.record({
    kind: fc.constant('merchant adds' as const),
    what: fc.constantFrom('variant', 'picture', 'category'),
  }),
  fc.record({
    kind: fc.constant('run' as const),
    answer: fc.constantFrom('given', 'given', 'lost', 'refused', 'dies'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

class History {
  readonly world: World;
  readonly source: ShopProduct;
  /** What the source said when it was last carried, and what the target should say. */
  readonly carried = new Map<Text, string>();
  readonly expected = new Map<Text, string>();
  /** What the merchant added: variants, pictures and categories by id. */
  readonly own = { variants: [] as string[], pictures: [] as string[], categories: [] as string[] };
  #count = 0;
  #isDead = false;

  /** `isOpen`: what a consumer sent that died may still be done when the next one looks. */
  constructor(to: FakeShop, isOpen: boolean) {
    this.world = new World({ to, settings: {} });
    if (isOpen) this.world.begunAt = this.world.leaseEndsAt;
    const { from } = this.world;
    for (const id of ['1', '2', '3']) this.world.forth.categories.set(id, `c${id}`);
    this.source = from.put({
      sku: 'TS',
      fields: { name: 'a', description: 'a', brand: '', price: '12.10' },
      options: [{ name: 'Size', values: ['S'] }],
      variants: [from.variant('TS-S', { Size: 'S' })],
    });
  }

  get there(): ShopProduct | undefined {
    return [...this.world.to.products.values()][0];
  }

  async take(step: Step): Promise<void> {
    const { source, there, world } = this;
    switch (step.kind) {
      case 'source says':
        if (step.field !== 'name' || step.value !== '') source.fields[step.field] = step.value;
        return;
      case 'merchant says':
        if (there === undefined || (step.field === 'name' && step.value === '')) return;
        there.fields[step.field] = step.value;
        this.expected.set(step.field, step.value);
        return;
      case 'source price':
        source.fields.price = (step.cents / 100).toFixed(2);
        return;
      case 'source variant': {
        const sku = `TS-${step.size}`;
        const at = source.variants.findIndex((each) => each.sku === sku);
        // One always stays: a product without variants is another kind of product.
        if (at >= 0 && source.variants.length > 1) source.variants.splice(at, 1);
        else if (at < 0) source.variants.push(world.from.variant(sku, { Size: step.size }));
        source.options = [{ name: 'Size', values: source.variants.map(({ options }) => options.Size ?? '') }];
        return;
      }
      case 'source picture': {
        // See any-pictures.test.ts.
        if (this.#isDead) return;
        const at = source.pictures.findIndex((each) => each.version === step.version);
        if (at >= 0) source.pictures.splice(at, 1);
        else source.pictures.push(world.from.picture(step.version));
        return;
      }
      case 'source category': {
        const at = source.categories.indexOf(step.category);
        if (at >= 0) source.categories.splice(at, 1);
        else source.categories.push(step.category);
        return;
      }
      case 'merchant adds':
        return this.#add(step.what);
      case 'run':
        return this.run(step.answer);
    }
  }

  #add(what: string): void {
    const { there, world } = this;
    if (there === undefined) return;
    this.#count += 1;
    if (what === 'variant') {
      const made = world.to.variant(`OWN-${this.#count}`, { Size: `own ${this.#count}` });
      there.variants.push(made);
      this.own.variants.push(made.id);
    } else if (what === 'picture') {
      if (this.#isDead) return;
      const made = world.to.picture(`own-${this.#count}`);
      there.pictures.push(made);
      this.own.pictures.push(made.id);
    } else {
      there.categories.push(`own-${this.#count}`);
      this.own.categories.push(`own-${this.#count}`);
    }
  }

  async run(answer: string): Promise<void> {
    const { world, source } = this;
    world.to.losesAnswer = answer === 'lost';
    if (answer === 'refused') world.to.refuses.add('TS');
    const before = world.to.writes.length;
    const stood = { ...this.there?.fields };
    world.dies = answer === 'dies';
    await world.run();
    this.#isDead = world.dies;
    world.dies = false;
    world.to.losesAnswer = false;
    world.to.refuses.clear();
    const isAnswered = world.to.writes.length === before || answer === 'given';
    for (const field of texts) {
      const said = String(source.fields[field]);
      if (this.carried.get(field) !== said && answer !== 'refused') this.expected.set(field, said);
      // Of what was sent without an answer nobody knows: it is said anew.
      const isThere = isAnswered || stood[field] === said;
      if (isThere && answer !== 'dies') this.carried.set(field, said);
      else if (stood[field] !== said && this.carried.get(field) !== said) this.carried.set(field, 'unclear');
    }
  }
}

function check({ there, source, expected, own, world }: History): void {
  if (there === undefined) throw new Error('nothing was made');
  for (const [field, wanted] of expected) expect([field, there.fields[field] ?? '']).toEqual([field, wanted]);
  expect(world.to.products.size).toBe(1);
  const skus = there.variants.map(({ sku }) => sku);
  expect(new Set(skus).size).toBe(skus.length);
  for (const { sku } of source.variants) expect(skus).toContain(sku);
  expect(there.variants.map(({ id }) => id)).toEqual(expect.arrayContaining(own.variants));
  const theirs = there.pictures.filter(({ id }) => own.pictures.includes(id));
  expect(theirs).toHaveLength(own.pictures.length);
  expect(there.pictures.length - theirs.length).toBe(source.pictures.length);
  const wanted = [...source.categories.map((id) => `c${id}`), ...own.categories];
  expect([...there.categories].sort()).toEqual(wanted.sort());
}

describe.each([
  ['gross, fetching', gross],
  ['net, folding, uploading', net],
] as const)('a target that is %s', (_, kind) => {
  test('says what it should after any history, and then nothing is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, isOpen) => {
        const history = new History(new FakeShop('b', kind), isOpen);
        for (const each of steps) await history.take(each);
        await history.run('given');
        await history.run('given');
        check(history);
        const { writes } = history.world;
        await history.world.run([history.source.id], true);
        await history.world.run();
        expect(history.world.writes).toBe(writes);
      }),
      { numRuns: 200 },
    );
  });
});
