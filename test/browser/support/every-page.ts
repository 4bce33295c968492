import type { Visitor } from './visitor.ts';

/** So many pages of one kind are looked at, such as those of orders. */
const enough = 3;

/** Files, and the same pages once more. */
const left =
  /^(?!\/)|^\/(?:assets\/|status\.json)|^\/integrations\/.*\/access$|\.csv(?:\?|$)|\/settings\/export|[?&]lang=/;

/** A number, an id or a day in the path, and the values of a query, make no other kind; nor do manuals, whose words are English for all. */
function kindOf(path: string, isEnglish: boolean): string {
  const [place = '', query = ''] = path.split('?', 2);
  if (!isEnglish && /^\/(?:help|api\/docs)\//.test(place)) return 'manual';
  const parts = place.split('/').map((part) => (/\d/.test(part) ? '…' : part));
  return `${parts.join('/')}?${[...new URLSearchParams(query).keys()].sort().join('&')}`;
}

/** Opens every page that a link leads to, from these on, and calls `look` on each. */
export async function walkPages(
  visitor: Visitor,
  from: readonly string[],
  look: (path: string) => Promise<void>,
): Promise<number> {
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  const next = [...from];
  const isEnglish = visitor.language === 'en';
  for (let path = next.shift(); path !== undefined; path = next.shift()) {
    const kind = kindOf(path, isEnglish);
    const before = kinds.get(kind) ?? 0;
    if (seen.has(path) || before >= enough) continue;
    seen.add(path);
    kinds.set(kind, before + 1);
    await visitor.open(path);
    await look(path);
    const links = await visitor.page.evaluate<string[]>(
      `[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))`,
    );
    next.push(...links.map((href) => href.split('#', 1)[0] ?? '').filter((href) => !left.test(href)));
  }
  return seen.size;
}
