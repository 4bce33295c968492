import { describe, expect, it } from 'vitest';
import type { Api } from '../../../src/connectors/contract/api.ts';
import type { LevelChange, StockSource, StockTarget } from '../../../src/connectors/contract/stock.ts';
import type { ArticleLookup, ArticlesBySku } from '../../../src/connectors/contract/target.ts';
import { big } from '../../../src/records/money.ts';
import { type StockLevel, stockLevel } from '../../../src/records/stock-level.ts';
import type { Candidate, Played } from '../played.ts';
import { Merchant, startShop } from './merchant.ts';
import { changedBy, named } from './whole.ts';

/** What every connector must do that reads or writes levels. */
export function stockConforms(candidate: Candidate): void {
  const { source, target } = candidate.connector.stock ?? {};
  if (source) describe('its levels', () => stockSourceConforms(candidate, source));
  if (target) describe('a level that is written', () => stockTargetConforms(candidate, target));
}

const wherever = { locations: null };

function stockSourceConforms(candidate: Candidate, source: StockSource): void {
  it('are valid records of keys that changes name, as many as one reading takes', async () => {
    const played = await startShop(candidate);
    expect(source.readSize).toBeGreaterThan(0);
    const levels = await readAll(played, source);
    expect(levels.size).toBeGreaterThan(50);
    for (const rows of levels.values()) for (const row of rows) stockLevel.parse(row);
  });

  it.each([
    ['TB-2', 7],
    ['UIT-1', 0],
    ['AFR-1', 25],
  ])('say what the merchant sees of %s', async (sku, pieces) => {
    const played = await startShop(candidate);
    if (sku === 'TB-2') await new Merchant(played).setStock(sku, pieces);
    const rows = rowsOf(await readAll(played, source), sku);
    expect(rows).toHaveLength(1);
    expect(availableIn(rows[0])).toBe(String(pieces));
  });

  it('of a variant stand under its own SKU', async () => {
    const played = await startShop(candidate);
    const before = await readAll(played, source);
    await new Merchant(played).setStock('TB-M', 41);
    const after = await readAll(played, source);
    for (const sku of ['TB-S', 'TB-M', 'TB-L', 'TB-XL']) {
      const wanted = sku === 'TB-M' ? '41' : availableIn(rowsOf(before, sku)[0]);
      expect(availableIn(rowsOf(after, sku)[0]), sku).toBe(wanted);
    }
  });

  it('that are not counted say so, and no number that could be taken for one', async () => {
    const rows = rowsOf(await readAll(await startShop(candidate), source), 'OB-1');
    expect(rows.map(({ managed }) => managed)).toEqual([false]);
  });

  it('are named when they change, under a key that reads them', async () => {
    const played = await startShop(candidate);
    const changed = await changedBy(played, 'stock', source, () => new Merchant(played).setStock('AFR-1', 3));
    const levels = await source.levels(played.api(), changed.slice(0, source.readSize), wherever);
    expect(availableIn(rowsOf(levels, 'AFR-1')[0])).toBe('3');
  });

  it.each(['AFR-1', 'TB-M'])('are read under the key that a search for %s gives', async (sku) => {
    const played = await startShop(candidate);
    const found = await candidate.connector.products?.source?.find(played.api(), [sku]);
    const [place] = found?.get(sku) ?? [];
    expect(place).toBeDefined();
    // A key may be the SKU itself, and needs no search.
    const keys = [place?.levelKey ?? place?.productId ?? '', sku];
    expect(rowsOf(await source.levels(played.api(), keys, wherever), sku)).toHaveLength(1);
  });

  it('have the same version as long as nothing changes', async () => {
    const played = await startShop(candidate);
    expect(await named(played, 'stock', source)).toEqual(await named(played, 'stock', source));
  });

  it('of keys that are gone are left out, and the rest is read', async () => {
    const played = await startShop(candidate);
    const [key = ''] = (await named(played, 'stock', source)).keys();
    const levels = await source.levels(played.api(), [key, '999999999', 'NONE-SUCH'], wherever);
    expect([...levels.keys()]).toEqual([key]);
    expect((await source.levels(played.api(), [], wherever)).size).toBe(0);
  });
}

