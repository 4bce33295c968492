/** Runs for every test file. The modules themselves are read once: they must register nothing of a file. */
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { directory } from '../../../durable-objects/directory-client.ts';
import { beginTest, server } from './outside.ts';

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' });
  for (const { id } of await directory(env).list()) await directory(env).remove(id);
});
afterAll(() => server.close());
beforeEach(beginTest);
