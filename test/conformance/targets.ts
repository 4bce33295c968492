import { describe, expect, it } from 'vitest';
import { documentTargets } from '../../src/connectors/contract/document-targets.ts';
import type { CustomerTarget, DocumentTarget } from '../../src/connectors/contract/target.ts';
import { idsOf } from '../../src/engine/http/search-recorder.ts';
import { withQuietSearches } from '../../src/engine/work/quiet-searches.ts';
import type { Customer } from '../../src/records/customer.ts';
import type { Document } from '../../src/records/document.ts';
import { big } from '../../src/records/money.ts';
import { findDocument, findFirst } from '../support/fake-api.ts';
import { type Candidate, Played } from './played.ts';

const buyer: Customer = {
  kind: 'person',
  name: 'Zoë Łukasik',
  firstName: 'Zoë',
  lastName: 'Łukasik',
  email: 'Zoe.Lukasik@Example.com',
  phone: '+31 38 123 45 67',
  language: 'nl',
  reverseCharge: false,
  address: { street: 'Kade 12-b', postalCode: '8011 AB', city: 'Zwolle', country: 'NL' },
};

const firm: Customer = {
  ...buyer,
  kind: 'company',
  company: 'Łukasik & Zoon B.V.',
  email: 'inkoop@lukasik.example',
  vatNumber: 'NL123456782B90',
};

/** What every connector must do that records are written to. */
export function targetsConform(candidate: Candidate): void {
  const { connector } = candidate;
  const customers = connector.customers?.target;
  if (customers === undefined) return;
  customersConform(candidate, customers);
  for (const target of documentTargets(connector)) {
    describe(`what is made as ${target.kinds[0]}`, () => documentsConform(candidate, target, customers));
  }
}

function customersConform(candidate: Candidate, target: CustomerTarget): void {
  const { connector } = candidate;

  describe('a customer that is written', () => {
    it.each([buyer, firm])(
      'is found by its address, whatever its case, and by its id: $kind',
      async (customer) => {
        const played = await Played.start(candidate, false);
        const api = played.api();
        const { id } = await target.create(api, target.toWire({ customer, fields: {} }, played.account));
        const spellings = [customer.email, customer.email?.toUpperCase(), customer.email?.toLowerCase()];
        for (const email of spellings) {
          expect((await findFirst(target, api, email ?? ''))?.id).toBe(id);
        }
        expect((await target.get(api, id))?.id).toBe(id);
      },
    );

    it.each([buyer, firm])('holds what was written, and says so: $kind', async (customer) => {
      const played = await Played.start(candidate, false);
      const body = target.toWire({ customer, fields: {} }, played.account);
      const { id } = await target.create(played.api(), body);
      const existing = await target.get(played.api(), id);
      expect(existing && target.isUpToDate(existing, body)).toBe(true);
      const moved = { ...customer, address: { ...customer.address, street: 'Dijk 7' } };
      expect(
        existing &&
          target.isUpToDate(existing, target.toWire({ customer: moved, fields: {} }, played.account)),
      ).toBe(false);
    });

    it('is changed, and then holds the change', async () => {
      const played = await Played.start(candidate, false);
      const api = played.api();
      const { id } = await target.create(api, target.toWire({ customer: firm, fields: {} }, played.account));
      const body = target.toWire(
        { customer: { ...firm, company: 'Nieuwe Naam B.V.' }, fields: {} },
        played.account,
      );
      const before = await target.get(api, id);
      if (before === null) throw new Error('it is not there');
      await target.update(api, before, body);
      const after = await target.get(api, id);
      expect(after && target.isUpToDate(after, body)).toBe(true);
    });

    it('is not taken for another whose address contains its own', async () => {
      const played = await Played.start(candidate, false);
      await target.create(played.api(), target.toWire({ customer: buyer, fields: {} }, played.account));
      expect(await findFirst(target, played.api(), 'lukasik@example.com')).toBeNull();
      expect(await findFirst(target, played.api(), 'oe.lukasik@example.com')).toBeNull();
      expect(await findFirst(target, played.api(), `x${buyer.email}`)).toBeNull();
    });

    it('is found without a trace of those that came back with it and were not taken', async () => {
      const played = await Played.start(candidate, false);
      const api = played.api();
      const make = async (customer: Customer) =>
        (await target.create(api, target.toWire({ customer, fields: {} }, played.account))).id;
      const id = await make(buyer);
      await make({
        ...buyer,
        email: `x${buyer.email}`,
        name: 'Nelleke Naast',
        firstName: 'Nelleke',
        lastName: 'Naast',
      });
      const quiet = withQuietSearches(connector).customers?.target;
      const madeCalls = played.recorder.payload().calls.length;
      const found = await quiet?.find(api, [buyer.email ?? '', 'nobody@example.com']);
      expect(idsOf(found)).toEqual(new Set([id]));
      const kept = JSON.stringify(played.recorder.payload().calls.slice(madeCalls));
      expect(kept).toContain(id);
      expect(kept).not.toMatch(/nelleke|naast/i);
    });

    it('is found among several that are looked for at once, each named as it was asked for', async () => {
      const played = await Played.start(candidate, false);
      const api = played.api();
      const people = Array.from({ length: 12 }, (_, index) => ({
        ...buyer,
        email: `buyer${index}@example.com`,
      }));
      const made = new Map<string, string>();
      for (const customer of people) {
        const { id } = await target.create(api, target.toWire({ customer, fields: {} }, played.account));
        made.set(customer.email, id);
      }
      const loud = 'BUYER3@Example.com';
      const wanted = [...made.keys(), 'nobody@example.com', 'buyer3@example.com', loud];
      const found = await target.find(api, wanted);
      expect(new Map([...found].map(([email, those]) => [email, those.map(({ id }) => id).join()]))).toEqual(
        new Map([...made, [loud, made.get('buyer3@example.com')]]),
      );
      expect((await target.find(api, [])).size).toBe(0);
    });

    it('that does not exist is null', async () => {
      const played = await Played.start(candidate, false);
      expect(await findFirst(target, played.api(), 'nobody@example.com')).toBeNull();
      for (const id of ['0', '99999999', '..', 'b61f4d0a-93c7-4e2b-a5d8-1c7f0e9b3a64']) {
        expect(await target.get(played.api(), id), id).toBeNull();
      }
    });
  });
}

