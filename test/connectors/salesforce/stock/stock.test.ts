import { describe, expect, test } from 'vitest';
import { stockSource } from '../../../../src/connectors/salesforce/stock/source.ts';
import { stockTarget } from '../../../../src/connectors/salesforce/stock/target.ts';
import { articleIds, Refused } from '../../../support/fake-api.ts';
import { changesIn } from '../../read-changes.ts';
import { FakeOrg } from '../fake-org.ts';

const id = (number: number) => `01txx000000000${number}AAA`;

const level = (number: number) => ({
  id: id(number),
  sku: `KRS-${number}`,
  quantity: `${number}`,
  standing: {},
});

const collections = 'PATCH .*/composite/sobjects$';

function answering(...results: unknown[]) {
  return new FakeOrg({ routes: { [collections]: () => results } });
}

const written = { success: true, errors: [] };
const refused = (statusCode: string) => ({
  success: false,
  errors: [{ statusCode, message: 'no', fields: [] }],
});

describe('a batch of levels', () => {
  test('of which some are refused tells which, and is one call', async () => {
    const api = answering(
      written,
      refused('FIELD_CUSTOM_VALIDATION_EXCEPTION'),
      refused('ENTITY_IS_DELETED'),
    );
    expect(await stockTarget.set(api, [1, 2, 3].map(level), null)).toEqual([
      { kind: 'written' },
      {
        kind: 'refused',
        refusal: {
          said: 'no',
          systemCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
          kind: 'rejected',
          code: 'refused',
        },
      },
      { kind: 'gone' },
    ]);
    expect(JSON.stringify(api.sent)).toBe(
      `[{"allOrNone":false,"records":[${[1, 2, 3].map((n) => `{"attributes":{"type":"Product2"},"id":"${id(n)}","Stock__c":${n}}`).join(',')}]}]`,
    );
  });

  test('tells an id that is not there as gone, and a link of the org’s own that leads nowhere as refused', async () => {
    const row = (statusCode: string, ...fields: string[]) => ({
      success: false,
      errors: [{ statusCode, message: 'no', fields }],
    });
    const api = answering(
      row('INVALID_CROSS_REFERENCE_KEY'),
      row('MALFORMED_ID', 'Id'),
      row('INVALID_CROSS_REFERENCE_KEY', 'Shelf__c'),
    );
    expect(await stockTarget.set(api, [1, 2, 3].map(level), null)).toMatchObject([
      { kind: 'gone' },
      { kind: 'gone' },
      { kind: 'refused', refusal: { systemCode: 'INVALID_CROSS_REFERENCE_KEY', code: 'refused' } },
    ]);
  });

  test('with a row that somebody else holds is read and decided again; where all are held it is for later', async () => {
    const api = answering(written, refused('UNABLE_TO_LOCK_ROW'));
    expect(await stockTarget.set(api, [level(1), level(2)], null)).toEqual([
      { kind: 'written' },
      { kind: 'stale' },
    ]);
    await expect(
      stockTarget.set(answering(refused('UNABLE_TO_LOCK_ROW')), [level(1)], null),
    ).rejects.toMatchObject({ kind: 'retry', code: 'conflict' });
  });

  test.each([
    ['SERVER_UNAVAILABLE', { kind: 'retry', code: 'server_error' }],
    ['INSUFFICIENT_ACCESS_OR_READONLY', { kind: 'rejected', advice: 'salesforce_permissions' }],
  ])(
    'with a row that is refused with %s has the verdict that the code has anywhere',
    async (code, refusal) => {
      expect(await stockTarget.set(answering(refused(code)), [level(1)], null)).toMatchObject([
        { kind: 'refused', refusal },
      ]);
    },
  );

  test('with an answer that leaves a row out is not taken for written', async () => {
    await expect(stockTarget.set(answering(written), [level(1), level(2)], null)).rejects.toThrow();
    const none = answering();
    expect(await stockTarget.set(none, [], null)).toEqual([]);
    expect(none.calls).toEqual([]);
  });

  describe('that is refused as a whole', () => {
    const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
    const idOf = (number: number) => `01txx${String(number).padStart(10, '0')}AAA`;
    const changes = numbers.map((number) => ({ ...level(number), id: idOf(number) }));

    function poisoned(...bad: readonly number[]) {
      const poison = new Set(bad.map(idOf));
      const written = new Set<string>();
      const api = new FakeOrg({
        routes: {
          [collections]: ({ body }) => {
            const { records } = body as { records: { id: string }[] };
            if (records.some(({ id: each }) => poison.has(each)))
              return new Refused(400, [
                { errorCode: 'JSON_PARSER_ERROR', message: 'It says no', fields: [] },
              ]);
            for (const { id: each } of records) written.add(each);
            return records.map(() => ({ success: true, errors: [] }));
          },
        },
      });
      return { api, written };
    }

    test.each([[[1]], [[100]], [[200]], [[1, 77]], [[3, 4, 199]]])(
      'writes all but those that it is refused for, which are named: %o',
      async (bad) => {
        const { api, written } = poisoned(...bad);
        const outcomes = await stockTarget.set(api, changes, null);
        expect(outcomes.flatMap((each, index) => (each.kind === 'written' ? [] : [index + 1]))).toEqual(bad);
        expect(outcomes[(bad[0] ?? 0) - 1]).toEqual({
          kind: 'refused',
          refusal: { said: 'It says no', systemCode: 'JSON_PARSER_ERROR', kind: 'rejected', code: 'refused' },
        });
        expect(written.size).toBe(200 - bad.length);
        expect(api.calls.length).toBeLessThanOrEqual(3 + bad.length * 18);
      },
    );

    test('for a reason that is none of its rows’ asks three times, and is for a person', async () => {
      const { api } = poisoned(...numbers);
      await expect(stockTarget.set(api, changes, null)).rejects.toMatchObject({
        ...{ kind: 'rejected', code: 'refused' },
      });
      expect(api.calls).toHaveLength(3);
    });

    test('of two rows tells of each', async () => {
      const { api } = poisoned(1, 2);
      const outcomes = await stockTarget.set(api, changes.slice(0, 2), null);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
    });

    test('is not asked again where the system is away', async () => {
      const away = new Refused(503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'later' }]);
      const api = new FakeOrg({ routes: { [collections]: () => away } });
      await expect(stockTarget.set(api, changes, null)).rejects.toMatchObject({ kind: 'retry' });
      expect(api.calls).toHaveLength(1);
    });
  });

  test('is counted no more where the field is emptied, and an id that cannot be one is of nothing', async () => {
    const api = answering(written);
    const changes = [
      { ...level(1), managed: false },
      { ...level(2), id: 'NONE-SUCH ' },
    ];
    expect(await stockTarget.set(api, changes, null)).toEqual([{ kind: 'written' }, { kind: 'gone' }]);
    expect(api.sent).toMatchObject([{ records: [{ id: id(1), Stock__c: null }] }]);
    expect(api.sent).toHaveLength(1);
  });

  test('is read before it is written, and an empty field is not counted, and no zero', async () => {
    const rows = [
      { Id: id(1), Name: 'Kaars', StockKeepingUnit: 'KRS-1', Stock__c: 7 },
      { Id: id(2), Name: 'Mok', StockKeepingUnit: null, Stock__c: null },
    ];
    const api = new FakeOrg({ queries: { 'FROM Product2 WHERE Id IN': () => rows } });
    const standing = await stockTarget.standing(api, [id(1), id(2), id(3), 'x'], null);
    expect([...standing]).toEqual([
      [id(1), { sku: 'KRS-1', name: 'Kaars', productId: id(1), managed: true, available: '7' }],
      [id(2), { name: 'Mok', productId: id(2), managed: false }],
    ]);
    expect(api.asked[0]).toBe(
      `SELECT Id, Name, StockKeepingUnit, Stock__c FROM Product2 WHERE Id IN ('${id(1)}','${id(2)}','${id(3)}')`,
    );
  });

  test('needs the field that the connection names', async () => {
    const api = new FakeOrg({ traits: { stockField: undefined } });
    await expect(stockTarget.standing(api, [id(1)], null)).rejects.toMatchObject({
      code: 'org_lacks',
      params: { object: 'Product2' },
    });
  });
});

