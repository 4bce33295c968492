/** Markdown of docs/ as HTML. It is our own, and yet nothing in it becomes markup that the renderer did not make. */
import { Marked, type RendererObject, type Tokens } from 'marked';
import { linkedFrom } from './addresses.ts';
import { documents } from './documents.ts';

interface Heading {
  readonly id: string;
  readonly text: string;
}

export interface Manual {
  readonly title: string;
  /** Everything but the title. */
  readonly html: string;
  /** Headings of the second level. */
  readonly sections: readonly Heading[];
}

/** Pages never change while a Worker lives, and most are never asked for. */
const rendered = new Map<string, Manual>();

/** A page by its path in docs/. Throws where there is none. */
export function manual(name: string): Manual {
  const known = rendered.get(name);
  if (known !== undefined) return known;
  const text = documents[name];
  if (text === undefined) throw new Error(`There is no page ${name} in docs/.`);
  const made = render(text, name);
  rendered.set(name, made);
  return made;
}

/** The first heading, which every page of docs/ begins with. */
export function titleOf(name: string): string {
  return /^# (.+)$/m.exec(documents[name] ?? '')?.[1] ?? name;
}

/** One section of a page, without its heading; nothing where there is no such section. */
export function sectionOf(name: string, id: string): string {
  const { html } = manual(name);
  const heading = `<h2 id="${id}">`;
  const from = html.indexOf(heading);
  if (from < 0) return '';
  const [own = ''] = html.slice(from + heading.length).split('<h2 ', 1);
  return own.slice(own.indexOf('</h2>') + '</h2>'.length);
}

/** `document`: the path in docs/ of the page that it stands in; links are read from there. */
export function render(text: string, document: string): Manual {
  const sections: Heading[] = [];
  const slugs = new Map<string, number>();
  let title = '';
  let under = '';
  const renderer: RendererObject = {
    heading({ tokens, depth }: Tokens.Heading) {
      const words = unescaped(this.parser.parseInline(tokens, this.parser.textRenderer));
      if (depth === 1) {
        title = words;
        return '';
      }
      const id = unique(slugOf(words), slugs);
      under = words;
      if (depth === 2) sections.push({ id, text: words });
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    table({ header, rows }: Tokens.Table) {
      const inline = ({ tokens }: Tokens.TableCell) => this.parser.parseInline(tokens);
      const head = header.map((each) =>
        each.text === '' ? '<td></td>' : `<th scope="col">${inline(each)}</th>`,
      );
      // What a row is about can be linked to: a code of a problem, a setting.
      const named = (cell: string) =>
        cell.replace(
          /<code>([\w.]+)<\/code>/g,
          (_, name: string) => `<code id="${unique(name, slugs)}">${name}</code>`,
        );
      const body = rows
        .map(([first, ...others]) =>
          [first === undefined ? '' : named(inline(first)), ...others.map(inline)]
            .map((cell) => `<td>${cell}</td>`)
            .join(''),
        )
        .map((row) => `<tr>${row}</tr>`)
        .join('');
      const hasHead = header.some((each) => each.text !== '');
      // It scrolls by itself where it is too wide, also for whoever has no mouse.
      return `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(under === '' ? title : under)}"><table class="plain">${hasHead ? `<thead><tr>${head.join('')}</tr></thead>` : ''}<tbody>${body}</tbody></table></div>\n`;
    },
    code({ text: code }: Tokens.Code) {
      return `<pre class="scroll" tabindex="0"><code>${escaped(code)}</code></pre>\n`;
    },
    link({ href, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens);
      const address = linkedFrom(document, href, (name) => Object.hasOwn(documents, name));
      if (address === null) return words;
      const isElsewhere = /^https?:/.test(address);
      return `<a href="${escaped(address)}"${isElsewhere ? ' rel="noreferrer"' : ''}>${words}</a>`;
    },
    image: ({ text: words }: Tokens.Image) => escaped(words),
    // Marks of what is written by `npm run docs`; anything else is shown as it is typed.
    html: ({ text: markup }: Tokens.HTML | Tokens.Tag) => (/^<!--/.test(markup) ? '' : escaped(markup)),
  };
  const html = new Marked({ gfm: true, async: false, renderer }).parse(text) as string;
  return { title, html, sections };
}

/** The id that GitHub gives a heading: links to it work on both. */
function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function unique(slug: string, slugs: Map<string, number>): string {
  const before = slugs.get(slug) ?? 0;
  slugs.set(slug, before + 1);
  return before === 0 ? slug : `${slug}-${before}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
