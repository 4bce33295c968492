import { Hono } from 'hono';
import type { Env } from '../../env.ts';
import { showField, takeField } from './field-page.tsx';
import { overviewPage } from './overview.tsx';

/** The mapping of a flow: every field of its target, and a form for each. */
export const mappingPages = new Hono<{ Bindings: Env }>();

const address = '/integrations/:integration/settings/:flow{[a-z]+:[a-z0-9-]+:[a-z0-9-]+}/mapping';

mappingPages.get(address, overviewPage);
mappingPages.get(`${address}/:field`, showField);
mappingPages.post(`${address}/:field`, takeField);
