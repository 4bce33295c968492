import { z } from 'zod';
import { needed, text } from '../wire/fields.ts';
import type { Operation } from './graphql.ts';
import { connection } from './pages.ts';
import { page } from './wire.ts';

const published = z.object({ publications: connection(z.object({ id: needed(text) })) });
export const publications: Operation<z.infer<typeof published>> = {
  document: `query Publications($after: String) { publications(first: 50, after: $after) { ${page} nodes { id } } }`,
  data: published,
  cost: 8,
};

export const publish: Operation<unknown> = {
  document: `mutation Publish($id: ID!, $input: [PublicationInput!]!) {
    publishablePublish(id: $id, input: $input) { userErrors { field message } }
  }`,
  data: z.unknown(),
  cost: 10,
};

export const unpublish: Operation<unknown> = {
  document: `mutation Unpublish($id: ID!, $input: [PublicationInput!]!) {
    publishableUnpublish(id: $id, input: $input) { userErrors { field message } }
  }`,
  data: z.unknown(),
  cost: 10,
};
