import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../env.ts';
import { admit, callerBy } from '../routes/callers.ts';
import { textsFor } from '../routes/language.ts';
import { networkOf } from '../routes/network.ts';
import { endSession, sessionCaller, startSession } from '../routes/session.ts';
import { pageAbove } from './addresses.ts';
import { readForm } from './form.ts';
import { Notice, Saying } from './parts/notice.tsx';
import { returnAddress } from './return-address.ts';
import { type PageContext, webPage } from './web-page.tsx';

/** Without a session every page is the form to log in, which then leads back. With one, it is for whoever may see it. */
export const requireSession = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  const caller = await sessionCaller(context);
  if (caller !== null) {
    admit(context, caller);
    return next();
  }
  const { pathname: path, search } = new URL(context.req.url);
  const isRead = context.req.method === 'GET';
  return loginPage(context, {
    status: 401,
    next: isRead ? `${path}${search}` : pageAbove(path),
    ...(isRead ? {} : { error: textsFor(context).pages.session.ended }),
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
      error: textsFor(context).pages.session.tooMany,
    });
  }
  const caller = await callerBy(context.env, token.trim());
  if (caller === null) {
    return loginPage(context, { status: 401, next, error: textsFor(context).pages.session.wrong });
  }
  await startSession(context, caller);
  return context.redirect(returnAddress(next), 303);
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
  const onward = returnAddress(next);
  const words = textsFor(context).pages.session;
  return webPage(context, {
    title: words.title,
    status,
    ...(context.req.method === 'GET' ? {} : { address: onward }),
    body: (
      <section class="login card">
        <h1>{words.title}</h1>
        <p class="quiet">{words.what}</p>
        <Saying code={context.req.query('said')} />
        {error !== undefined && <Notice tone="bad">{error}</Notice>}
        <form method="post" action="/login" class="stack">
          <input type="hidden" name="next" value={onward} />
          <div class="control">
            <label for="token">{words.token}</label>
            <input
              id="token"
              name="token"
              type="password"
              autocomplete="current-password"
              required
              autofocus
              {...(error === undefined ? {} : { 'aria-invalid': 'true' })}
            />
            <p class="hint">{words.tokenHint(<code>ADMIN_TOKEN</code>)}</p>
          </div>
          <button type="submit" class="button primary wide">
            {words.logIn}
          </button>
        </form>
        {/* A link from a mail brings no cookie along; one on this page does. */}
        {onward !== '/' && <p class="quiet">{words.already(<a href={onward}>{words.open}</a>)}</p>}
      </section>
    ),
  });
}
