/** Recorded and documented answers of the vendor, which are not part of the repository (VENDOR_SAMPLES). */
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { collectionWire } from '../../../src/connectors/shopify/categories/collection.graphql.ts';
import { categoryFromWire } from '../../../src/connectors/shopify/categories/source.ts';
import { receiveHook } from '../../../src/connectors/shopify/webhook.ts';
import { category } from '../../../src/records/category.ts';
import { recordings, samples } from '../vendor-samples.ts';

const receiver = { shop: 'molen', clientSecret: 'hush-hush-1' };

/** The records of a documented answer, without their wrapper, as a webhook carries them. */
function bodiesOf(response: unknown): unknown[] {
  const [wrapped] = Object.values(response as object);
  return Array.isArray(wrapped) ? wrapped : [wrapped];
}

const topics = { order: 'orders/updated', customer: 'customers/update', product: 'products/update' } as const;
const documented = Object.entries(topics).flatMap(([kind, topic]) =>
  samples('shopify', new RegExp(`^docs-rest-${kind}-`)).map(({ name, content }) => ({
    name,
    topic,
    content,
  })),
);

test.each(documented)('$name as a notice names its records', async ({ topic, content }) => {
  const { response } = content as { response: unknown };
  for (const body of bodiesOf(response)) {
    const text = JSON.stringify(body);
    const headers = {
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': 'molen.myshopify.com',
      'x-shopify-hmac-sha256': createHmac('sha256', receiver.clientSecret).update(text).digest('base64'),
    };
    const received = await receiveHook(receiver, { body: text, headers, query: {} });
    expect(received).toMatchObject({
      kind: 'changes',
      changes: [{ key: String((body as { id: number }).id) }],
    });
  }
});

const collections = samples('shopify', /^graphql-collections/).flatMap(recordings);

test.runIf(collections.length > 0)('recorded collections are categories', () => {
  const nodes = collections.flatMap(
    ({ response }) => (response as { data: { collections: { nodes: unknown[] } } }).data.collections.nodes,
  );
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes)
    expect(() => category.parse(categoryFromWire(collectionWire.parse(node)))).not.toThrow();
});
