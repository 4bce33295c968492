import { Hono } from 'hono';
import type { Env } from '../../env.ts';
import { connect } from './connect.tsx';
import { forDraft } from './draft.ts';
import { flows } from './flows.tsx';
import { goOnAddress } from './progress.ts';
import { systems } from './systems.tsx';

/** The wizard that sets a link up, seven short pages. */
export const setup = new Hono<{ Bindings: Env }>();

/** Whoever comes back goes on where the draft stands. */
setup.get('/integrations/:integration/setup', (context) =>
  forDraft(context, async (view) => context.redirect(goOnAddress(view), 303)),
);

setup.route('/', systems);
setup.route('/', connect);
setup.route('/', flows);
