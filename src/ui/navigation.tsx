import type { Texts } from '../texts/en.ts';
import { useWords } from './reader.ts';
import { useMay } from './rights.tsx';

type FrameWords = Texts['pages']['frame'];
type Word = { [Name in keyof FrameWords]: FrameWords[Name] extends string ? Name : never }[keyof FrameWords];

interface Place {
  /** Where it is: of an integration's pages, below the integration's own. */
  readonly path: string;
  /** Pages elsewhere that belong to it. */
  readonly also?: string;
  /** Its name among the words of the frame. */
  readonly word: Word;
}

/** The menu of the deployment. */
export const deploymentPlaces: readonly (Place & { readonly needsSession: boolean })[] = [
  { path: '/', word: 'integrations', needsSession: true },
  { path: '/help', also: '/api/docs', word: 'help', needsSession: false },
  { path: '/alerts', word: 'alerts', needsSession: true },
  { path: '/access', also: '/audit', word: 'access', needsSession: true },
  { path: '/status', word: 'status', needsSession: false },
];

/** Whose pages they are. */
export interface Owner {
  readonly flows: readonly { readonly flow: string }[];
}

/** The menu of an integration. Where `isFor` is given, only those have the page. */
export const integrationPlaces: readonly (Place & { readonly isFor?: (owner: Owner) => boolean })[] = [
  { path: '', word: 'overview' },
  { path: '/orders', word: 'orders', isFor: hasOrders },
  { path: '/problems', word: 'problems' },
  { path: '/insights', word: 'insights', isFor: hasOrders },
  { path: '/stock', word: 'catalogue', isFor: hasCatalogue },
  { path: '/preview', word: 'preview' },
  { path: '/settings', word: 'configuration' },
  { path: '/connections', word: 'connections' },
  { path: '/audit', word: 'changes' },
  { path: '/privacy', word: 'privacy' },
];

export function hasOrders({ flows }: Owner): boolean {
  return flows.some(({ flow }) => flow === 'orders');
}

function hasCatalogue({ flows }: Owner): boolean {
  return flows.some(({ flow }) => flow === 'stock' || flow === 'products');
}

/** Where the pages of one record stand in the menu: below the list of its flow; of a flow without one, below the overview. */
export function placeOfRecord(integration: string, { flow }: Owner['flows'][number]): string {
  const flows = [{ flow }];
  const list = hasOrders({ flows }) ? '/orders' : hasCatalogue({ flows }) ? '/stock' : '';
  return `/integrations/${integration}${list}/one`;
}

interface MenuParts {
  /** What the menu is of, for whoever does not see it. */
  readonly label: string;
  readonly look: 'top-nav' | 'tabs';
  readonly places: readonly Place[];
  /** What their paths begin with. */
  readonly base?: string;
  /** The path of the page that is shown. */
  readonly path: string;
}

export function Menu({ label, look, places, base = '', path }: MenuParts) {
  const here = placeOf(path, base, places);
  return (
    <nav aria-label={label} class={look}>
      <ul>
        {places.map((place) => (
          <MenuItem {...{ place, base, path, here }} />
        ))}
      </ul>
    </nav>
  );
}

interface MenuItemParts {
  readonly place: Place;
  readonly base: string;
  readonly path: string;
  readonly here: Place | null;
}

/** It is not there for whoever may not go where it leads. */
function MenuItem({ place, base, path, here }: MenuItemParts) {
  const words = useWords().frame;
  const href = `${base}${place.path}`;
  if (!useMay('GET', href)) return null;
  return (
    <li>
      <a href={href} {...currency(place, here, href === path)}>
        {words[place.word]}
      </a>
    </li>
  );
}

/** The place that a page belongs to: its own, the nearest above it, or the first. Null where it belongs to none of them. */
export function placeOf<Of extends Place>(path: string, base: string, places: readonly Of[]): Of | null {
  const above = places
    .filter((place) => place.path !== '' && place.path !== '/')
    .find(({ path: own, also = own }) =>
      [own, also].some((each) => `${path}/`.startsWith(`${base}${each}/`)),
    );
  if (above !== undefined) return above;
  const first = places.find((place) => place.path === '' || place.path === '/');
  const isBelow = base === '' ? /^\/(?:$|new(?:$|\/)|integrations\/)/.test(path) : true;
  return isBelow ? (first ?? null) : null;
}

/** `page` is the very page; `true` a page below it. */
function currency(place: Place, here: Place | null, isItself: boolean) {
  if (place !== here) return {};
  return { 'aria-current': isItself ? ('page' as const) : ('true' as const) };
}
