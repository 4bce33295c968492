// Stock over the API: what is told of levels, and that it costs next to nothing to tell.
import { describe, expect, it } from 'vitest';
import { koppel, newId, Subject } from './support/harness.ts';
import { stockDocument, stockFlow, withLevels } from './support/stock.ts';

async function stocked(): Promise<Subject> {
  const subject = new Subject(newId());
  const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, stockDocument());
  if (status !== 200) throw new Error(text);
  await withLevels(subject, 20);
  return subject;
}

describe('GET …/stock', () => {
  it('tells every stock flow, or the one that is named', async () => {
    const subject = await stocked();
    const { status, body } = await subject.api('GET', '/stock');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      {
        ...{ flow: 'stock', from: 'shop', to: 'other', enabled: true, total: 20 },
        levels: [
          { state: 'refused', problem: { code: 'level_refused' }, count: 2 },
          { state: 'unknown', says: 'the target has no such SKU', problem: null, count: 2 },
          { state: 'written', says: 'as it should be in the target', problem: null, count: 16 },
        ],
        verification: { every: 1440, running: null },
      },
    ]);
    expect((await subject.api('GET', `/stock?flow=${stockFlow}`)).body.items).toMatchObject([{ total: 20 }]);
    expect((await subject.api('GET', '/stock?flow=orders')).status).toBe(404);
    expect((await koppel('GET', `/api/integrations/${newId()}/stock`)).status).toBe(404);
  });
});

describe('GET …/levels', () => {
  it('explains one SKU', async () => {
    const subject = await stocked();
    const [row] = await subject.sql("SELECT written_at FROM levels WHERE sku = 'SKU-12'");
    const { body } = await subject.api('GET', '/levels?sku=SKU-12');
    expect(body.items).toMatchObject([
      {
        ...{ sku: 'SKU-12', key: 'K12', targetId: 'T12', quantity: '12', state: 'written' },
        ...{
          writtenAt: new Date(Number(row?.written_at)).toISOString(),
          drift: { quantity: '99' },
          problem: null,
        },
        ...{ now: 'settled', dueAt: null, attempts: 0 },
      },
    ]);
    expect((await subject.api('GET', '/levels?sku=SKU-1&flow=stock')).body.items).toMatchObject([
      { state: 'refused', problem: { code: 'level_refused' } },
    ]);
    expect((await subject.api('GET', '/levels?sku=nothing')).body).toEqual({ items: [] });
    expect((await subject.api('GET', '/levels')).status).toBe(400);
  });
});

describe('POST …/levels/retry', () => {
  it('looks at one SKU again, or at all that wait for a person', async () => {
    const subject = await stocked();
    const retry = (body: object) => subject.api('POST', '/levels/retry', body);
    expect((await retry({ flow: 'stock', sku: 'SKU-12' })).body).toEqual({ retried: 1 });
    expect(await subject.sql('SELECT key, asked FROM dirty')).toEqual([{ key: 'K12', asked: 2 }]);
    expect((await retry({ flow: 'stock' })).body).toEqual({ retried: 2 });
    expect((await subject.sql('SELECT key FROM dirty ORDER BY key')).map(({ key }) => key)).toEqual([
      ...['K1', 'K12', 'K2'],
    ]);
    expect((await retry({ flow: 'stock', sku: 'nothing' })).status).toBe(404);
    expect((await retry({ sku: 'SKU-12' })).status).toBe(400);
    expect((await retry({ flow: 'stock', key: 'K1' })).status).toBe(400);
  });

  it('retrying all that is parked does so too', async () => {
    const subject = await stocked();
    expect((await subject.api('POST', '/retry')).body).toEqual({ retried: 2 });
  });
});