function documentsConform(candidate: Candidate, target: DocumentTarget, customers: CustomerTarget): void {
  const { connector } = candidate;

  async function begin(fields: Partial<Document> = {}) {
    const played = await Played.start(candidate, false);
    const api = played.api();
    const { id: customerId } = await customers.create(
      api,
      customers.toWire({ customer: firm, fields: {} }, played.account),
    );
    const document: Document = {
      kind: target.kinds[0] ?? 'invoice',
      state: 'draft',
      reference: 'WEB-10042',
      date: '2026-11-02',
      placedAt: '2026-11-02T09:15:00.000Z',
      currency: played.account.currency,
      pricesIncludeVat: true,
      customerId,
      customer: firm,
      delivery: firm.address,
      lines: [
        {
          kind: 'item',
          description: 'Mok',
          sku: 'MOK',
          quantity: '3',
          unitPrice: '12.10',
          vatRate: '21',
          vatCode: target.vatCode('21'),
        },
        {
          kind: 'item',
          description: 'Thee',
          quantity: '1',
          unitPrice: '5.45',
          vatRate: '9',
          vatCode: target.vatCode('9'),
        },
        {
          kind: 'discount',
          description: 'Korting',
          quantity: '1',
          unitPrice: '-1.21',
          vatRate: '21',
          vatCode: target.vatCode('21'),
        },
        {
          kind: 'shipping',
          description: 'Post',
          quantity: '1',
          unitPrice: '6.05',
          vatRate: '21',
          vatCode: target.vatCode('21'),
        },
      ],
      vatByRate: [
        { rate: '21', vat: '7.14' },
        { rate: '9', vat: '0.45' },
      ],
      paid: true,
      fields: {},
      ...fields,
    };
    return { api, account: played.account, document };
  }

  describe('a document that is written', () => {
    it('is found by exactly its reference, with the totals that were foretold', async () => {
      const { api, account, document } = await begin();
      const totals = target.totals(document);
      expect(big(totals.gross).eq('46.59'), totals.gross).toBe(true);
      expect(big(totals.vat).eq('7.59'), totals.vat).toBe(true);
      const { id } = await target.create(api, target.toWire(document, account));
      const found = await findDocument(target, api, document.reference, new Date(document.placedAt));
      expect(found?.id).toBe(id);
      expect(big(found?.gross ?? '0').eq(totals.gross)).toBe(true);
      expect(found?.customerId).toBe(document.customerId);
      expect((await target.get(api, id))?.id).toBe(id);
    });

    it('states all that tells it from another one under the same reference', async () => {
      const { api, account, document } = await begin();
      const totals = target.totals(document);
      const { id } = await target.create(api, target.toWire(document, account));
      for (const found of [
        await findDocument(target, api, document.reference, new Date(document.placedAt)),
        await target.get(api, id),
      ]) {
        expect(big(found?.vat ?? '0').eq(totals.vat), found?.vat ?? 'no VAT').toBe(true);
        expect(found).toMatchObject({
          reference: document.reference,
          currency: document.currency,
          customerId: document.customerId,
        });
        const isUndated = candidate.cannot?.date || candidate.cannot?.dateOf?.includes(document.kind);
        expect(found?.date).toBe(isUndated ? undefined : document.date);
        if (target.guests) expect(found?.buyer?.email?.toLowerCase()).toBe(firm.email);
      }
    });

    it('is found beside every other one under the same reference, where there can be others', async () => {
      const { api, account, document } = await begin();
      const made: string[] = [];
      for (const quantity of ['1', '2', '3']) {
        const lines = document.lines.map((line) => (line.sku === undefined ? line : { ...line, quantity }));
        const making = target.create(api, target.toWire({ ...document, lines }, account));
        if (candidate.oneByReference && made.length > 0) {
          await expect(making).rejects.toMatchObject({ kind: 'outcome-unknown', code: 'conflict' });
        } else made.push((await making).id);
      }
      const found = await target.find(api, [document.reference], new Date(document.placedAt));
      const ids = found.get(document.reference)?.map(({ id }) => id) ?? [];
      expect(ids.toSorted()).toEqual(made.toSorted());
    });

    it('states no other totals with the answer of its making than it holds', async () => {
      const { api, account, document } = await begin();
      const totals = target.totals(document);
      const { gross = totals.gross, vat = totals.vat } = await target.create(
        api,
        target.toWire(document, account),
      );
      expect([big(gross).eq(totals.gross), big(vat).eq(totals.vat)], `${gross} ${vat}`).toEqual([true, true]);
    });

    it('is not taken for one whose reference is a part of its own', async () => {
      const { api, account, document } = await begin();
      await target.create(api, target.toWire(document, account));
      for (const reference of ['WEB-1004', 'EB-10042', 'WEB-100421', 'NONE-SUCH']) {
        expect(await findDocument(target, api, reference, new Date(document.placedAt)), reference).toBeNull();
      }
    });

    it('is found among several that are looked for at once', async () => {
      const { api, account, document } = await begin();
      const made = new Map<string, string>();
      for (let number = 1; number <= 12; number++) {
        const reference = `WEB-${number}`;
        const { id } = await target.create(api, target.toWire({ ...document, reference }, account));
        made.set(reference, id);
      }
      const wanted = [...made.keys(), 'NONE-SUCH', 'WEB-3', ' WEB-4 '];
      const found = await target.find(api, wanted, new Date(document.placedAt));
      expect(new Map([...found].map(([reference, all]) => [reference, all.map(({ id }) => id)]))).toEqual(
        new Map([...made, [' WEB-4 ', made.get('WEB-4')]].map(([reference, id]) => [reference, [id]])),
      );
      expect((await target.find(api, [], new Date(document.placedAt))).size).toBe(0);
    });

    it('has the same body for the same document, and nothing in it that is undefined', async () => {
      const { account, document } = await begin();
      const body = target.toWire(document, account);
      expect(target.toWire(structuredClone(document), account)).toEqual(body);
      expect(JSON.parse(JSON.stringify(body))).toEqual(body);
    });

    if (target.guests) {
      it('stands without a customer', async () => {
        const { api, account, document } = await begin({ customerId: '' });
        const { id } = await target.create(api, target.toWire(document, account));
        expect((await target.get(api, id))?.id).toBe(id);
      });
    }
  });

  it('declares an index delay, limits, and a name that people know', () => {
    expect(connector.searchDelayMs).toBeGreaterThan(0);
    expect(connector.limits.length).toBeGreaterThan(0);
    const allowed = connector.limits.flatMap((limit) => Object.values(limit)).filter(Number.isFinite);
    expect(allowed.length).toBeGreaterThanOrEqual(connector.limits.length);
    expect(Math.min(...allowed)).toBeGreaterThan(0);
    expect(connector.name).toMatch(/^[A-Z]/);
  });
}
