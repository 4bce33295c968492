import type { Account } from '../../../src/connectors/contract/account.ts';
import { salesforce } from '../../../src/connectors/salesforce/index.ts';
import { type Call, Refused, TestApi } from '../../support/fake-api.ts';
import { rows } from './answers.ts';

export const account: Account = {
  name: 'Molenwinkel',
  identity: '00Dxx0000000001AAA',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: {
    orders: 'yes',
    ownOfOrder: 'OrderReferenceNumber,BillToContactId,ShipToContactId,Description,ActivatedDate',
    country: 'NL',
    skuField: 'StockKeepingUnit',
    entries: 'require',
    otherProduct: 'KOPPEL',
    duplicates: 'refuse',
    draftStatus: 'Draft',
    activatedStatus: 'Activated',
    vatRateField: 'Btw__c',
    vatNumberField: 'VatNumber__c',
    cocNumberField: 'CocNumber__c',
    stockField: 'Stock__c',
    priceDecimals: '2',
    quantityDecimals: '2',
    pricebook: '01sxx0000000002AAA',
    standardPricebook: '01sxx0000000001AAA',
    ownOfAccount: 'AccountNumber,Website,Description,Type,Industry',
    contactsMerge: 'yes',
    catalog: '0ZSxx0000000001AAA',
  },
};

export function accountWith(traits: Readonly<Record<string, string | undefined>>): Account {
  const all = Object.entries({ ...account.traits, ...traits });
  return {
    ...account,
    traits: Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Account['traits'],
  };
}

/** A part of a composite call as it was sent. */
export interface SentPart {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

interface Played {
  readonly traits?: Readonly<Record<string, string | undefined>>;
  /** Rows by what of a question they answer, as patterns; the last that fits. Nothing is found by what none fits. */
  readonly queries?: Readonly<Record<string, (q: string) => unknown>>;
  /** Answers by method and path, as patterns. */
  readonly routes?: Readonly<Record<string, (call: Call) => unknown>>;
  /** What a part that writes is refused for; undefined where it is done. */
  readonly refuses?: (part: SentPart) => readonly unknown[] | undefined;
}

const prefixes: Readonly<Record<string, string>> = {
  Account: '001',
  Contact: '003',
  Order: '801',
  OrderItem: '802',
  Product2: '01t',
  PricebookEntry: '01u',
};

/** The org in memory: it answers questions as it is told, and makes whatever it is asked to make, all of a call or nothing. */
export class FakeOrg extends TestApi {
  /** Every part of a call that writes. */
  readonly parts: SentPart[] = [];
  /** Every question, wherever it stood. */
  readonly asked: string[] = [];
  #made = 0;

  constructor(played: Played = {}) {
    super({
      connector: salesforce,
      now: () => new Date('2026-03-02T12:00:00Z'),
      account: accountWith(played.traits ?? {}),
      answer: (call) => this.#answer(call, played),
    });
  }

  #answer(call: Call, played: Played): unknown {
    const route = `${call.method} ${call.path}`;
    const known = fitting(played.routes, route);
    if (known !== undefined) return known(call);
    if (/\/query(All)?$/.test(call.path)) return this.#rows(String(call.query.q), played);
    if (call.path.endsWith('/composite'))
      return this.#together(call.body as { compositeRequest: SentPart[] }, played);
    if (call.method === 'POST') return { id: this.#newId(call.path), success: true, errors: [] };
    return call.method === 'PATCH' ? null : new Refused(404, [{ errorCode: 'NOT_FOUND', message: 'none' }]);
  }

  #rows(q: string, { queries }: Played): unknown {
    this.asked.push(q);
    const found = fitting(queries, q)?.(q) ?? [];
    return Array.isArray(found) ? rows(found) : found;
  }

  #together({ compositeRequest: sent }: { compositeRequest: SentPart[] }, played: Played): unknown {
    const answers = sent.map((part) => {
      if (part.method === 'GET') {
        const q = new URL(part.url, 'https://x.my.salesforce.com').searchParams.get('q') ?? '';
        return { referenceId: part.referenceId, httpStatusCode: 200, body: this.#rows(q, played) };
      }
      this.parts.push(part);
      const refused = played.refuses?.(part);
      if (refused !== undefined) return { referenceId: part.referenceId, httpStatusCode: 400, body: refused };
      return { referenceId: part.referenceId, ...this.#done(part) };
    });
    const isRefused = answers.some(({ httpStatusCode }) => httpStatusCode >= 400);
    const halted = [{ errorCode: 'PROCESSING_HALTED', message: 'It was rolled back.' }];
    return {
      compositeResponse: answers.map((each) =>
        isRefused && each.httpStatusCode < 400 ? { ...each, httpStatusCode: 400, body: halted } : each,
      ),
    };
  }

  #done({ method, url, body }: SentPart) {
    if (method !== 'POST') return { httpStatusCode: 204, body: null };
    if (!url.endsWith('/composite/sobjects'))
      return { httpStatusCode: 201, body: { id: this.#newId(url), success: true, errors: [] } };
    const { records } = body as { records: readonly { attributes: { type: string } }[] };
    const made = records.map(({ attributes: { type } }) => ({
      id: this.#newId(type),
      success: true,
      errors: [],
    }));
    return { httpStatusCode: 200, body: made };
  }

  #newId(place: string): string {
    const object = place.split('/').at(-1) ?? '';
    return `${prefixes[object] ?? 'a00'}xx${String(++this.#made).padStart(10, '0')}AAA`;
  }

  /** What was sent of one object, by the parts that make or change it. */
  written(name: string): unknown[] {
    return this.parts.filter(({ referenceId }) => referenceId === name).map(({ body }) => body);
  }
}

function fitting<T>(table: Readonly<Record<string, T>> | undefined, text: string): T | undefined {
  return Object.entries(table ?? {}).findLast(([pattern]) => new RegExp(pattern).test(text))?.[1];
}
