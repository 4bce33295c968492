import { beforeEach, describe, expect, test } from 'vitest';
import { flowId } from '../../../src/engine/configuration/configuration.ts';
import type { RevisionDetail } from '../../../src/engine/reporting/revision-report.ts';
import { integrationDocument } from '../../support/integration-document.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

let played: PlayedSystems;

const by = { who: 'Ann', token: 1, via: 'page' } as const;

const given = { shop: credentials.ecwid, books: credentials.jortt };

function documentWith(settings: Record<string, unknown>, name = 'Tea') {
  return integrationDocument({ settings, name, credentials: given });
}

function settled<Value>(work: Promise<Value>): Promise<Value> {
  return played.clock.settle(work);
}

function versions(): number[] {
  return played.integration.reports.revisions().map(({ number }) => number);
}

function version(number: number): RevisionDetail {
  return played.integration.reports.revision(number);
}

function settings(): Record<string, unknown> | undefined {
  return played.integration.reports.view().flows[0]?.settings;
}

beforeEach(async () => {
  played = new PlayedSystems(hosts);
  await played.open();
  await settled(played.integration.configure(documentWith({ state: 'draft' })));
});

describe('the history of a document', () => {
  test('has a version for each that was stored, and none for the same one, a pause or a check', async () => {
    const { integration } = played;
    expect(versions()).toEqual([1]);
    await settled(integration.configure(documentWith({ state: 'draft' })));
    await settled(integration.setState('paused'));
    await settled(integration.checkDocument(documentWith({ state: 'sent' })));
    expect(versions()).toEqual([1]);
    await settled(integration.configure(documentWith({ state: 'sent' }), { by }));
    expect(integration.reports.revisions()).toMatchObject([
      { number: 2, who: 'Ann', via: 'page', restored: null, isPresent: true },
      { number: 1, who: null, via: null, restored: null, isPresent: false },
    ]);
  });

  test('tells what each version changed, setting by setting', async () => {
    await settled(
      played.integration.configure(
        documentWith(
          { state: 'sent', paymentMethods: { map: { iDEAL: 'pay_later' } }, statuses: ['SHIPPED'] },
          'Pots',
        ),
      ),
    );
    const flow = flowId({ flow: 'orders', from: 'shop', to: 'books' });
    const setting = (...path: string[]) => ['flows', flow, 'settings', ...path];
    expect(version(2).changes).toEqual([
      { path: ['name'], was: 'Tea', becomes: 'Pots' },
      { path: setting('statuses'), was: null, becomes: ['SHIPPED'] },
      { path: setting('state'), was: 'draft', becomes: 'sent' },
      { path: setting('paymentMethods', 'map', 'iDEAL'), was: null, becomes: 'pay_later' },
    ]);
    expect(version(1).changes).toBeNull();
  });

  test('holds no secret', async () => {
    await settled(played.integration.configure(documentWith({ state: 'sent' })));
    const kept = JSON.stringify(played.sql.exec('SELECT * FROM revisions'));
    expect(kept).toContain(credentials.ecwid.storeId);
    for (const secret of [
      credentials.ecwid.token,
      credentials.ecwid.clientSecret,
      credentials.jortt.clientSecret,
    ])
      expect(kept).not.toContain(secret);
  });

  test('knows no version that is not kept', () => {
    expect(() => version(7)).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ code: 'not_found' }) }),
    );
  });
});

describe('a version that is made the present one again', () => {
  test('brings its settings back, and becomes a version of its own', async () => {
    await settled(played.integration.configure(documentWith({ state: 'sent' }, 'Pots')));
    const view = await settled(played.integration.restore(1, { by }));
    expect(view).toMatchObject({ name: 'Tea', state: 'active' });
    expect(settings()).toMatchObject({ state: 'draft' });
    expect(version(3)).toMatchObject({ who: 'Ann', via: 'page', restored: 1, isPresent: true });
    expect(version(3).document).toEqual(version(1).document);
  });

  test('leaves credentials and state as they are today', async () => {
    const { integration } = played;
    const shop = { ...credentials.ecwid, token: 'secret_of_today' };
    await settled(
      integration.configure({
        ...documentWith({ state: 'sent' }),
        connections: {
          shop: { connector: 'ecwid', credentials: shop },
          books: { connector: 'jortt', credentials: credentials.jortt },
        },
      }),
    );
    await settled(integration.setState('paused'));
    const sealed = () => played.stores.connections.get('shop')?.credentials;
    const today = sealed();
    await settled(integration.restore(1));
    expect(integration.isPaused).toBe(true);
    expect(settings()).toMatchObject({ state: 'draft' });
    expect(sealed()).toBe(today);
  });

  test('has its connections by the names that they were given since', async () => {
    const { integration } = played;
    await settled(integration.configure(documentWith({ state: 'sent' })));
    await settled(integration.renameConnection('shop', 'webshop'));
    const view = await settled(integration.restore(1));
    expect(Object.keys(view.connections)).toEqual(['webshop', 'books']);
    expect(view.flows).toMatchObject([{ from: 'webshop', to: 'books', settings: { state: 'draft' } }]);
    expect(await settled(integration.check())).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('goes through the checks of every document, and stores nothing where it fails', async () => {
    const { integration } = played;
    const revision = integration.reports.view().revision;
    await settled(integration.configure(documentWith({ state: 'sent' })));
    await expect(settled(integration.restore(1, { revision }))).rejects.toMatchObject({
      data: { code: 'saved_meanwhile' },
    });
    const other = {
      ...documentWith({}),
      connections: {
        shop: { connector: 'mijnwebwinkel', credentials: credentials.mijnwebwinkel },
        books: { connector: 'jortt', credentials: credentials.jortt },
      },
    };
    await settled(integration.configure(other));
    await expect(settled(integration.restore(2))).rejects.toMatchObject({
      issues: expect.arrayContaining([
        expect.objectContaining({ path: ['connections', 'shop', 'credentials', 'token'] }),
      ]),
    });
    expect(versions()).toEqual([3, 2, 1]);
  });
});
