import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../env.ts';
import { apiDocs } from '../ui/api-docs/index.tsx';
import { onNothingFound } from '../ui/error-page.tsx';
import { pages } from '../ui/index.tsx';
import { activations } from './activations.ts';
import { api } from './api/index.ts';
import { hooks } from './hooks.ts';
import { overHttps } from './https.ts';
import { apiLanguage, pageLanguage } from './language.ts';
import { onError } from './problem-response.ts';
import { ready } from './readiness.ts';
import { status } from './status.ts';

/** Everything that Koppel answers. */
export const app = new Hono<{ Bindings: Env }>();

app.use(
  secureHeaders({
    // Pages have no script; what is not named here is not loaded.
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // With `no-referrer` browsers send forms of these pages with `Origin: null`, and CSRF could not be told by it.
    referrerPolicy: 'same-origin',
  }),
);
app.use(overHttps);
app.route('/', status);
app.use('/hooks/*', ready);
app.route('/hooks', hooks);
app.use('/activations/*', ready);
app.route('/', activations);
// A page, for everybody: in front of what asks for the token.
app.use('/api/docs/*', pageLanguage);
app.route('/', apiDocs);
app.use('/api/*', apiLanguage, ready);
app.route('/api', api);
app.route('/', pages);
app.onError(onError);
app.notFound(onNothingFound);
