import { expect, it } from 'vitest';
import { connectors } from '../../src/connectors/registry.ts';
import { WebhookAddresses } from '../../src/ui/configuration/webhook-addresses.tsx';
import { Connections } from '../../src/ui/integration/connections.tsx';
import { readable } from './browser.ts';

const origin = 'https://koppel.example';
const told = connectors.filter(({ webhook }) => webhook !== undefined);
const isOwn = (each: (typeof told)[number]) => each.webhook?.register !== undefined;
const isByStaff = ({ webhook }: (typeof told)[number]) => webhook?.enteredBy === 'staff';

function pagesOf(connector: string) {
  const view = {
    id: 'mugs',
    connections: { shop: { connector, credentials: {} } },
    accounts: [],
    problems: [],
  };
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
