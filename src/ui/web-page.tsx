import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Env } from '../env.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { sessionCaller } from '../routes/session.ts';
import type { Language } from '../texts/languages.ts';
import { deploymentPlaces, Menu } from './navigation.tsx';
import { LanguageLinks } from './parts/language-links.tsx';
import { timeZoneOf } from './parts/timestamp.tsx';
import { ReaderTexts, ReaderZone, useWords } from './reader.ts';
import { Reader } from './rights.tsx';
import { type StylesheetName, stylesheetPath } from './stylesheet.ts';

export type PageContext = Context<{ Bindings: Env }>;

interface PageParts {
  readonly title: string;
  /** Of the title, where that is not the reader's. */
  readonly titleLanguage?: Language;
  readonly body: Child;
  readonly status?: number;
  /** Where the page can be read again; where it was asked for by default. */
  readonly address?: string;
  /** All that pages look like, by default; the status page has a small part of it. */
  readonly stylesheet?: StylesheetName;
}

/** Two links of a chain. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%230f5f5c'/%3E%3Cg fill='none' stroke='%23fff' stroke-width='2.6'%3E%3Ccircle cx='12.5' cy='16' r='6'/%3E%3Ccircle cx='19.5' cy='16' r='6'/%3E%3C/g%3E%3C/svg%3E";

/** Answers with a whole page. What a session sees is not kept by any cache. */
export async function webPage(context: PageContext, parts: PageParts): Promise<Response> {
  const { title, body, status = 200 } = parts;
  const { pathname: path, search } = new URL(context.req.url);
  const address = parts.address ?? (context.req.method === 'GET' ? `${path}${search}` : path);
  // A page that says what is wrong must come, also where nobody can tell who reads it.
  const reader = await sessionCaller(context).catch(() => null);
  const texts = textsFor(context);
  const words = texts.pages.frame;
  const zone = timeZoneOf(context);
  context.header('cache-control', 'no-store');
  return context.html(
    html`<!doctype html>${(
      <html lang={languageOf(context)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex" />
          <title lang={parts.titleLanguage}>{`${title} · Koppel`}</title>
          <link rel="icon" href={icon} />
          <link rel="stylesheet" href={stylesheetPath(parts.stylesheet ?? 'koppel')} />
        </head>
        <body>
          <a class="skip-link" href="#content">
            {words.skip}
          </a>
          <ReaderTexts.Provider value={texts}>
            <Reader.Provider value={reader}>
              <TopBar session={reader !== null} path={path} />
              <main id="content" tabindex={-1}>
                <ReaderZone.Provider value={zone}>{body}</ReaderZone.Provider>
              </main>
            </Reader.Provider>
            <footer class="foot">
              <p>{words.deployed}</p>
              <p>{words.times(zone.replaceAll('_', ' '))}</p>
              <LanguageLinks address={address} current={languageOf(context)} />
            </footer>
          </ReaderTexts.Provider>
        </body>
      </html>
    )}`,
    status as ContentfulStatusCode,
  );
}

function TopBar({ session, path }: { session: boolean; path: string }) {
  const words = useWords().frame;
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="/">
          <Logo />
          Koppel
        </a>
        <Menu
          label={words.main}
          look="top-nav"
          places={deploymentPlaces.filter(({ needsSession }) => session || !needsSession)}
          path={path}
        />
        {session && (
          <form method="post" action="/logout">
            <button type="submit" class="link-button">
              {words.logOut}
            </button>
          </form>
        )}
      </div>
    </header>
  );
}

function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" />
      <circle cx="12.5" cy="16" r="6" />
      <circle cx="19.5" cy="16" r="6" />
    </svg>
  );
}
