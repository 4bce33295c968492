import type { Child } from 'hono/jsx';
import type { IntegrationState } from '../../engine/configuration/configuration.ts';
import type { Pair } from '../../engine/configuration/offered-flows.ts';
import { integrationPlaces, Menu, type Owner, placeOf } from '../navigation.tsx';
import { useWords } from '../reader.ts';
import { LinkBadges } from './badge.tsx';
import { Crumbs } from './crumbs.tsx';
import { LinkOfPage } from './flow-name.tsx';

interface FrameParts extends Owner, Pair {
  readonly id: string;
  readonly name: string;
  readonly state: IntegrationState;
  readonly problems: readonly unknown[];
  /** The page's own path, or the one by which it stands in the menu; tells which tab is open. */
  readonly path: string;
  /** What the page is called where it stands in no menu, such as one order. */
  readonly here?: string;
  readonly buttons?: Child;
  readonly children?: Child;
}

/** Where a page of an integration stands, its head, and the menu of all of them. */
export function IntegrationFrame(parts: FrameParts) {
  const { id, name, state, problems, flows, connections, path, here, buttons, children } = parts;
  const words = useWords().frame;
  const base = `/integrations/${id}`;
  const places = integrationPlaces.filter(({ isFor }) => isFor?.({ flows }) ?? true);
  const place = placeOf(path, base, places);
  const links = { href: '/', text: words.integrations };
  const own = here ?? (path === base || place === null ? null : words[place.word]);
  return (
    <>
      <Crumbs trail={own === null ? [links] : [links, { href: base, text: name }]} here={own ?? name} />
      <div class="head">
        <div>
          <h1>{name}</h1>
          <LinkBadges state={state} isWell={problems.length === 0} />
        </div>
        {buttons !== undefined && <div class="buttons">{buttons}</div>}
      </div>
      <Menu label={words.integration} look="tabs" places={places} base={base} path={path} />
      <LinkOfPage.Provider value={{ connections }}>{children}</LinkOfPage.Provider>
    </>
  );
}
