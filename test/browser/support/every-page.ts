import type { Visitor } from './visitor.ts';

/** Files, and the same pages once more. */
const left =
  /^(?!\/)|^\/(?:assets\/|status\.json)|^\/integrations\/.*\/access$|\.csv(?:\?|$)|\/settings\/export|[?&]lang=/;

/**
 * A number, an id or a day in the path, an order, a field of a target, and the values of a query, make no other kind; nor do manuals, which
 * are looked at by themselves.
 */
function kindOf(path: string): string {
  const [place = '', query = ''] = path.split('?', 2);
  if (isManual(place)) return 'manual';
  const parts = place
    .replace(/(?<=\/orders\/[^/]+\/|\/mapping\/)[^/]+/, '…')
    .split('/')
    .map((part) => (/\d/.test(part) ? '…' : part));
  return `${parts.join('/')}?${[...new URLSearchParams(query).keys()].sort().join('&')}`;
}

/** Long, and in English for everybody. */
function isManual(path: string): boolean {
  return /^\/(?:help|api\/docs)\//.test(path);
}

/** Every manual that the page of manuals, or of the API, leads to. */
export async function manuals(visitor: Visitor): Promise<string[]> {
  const found = new Set<string>();
  for (const path of ['/help', '/api/docs']) {
    await visitor.open(path);
    for (const href of await links(visitor)) if (isManual(href) && !left.test(href)) found.add(href);
  }
  return [...found];
}

/** Opens every page that a link leads to, from these on, but not more than `enough` of one kind, such as orders; calls `look` on each. */
export async function walkPages(
  visitor: Visitor,
  from: readonly string[],
  enough: number,
  look: (path: string) => Promise<void>,
): Promise<number> {
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  const next = [...from];
  for (let path = next.shift(); path !== undefined; path = next.shift()) {
    const kind = kindOf(path);
    const before = kinds.get(kind) ?? 0;
    if (seen.has(path) || before >= enough) continue;
    seen.add(path);
    kinds.set(kind, before + 1);
    await visitor.open(path);
    await look(path);
    next.push(...(await links(visitor)).filter((href) => !left.test(href)));
  }
  return seen.size;
}

/** Where the page that is open leads to, without the places within. */
async function links({ page }: Visitor): Promise<string[]> {
  const all = await page.evaluate<string[]>(
    `[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))`,
  );
  return all.map((href) => href.split('#', 1)[0] ?? '');
}
