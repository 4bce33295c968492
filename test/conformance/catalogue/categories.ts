import { describe, expect, it } from 'vitest';
import type { Api } from '../../../src/connectors/contract/api.ts';
import type {
  CategoryDraft,
  CategorySource,
  CategoryTarget,
  StandingCategory,
} from '../../../src/connectors/contract/categories.ts';
import { type Category, category } from '../../../src/records/category.ts';
import { type Candidate, Played } from '../played.ts';
import { sourceConforms } from '../sources.ts';
import { Merchant, startShop } from './merchant.ts';
import { changedBy, named } from './whole.ts';

/** What every connector must do that reads or writes categories. */
export function categoriesConform(candidate: Candidate): void {
  const { source, target } = candidate.connector.categories ?? {};
  if (source) describe('its categories', () => categorySourceConforms(candidate, source));
  if (target) describe('a category that is written', () => categoryTargetConforms(candidate, target));
}

function categorySourceConforms(candidate: Candidate, source: CategorySource): void {
  sourceConforms(candidate, 'categories', source, startShop);

  it('are valid records, all that the merchant sees, each in its place', async () => {
    const played = await startShop(candidate);
    const read = await readAll(played, source);
    for (const each of read.values()) category.parse(each);
    const seen = await new Merchant(played).categories();
    expect(seen.length).toBeGreaterThan(20);
    const pathOf = (id: string): string => {
      const each = seen.find((one) => one.id === id);
      return each === undefined ? '' : `${each.parent ? pathOf(each.parent) : ''}/${each.name}`;
    };
    for (const { id, name, active } of seen) {
      const record = read.get(id);
      expect(record, id).toMatchObject({ id, name });
      if (record?.active !== undefined) expect(record.active, name).toBe(active);
      expect(pathIn(read, id), name).toMatch(new RegExp(`${escaped(pathOf(id))}$`));
    }
  });

  it('hang under one another, and never under one that is not named', async () => {
    const read = await readAll(await startShop(candidate), source);
    const parents = [...read.values()].flatMap(({ parentId }) => parentId ?? []);
    expect(parents.length > 0).toBe(!candidate.flat);
    expect(parents.filter((id) => !read.has(id))).toEqual([]);
    expect([...read.values()].some(({ parentId }) => parentId === null)).toBe(true);
  });

  it.each([
    ['renamed', { name: 'Nieuwe naam' }] as const,
    ...(candidate.flat ? [] : [['moved', { parent: null }] as const]),
    ['hidden', { active: false }] as const,
  ])('are named when one is %s, and then say so', async (_what, changes) => {
    const played = await startShop(candidate);
    const merchant = new Merchant(played);
    // One that was not changed a moment ago: systems stamp whole seconds.
    const id = await merchant.category('Gietijzer');
    const before = await source.get(played.api(), id);
    const changed = await changedBy(played, 'categories', source, () => merchant.editCategory(id, changes));
    expect(changed).toContain(id);
    expect(await source.get(played.api(), id)).not.toEqual(before);
  });

  it('are named when one is new', async () => {
    const played = await startShop(candidate);
    let id = '';
    const changed = await changedBy(played, 'categories', source, async () => {
      id = await new Merchant(played).addCategory('Nieuw');
    });
    expect(changed).toContain(id);
  });

  it('that are gone are null', async () => {
    const played = await startShop(candidate);
    const merchant = new Merchant(played);
    const id = await merchant.addCategory('Weg');
    await merchant.removeCategory(id);
    expect(await source.get(played.api(), id)).toBeNull();
  });

  if (source.getMany) {
    it('are the same one by one and together, and what is gone is left out', async () => {
      const played = await startShop(candidate);
      const keys = [...(await named(played, 'categories', source)).keys()].slice(0, 12);
      const many = await source.getMany?.(played.api(), [...keys, '999999999']);
      expect(many?.size).toBeGreaterThan(5);
      expect(many?.has('999999999')).toBe(false);
      for (const key of keys) {
        expect(many?.get(key) ?? null).toEqual(await source.get(played.api(), key));
      }
      expect((await source.getMany?.(played.api(), []))?.size).toBe(0);
    });
  }
}

/** All that a source reads. */
export async function readAll(
  played: Played,
  source: CategorySource,
): Promise<ReadonlyMap<string, Category>> {
  const keys = [...(await named(played, 'categories', source)).keys()];
  const records = await Promise.all(keys.map((key) => source.get(played.api(), key)));
  return new Map(records.flatMap((each) => (each === null ? [] : [[each.id, each] as const])));
}

