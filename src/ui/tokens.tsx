import { Hono } from 'hono';
import { type Answer, unwrap } from '../../durable-objects/answer.ts';
import { directory } from '../../durable-objects/directory-client.ts';
import { house } from '../../durable-objects/house-client.ts';
import { identifier } from '../engine/configuration/configuration.ts';
import { RequestError, type RequestErrorData } from '../engine/request-error.ts';
import type { Env } from '../env.ts';
import { type Role, roles } from '../house/roles.ts';
import { maxTokenName, type NewToken, type TokenView } from '../house/tokens.ts';
import { startOfDay } from '../records/time-zone.ts';
import { deedBy } from '../routes/callers.ts';
import { textsFor } from '../routes/language.ts';
import { detailOf, statusOf } from '../routes/problem-response.ts';
import type { Texts } from '../texts/en.ts';
import { rowOf } from './addresses.ts';
import { readAll, readForm } from './form.ts';
import { ActionButton } from './parts/action-button.tsx';
import { ErrorSummary, type Wrong } from './parts/error-summary.tsx';
import { FieldError, type Mistake, toldOf } from './parts/field-error.tsx';
import { LinkChoice, linkChoiceControl } from './parts/link-choice.tsx';
import { Notice, Saying } from './parts/notice.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { useWords } from './reader.ts';
import { type PageContext, webPage } from './web-page.tsx';

const dayMs = 24 * 3_600_000;

/** As the form has it. */
interface Typed {
  readonly name: string;
  readonly role: string;
  /** `some`: only those that are ticked. */
  readonly scope: string;
  readonly links: readonly string[];
  /** A day, or nothing. */
  readonly until: string;
}

interface Told {
  readonly typed?: Typed;
  readonly wrong?: Wrong;
  /** What was just made, with its secret. */
  readonly made?: TokenView & { readonly token: string };
}

const nothingTyped: Typed = { name: '', role: 'read-only', scope: 'all', links: [], until: '' };

/** Who else may use Koppel. */
export const tokens = new Hono<{ Bindings: Env }>();

tokens.get('/access', (context) => tokensPage(context, {}));

/** Answers with the page and not with a redirect: the secret is shown here, once, and stands in no address. */
tokens.post('/access', async (context) => {
  const typed = await readTyped(context);
  const token = newToken(typed, timeZoneOf(context), textsFor(context).pages.tokens);
  if ('control' in token) return tokensPage(context, { typed, wrong: token }, 400);
  const made: Answer<TokenView & { token: string }> = await house(context.env).makeToken(
    token,
    deedBy(context),
  );
  return made.ok ? tokensPage(context, { made: made.value }) : refused(context, typed, made.error);
});

tokens.post('/access/:token/revoke', async (context) => {
  unwrap(await house(context.env).revokeToken(rowOf(context.req.param('token'), 'token'), deedBy(context)));
  return context.redirect('/access?said=revoked', 303);
});

function refused(context: PageContext, typed: Typed, error: RequestErrorData) {
  if (error.kind !== 'conflict') throw new RequestError(error);
  const texts = textsFor(context);
  const isNamed = error.code === 'token_name_taken';
  const wrong = {
    ...(isNamed ? { control: 'name', label: texts.pages.tokens.name } : { control: null, label: '' }),
    message: detailOf(error, texts),
  };
  return tokensPage(context, { typed, wrong }, statusOf[error.kind]);
}

async function readTyped(context: PageContext): Promise<Typed> {
  const { name, role, scope, until } = await readForm(context, 'name', 'role', 'scope', 'until');
  return { name: name.trim(), role, scope, links: await readAll(context, 'link'), until };
}

/** What is to be made, or what is wrong with it, in words and at its field. A token is good until the end of its last day, where its maker is. */
function newToken(
  { name, role, scope, links, until }: Typed,
  zone: string,
  words: Texts['pages']['tokens'],
): NewToken | Wrong {
  if (name === '') return { control: 'name', label: words.name, message: words.noName };
  if (name.length > maxTokenName)
    return { control: 'name', label: words.name, message: words.badName(maxTokenName) };
  if (!roles.some((each) => each === role))
    return { control: 'role', label: words.role, message: words.noRole };
  const integrations = scope === 'some' ? links : null;
  const isNamed = integrations?.every((id) => identifier.safeParse(id).success) ?? true;
  if (!isNamed || integrations?.length === 0)
    return { control: linkChoiceControl, label: words.links, message: words.noLinks };
  if (until === '') return { name, role: role as Role, integrations, expiresAt: null };
  const badDay = { control: 'until', label: words.lastDay, message: words.badDay };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until))) return badDay;
  const dayAfter = new Date(Date.parse(until) + dayMs).toISOString().slice(0, 10);
  const expiresAt = startOfDay(dayAfter, zone).getTime();
  return expiresAt <= Date.now() ? badDay : { name, role: role as Role, integrations, expiresAt };
}