test('products are found by SKU as it is written, in the field that the connection names', async () => {
  const rows = [
    { Id: id(1), ProductCode: "K'1" },
    { Id: id(2), ProductCode: "k'1" },
    { Id: id(3), ProductCode: 'K2' },
    { Id: id(4), ProductCode: 'K2' },
  ];
  const api = new FakeOrg({
    traits: { skuField: 'ProductCode' },
    queries: { 'FROM Product2 WHERE ProductCode IN': () => rows },
  });
  expect(await articleIds(stockTarget.skus, api, ["K'1", 'K2'])).toEqual({
    "K'1": id(1),
    K2: `${id(3)} and ${id(4)}`,
  });
  expect(api.asked[0]).toContain("IN ('K\\'1','K2')");
});

test('levels are a source too: told by what changed of a product', async () => {
  const api = new FakeOrg({
    routes: { 'GET .*/deleted/': () => ({ deletedRecords: [] }) },
    queries: {
      'FROM Product2 WHERE SystemModstamp': () => [
        { Id: id(1), SystemModstamp: '2026-03-02T11:30:00.000+0000', Stock__c: 4 },
      ],
      'FROM Product2 WHERE Id IN': () => [
        { Id: id(1), Name: 'Kaars', StockKeepingUnit: 'KRS-1', Stock__c: 4 },
      ],
    },
  });
  const window = { since: new Date('2026-03-02T11:00:00Z'), until: new Date('2026-03-02T12:00:00Z') };
  const changes = await changesIn({ changes: stockSource.changes, get: async () => null }, api, window);
  expect(changes.map(({ flow, key }) => [flow, key])).toEqual([['stock', id(1)]]);
  const levels = await stockSource.levels(api, [id(1), id(2)], { locations: null });
  expect([...levels]).toEqual([
    [id(1), [{ sku: 'KRS-1', name: 'Kaars', productId: id(1), managed: true, available: '4' }]],
  ]);
});
