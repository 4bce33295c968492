import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../env.ts';
import { endSession, hasSession, isAdminToken, startSession } from '../routes/admin.ts';
import { networkOf } from '../routes/network.ts';
import { readForm } from './form.ts';
import { Notice, Saying } from './parts/notice.tsx';
import { type PageContext, webPage } from './web-page.tsx';

/** Only pages of this site: another address, or `//host`, would send people away after they log in. */
const ownPage = /^\/(?:new|integrations\/[a-z0-9-]{1,40}(?:\/[a-z0-9/-]*)?)?$/;

/** Without a session every page is the form to log in, which then leads back. */
export const requireSession = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  if (await hasSession(context)) return next();
  const isRead = context.req.method === 'GET';
  return loginPage(context, {
    status: 401,
    next: new URL(context.req.url).pathname,
    ...(isRead ? {} : { error: 'Nothing was done: your session has ended. Log in, go back, and try again.' }),
  });
});

export const session = new Hono<{ Bindings: Env }>();

session.post('/login', async (context) => {
  const address = context.req.header('cf-connecting-ip') ?? 'unknown';
  const { success } = await context.env.LOGINS.limit({ key: networkOf(address) });
  const { token, next } = await readForm(context, 'token', 'next');
  if (!success) {
    context.header('retry-after', '60');
    return loginPage(context, {
      status: 429,
      next,
      error: 'There were too many tries from your address. Wait a minute, then try again.',
    });
  }
  if (!(await isAdminToken(context.env, token.trim()))) {
    return loginPage(context, { status: 401, next, error: 'This is not the admin token.' });
  }
  await startSession(context);
  return context.redirect(ownPage.test(next) ? next : '/', 303);
});

session.post('/logout', (context) => {
  endSession(context);
  return context.redirect('/?said=logged-out', 303);
});

interface LoginParts {
  readonly status?: number;
  readonly error?: string;
  /** Where to go after. */
  readonly next?: string;
}

export function loginPage(context: PageContext, { status = 200, error, next = '' }: LoginParts) {
  const onward = ownPage.test(next) ? next : '/';
  return webPage(context, {
    title: 'Log in',
    status,
    body: (
      <section class="login card">
        <h1>Log in</h1>
        <p class="quiet">Koppel keeps your shop and your books in step.</p>
        <Saying code={context.req.query('said')} />
        {error !== undefined && <Notice tone="bad">{error}</Notice>}
        <form method="post" action="/login" class="stack">
          <input type="hidden" name="next" value={onward} />
          <div class="control">
            <label for="token">Admin token</label>
            <input
              id="token"
              name="token"
              type="password"
              autocomplete="current-password"
              required
              autofocus
              {...(error === undefined ? {} : { 'aria-invalid': 'true' })}
            />
            <p class="hint">
              The <code>ADMIN_TOKEN</code> that was set when Koppel was deployed.
            </p>
          </div>
          <button type="submit" class="button primary wide">
            Log in
          </button>
        </form>
        {/* A link from a mail brings no cookie along; one on this page does. */}
        {onward !== '/' && (
          <p class="quiet">
            Logged in already? <a href={onward}>Open the page</a>
          </p>
        )}
      </section>
    ),
  });
}
