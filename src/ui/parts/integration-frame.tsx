import type { Child } from 'hono/jsx';
import type { IntegrationState } from '../../engine/configuration/configuration.ts';
import { useWords } from '../reader.ts';
import { NavLink } from '../web-page.tsx';
import { Badge, HealthBadge } from './badge.tsx';

interface FrameParts {
  readonly id: string;
  readonly name: string;
  readonly state: IntegrationState;
  readonly problems: readonly unknown[];
  readonly flows: readonly { readonly flow: string }[];
  /** The page's own path; tells which tab is open. */
  readonly path: string;
  readonly buttons?: Child;
  readonly children?: Child;
}

/** Head and tabs that every page of an integration has. */
export function IntegrationFrame(parts: FrameParts) {
  const { id, name, state, problems, flows, path, buttons, children } = parts;
  const words = useWords().frame;
  const base = `/integrations/${id}`;
  const hasCatalogue = flows.some(({ flow }) => flow === 'stock' || flow === 'products');
  return (
    <>
      <nav aria-label={words.breadcrumb} class="crumbs">
        <a href="/">{words.integrations}</a> <span aria-hidden="true">/</span> <code>{id}</code>
      </nav>
      <div class="head">
        <div>
          <h1>{name}</h1>
          <p class="badges">
            <Badge state={state} />
            <HealthBadge isWell={problems.length === 0} />
          </p>
        </div>
        {buttons !== undefined && <div class="buttons">{buttons}</div>}
      </div>
      <nav aria-label={words.integration} class="tabs">
        <NavLink href={base} path={path} text={words.overview} />
        {hasCatalogue && <NavLink href={`${base}/stock`} path={path} text={words.catalogue} />}
        <NavLink href={`${base}/preview`} path={path} text={words.preview} />
        <NavLink href={`${base}/settings`} path={path} text={words.configuration} />
        <NavLink href={`${base}/people`} path={path} text={words.erase} />
      </nav>
      {children}
    </>
  );
}
