import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import type { JsonObject } from '../contract/target.ts';

/** One operation of the GraphQL Admin API: a document of the tree, and what of its answer is read. */
export interface Operation<Data> {
  readonly document: string;
  readonly data: z.ZodType<Data>;
  /** Points that Shopify asks for it (sheet 3.1). */
  readonly cost: number;
}

/** A POST that only reads. */
export async function query<Data>(
  api: Api,
  operation: Operation<Data>,
  variables: JsonObject = {},
): Promise<Data> {
  const { cost } = operation;
  return (await api.read(path`/graphql.json`, bodyOf(operation, variables), answerOf(operation), { cost }))
    .data;
}

/** A POST that changes something: it is not sent again blindly. */
export async function mutate<Data>(
  api: Api,
  operation: Operation<Data>,
  variables: JsonObject,
): Promise<Data> {
  const { cost } = operation;
  const body = bodyOf(operation, variables);
  return (await api.create(path`/graphql.json`, body, answerOf(operation), { cost })).data;
}

/** A mutation that comes to the same when it is done twice: what it sets is whole, or named by a key of its own. */
export async function set<Data>(api: Api, operation: Operation<Data>, variables: JsonObject): Promise<Data> {
  const { cost } = operation;
  const call = { method: 'POST', path: path`/graphql.json`, repeatable: true, cost } as const;
  const answer = await api.request({ ...call, body: bodyOf(operation, variables) }, answerOf(operation));
  return answer.body.data;
}

function bodyOf({ document }: Operation<unknown>, variables: JsonObject): JsonObject {
  return { query: document, variables };
}

function answerOf<Data>({ data }: Operation<Data>) {
  return z.object({ data });
}
