import type { Child } from 'hono/jsx';
import type { IntegrationState } from '../../engine/configuration/configuration.ts';
import { NavLink } from '../web-page.tsx';
import { Badge } from './badge.tsx';

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
  const base = `/integrations/${id}`;
  const hasCatalogue = flows.some(({ flow }) => flow === 'stock' || flow === 'products');
  return (
    <>
      <nav aria-label="Breadcrumb" class="crumbs">
        <a href="/">Integrations</a> <span aria-hidden="true">/</span> <code>{id}</code>
      </nav>
      <div class="head">
        <div>
          <h1>{name}</h1>
          <p class="badges">
            <Badge word={state} />
            {problems.length > 0 ? <Badge word="problems" /> : <Badge word="in order" />}
          </p>
        </div>
        {buttons !== undefined && <div class="buttons">{buttons}</div>}
      </div>
      <nav aria-label="Integration" class="tabs">
        <NavLink href={base} path={path} text="Overview" />
        {hasCatalogue && <NavLink href={`${base}/stock`} path={path} text="Products and stock" />}
        <NavLink href={`${base}/preview`} path={path} text="Preview" />
        <NavLink href={`${base}/configuration`} path={path} text="Configuration" />
        <NavLink href={`${base}/people`} path={path} text="Erase" />
      </nav>
      {children}
    </>
  );
}
