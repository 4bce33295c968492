import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { koppel, startIntegration } from '../durable-objects/support/harness.ts';
import { logged, outside } from '../durable-objects/support/outside.ts';
import { sellMany } from '../durable-objects/support/shop.ts';
import { adminToken, integrationDocument } from '../support/integration-document.ts';

const origin = 'https://koppel.example';
const dutch = { 'accept-language': 'nl-BE, en;q=0.5' };

/** An integration with one order that Jortt refused. */
async function parked() {
  const subject = await startIntegration();
  const body = { error: { code: 422, key: 'params.invalid', message: 'no' } };
  const rule = { system: 'jortt', method: 'POST', path: '/invoices', kind: 'status', status: 422 } as const;
  outside.fault({ ...rule, body, times: 1 });
  await subject.sync(...(await sellMany(1)));
  await subject.run();
  return subject;
}

function languageOf({ headers }: { headers: Headers }) {
  return [headers.get('content-language'), headers.get('vary')];
}

test('problems, reasons and settings are told in the language that is asked for', async () => {
  const subject = await parked();
  const { id } = subject;
  const [task] = await subject.tasks();
  const ask = async (path: string, headers = {}) =>
    koppel('GET', `/api/integrations/${id}${path}`, undefined, headers);
  for (const path of ['', '/tasks', '/activity', `/tasks/${task?.id}`]) {
    const [english, inDutch] = [await ask(path), await ask(path, dutch)];
    expect([languageOf(english), languageOf(inDutch)], path).toEqual([
      ['en', 'Accept-Language'],
      ['nl', 'Accept-Language'],
    ]);
    expect(english.text, path).toContain('Jortt answered 422');
    expect(inDutch.text, path).toContain('Jortt antwoordde 422');
    expect(inDutch.text, path).not.toContain('answered');
  }
  const { body } = await koppel('GET', '/api/connectors', undefined, dutch);
  expect(JSON.stringify(body)).toContain('"title":"Bestelstatussen"');
});

test.each(['fr', 'xx', '*', '', ';;q=', 'en-GB, nl;q=0.1', 'nl;q=0'])(
  'who asks for %j is answered in English',
  async (asked) => {
    const answer = await koppel('GET', '/api/connectors', undefined, { 'accept-language': asked });
    expect(languageOf(answer)).toEqual(['en', 'Accept-Language']);
    expect(answer.text).toContain('"title":"Order statuses"');
  },
);

test('what a request cannot have is told in the language that is asked for where it is a problem, in English else', async () => {
  const { id } = await startIntegration();
  const preview = await koppel(
    'POST',
    `/api/integrations/${id}/preview`,
    { flow: 'orders', key: '4711' },
    dutch,
  );
  expect([preview.status, languageOf(preview)[0]]).toEqual([422, 'nl']);
  expect(preview.body.detail).toBe(
    'De bron heeft geen bestelling met dit nummer of id. Controleer het nummer.',
  );
  const missing = await koppel('GET', '/api/integrations/none', undefined, dutch);
  expect([missing.status, languageOf(missing)]).toEqual([404, ['en', 'Accept-Language']]);
});

test('the description of the API says of both headers', async () => {
  const { body, headers } = await koppel('GET', '/api/openapi.json', undefined, dutch);
  expect(headers.get('content-language')).toBe('en');
  const paths = body.paths as Record<
    string,
    Record<string, { parameters: { name: string }[]; responses: object }>
  >;
  for (const calls of Object.values(paths))
    for (const { parameters, responses } of Object.values(calls)) {
      expect(parameters.filter(({ name }) => name === 'Accept-Language')).toHaveLength(1);
      for (const answer of Object.values(responses))
        expect(answer.headers['Content-Language'].schema.enum).toContain('nl');
    }
});

test('a page is in the language of its address, which is kept, else of the browser', async () => {
  const { id } = await parked();
  const session = await logIn();
  const open = async (path: string, headers = {}) => {
    const request = new Request(`${origin}${path}`, { headers: { cookie: session, ...headers } });
    const answer = await exports.default.fetch(request);
    return { answer, html: await answer.text() };
  };
  const page = `/integrations/${id}`;
  const english = await open(page);
  expect(english.html).toContain('Jortt answered 422');
  expect(languageOf(english.answer)).toEqual(['en', 'Accept-Language, Cookie']);
  expect((await open(page, dutch)).html).toContain('Jortt antwoordde 422');
  const chosen = await open(`${page}?lang=nl`);
  expect([chosen.html.includes('Jortt antwoordde 422'), languageOf(chosen.answer)[0]]).toEqual([true, 'nl']);
  const kept = chosen.answer.headers.get('set-cookie') ?? '';
  expect(kept).toMatch(/^koppel-language=nl;.*HttpOnly;.*Secure;.*SameSite=Lax/);
  const later = await open(page, { cookie: `${session}; ${kept.split(';')[0]}`, 'accept-language': 'en' });
  expect(later.html).toContain('Jortt antwoordde 422');
  const unknown = await open(`${page}?lang=fr`, dutch);
  expect([unknown.html.includes('Jortt antwoordde 422'), unknown.answer.headers.get('set-cookie')]).toEqual([
    true,
    null,
  ]);
});

test('alerts are in the language of the integration, which only a known one can be', async () => {
  const { id } = await startIntegration();
  const document = integrationDocument();
  const stored = await koppel('PUT', `/api/integrations/${id}`, { ...document, language: 'nl' });
  expect([stored.status, stored.body.language]).toEqual([200, 'nl']);
  const refused = await koppel('PUT', `/api/integrations/${id}`, { ...document, language: 'fr' });
  expect([refused.status, refused.text.includes('"field":"language"')]).toEqual([400, true]);
  expect(logged.join('\n')).not.toMatch(/antwoordde/);
});

async function logIn(): Promise<string> {
  const headers = {
    origin,
    'cf-connecting-ip': '2001:db8:aaaa:bbbb::1',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams({ token: adminToken, next: '/' }).toString();
  const request = new Request(`${origin}/login`, { method: 'POST', headers, body, redirect: 'manual' });
  const answer = await exports.default.fetch(request);
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