function stockTargetConforms(candidate: Candidate, target: StockTarget): void {
  async function begin(...skus: readonly string[]) {
    const played = await startShop(candidate);
    const api = played.api();
    const ids = await lookUp(target.skus, api, skus);
    const standing = await target.standing(
      api,
      skus.map((sku) => idIn(ids, sku)),
      null,
    );
    const change = (sku: string, quantity: string, managed?: boolean): LevelChange => {
      const id = idIn(ids, sku);
      const stands = standing.get(id);
      if (stands === undefined) throw new Error(`${sku} has no level`);
      return { id, sku, quantity, standing: stands, ...(managed === undefined ? {} : { managed }) };
    };
    const stands = async (sku: string) => {
      const id = idIn(ids, sku);
      return (await target.standing(api, [id], null)).get(id);
    };
    return { api, merchant: new Merchant(played), ids, change, stands };
  }

  it('is found by its SKU, exactly', async () => {
    const { ids } = await begin('AFR-1', '0017', '17', 'TB-M');
    expect(new Set(ids.values()).size).toBe(4);
    const played = await startShop(candidate);
    expect((await lookUp(target.skus, played.api(), ['NONE-SUCH', 'AFR'])).size).toBe(0);
  });

  it('is read as it stands, whether counted or not, and what is gone is left out', async () => {
    const { api, ids, stands } = await begin('AFR-1', 'UIT-1', 'OB-1');
    expect(onHandIn(await stands('AFR-1'))).toBe('25');
    expect(onHandIn(await stands('UIT-1'))).toBe('0');
    expect((await stands('OB-1'))?.managed).toBe(false);
    const known = [...ids.values()];
    const read = await target.standing(api, [...known, '999999999'], null);
    expect([...read.keys()].toSorted()).toEqual(known.toSorted());
    for (const level of read.values()) stockLevel.parse(level);
    if ((await target.counts(api)) === 'physical') {
      for (const { managed, reserved } of read.values()) {
        if (managed !== false) expect(reserved).toBeDefined();
      }
    }
  });

  it('holds what was written, and no other does: a product, a variant, nothing left', async () => {
    const { api, merchant, change, stands } = await begin('AFR-1', 'TB-M', 'UIT-1', 'TB-S', 'ACTIE-1');
    const beside = [await stands('TB-S'), await stands('ACTIE-1')];
    const changes = [change('AFR-1', '0'), change('TB-M', '12'), change('UIT-1', '3')];
    expect(await target.set(api, changes, null)).toMatchObject([
      { kind: 'written' },
      { kind: 'written' },
      { kind: 'written' },
    ]);
    for (const { sku, quantity } of changes) expect(onHandIn(await stands(sku)), sku).toBe(quantity);
    expect((await merchant.product('AFR-1')).pieces).toBe(0);
    expect([await stands('TB-S'), await stands('ACTIE-1')]).toEqual(beside);
  });

  it('is the same when it is written twice', async () => {
    const { api, change, stands } = await begin('AFR-1');
    await target.set(api, [change('AFR-1', '9')], null);
    const now = await stands('AFR-1');
    if (now === undefined) throw new Error('it is not there');
    expect(await target.set(api, [{ ...change('AFR-1', '9'), standing: now }], null)).toMatchObject([
      { kind: 'written' },
    ]);
    expect(onHandIn(await stands('AFR-1'))).toBe('9');
  });

  it('changes nothing of the product but the level', async () => {
    const { api, merchant, change } = await begin('AFR-1');
    const { pieces: _, ...before } = await merchant.product('AFR-1');
    await target.set(api, [change('AFR-1', '4')], null);
    expect(await merchant.product('AFR-1')).toEqual({ ...before, pieces: 4 });
  });

  it('is counted from then on where that is asked for', async () => {
    const { api, change, stands } = await begin('OB-1');
    expect(await target.set(api, [change('OB-1', '5', true)], null)).toMatchObject([{ kind: 'written' }]);
    const after = await stands('OB-1');
    expect([after?.managed, onHandIn(after)]).toEqual([true, '5']);
  });

  it('is counted no more where that is asked for', async () => {
    const { api, change, stands } = await begin('AFR-1');
    await target.set(api, [change('AFR-1', '5', false)], null);
    expect((await stands('AFR-1'))?.managed).toBe(false);
  });

  it('holds up no other one of the same call when its product is gone', async () => {
    const { api, merchant, change, stands } = await begin('AFR-1', 'ACTIE-1', 'UIT-1');
    const changes = [change('AFR-1', '2'), change('ACTIE-1', '2'), change('UIT-1', '2')];
    await merchant.remove((await merchant.product('ACTIE-1')).id);
    const [first, , last] = await target.set(api, changes, null);
    expect([first, last]).toMatchObject([{ kind: 'written' }, { kind: 'written' }]);
    // Not every system looks whether the product is there: then it has a number of nothing.
    expect(await stands('ACTIE-1')).toBeUndefined();
    expect([onHandIn(await stands('AFR-1')), onHandIn(await stands('UIT-1'))]).toEqual(['2', '2']);
  });

  it('holds up no other one of the same call when it cannot be set', async () => {
    const { api, change, stands } = await begin('AFR-1', 'UIT-1');
    const sku = 'NONE-SUCH ';
    const level = { sku, managed: true, onHand: '1', available: '1' };
    const wrong = { id: sku, sku, quantity: '2', standing: level };
    const outcomes = await target.set(api, [change('AFR-1', '2'), wrong, change('UIT-1', '2')], null);
    const [first, second, last] = outcomes;
    expect([first, last]).toMatchObject([{ kind: 'written' }, { kind: 'written' }]);
    expect(['gone', 'refused']).toContain(second?.kind);
    if (second?.kind === 'refused') expect(second.refusal.said).not.toBe('');
    expect([onHandIn(await stands('AFR-1')), onHandIn(await stands('UIT-1'))]).toEqual(['2', '2']);
  });

  /** What is gone is looked up anew, and tried again: for a level that stands there that would go on for ever. */
  it('is never called gone while it stands there, of a product with variants neither', async () => {
    const { api, merchant, ids } = await begin('AFR-1', 'OB-1', 'TB-M');
    const parent = (await merchant.product('TB-M')).id;
    const known = new Map([...ids].map(([sku, id]) => [id, sku]));
    for (const id of [...ids.values(), parent]) {
      const standing = (await target.standing(api, [id], null)).get(id);
      if (standing === undefined) continue;
      for (const managed of [true, false, undefined]) {
        const stands = (await target.standing(api, [id], null)).get(id) ?? standing;
        const sku = known.get(id) ?? stands.sku ?? '';
        const change = {
          id,
          sku,
          quantity: '3',
          standing: stands,
          ...(managed === undefined ? {} : { managed }),
        };
        const outcomes = await target.set(api, [change], null);
        expect(outcomes.map(({ kind }) => kind)).not.toContain('gone');
      }
    }
  });

  it('is one of as many as a call takes, each in its place', async () => {
    const skus = ['AFR-1', 'UIT-1', 'ACTIE-1', 'ACTIE-2', '0017', '17', 'TB-S', 'TB-M', 'TB-L', 'TB-2'];
    const some = skus.slice(0, target.batchSize);
    const { api, change, stands } = await begin(...some);
    const outcomes = await target.set(
      api,
      some.map((sku, index) => change(sku, String(index + 30))),
      null,
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(some.map(() => 'written'));
    for (const [index, sku] of some.entries()) {
      expect(onHandIn(await stands(sku)), sku).toBe(String(index + 30));
    }
  });
}

async function readAll(
  played: Played,
  source: StockSource,
): Promise<ReadonlyMap<string, readonly StockLevel[]>> {
  const keys = [...(await named(played, 'stock', source)).keys()];
  const levels = new Map<string, readonly StockLevel[]>();
  for (let at = 0; at < keys.length; at += source.readSize) {
    const some = await source.levels(played.api(), keys.slice(at, at + source.readSize), wherever);
    for (const [key, rows] of some) levels.set(key, rows);
  }
  return levels;
}

function rowsOf(levels: ReadonlyMap<string, readonly StockLevel[]>, sku: string): readonly StockLevel[] {
  return [...levels.values()].flat().filter((row) => row.sku === sku);
}

async function lookUp(
  skus: ArticleLookup,
  api: Api,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const add = (ids: ArticlesBySku) => {
    for (const [sku, all] of ids) if (wanted.includes(sku)) found.set(sku, all.join(' and '));
  };
  if (skus.kind === 'by-search') {
    add(await skus.find(api, wanted));
    return found;
  }
  let page: string | null = null;
  do {
    const read: Awaited<ReturnType<typeof skus.page>> = await skus.page(api, page);
    add(read.ids);
    page = read.next;
  } while (page !== null);
  return found;
}

function idIn(ids: ReadonlyMap<string, string>, sku: string): string {
  const id = ids.get(sku);
  if (id === undefined) throw new Error(`${sku} was not found`);
  return id;
}

function availableIn(level: StockLevel | undefined): string | undefined {
  return level?.available === undefined ? undefined : big(level.available).toFixed();
}

/** What a target writes: the pieces on the shelf, or where it does not know those what can be sold. */
function onHandIn(level: StockLevel | undefined): string | undefined {
  const pieces = level?.onHand ?? level?.available;
  return pieces === undefined ? undefined : big(pieces).toFixed();
}
