import { describe, expect, it } from 'vitest';
import { connectors } from '../../../src/connectors/registry.ts';
import { idsFor } from '../../../src/ui/setup/names.ts';
import { koppel, Subject } from '../../durable-objects/support/harness.ts';
import { outside } from '../../durable-objects/support/outside.ts';
import { Browser, loggedIn, readable } from '../browser.ts';
import { fieldsIn } from '../form-fields.ts';
import { elementsOf, faultsOf } from '../page-outline.ts';
import { drafted, nameOf, type System, tokenOf } from './support.ts';

async function chosenIn(html: string): Promise<string[]> {
  const radios = (await elementsOf(html)).filter(({ attributes }) => attributes.type === 'radio');
  return radios.flatMap(({ attributes: { checked, name, value } }) =>
    checked === undefined ? [] : [`${name} ${value}`],
  );
}

describe('the first step', () => {
  it('shows every system twice, with what it gives and takes, and the way of experts', async () => {
    const browser = await loggedIn();
    const { html } = await browser.get('/new');
    const radios = (await elementsOf(html)).filter(({ attributes }) => attributes.type === 'radio');
    for (const row of ['first', 'second'])
      expect(
        radios.filter(({ attributes }) => attributes.name === row).map(({ attributes }) => attributes.value),
      ).toEqual(connectors.map(({ id }) => id));
    const text = readable(html);
    expect(text).toContain('Jortt Gives and takes orders, customers.');
    expect(html).toContain('href="/new/document"');
    expect(html).toContain('<li aria-current="step">1. Which systems?</li>');
    expect(await faultsOf(html)).toEqual([]);
  });

  it('tells what a pair can do, in words, and keeps what was chosen', async () => {
    const browser = await loggedIn();
    const name = nameOf();
    const look = { name, first: 'ecwid', second: 'jortt', do: 'look' };
    const { status, html } = await browser.post('/new', look);
    expect(status).toBe(200);
    const text = readable(html);
    expect(text).toContain('What Ecwid by Lightspeed and Jortt can keep in step');
    expect(text).toContain('What Ecwid by Lightspeed sells is booked as invoices in Jortt');
    expect(text).not.toContain('Stock of Ecwid by Lightspeed decides');
    expect(html).toContain(`value="${name}"`);
    expect(await chosenIn(html)).toEqual(['first ecwid', 'second jortt']);
    expect((await koppel('GET', `/api/integrations/${idsFor(name)[0]}`)).status).toBe(404);
  });

  const pairs: [System, System][] = [
    ['jortt', 'ecwid'],
    ['salesforce', 'shopify'],
    ['ccv', 'magento'],
    ['mijnwebwinkel', 'jortt'],
    ['ecwid', 'ecwid'],
  ];
  it.each(pairs)('leaves a draft of %s and %s that calls nobody and leads on', async (first, second) => {
    const browser = await loggedIn();
    const made = await drafted(browser, first, second);
    const view = await made.subject.view();
    expect(view).toMatchObject({ state: 'draft', name: made.name, flows: [] });
    expect(Object.keys(view.connections)).toEqual([made.first, made.second]);
    await made.subject.settle();
    expect(outside.calls).toEqual([]);
    const overview = (await browser.get('/')).html;
    expect(overview).toContain(`href="/integrations/${made.id}/setup/connections/${made.first}"`);
    const resumed = await browser.get(`/integrations/${made.id}/setup`);
    expect(resumed.headers.get('location')).toBe(`/integrations/${made.id}/setup/connections/${made.first}`);
  });

  it('gives every link of one name an id of its own, also where two come at once', async () => {
    const browser = await loggedIn();
    const name = nameOf();
    const made = await Promise.all([1, 2, 3].map(() => drafted(browser, 'ecwid', 'jortt', name)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(3);
    for (const { subject } of made) expect((await subject.view()).name).toBe(name);
  });

  it('makes one draft of a form that is sent twice, at once or later, and another of another form', async () => {
    const browser = await loggedIn();
    const shown = async () => new Map(await fieldsIn((await browser.get('/new')).html)).get('form') ?? '';
    const typed = { name: nameOf(), first: 'ecwid', second: 'jortt', form: await shown() };
    const send = async (fields: Record<string, string>) => {
      const { status, headers } = await browser.post('/new', fields);
      return `${status} ${headers.get('location')}`;
    };
    const twice = await Promise.all([send(typed), send(typed)]);
    expect(twice[0]).toMatch(/^303 \/integrations\/setup-[0-9a-f]{8}\/setup\/connections\/ecwid$/);
    expect([twice[1], await send(typed)]).toEqual([twice[0], twice[0]]);
    // What was chosen otherwise, on the page that one went back to, is another link; so is a new page.
    const others = [await send({ ...typed, second: 'ecwid' }), await send({ ...typed, form: await shown() })];
    expect(new Set([twice[0], ...others]).size).toBe(3);
  });

  it('keeps its form where something is missing, or was only looked at', async () => {
    const browser = await loggedIn();
    const sent = { name: '', first: 'ecwid', second: 'jortt', form: 'f-1' };
    for (const fields of [sent, { ...sent, do: 'look' }])
      expect(new Map(await fieldsIn((await browser.post('/new', fields)).html)).get('form')).toBe('f-1');
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['no name', { name: ' ', first: 'ecwid', second: 'jortt' }, ['name']],
    ['a name of 300 characters', { name: 'n'.repeat(300), first: 'ecwid', second: 'jortt' }, ['name']],
    ['no systems', { name: 'Mugs', first: '', second: '' }, ['first-ccv', 'second-ccv']],
    ['a system that there is not', { name: 'Mugs', first: 'ecwid', second: 'none' }, ['second-ccv']],
  ])('says at the field what is wrong with %s, and keeps what was typed', async (_what, typed, controls) => {
    const browser = await loggedIn();
    const before = (await koppel('GET', '/api/integrations')).text;
    const { status, html } = await browser.post('/new', typed);
    expect(status).toBe(400);
    expect(html).toMatch(/<title>Error: /);
    for (const control of controls) expect(html).toContain(`href="#${control}"`);
    expect(html).toContain(`value="${typed.name}"`);
    expect(await chosenIn(html)).toEqual(
      ['first', 'second'].flatMap((row) =>
        connectors.some(({ id }) => id === typed[row]) ? [`${row} ${typed[row]}`] : [],
      ),
    );
    expect(await faultsOf(html)).toEqual([]);
    expect((await koppel('GET', '/api/integrations')).text).toBe(before);
  });

  it('shows a name as text, whatever it holds', async () => {
    const browser = await loggedIn();
    const name = `<b>${nameOf()}`;
    const { id } = await drafted(browser, 'ccv', 'jortt', name);
    const { html } = await browser.get(`/integrations/${id}/setup/connections/ccv`);
    expect(html).not.toContain('<b>Setup');
    expect((await new Subject(id).view()).name).toBe(name);
  });

  it('is for those alone who manage the deployment', async () => {
    expect((await new Browser().get('/new')).status).toBe(401);
    const reader = new Browser();
    await reader.logIn(await tokenOf('read-only', null));
    for (const path of ['/new', '/new/document']) expect((await reader.get(path)).status, path).toBe(403);
    const sent = await reader.post('/new', { name: nameOf(), first: 'ecwid', second: 'jortt' });
    expect(sent.status).toBe(403);
    expect((await reader.get('/')).html).not.toContain('href="/new"');
  });
});
