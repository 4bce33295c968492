import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';

interface Operation<Data> {
  readonly document: string;
  readonly data: z.ZodType<Data>;
  /** Points that Shopify asks for it (sheet 3.1). */
  readonly cost: number;
}

/** A POST that only reads. */
export async function query<Data>(
  api: Api,
  { document, data, cost }: Operation<Data>,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const answer = await api.read(path`/graphql.json`, { query: document, variables }, z.object({ data }), {
    cost,
  });
  return answer.data;
}

/** A POST that changes something: it is not sent again blindly. */
export async function mutate<Data>(
  api: Api,
  { document, data, cost }: Operation<Data>,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const answer = await api.create(path`/graphql.json`, { query: document, variables }, z.object({ data }), {
    cost,
  });
  return answer.data;
}
