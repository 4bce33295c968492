import { describe, expect, test } from 'vitest';
import { koppel } from '../durable-objects/support/harness.ts';
import { Browser, readable } from './browser.ts';

interface Described {
  readonly paths: Record<string, Record<string, { readonly operationId: string; readonly tags: string[] }>>;
}

async function described(): Promise<Described> {
  return JSON.parse((await koppel('GET', '/api/openapi.json')).text);
}

describe('the description of the API', () => {
  test('names for every call what it is about', async () => {
    const calls = Object.entries((await described()).paths).flatMap(([path, item]) =>
      Object.values(item).map(({ tags }) => `${path} ${tags.join()}`),
    );
    expect(calls.length).toBeGreaterThan(20);
    expect(calls).toEqual(
      expect.arrayContaining([
        '/integrations integrations',
        '/integrations/{integration}/pause integrations',
        '/integrations/{integration}/tasks/{task}/retry tasks',
        '/integrations/{integration}/retry tasks',
        '/integrations/{integration}/levels stock',
        '/integrations/{integration}/sync records',
        '/connectors connectors',
      ]),
    );
    expect(calls.filter((call) => call.endsWith(' '))).toEqual([]);
  });

  test('is shown to people, without a session, with every call on the page of what it is about', async () => {
    const guest = new Browser();
    const index = await guest.get('/api/docs');
    expect(index.status).toBe(200);
    expect(readable(index.html)).toContain('token_invalid');
    for (const [path, item] of Object.entries((await described()).paths)) {
      for (const [method, { operationId, tags }] of Object.entries(item)) {
        const [tag] = tags;
        expect(index.html, path).toContain(`href="/api/docs/${tag}#${operationId}"`);
        const { html } = await guest.get(`/api/docs/${tag}`);
        expect(html).toContain(`id="${operationId}"`);
        expect(readable(html)).toContain(`${method.toUpperCase()} ${path}`);
      }
    }
  });

  test('tells parameters, bodies, answers and shapes', async () => {
    const text = readable((await new Browser().get('/api/docs/tasks')).html);
    for (const part of ['state query, optional', 'queued , running', 'from 1, up to 200', '50 when left out'])
      expect(text).toContain(part);
    expect(text).toContain('Kept sealed with the activity, for its retention');
    const { html } = await new Browser().get('/api/docs/integrations');
    expect(html).toContain('id="shape-IntegrationView"');
    expect(html).toContain('href="#shape-IntegrationProblem"');
  });

  test('does not open the API itself', async () => {
    for (const path of ['/api/openapi.json', '/api/integrations', '/api/docsx'])
      expect((await new Browser().get(path)).status, path).toBe(401);
    expect((await new Browser().get('/api/docs/none')).status).toBe(404);
  });
});
