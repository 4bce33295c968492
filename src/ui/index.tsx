import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { Env } from '../env.ts';
import { tellSetUp } from '../records/set-up-fault.ts';
import { pageLanguage, textsFor } from '../routes/language.ts';
import { logFault, missingConfiguration } from '../routes/readiness.ts';
import { access } from './access.tsx';
import { accountZone } from './account-zone.ts';
import { activated } from './activation/activated.tsx';
import { activationPages } from './activation/index.tsx';
import { knownIdentifier } from './addresses.ts';
import { alerts } from './alerts.tsx';
import { audit } from './audit.tsx';
import { configuration } from './configuration/index.tsx';
import { connectionPages } from './connections/index.tsx';
import { deskPages } from './desk/index.tsx';
import { errorPage, onPageError } from './error-page.tsx';
import { help } from './help/index.tsx';
import { insightPages } from './insights/index.tsx';
import { actions } from './integration/actions.ts';
import { integrationPage } from './integration/index.tsx';
import { orderPages } from './orders/index.tsx';
import { overview } from './overview.tsx';
import { ownSiteOnly } from './own-site.ts';
import { preview } from './preview.tsx';
import { privacyPages } from './privacy/index.tsx';
import { requireSession, session } from './session.tsx';
import { settings } from './settings/index.tsx';
import { setup } from './setup/index.tsx';
import { lastSteps } from './setup/last-steps.ts';
import { statusPage } from './status-page.tsx';
import { stockPage } from './stock/index.tsx';
import { stylesheet } from './stylesheet.ts';
import { taskPage } from './task.tsx';
import { tokens } from './tokens.tsx';
import { transfer } from './transfer.tsx';

const maxBytes = 1024 * 1024;

/** Pages for those who have logged in; who may see which is told in src/routes/needs.ts. */
const closed = ['/new/*', '/access/*', '/alerts/*', '/audit', '/audit.csv', '/integrations/*'];

/** Like `ready` of the API, but answers with a page. */
const readyPage = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  const missing = await missingConfiguration(context.env);
  if (missing === null) return next();
  logFault(missing);
  const texts = textsFor(context);
  const title = texts.pages.errors.notSetUp;
  return errorPage(context, { status: 503, title, detail: tellSetUp(missing, texts) });
});

const tooLarge = () => {
  throw new HTTPException(413);
};

/**
 * The pages: rendered here, without a script. Guards stand on the paths of pages only, because this app shares its root
 * with the API and the webhooks.
 */
export const pages = new Hono<{ Bindings: Env }>();

pages.route('/', stylesheet);
for (const path of ['/status', '/help/*']) pages.use(path, pageLanguage);
pages.route('/', statusPage);
pages.route('/', help);
for (const path of ['/', '/login', '/logout', '/oauth/*', ...closed]) {
  pages.use(path, pageLanguage, readyPage, ownSiteOnly, bodyLimit({ maxSize: maxBytes, onError: tooLarge }));
}
for (const path of closed) pages.use(path, requireSession);
pages.use('/integrations/:integration/*', knownIdentifier, accountZone);
pages.route('/', overview);
pages.route('/', session);
pages.route('/', configuration);
pages.route('/', setup);
pages.route('/', settings);
pages.route('/', connectionPages);
pages.route('/', lastSteps);
pages.route('/', access);
pages.route('/', activationPages);
pages.route('/', activated);
pages.route('/', actions);
pages.route('/', integrationPage);
pages.route('/', stockPage);
pages.route('/', orderPages);
pages.route('/', insightPages);
pages.route('/', deskPages);
pages.route('/', transfer);
pages.route('/', taskPage);
pages.route('/', preview);
pages.route('/', privacyPages);
pages.route('/', tokens);
pages.route('/', audit);
pages.route('/', alerts);
pages.onError(onPageError);
