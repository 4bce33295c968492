import { describe, expect, it } from 'vitest';
import type { Api } from '../../src/connectors/contract/api.ts';
import type { Aftermath, DocumentTarget } from '../../src/connectors/contract/target.ts';
import type { Document } from '../../src/records/document.ts';
import type { Order } from '../../src/records/order.ts';
import { problem } from '../../src/records/problem.ts';
import { without } from './parted-customers.ts';
import { type Candidate, Played } from './played.ts';

const address = { street: 'Kade 12', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' };

function sale(target: DocumentTarget, currency: string, fields: Partial<Document>): Document {
  const customer = { kind: 'person', name: 'Bo Bos', email: 'bo@mail.example', address } as const;
  return {
    kind: 'order',
    state: 'sent',
    reference: 'WEB-10042',
    date: '2026-11-02',
    placedAt: '2026-11-02T09:15:00.000Z',
    currency,
    pricesIncludeVat: true,
    customerId: '',
    customer,
    lines: [
      {
        kind: 'item',
        description: 'Mok',
        sku: 'MOK',
        quantity: '2',
        unitPrice: '12.10',
        vatRate: '21',
        vatCode: target.vatCode('21'),
      },
    ],
    vatByRate: [{ rate: '21', vat: '4.20' }],
    paid: false,
    fields: {},
    ...fields,
  };
}

type Standing = Pick<Order, 'paid' | 'shipped' | 'cancelled'>;

/** A sale that was written to the stand-in, as its own source reads it. */
class Sold {
  private constructor(
    private readonly played: Played,
    private readonly target: DocumentTarget,
    readonly id: string,
  ) {}

  static async start(candidate: Candidate, target: DocumentTarget, fields: Partial<Document> = {}) {
    const played = await Played.start(candidate, false);
    const body = target.toWire(sale(target, played.account.currency, fields), played.account);
    return new Sold(played, target, (await target.create(played.api(), body)).id);
  }

  async follow(aftermath: Aftermath, api: Api = this.api, id = this.id): Promise<unknown> {
    return (await this.target.follow?.(api, id, aftermath))?.toSorted();
  }

  get api(): Api {
    return this.played.api();
  }

  async read(): Promise<Order> {
    const order = await this.played.candidate.connector.orders?.source?.get(this.api, this.id);
    if (order) return order;
    throw new Error('The sale is gone, or cannot be read.');
  }

  async standing(): Promise<Standing> {
    const { paid, shipped, cancelled } = await this.read();
    return { paid, shipped, cancelled };
  }

  get writes(): number {
    return this.played.recorder.payload().calls.filter(({ method, reads }) => method !== 'GET' && !reads)
      .length;
  }
}

const writing = new Set<unknown>(['create', 'update', 'patch', 'delete', 'request']);

/** Every write is done, and its answer is lost. */
function deaf(api: Api): Api {
  return new Proxy(api, {
    get(of, name) {
      const member: unknown = Reflect.get(of, name, of);
      if (typeof member !== 'function') return member;
      if (!writing.has(name)) return member.bind(of);
      return async (...given: unknown[]) => {
        await member.apply(of, given);
        throw problem('outcome-unknown', 'timed_out', { system: 'X' });
      };
    },
  });
}

const open: Standing = { paid: false, shipped: false, cancelled: false };

/** What every target must do that can be told what became of a sale. */
export function followConforms(candidate: Candidate): void {
  const target = candidate.connector.orders?.target;
  if (target?.follow === undefined) return;
  const start = (fields?: Partial<Document>) => Sold.start(candidate, target, fields);
  const untold: readonly string[] = candidate.cannot?.tell ?? [];
  /** What a person has to see to. */
  const leftOf = (aftermath: Aftermath) => Object.keys(aftermath).filter((what) => untold.includes(what));

  describe('what became of a sale', () => {
    it('starts open, under its reference, as work of Koppel', async () => {
      const sold = await start();
      expect(await sold.standing()).toEqual(open);
      expect(await sold.read()).toMatchObject({ reference: 'WEB-10042', madeByKoppel: true });
    });

    it('that was sent and paid before it came arrives as done', async () => {
      const sold = await start({ paid: true, shipped: true });
      expect(await sold.standing()).toEqual({ paid: true, shipped: true, cancelled: false });
    });

    it.each<Aftermath>([
      { paid: true },
      { shipped: true },
      { paid: true, shipped: true },
      { cancelled: true },
    ])('%j is told, and nothing is written when it is told again', async (aftermath) => {
      const sold = await start();
      const after = { ...open, ...without({ ...aftermath }, untold) };
      expect(await sold.follow(aftermath)).toEqual(leftOf(aftermath));
      expect(await sold.standing()).toEqual(after);
      const { writes } = sold;
      expect(await sold.follow(aftermath)).toEqual(leftOf(aftermath));
      expect(sold.writes).toBe(writes);
      expect(await sold.standing()).toEqual(after);
    });

    it('is told one after the other, in whatever order', async () => {
      for (const [first, then] of [
        [{ paid: true }, { shipped: true }],
        [{ shipped: true }, { paid: true }],
      ] as const) {
        const sold = await start();
        expect(await sold.follow(first)).toEqual(leftOf(first));
        expect(await sold.follow(then)).toEqual(leftOf(then));
        expect(await sold.standing()).toEqual({ ...open, ...without({ ...first, ...then }, untold) });
      }
    });

    const each: readonly Aftermath[] = [{ paid: true }, { shipped: true }, { cancelled: true }];

    it.each(each.filter((aftermath) => leftOf(aftermath).length === 0))(
      '%j, whose answer was lost, is not done twice',
      async (aftermath) => {
        const sold = await start();
        await expect(sold.follow(aftermath, deaf(sold.api))).rejects.toMatchObject({ code: 'timed_out' });
        const [{ writes }, after] = [sold, await sold.standing()];
        expect(after).not.toEqual(open);
        expect(await sold.follow(aftermath)).toEqual([]);
        expect([sold.writes, await sold.standing()]).toEqual([writes, after]);
      },
    );

    it('is for a person where the sale was called off', async () => {
      const sold = await start();
      await sold.follow({ cancelled: true });
      const { writes } = sold;
      expect(await sold.follow({ paid: true, shipped: true })).toEqual(['paid', 'shipped']);
      expect([sold.writes, await sold.standing()]).toEqual([writes, { ...open, cancelled: true }]);
    });

    it('is for a person where what was sent is called off', async () => {
      const sold = await start();
      await sold.follow({ shipped: true });
      const { writes } = sold;
      expect(await sold.follow({ cancelled: true })).toEqual(['cancelled']);
      expect([sold.writes, await sold.standing()]).toEqual([writes, { ...open, shipped: true }]);
    });

    it('is for a person where the sale is gone', async () => {
      const sold = await start();
      const { writes } = sold;
      expect(await sold.follow({ paid: true, shipped: true }, sold.api, '99999999')).toEqual([
        'paid',
        'shipped',
      ]);
      expect(sold.writes).toBe(writes);
    });
  });
}
