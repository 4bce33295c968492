import { beforeEach, describe, expect, it } from 'vitest';
import { Collection } from '../../../../sandbox/kit/store/collection.ts';
import { Store } from '../../../../sandbox/kit/store/store.ts';
import { FakeWorld } from '../../fake-world.ts';

interface Customer {
  readonly id: string;
  readonly email: string;
}

class Shop extends Store {
  readonly customers = this.collection<Customer>('customers');
  readonly labels = this.records<string>('labels');
  readonly token = this.cell('token', 'first');
  readonly ids = this.counters('ids', { order: 100 });
  readonly byEmail = this.customers.findBy(({ email }) => email);
}

let world: FakeWorld;
let shop: Shop;

beforeEach(() => {
  world = new FakeWorld();
  shop = new Shop(world, () => 1000);
});

function fill(): void {
  shop.customers.put('1', { id: '1', email: 'a@example.com' });
  shop.labels.set('x', 'Label');
  shop.token.value = 'second';
  shop.ids.next('order', 5);
}

describe('a store', () => {
  it('keeps everything that it names, through JSON and into another one', () => {
    fill();
    const kept = JSON.parse(JSON.stringify(shop.snapshot()));
    const other = new Shop(world, () => 1000);
    other.restore(kept);
    expect(other.snapshot()).toEqual(shop.snapshot());
    expect(other.byEmail('a@example.com')).toEqual([{ id: '1', email: 'a@example.com' }]);
    expect(other.customers.indexed()).toEqual([]);
    expect(other.ids.next('order')).toBe(106);
  });

  it('is back at its start when it is cleared', () => {
    const fresh = JSON.stringify(shop.snapshot());
    fill();
    shop.clear();
    expect(JSON.stringify(shop.snapshot())).toBe(fresh);
    expect(shop.byEmail('a@example.com')).toEqual([]);
    expect(shop.ids.next('order')).toBe(101);
  });

  it('starts what an older snapshot lacks at its beginning', () => {
    fill();
    const { token: _, ...older } = shop.snapshot();
    const other = new Shop(world, () => 1000);
    other.token.value = 'third';
    other.restore(older);
    expect(other.token.value).toBe('first');
    expect(other.labels.all()).toEqual(['Label']);
  });
});

describe('a collection', () => {
  it('is fresh by id and by what it is indexed by, and behind in its lists', () => {
    fill();
    shop.customers.put('1', { id: '1', email: 'b@example.com' });
    expect(shop.byEmail('a@example.com')).toEqual([]);
    expect(shop.byEmail('b@example.com')).toHaveLength(1);
    expect(shop.customers.indexed()).toEqual([]);
    world.pass(1000);
    expect(shop.customers.indexed()).toEqual([{ id: '1', email: 'b@example.com' }]);
    expect(shop.customers.delete('1')).toBe(true);
    expect(shop.byEmail('b@example.com')).toEqual([]);
    expect(shop.customers.indexed()).toHaveLength(1);
    expect(shop.customers.delete('1')).toBe(false);
  });

  it('finds all that share a text', () => {
    for (const id of ['1', '2', '3']) shop.customers.put(id, { id, email: 'same@example.com' });
    shop.customers.delete('2');
    expect(shop.byEmail('same@example.com').map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('finds what holds several texts by each of them, and nothing by a text that is gone', () => {
    const tagged = new Collection<{ tags: string[] }>(
      () => world.now(),
      () => 1000,
    );
    const byTag = tagged.findByAny(({ tags }) => tags);
    tagged.seed('1', { tags: ['a', 'b'] });
    tagged.seed('2', { tags: [] });
    expect(byTag('b')).toEqual([{ tags: ['a', 'b'] }]);
    expect(tagged.isBehind()).toBe(false);
    tagged.put('1', { tags: ['b', 'c'] });
    expect([byTag('a'), byTag('c')].map(({ length }) => length)).toEqual([0, 1]);
    expect(tagged.isBehind()).toBe(true);
    world.pass(1000);
    expect(tagged.isBehind()).toBe(false);
  });
});