async function tokensPage(context: PageContext, told: Told, status = 200): Promise<Response> {
  const [made, links] = await Promise.all([house(context.env).tokens(), directory(context.env).list()]);
  const { pages } = textsFor(context);
  const words = pages.tokens;
  const { typed = nothingTyped, wrong } = told;
  return webPage(context, {
    title: wrong === undefined ? words.title : pages.parts.errorTitle(words.title),
    status,
    address: '/access',
    body: (
      <>
        <div class="head">
          <h1>{words.title}</h1>
          <p>
            <a href="/audit">{pages.audit.title}</a>
          </p>
        </div>
        <Saying code={context.req.query('said')} />
        {wrong !== undefined && <ErrorSummary wrong={[wrong]} />}
        {told.made !== undefined && <Secret made={told.made} />}
        <TokenList tokens={unwrap<TokenView[]>(made)} zone={timeZoneOf(context)} />
        <section class="card" aria-labelledby="make">
          <h2 id="make">{words.make}</h2>
          <TokenForm typed={typed} links={links} wrong={wrong} />
        </section>
      </>
    ),
  });
}

function Secret({ made: { name, token } }: { made: { name: string; token: string } }) {
  const words = useWords().tokens;
  return (
    <section class="card" aria-labelledby="secret">
      <h2 id="secret">{words.made(name)}</h2>
      <Notice tone="good">{words.once}</Notice>
      <p>
        <code class="address">{token}</code>
      </p>
      <p class="quiet">{words.use}</p>
    </section>
  );
}

function TokenList({ tokens: all, zone }: { tokens: readonly TokenView[]; zone: string }) {
  const words = useWords().tokens;
  return (
    <section class="card" aria-labelledby="tokens">
      <h2 id="tokens">{words.list}</h2>
      <p class="quiet">{words.key(<code>ADMIN_TOKEN</code>)}</p>
      {all.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <ul class="rows">
          {all.map((token) => (
            <Row token={token} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ token, zone }: { token: TokenView; zone: string }) {
  const words = useWords().tokens;
  const { id, name, role, integrations, createdAt, createdBy, expiresAt, lastUsedAt } = token;
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <strong>{name}</strong> <span>{words.roles[role]}</span>
          {isOver && <span class="badge bad">{words.over}</span>}
        </p>
        <p class="quiet">
          {integrations === null ? words.allLinks : words.onlyLinks(integrations.join(', '))}
        </p>
        <p class="quiet">
          {words.madeBy(<Timestamp at={createdAt} zone={zone} />, createdBy)}{' '}
          {expiresAt !== null && words.until(<Timestamp at={expiresAt} zone={zone} />)}{' '}
          {lastUsedAt === null ? words.unused : words.used(<Timestamp at={lastUsedAt} zone={zone} />)}
        </p>
      </div>
      <ActionButton action={`/access/${id}/revoke`} text={words.revoke} about={name} look="small danger" />
    </li>
  );
}

interface FormParts {
  readonly typed: Typed;
  readonly links: readonly { readonly id: string; readonly name: string }[];
  readonly wrong: Mistake;
}

function TokenForm({ typed, links, wrong }: FormParts) {
  const words = useWords().tokens;
  return (
    <form method="post" action="/access" class="stack">
      <div class="control">
        <label for="name">{words.name}</label>
        <input
          {...{ id: 'name', name: 'name', value: typed.name, maxlength: maxTokenName }}
          required
          autocomplete="off"
          {...toldOf('name', wrong, 'name-hint')}
        />
        <FieldError control="name" wrong={wrong} />
        <p class="hint" id="name-hint">
          {words.nameHint}
        </p>
      </div>
      <fieldset class="control">
        <legend>{words.role}</legend>
        <FieldError control="role" wrong={wrong} />
        {roles.map((role) => (
          <label class="check">
            <input
              {...(role === roles[0] ? { id: 'role' } : {})}
              type="radio"
              name="role"
              value={role}
              required
              checked={typed.role === role}
              {...(role === roles[0] ? toldOf('role', wrong) : {})}
            />
            <span>
              <strong>{words.roles[role]}</strong>: {words.does[role]}
            </span>
          </label>
        ))}
      </fieldset>
      <LinkChoice scope={typed.scope} ticked={typed.links} links={links} wrong={wrong} />
      <div class="control">
        <label for="until">{words.lastDay}</label>
        <input
          {...{ id: 'until', name: 'until', type: 'date', value: typed.until }}
          {...toldOf('until', wrong, 'until-hint')}
        />
        <FieldError control="until" wrong={wrong} />
        <p class="hint" id="until-hint">
          {words.lastDayHint}
        </p>
      </div>
      <button type="submit" class="button primary">
        {words.makeNow}
      </button>
    </form>
  );
}
