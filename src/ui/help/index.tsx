import { Hono } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { connectors } from '../../connectors/registry.ts';
import type { Env } from '../../env.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { onNothingFound } from '../error-page.tsx';
import { Crumbs } from '../parts/crumbs.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { documentAt, helpAddress } from './addresses.ts';
import { documents } from './documents.ts';
import { Picture } from './picture.tsx';
import { manual, titleOf } from './render.ts';

/** The manuals of docs/, for people without a session too. They are in English; what stands round them is in the reader's language. */
export const help = new Hono<{ Bindings: Env }>();

help.get('/help', (context) => {
  const words = textsFor(context).pages.help;
  return webPage(context, {
    title: words.title,
    body: (
      <>
        <div class="head">
          <h1>{words.title}</h1>
        </div>
        <p>{words.what}</p>
        <InEnglish context={context} />
        <Index />
      </>
    ),
  });
});

help.get('/help/:rest{.+}', (context) => {
  const name = documentAt(context.req.param('rest'), documents);
  if (name === undefined) return onNothingFound(context);
  const { title, html, sections } = manual(name);
  const words = textsFor(context).pages.help;
  return webPage(context, {
    title,
    titleLanguage: 'en',
    body: (
      <>
        <Crumbs trail={[{ href: '/help', text: words.title }]} here={<span lang="en">{title}</span>} />
        <InEnglish context={context} />
        <article class="manual" lang="en">
          <h1>{title}</h1>
          <Picture name={name} />
          {sections.length > 2 && (
            <nav class="contents" aria-label={words.contents}>
              <ul>
                {sections.map(({ id, text }) => (
                  <li>
                    <a href={`#${id}`}>{text}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {raw(html)}
        </article>
      </>
    ),
  });
});

/** Says it to whoever reads another language. */
function InEnglish({ context }: { context: PageContext }) {
  const words = useWords().help;
  return languageOf(context) === 'en' ? null : <Notice tone="quiet">{words.inEnglish}</Notice>;
}

/** What a merchant looks for first; then what somebody does who deploys, calls the API, or reads the code. */
function Index() {
  const words = useWords().help;
  const pairs = namesIn('recipes');
  return (
    <div class="cards help-index">
      <Group id="systems" title={words.systems}>
        {connectors.map(({ id, name }) => (
          <Entry href={`/help/${id}`}>{name}</Entry>
        ))}
      </Group>
      <Group id="pairs" title={words.pairs}>
        {pairs.map((name) => (
          <Entry href={helpAddress(name)}>
            <span lang="en">{titleOf(name)}</span>
          </Entry>
        ))}
      </Group>
      <Group id="daily" title={words.daily}>
        {(['set-up', 'settings', 'problems', 'alerts'] as const).map((name) => (
          <Entry href={helpAddress(name)}>{words.documents[name]}</Entry>
        ))}
      </Group>
      <Group id="own" title={words.own}>
        {(['deployment', 'cost', 'security', 'storage'] as const).map((name) => (
          <Entry href={helpAddress(name)}>{words.documents[name]}</Entry>
        ))}
      </Group>
      <Group id="building" title={words.building}>
        <Entry href="/api/docs">{words.reference}</Entry>
        <Entry href={helpAddress('api')}>{words.documents.api}</Entry>
        {['sandbox', 'architecture', 'testing', 'performance'].map((name) => (
          <Entry href={helpAddress(name)}>
            <span lang="en">{titleOf(name)}</span>
          </Entry>
        ))}
        <li>
          <details>
            <summary>{words.decisions}</summary>
            <ul lang="en">
              {namesIn('decisions').map((name) => (
                <Entry href={helpAddress(name)}>{titleOf(name)}</Entry>
              ))}
            </ul>
          </details>
        </li>
      </Group>
    </div>
  );
}

function namesIn(folder: string): string[] {
  return Object.keys(documents).filter((name) => name.startsWith(`${folder}/`));
}

function Group({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Entry({ href, children }: { href: string; children?: Child }) {
  return (
    <li>
      <a href={href}>{children}</a>
    </li>
  );
}
