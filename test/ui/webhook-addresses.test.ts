import { expect, it } from 'vitest';
import { connectors } from '../../src/connectors/registry.ts';
import type { ConnectionView } from '../../src/engine/reporting/views.ts';
import { WebhookAddresses } from '../../src/ui/configuration/webhook-addresses.tsx';
import { Connections } from '../../src/ui/integration/connections.tsx';
import { readable } from './browser.ts';

const origin = 'https://koppel.example';
const told = connectors.filter(({ webhook }) => webhook !== undefined);
const isOwn = (each: (typeof told)[number]) => each.webhook?.register !== undefined;
const isByStaff = ({ webhook }: (typeof told)[number]) => webhook?.enteredBy === 'staff';

function viewOf(connector: string, hooks: ConnectionView['hooks']) {
  const known = { account: null, problem: null, sameAs: null, scopes: [] };
  return {
    id: 'mugs',
    connections: { shop: { connector, credentials: {} } },
    problems: [],
    accounts: [{ connection: 'shop', connected: true, ...known, hooks }],
  };
}

function pagesOf(connector: string) {
  const view = viewOf(connector, { askedFor: false, receivedAt: null });
  return readable([WebhookAddresses({ view, origin }), Connections({ view, origin })].map(String).join());
}

it('there are systems of each kind', () => {
  expect(new Set(told.map(isOwn))).toEqual(new Set([true, false]));
  expect(told.filter(isByStaff).map(({ id }) => id)).toEqual(['ecwid']);
});

it.each(told)(
  '$id: a webhook that Koppel asks for is not to be entered, and of any other stands who enters it',
  (connector) => {
    const page = pagesOf(connector.id);
    expect(page).toContain(`${origin}/hooks/mugs/shop`);
    const asked = /Koppel asks for (?:these|the) webhooks by itself/g;
    const entered = /Enter it in the shop|to enter in the shop/g;
    expect(page.match(asked)?.length ?? 0).toBe(isOwn(connector) ? 2 : 0);
    expect(page.match(entered)?.length ?? 0).toBe(isOwn(connector) || isByStaff(connector) ? 0 : 2);
    expect(page.match(/[Tt]he staff of/g)?.length ?? 0).toBe(isByStaff(connector) ? 2 : 0);
  },
);

it.each(told)(
  '$id: where no webhook can be verified the overview shows no address, and says so',
  ({ id, name }) => {
    const page = readable(String(Connections({ view: viewOf(id, null), origin })));
    expect(page).not.toContain(`${origin}/hooks/mugs/shop`);
    expect(page).toContain(`Webhooks of ${name} are refused`);
  },
);

it('a connection whose account was never read is not said to be in order', () => {
  const page = readable(String(Connections({ view: viewOf('ecwid', null), origin })));
  expect(page).toContain('not tested yet');
  expect(page).not.toContain('in order');
});
