import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../env.ts';
import { api } from './api/index.ts';
import { hooks } from './hooks.ts';
import { onError, onNotFound } from './problem-response.ts';
import { ready } from './readiness.ts';
import { status } from './status.ts';

/** Everything that Koppel answers. */
export const app = new Hono<{ Bindings: Env }>();

app.use(secureHeaders());
app.route('/', status);
app.use('/hooks/*', ready);
app.route('/hooks', hooks);
app.use('/api/*', ready);
app.route('/api', api);
app.onError(onError);
app.notFound(onNotFound);
