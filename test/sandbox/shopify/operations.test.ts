/** Shopify takes every call at one path: calls are counted, and faults chosen, by what is asked there. */
import { beforeEach, expect, test } from 'vitest';
import { faultRule } from '../../../sandbox/kit/faults/faults.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { accessToken, shopDomain } from '../../../sandbox/shopify/settings.ts';
import { FakeWorld } from '../fake-world.ts';
import { version } from './shop.ts';

const at = `/admin/api/${version}/graphql.json`;
const named = 'query Whose { shop { name } }';
const tagging =
  'mutation Tag { tagsAdd(id: "gid://shopify/Order/1", tags: ["a"]) { userErrors { message } } }';

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = new Sandbox(new FakeWorld(), async () => new Response(null));
  sandbox.reset(false);
});

async function ask(body: string): Promise<number> {
  const headers = { 'X-Shopify-Access-Token': accessToken, 'Content-Type': 'application/json' };
  const request = new Request(`https://${shopDomain}${at}`, { method: 'POST', headers, body });
  return (await sandbox.handle('shopify', request)).status;
}

test('calls are counted by operation, whatever their sender calls them', async () => {
  for (const query of [named, named, tagging, 'no document']) await ask(JSON.stringify({ query }));
  await ask('{');
  const route = 'POST /admin/api/{version}/graphql.json';
  expect(sandbox.calls.counts('shopify').shopify?.byRoute).toEqual({
    [`${route} query shop`]: 2,
    [`${route} mutation tagsAdd`]: 1,
    [route]: 2,
  });
});

test('a fault is of one operation', async () => {
  const rule = { system: 'shopify', kind: 'status', status: 503, path: ' mutation tagsAdd$' };
  sandbox.faults.add(faultRule.parse(rule));
  expect(await ask(JSON.stringify({ query: named }))).toBe(200);
  expect(await ask(JSON.stringify({ query: tagging }))).toBe(503);
});
