import { defaultView, type StoreView, viewOf } from './stores.ts';

export interface Scoped {
  /** Whether the call is done at once, or taken in to be done later, alone or as one of a list (sheet 13). */
  readonly mode: 'now' | 'later' | 'list later';
  /** From `/V1` on. */
  readonly path: string;
  readonly store: StoreView;
  /** What the path names. Products and categories are written for all views only where it names `all`. */
  readonly names: 'all' | 'view' | 'nothing';
}

/**
 * `/rest/V1/…`, `/rest/all/V1/…` or `/rest/{store view}/V1/…` (sheet 1.1). An unknown code stays in the path, which then
 * matches no route. Returns null when it is not a REST path.
 */
export function scopeOf(pathname: string): Scoped | null {
  const path = /^(?:\/index\.php)?\/rest(\/.*)$/.exec(pathname)?.[1];
  if (path === undefined) return null;
  const [, code = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(path) ?? [];
  if (code === 'all') return { ...modeOf(rest), store: defaultView, names: 'all' };
  const store = viewOf(code);
  return store === undefined
    ? { ...modeOf(path), store: defaultView, names: 'nothing' }
    : { ...modeOf(rest), store, names: 'view' };
}

function modeOf(path: string): Pick<Scoped, 'mode' | 'path'> {
  const [, bulk, later] = /^\/async(\/bulk)?(\/V1\/.*)$/.exec(path) ?? [];
  if (later === undefined) return { mode: 'now', path };
  return { mode: bulk === undefined ? 'later' : 'list later', path: later };
}
