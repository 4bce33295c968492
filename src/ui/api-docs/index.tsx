import { Hono } from 'hono';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Env } from '../../env.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { onNothingFound } from '../error-page.tsx';
import { sectionOf } from '../help/render.ts';
import { Crumbs } from '../parts/crumbs.tsx';
import { Notice } from '../parts/notice.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { type Call, description, shapesOf } from './description.ts';
import { inCode, Kind, SchemaView } from './schema.tsx';

/** The API, read from its own description: for people, without a script, and without a session. */
export const apiDocs = new Hono<{ Bindings: Env }>();

apiDocs.get('/api/docs', (context) => {
  const { about, groups } = description();
  const errors = sectionOf('problems', 'the-apis-own-answers');
  return docsPage(
    context,
    null,
    <>
      <h1>API</h1>
      <p>
        Every call is below <code>/api</code> and takes a token, ADMIN_TOKEN or one made under Access:{' '}
        <code>Authorization: Bearer …</code>. Bodies and answers are JSON. The machine-readable description is
        at <code>GET /api/openapi.json</code>, with the same token. What people do day by day, and the call
        for each, stands in <a href="/help/api">the calls</a>.
      </p>
      <p>{inCode(about)}</p>
      <p>
        A list is <code>{'{"items": […], "cursor": "…" | null}'}</code>, newest first. Ask for the next page
        with the cursor of the last one: <code>?limit=50&amp;cursor=…</code>.
      </p>
      {[...groups].map(([tag, calls]) => (
        <>
          <h2 id={tag}>
            <a href={`/api/docs/${tag}`}>{titleOf(tag)}</a>
          </h2>
          <ul>
            {calls.map(({ method, path, id, summary }) => (
              <li>
                <a href={`/api/docs/${tag}#${id}`}>
                  <code>
                    {method} {path}
                  </code>
                </a>{' '}
                {inCode(summary)}
              </li>
            ))}
          </ul>
        </>
      ))}
      <h2 id="errors">Errors</h2>
      {raw(errors)}
      <p>
        The codes of <code>problem</code> and <code>problems</code>, and what to do about each, stand in{' '}
        <a href="/help/problems">Problems and what to do</a>.
      </p>
    </>,
  );
});

apiDocs.get('/api/docs/:tag', (context) => {
  const { groups, shapes } = description();
  const tag = context.req.param('tag');
  const calls = groups.get(tag);
  if (calls === undefined) return onNothingFound(context);
  return docsPage(
    context,
    titleOf(tag),
    <>
      <h1>{titleOf(tag)}</h1>
      {calls.map((call) => (
        <CallView call={call} />
      ))}
      <h2 id="shapes">Shapes</h2>
      {shapesOf(calls, shapes).map((name) => (
        <>
          <h3 id={`shape-${name}`}>{name}</h3>
          <SchemaView schema={shapes[name] ?? {}} />
        </>
      ))}
    </>,
  );
});

function docsPage(context: PageContext, here: string | null, body: Child): Promise<Response> {
  const words = textsFor(context).pages.help;
  const trail = [
    { href: '/help', text: words.title },
    ...(here === null ? [] : [{ href: '/api/docs', text: 'API' }]),
  ];
  return webPage(context, {
    title: here === null ? words.reference : `${here} · API`,
    ...(here === null ? {} : { titleLanguage: 'en' as const }),
    body: (
      <>
        <Crumbs trail={trail} here={<span lang="en">{here ?? 'API'}</span>} />
        {languageOf(context) !== 'en' && <Notice tone="quiet">{words.inEnglish}</Notice>}
        <article class="manual api" lang="en">
          {body}
        </article>
      </>
    ),
  });
}

function CallView({ call }: { call: Call }) {
  const { method, path, id, summary, parameters, body, answers } = call;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <code>
          {method} {path}
        </code>
      </h2>
      <p>{inCode(summary)}.</p>
      {parameters.length > 0 && (
        <>
          <h3>Parameters</h3>
          <dl class="schema">
            {parameters.map((parameter) => (
              <div>
                <dt>
                  <code>{parameter.name}</code>{' '}
                  <span class="quiet">
                    {parameter.in}
                    {parameter.required === true ? '' : ', optional'}
                  </span>
                </dt>
                <dd>
                  <Kind schema={parameter.schema ?? {}} />
                  {describe(parameter)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {body !== null && (
        <>
          <h3>Body{body.required ? '' : ', optional'}</h3>
          <SchemaView schema={body.schema} />
        </>
      )}
      {answers.map(({ status, description: said, schema }) => (
        <>
          <h3>
            Answer {status}: {said}
          </h3>
          {schema !== null && <SchemaView schema={schema} />}
        </>
      ))}
    </section>
  );
}

function describe({ description: own, schema }: Call['parameters'][number]) {
  const said = own ?? schema?.description;
  return said === undefined ? null : <>: {inCode(said)}</>;
}

/** `dry-run` is of paths; a heading has a capital. */
function titleOf(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1).replaceAll('-', ' ');
}
