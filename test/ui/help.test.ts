import { describe, expect, test } from 'vitest';
import { en } from '../../src/texts/en.ts';
import { linkedFrom } from '../../src/ui/help/addresses.ts';
import { manual, render } from '../../src/ui/help/render.ts';
import { Browser, loggedIn, readable } from './browser.ts';
import { elementsOf } from './page-outline.ts';

describe('the manuals', () => {
  test.each([
    ['/help/jortt', 'Jortt'],
    ['/help/recipes/jortt-ecwid', 'Ecwid and Jortt'],
    ['/help/settings', 'Settings'],
    ['/help/problems', 'Problems and what to do'],
    ['/help/decisions/0005-rounding-to-the-cent', '5. Rounding lines'],
  ])('%s is there for everybody', async (path, title) => {
    const { status, html } = await new Browser().get(path);
    expect(status).toBe(200);
    const [heading] = (await elementsOf(html)).filter(({ tag }) => tag === 'h1');
    expect(heading?.text).toContain(title);
    expect(html.includes('class="contents"')).toBe(!path.includes('decisions'));
  });

  test('are found from the first page of help: every system and every pair', async () => {
    const { html } = await new Browser().get('/help');
    for (const path of ['ccv', 'ecwid', 'jortt', 'magento', 'mijnwebwinkel', 'salesforce', 'shopify'])
      expect(html).toContain(`href="/help/${path}"`);
    expect(html.match(/href="\/help\/recipes\//g)).toHaveLength(5);
    expect(html).toContain('href="/api/docs"');
  });

  test('are in English, and say so to whoever reads another language', async () => {
    const { html } = await new Browser().get('/help/jortt', { 'accept-language': 'de' });
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<article class="manual" lang="en">');
    expect(readable(html)).toContain('Die Anleitungen sind auf Englisch.');
    const english = await new Browser().get('/help/jortt', { 'accept-language': 'en' });
    expect(readable(english.html)).not.toContain('The manuals are in English.');
  });

  test('say something of every code of a problem, at a place of its own', () => {
    const { html } = manual('problems');
    const codes = Object.keys(en.problems);
    expect(codes.length).toBeGreaterThan(100);
    expect(codes.filter((code) => !html.includes(`<code id="${code}">`))).toEqual([]);
  });

  test('there is none of what docs/ does not have', async () => {
    for (const path of [
      '/help/none',
      '/help/recipes',
      '/help/constructor',
      '/help/../README',
      '/help/jortt.md',
    ])
      expect((await new Browser().get(path)).status, path).toBe(404);
  });

  test('stand in the menu, which has no more for guests than they may see', async () => {
    const guest = (await new Browser().get('/help/jortt')).html;
    expect(guest).toContain('<a href="/help" aria-current="true">Help</a>');
    expect(guest).not.toContain('>Links</a>');
    const owner = await (await loggedIn()).get('/help');
    expect(owner.html).toContain('<a href="/help" aria-current="page">Help</a>');
    expect(owner.html).toContain('>Links</a>');
  });
});

describe('Markdown becomes HTML', () => {
  const html = (text: string) => render(text, 'connectors/jortt').html;

  test('with ids as GitHub makes them, each once', () => {
    const made = render("# A\n\n## The `API`'s own answers\n\n## Limits\n\n### Limits\n", 'x');
    expect(made.title).toBe('A');
    expect(made.sections).toEqual([
      { id: 'the-apis-own-answers', text: "The API's own answers" },
      { id: 'limits', text: 'Limits' },
    ]);
    expect(made.html).toContain('<h3 id="limits-1">');
  });

  test('in which tables scroll by themselves, and an empty head is none', () => {
    const table = html('| a | |\n|---|---|\n| 1 | <b> |\n');
    expect(table).toContain('<div class="scroll" tabindex="0"');
    expect(table).toContain('<th scope="col">a</th><td></td>');
    expect(html('| | |\n|---|---|\n| 1 | 2 |\n')).not.toContain('<thead>');
  });

  test('and nothing else: no markup, script or picture of the text becomes one of the page', () => {
    const made = html(
      '<script>alert(1)</script>\n\n<!-- settings -->\n\n[x](javascript:alert(1)) ![p](https://e.example/p.png) `<i>` <u>u</u>\n',
    );
    expect(made).not.toMatch(/<(?:script|img|u|i)\b|href="javascript|settings/);
    expect(made).toContain('&lt;script&gt;');
  });

  test('whose links lead to the pages of help, to places on them, and out; others are words', () => {
    const known = (name: string) => ['settings', 'recipes/jortt-ecwid', 'connectors/ccv'].includes(name);
    const from = (href: string) => linkedFrom('connectors/jortt', href, known);
    expect(from('../recipes/jortt-ecwid.md')).toBe('/help/recipes/jortt-ecwid');
    expect(from('../settings.md#vat')).toBe('/help/settings#vat');
    expect(from('ccv.md')).toBe('/help/ccv');
    expect(from('https://developer.jortt.nl/')).toBe('https://developer.jortt.nl/');
    expect(from('#limits')).toBe('#limits');
    for (const href of ['../../README.md', '../none.md', '../../src/index.ts', 'javascript:alert(1)'])
      expect(from(href), href).toBeNull();
  });
});
