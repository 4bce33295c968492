import { expect, it } from 'vitest';
import type { Api } from '../../../src/connectors/contract/api.ts';
import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
  ProductTarget,
  StandingProduct,
  VariantDraft,
  WrittenProduct,
} from '../../../src/connectors/contract/products.ts';
import { asProblem } from '../../../src/records/problem.ts';
import type { Candidate, Played } from '../played.ts';
import { Merchant, startShop } from './merchant.ts';
import { draft, group, nothing, picture, standing, variant } from './product-drafts.ts';

const timeoutMs = 120_000;

/** What was named, in the form in which it is looked for afterwards. */
interface Named extends Pick<ProductChanges, 'fields' | 'attributes' | 'categories'> {
  readonly added: readonly VariantDraft[];
  /** By the target's id. */
  readonly changed: ReadonlyMap<string, Partial<VariantDraft>>;
  readonly pictures: readonly PictureDraft[];
  /** By the target's id. */
  readonly removed: readonly string[];
}

const none: Named = {
  ...{ fields: {}, attributes: [], categories: nothing.categories },
  ...{ added: [], changed: new Map(), pictures: [], removed: [] },
};

/** One writing, whose line may break. */
interface Round {
  readonly api: Api;
  /** Of this round alone. */
  readonly named: (each: ProductDraft) => ProductDraft;
  /** From now on only some calls are answered. Returns what came of the work, after a look at all that it says of itself. */
  readonly broken: (named: Named, work: () => Promise<WrittenProduct>) => Promise<void>;
}

/**
 * What every target of products must tell of a writing that the line broke off: whatever it was to do, and does not tell as undone, is done.
 * It is broken off at each of its calls, one that was carried out and one that was not.
 */
export function partialWritesConform(candidate: Candidate, target: ProductTarget): void {
  const attributes =
    candidate.attribute === undefined ? [] : [{ name: candidate.attribute, values: ['Sri Lanka'] }];

  const lacks = (field: keyof VariantDraft) => candidate.cannot?.ofVariants?.includes(field) ?? false;

  async function eachRound(played: Played, work: (round: Round) => Promise<void>): Promise<void> {
    const api = played.api();
    let number = 0;
    for (const isDone of [false, true]) {
      for (let left = 0, isWhole = false; !isWhole; left++, number++) {
        const broken: Round['broken'] = async (named, write) => {
          const line = { left, isDone };
          played.line = line;
          const written = await write().catch((error: unknown) => {
            expect(asProblem(error).kind).not.toBe('rejected');
            return null;
          });
          played.line = null;
          isWhole = line.left >= 0;
          if (written === null) return;
          expectDone(await standing(target, api, written.id), written, named);
          const isAll = tellsAll(written, named);
          if (isWhole) expect([isAll, written.problems]).toEqual([true, []]);
          else expect(isAll || isTold(written), 'tells that it was broken off').toBe(true);
        };
        const named = (each: ProductDraft) => ofRound(each, `R${number}`);
        await work({ api, named, broken });
      }
    }
  }

  it.each([
    ['a product', draft],
    ['a product with variants', group],
  ])(
    'tells what it did not do of %s that it was making',
    async (_what, plain) => {
      const played = await startShop(candidate);
      if (plain.kind === 'variants' && !target.traits(played.account).groups) return;
      const category = await new Merchant(played).addCategory('Een');
      await eachRound(played, async ({ api, named, broken }) => {
        const { maxPictures } = target.traits(played.account);
        const pictures = [picture('a', 0), picture('b', 1)].slice(0, maxPictures);
        const made = { ...named(plain), attributes, categories: [category], pictures };
        const { name, description = '', active = true, price = '', variants } = made;
        const fields = { name, description, active, ...(variants.length > 0 ? {} : { price }) };
        const categories = { add: [category], remove: [] };
        await broken({ ...none, fields, attributes, categories, added: variants, pictures }, () =>
          target.create(api, made),
        );
      });
    },
    timeoutMs,
  );

  it(
    'tells what it did not do of a product that it was changing',
    async () => {
      const played = await startShop(candidate);
      const merchant = new Merchant(played);
      const [before, after] = [await merchant.addCategory('Een'), await merchant.addCategory('Twee')];
      await eachRound(played, async ({ api, named, broken }) => {
        const { maxPictures } = target.traits(played.account);
        const pictures = [picture('a', 0), picture('b', 1)].slice(0, maxPictures);
        const { id } = await target.create(api, { ...named(draft), categories: [before], pictures });
        const stands = await standing(target, api, id);
        const [first = '', second = ''] = (stands.product.images ?? []).map(({ version }) => version);
        const all = {
          ...{ name: 'Anders', description: '<p>Nieuw</p>', active: false },
          ...{ price: '15.5', listPrice: '20', weightKg: '1.5' },
        };
        const { lacks } = target.traits(played.account);
        const fields = Object.fromEntries(
          Object.entries(all).filter(([name]) => !lacks?.has(name as keyof typeof all)),
        );
        const categories = { add: [after], remove: [before] };
        const [more, instead] = [picture('c', 2), picture('d', 0)];
        const said = { ...none, fields, attributes, categories };
        await broken({ ...said, pictures: [more, instead], removed: [second] }, () =>
          target.update(api, stands, {
            ...{ ...nothing, fields, attributes, categories },
            pictures: { add: [more], remove: [second], replace: new Map([[first, instead]]) },
          }),
        );
      });
    },
    timeoutMs,
  );

  it(
    'tells what it did not do of variants that it was changing',
    async () => {
      const played = await startShop(candidate);
      if (!target.traits(played.account).groups) return;
      await eachRound(played, async ({ api, named, broken }) => {
        const { id, variants } = await target.create(api, named(group));
        const stands = await standing(target, api, id);
        const [small = '', medium = ''] = ['S', 'M'].map((each) => variants.get(`source-${each}`) ?? '');
        const changed = new Map<string, Partial<VariantDraft>>([
          [small, { price: '15.5' }],
          [medium, lacks('weightKg') ? { gtin: '8712345678906' } : { weightKg: '1.5' }],
        ]);
        const options = [{ name: 'Maat', values: ['L', 'XL'] }];
        const { variants: added } = named({
          ...group,
          variants: [variant('L'), variant('XL', { price: '17' })],
        });
        await broken({ ...none, fields: { name: 'Anders' }, added, changed }, () =>
          target.update(api, stands, {
            ...{ ...nothing, fields: { name: 'Anders' }, options },
            variants: { add: added, change: changed, retire: [] },
          }),
        );
      });
    },
    timeoutMs,
  );
}