/** Names on the way to a category, each after a `/`. */
export function pathIn(read: ReadonlyMap<string, Category>, id: string): string {
  const each = read.get(id);
  return each === undefined ? '' : `${each.parentId ? pathIn(read, each.parentId) : ''}/${each.name}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function categoryTargetConforms(candidate: Candidate, target: CategoryTarget): void {
  const draft: CategoryDraft = {
    name: 'Thee & “kruiden”',
    parentId: null,
    description: '<p>Los &amp; <b>vers</b></p>',
    active: true,
    values: {},
  };

  /** A place to work in: under a category at the top where there is one, as some systems have their root there. */
  async function begin() {
    const played = await startShop(candidate);
    const api = played.api();
    const [top] = await target.childrenOf(api, null);
    const parentId = (await target.create(api, { ...draft, name: 'Werkplaats', parentId: top?.id ?? null }))
      .id;
    return { played, api, merchant: new Merchant(played), parentId };
  }

  it('stands where it was put, with what was said of it', async () => {
    const { api, parentId } = await begin();
    const { id } = await target.create(api, { ...draft, parentId });
    const children = await target.childrenOf(api, parentId);
    expect(children.map((each) => each.id)).toEqual([id]);
    const standing = await found(target, api, id);
    expect(standing).toMatchObject({
      id,
      category: { id, parentId, name: draft.name, description: draft.description, active: true },
    });
    expect(children[0]).toEqual(standing);
  });

  it('stands at the top where it has no parent', async () => {
    const { api } = await begin();
    const { id } = await target.create(api, draft);
    expect((await found(target, api, id)).category.parentId).toBeNull();
    expect((await target.childrenOf(api, null)).map((each) => each.id)).toContain(id);
  });

  it('is hidden where it is to be', async () => {
    const { api, parentId } = await begin();
    const { id } = await target.create(api, { ...draft, parentId, active: false });
    expect((await found(target, api, id)).category.active).toBe(false);
  });

  it.each<[string, Partial<CategoryDraft>, Partial<Category>]>([
    ['name', { name: 'Koffie' }, { name: 'Koffie' }],
    ['description', { description: '<p>Nieuw</p>' }, { description: '<p>Nieuw</p>' }],
    ['empty description', { description: '' }, { description: '' }],
    ['visibility', { active: false }, { active: false }],
  ])('gets another %s, and nothing else of it or of its siblings changes', async (_what, changes, wanted) => {
    const { api, parentId } = await begin();
    const { id } = await target.create(api, { ...draft, parentId });
    const beside = await target.create(api, { ...draft, name: 'Ernaast', parentId });
    const below = await target.create(api, { ...draft, name: 'Eronder', parentId: id });
    const [before, besideBefore, belowBefore] = await all(target, api, [id, beside.id, below.id]);
    await target.update(api, id, changes);
    const [after, besideAfter, belowAfter] = await all(target, api, [id, beside.id, below.id]);
    const was = unstamped(before);
    expect(unstamped(after)).toEqual({ ...was, category: { ...was.category, ...wanted } });
    expect([besideAfter, belowAfter].map(unstamped)).toEqual([besideBefore, belowBefore].map(unstamped));
  });

  it('is moved with all below it, under the same id', async () => {
    const { api, parentId } = await begin();
    const { id } = await target.create(api, { ...draft, parentId });
    const below = await target.create(api, { ...draft, name: 'Eronder', parentId: id });
    const to = await target.create(api, { ...draft, name: 'Elders', parentId });
    await target.update(api, id, { parentId: to.id });
    expect((await target.childrenOf(api, to.id)).map((each) => each.id)).toEqual([id]);
    expect((await target.childrenOf(api, id)).map((each) => each.id)).toEqual([below.id]);
    expect((await found(target, api, id)).category).toMatchObject({ parentId: to.id, name: draft.name });
  });

  it('is moved to the top', async () => {
    const { api, parentId } = await begin();
    const { id } = await target.create(api, { ...draft, parentId });
    await target.update(api, id, { parentId: null });
    expect((await found(target, api, id)).category.parentId).toBeNull();
    expect(await target.childrenOf(api, parentId)).toEqual([]);
  });

  it('keeps its products, whatever is written to it', async () => {
    const { played, api, merchant, parentId } = await begin();
    const { id } = await target.create(api, { ...draft, parentId });
    const product = await merchant.product('AFR-1');
    await merchant.edit(product.id, { categories: [...product.categories, id] });
    await target.update(api, id, { name: 'Koffie', description: 'x', active: false });
    const seen = await new Merchant(played).view(product.id);
    expect(seen.categories.toSorted()).toEqual([...product.categories, id].toSorted());
  });

  it('is listed with all that stand beside it, however many', async () => {
    const { api, parentId } = await begin();
    const made: string[] = [];
    for (let each = 0; each < 30; each++) {
      made.push((await target.create(api, { ...draft, name: `Nummer ${each}`, parentId })).id);
    }
    const children = await target.childrenOf(api, parentId);
    expect(children.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
  });

  it('that does not exist is null', async () => {
    const played = await Played.start(candidate, false);
    for (const id of ['99999999', 'NONE-SUCH', '..', 'a/b', '']) {
      expect(await target.get(played.api(), id), id).toBeNull();
    }
  });

  it('has the same body for the same draft, and nothing in it that is undefined', async () => {
    const { account } = await Played.start(candidate, false);
    const body = target.toWire(draft, account);
    expect(target.toWire(structuredClone(draft), account)).toEqual(body);
    expect(JSON.parse(JSON.stringify(body))).toEqual(body);
  });

  it('is read as its source reads it', async () => {
    const { source } = candidate.connector.categories ?? {};
    if (source === undefined) return;
    const { api, parentId } = await begin();
    const { id } = await target.create(api, { ...draft, parentId });
    expect(await source.get(api, id)).toEqual((await found(target, api, id)).category);
  });
}

async function found(target: CategoryTarget, api: Api, id: string): Promise<StandingCategory> {
  const standing = await target.get(api, id);
  if (standing === null) throw new Error(`${id} is not there`);
  return standing;
}

function all(target: CategoryTarget, api: Api, ids: readonly string[]): Promise<StandingCategory[]> {
  return Promise.all(ids.map((id) => found(target, api, id)));
}

/** Without the moment of its last change: that is another after every write. */
function unstamped(standing: StandingCategory | undefined) {
  if (standing === undefined) throw new Error('it was not read');
  const { updatedAt: _, ...category } = standing.category;
  return { ...standing, category };
}
