import type { Hook } from '../../src/connectors/contract/connector.ts';

/** A webhook as the routes hand it on: an address may carry what a body does not say. */
export async function hookOf(request: Request): Promise<Hook> {
  return {
    body: await request.text(),
    headers: Object.fromEntries(request.headers),
    query: Object.fromEntries(new URL(request.url).searchParams),
  };
}