function ofRound(each: ProductDraft, round: string): ProductDraft {
  return {
    ...each,
    sku: `${each.sku}-${round}`,
    name: `${each.name} ${round}`,
    variants: each.variants.map((variant) => ({ ...variant, sku: `${variant.sku}-${round}` })),
  };
}

/** Whether nothing is left for another time. */
function tellsAll({ undone, variants, pictures }: WrittenProduct, { added, pictures: sent }: Named): boolean {
  const ofVariants = [...(undone?.ofVariants?.values() ?? [])].flat();
  const left =
    ofVariants.length > 0 ||
    [undone?.product, undone?.variants, undone?.pictures].some((each) => (each?.size ?? 0) > 0);
  const isMade = added.every(({ sourceId }) => variants.has(sourceId));
  return !left && isMade && sent.every(({ version }) => pictures.has(version));
}

/** A picture that was sent and not read back is no problem: it is described in a later run. */
function isTold({ problems, unfinished }: WrittenProduct): boolean {
  return problems.length > 0 || (unfinished?.size ?? 0) > 0;
}

function expectDone({ product }: StandingProduct, written: WrittenProduct, named: Named): void {
  const { undone, renumbered } = written;
  const isDone = (part: string) => !([...(undone?.product ?? [])] as string[]).includes(part);
  for (const [name, value] of Object.entries(named.fields)) {
    if (isDone(name)) expectSame(product[name as keyof typeof product], value, name);
  }
  if (isDone('categories')) {
    expect(product.categories).toEqual(expect.arrayContaining([...named.categories.add]));
    for (const each of named.categories.remove) expect(product.categories).not.toContain(each);
  }
  if (isDone('attributes'))
    expect(product.attributes ?? []).toEqual(expect.arrayContaining([...named.attributes]));

  const { variants = [], images = [] } = product;
  const expectVariant = (id: string, said: Partial<VariantDraft>) => {
    if (undone?.variants.has(id)) return;
    const stands = variants.find((each) => each.id === id);
    expect(stands, id).toBeDefined();
    const left: readonly string[] = undone?.ofVariants?.get(id) ?? [];
    // One that costs as much as the product may have no price of its own.
    if (said.price !== undefined && !left.includes('price'))
      expectSame(stands?.price ?? product.price, said.price, `${id} price`);
    if (said.weightKg !== undefined && !left.includes('weightKg'))
      expectSame(stands?.weightKg, said.weightKg, `${id} weight`);
    if (said.gtin !== undefined && !left.includes('gtin')) expect(stands?.gtin).toBe(said.gtin);
    if (said.sku !== undefined && !left.includes('sku')) expect(stands?.sku).toBe(said.sku);
    if (said.options !== undefined && !left.includes('options'))
      expect(stands?.options).toEqual(said.options);
  };
  for (const [id, said] of named.changed) expectVariant(renumbered?.get(id) ?? id, said);
  for (const { sourceId, ...said } of named.added) {
    const id = written.variants.get(sourceId);
    if (id !== undefined) expectVariant(id, said);
  }

  const there = images.map(({ version }) => version);
  // Without an id it needs no sending.
  for (const [version, id] of written.pictures) if (id !== '') expect(there, version).toContain(id);
  for (const id of named.removed) {
    if (!undone?.pictures?.has(id)) expect(there).not.toContain(id);
  }
}

/** Amounts and weights as numbers. */
function expectSame(stands: unknown, said: unknown, what: string): void {
  const isNumber = typeof said === 'string' && /^[\d.]+$/.test(said);
  if (isNumber) expect(Number(stands), what).toBe(Number(said));
  else expect(stands, what).toEqual(said);
}
