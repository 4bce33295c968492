import { describe, expect, it } from 'vitest';
import { changedFields } from '../../../src/engine/configuration/changed-fields.ts';
import { integrationDocument } from '../../support/integration-document.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, sell } = shopAndBooks();

const by = { who: 'Bookkeeper', token: 7, via: 'page' } as const;

async function parked(subject: Subject): Promise<number> {
  const order = await sell();
  await subject.sync(order.id);
  await subject.settle();
  return Number((await subject.task(order.id)).id);
}

describe('what a person does', () => {
  it('and that they did it are stored together or not at all', async () => {
    const subject = await startIntegration({ mapping: { remarks: '$number(order.number)' } });
    const task = await parked(subject);
    subject.sql("CREATE TRIGGER full BEFORE INSERT ON trail BEGIN SELECT RAISE(ABORT, 'full'); END");
    const before = JSON.stringify(subject.tables());
    const deeds = [
      () => subject.do((engine) => engine.retry(task, 'en', by)),
      () => subject.do((engine) => engine.skip(task, by, null, 'en')),
      () => subject.do((engine) => engine.retryParked(by)),
      () => subject.do((engine) => engine.sync('orders', { keys: ['77'] }, by)),
      () => subject.do((engine) => engine.setState('paused', by)),
      () => subject.do((engine) => engine.configure(integrationDocument({ name: 'Other' }), { by })),
      () => subject.do((engine) => engine.renameConnection('books', 'ledger', 'en', by)),
      () => subject.do((engine) => engine.erase('a@b.example', undefined, by)),
    ];
    for (const deed of deeds) await expect(deed()).rejects.toThrow('full');
    expect(JSON.stringify(subject.tables())).toBe(before);
    subject.sql('DROP TRIGGER full');
    for (const deed of deeds) await deed();
    expect((await subject.do((engine) => engine.trail({}, 99))).map(({ code }) => code).reverse()).toEqual([
      ...[
        'retried',
        'left_out',
        'retried_all',
        'synced',
        'paused',
        'settings_saved',
        'renamed',
        'person_erased',
      ],
    ]);
  });

  it('is in it also where somebody erases a person from a place in the log on', async () => {
    const subject = await startIntegration();
    await subject.do((engine) => engine.erase('a@b.example', '0', by));
    expect(await subject.do((engine) => engine.trail({}, 99))).toMatchObject([
      { code: 'person_erased', ...by },
    ]);
  });

  it('is not in it where it could not be done', async () => {
    const subject = await startIntegration();
    await expect(subject.do((engine) => engine.retry(99, 'en', by))).rejects.toThrow();
    await expect(subject.do((engine) => engine.sync('nothing', {}, by))).rejects.toThrow();
    await expect(
      subject.do((engine) => engine.acceptAccount('shop', 'another', 'en', by)),
    ).rejects.toMatchObject({ data: { code: 'account_unchanged' } });
    expect(await subject.do((engine) => engine.trail({}, 99))).toEqual([]);
  });
});

describe('the fields that differ', () => {
  it('are named by their paths, without what stands in them', () => {
    const before = { name: 'Tea', flows: [{ settings: { lines: 'items' } }], gone: { a: 1 } };
    const after = { name: 'Mugs', flows: [{ settings: { lines: 'split' } }, { flow: 'stock' }] };
    expect(changedFields(before, after)).toEqual(['name', 'flows.0.settings.lines', 'flows.1', 'gone']);
    expect(changedFields(before, before)).toEqual([]);
  });

  it('are those of a choice as a whole: what it is made by was entered', () => {
    const choice = (map: object) => ({
      flows: [{ settings: { paymentMethods: { map, default: 'later' } } }],
    });
    const fields = changedFields(choice({}), choice({ 'Invoice to jan@mugs.example': 'later' }));
    expect(fields).toEqual(['flows.0.settings.paymentMethods.map']);
  });

  it('are named up to forty, and the others counted', () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`f${at}`, at]));
    const fields = changedFields({}, many);
    expect([fields.length, fields.at(-1)]).toEqual([41, '+20']);
  });
});
