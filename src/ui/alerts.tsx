import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { directory } from '../../durable-objects/directory-client.ts';
import { house } from '../../durable-objects/house-client.ts';
import { alertObjection } from '../alerts/channels.ts';
import { identifier } from '../engine/configuration/configuration.ts';
import { RequestError, type RequestErrorData } from '../engine/request-error.ts';
import type { Env } from '../env.ts';
import { type ChannelKind, channelKinds, masked, type NewChannel } from '../house/channels.ts';
import type { Said } from '../house/deliveries.ts';
import type { ChannelView } from '../house/house.ts';
import type { Telling } from '../house/outbox.ts';
import { deedBy } from '../routes/callers.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { detailOf, statusOf } from '../routes/problem-response.ts';
import type { Texts } from '../texts/en.ts';
import type { Language } from '../texts/languages.ts';
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

const maxName = 60;

/** As the form has it. */
interface Typed {
  readonly kind: string;
  readonly name: string;
  readonly to: string;
  readonly scope: string;
  readonly links: readonly string[];
  /** The hour of a summary; empty for none. */
  readonly hour: string;
}

interface Told {
  readonly typed?: Typed;
  readonly wrong?: Wrong;
  readonly made?: ChannelView & { readonly signing: string | null };
  readonly tested?: Said & { readonly name: string };
}

const nothingTyped: Typed = { kind: 'slack', name: '', to: '', scope: 'all', links: [], hour: '' };

/** Where people are told of problems. */
export const alerts = new Hono<{ Bindings: Env }>();

alerts.get('/alerts', (context) => alertsPage(context, {}));

/** Answers with the page: what a webhook of one's own is signed with is shown here, once. */
alerts.post('/alerts', async (context) => {
  const { kind, name, to, scope, hour } = await readForm(context, 'kind', 'name', 'to', 'scope', 'hour');
  const links = await readAll(context, 'link');
  const typed = { kind, name: name.trim(), to: to.trim(), scope, links, hour };
  const channel = newChannel(typed, timeZoneOf(context), languageOf(context), textsFor(context).pages);
  if ('control' in channel) return alertsPage(context, { typed, wrong: channel }, 400);
  const made = await house(context.env).addChannel(channel, deedBy(context));
  if (made.ok) return alertsPage(context, { made: made.value });
  const { kind: why } = made.error;
  if (why !== 'conflict' && why !== 'invalid') throw new RequestError(made.error);
  return alertsPage(context, { typed, wrong: refused(made.error, textsFor(context)) }, statusOf[why]);
});

/** Why the house does not take it, at its field where it is about one. */
function refused(error: RequestErrorData, texts: Texts): Wrong {
  const { name, to } = texts.pages.channels;
  const message = detailOf(error, texts);
  switch (error.code) {
    case 'channel_name_taken':
      return { control: 'name', label: name, message };
    case 'no_email':
    case 'no_mail':
    case 'not_public':
      return { control: 'to', label: to, message };
    default:
      return { control: null, label: '', message };
  }
}

alerts.post('/alerts/:channel/test', async (context) => {
  const id = rowOf(context.req.param('channel'), 'channel');
  const said = unwrap<Said>(await house(context.env).testChannel(id));
  const channels = unwrap<ChannelView[]>(await house(context.env).channels());
  const name = channels.find((each) => each.id === id)?.name ?? '';
  return alertsPage(context, { tested: { ...said, name } });
});

alerts.post('/alerts/:channel/remove', async (context) => {
  const id = rowOf(context.req.param('channel'), 'channel');
  unwrap(await house(context.env).removeChannel(id, deedBy(context)));
  return context.redirect('/alerts?said=channel-removed', 303);
});

/** What is to be added, or what is wrong with it, in words and at its field. */
function newChannel(
  { kind, name, to, scope, links, hour }: Typed,
  zone: string,
  language: Language,
  { channels: words, tokens }: Texts['pages'],
): NewChannel | Wrong {
  const known = channelKinds.find((each) => each === kind);
  if (known === undefined) return { control: 'kind', label: words.kind, message: words.noKind };
  if (name === '') return { control: 'name', label: words.name, message: words.noName };
  if (name.length > maxName) return { control: 'name', label: words.name, message: words.badName(maxName) };
  const integrations = scope === 'some' ? links : null;
  const isNamed = integrations?.every((id) => identifier.safeParse(id).success) ?? true;
  if (!isNamed || integrations?.length === 0)
    return { control: linkChoiceControl, label: tokens.links, message: tokens.noLinks };
  if (hour !== '' && !/^(?:1?\d|2[0-3])$/.test(hour))
    return { control: 'hour', label: words.summary, message: words.badHour };
  const summary = hour === '' ? null : { hour: Number(hour), zone };
  return { kind: known, name, to, integrations, language, summary };
}

async function alertsPage(context: PageContext, told: Told, status = 200): Promise<Response> {
  const [channels, tellings, links] = await Promise.all([
    house(context.env)
      .channels()
      .then(unwrap<ChannelView[]>),
    house(context.env)
      .tellings()
      .then(unwrap<Telling[]>),
    directory(context.env).list(),
  ]);
  const { pages } = textsFor(context);
  const words = pages.channels;
  const { typed = nothingTyped, wrong, made, tested } = told;
  const zone = timeZoneOf(context);
  return webPage(context, {
    title: wrong === undefined ? words.title : pages.parts.errorTitle(words.title),
    status,
    address: '/alerts',
    body: (
      <>
        <div class="head">
          <h1>{words.title}</h1>
        </div>
        <Saying code={context.req.query('said')} />
        {wrong !== undefined && <ErrorSummary wrong={[wrong]} />}
        {tested !== undefined && (
          <Notice tone={tested.taken ? 'good' : 'bad'}>
            {(tested.taken ? words.testTaken : words.testFailed)(
              tested.name,
              sayAnswer(tested.answer, words),
            )}
          </Notice>
        )}
        {made !== undefined && <Made made={made} />}
        <Channels channels={channels} env={context.env} />
        <section class="card" aria-labelledby="add">
          <h2 id="add">{words.add}</h2>
          <ChannelForm typed={typed} links={links} zone={zone} wrong={wrong} />
        </section>
        <Tellings tellings={tellings} zone={zone} />
      </>
    ),
  });
}

/** What a channel said, in words: a status, or why it took nothing. */
function sayAnswer(answer: string, { answers, answered }: Texts['pages']['channels']): string {
  const [, status] = /^answered (\d+)$/.exec(answer) ?? [];
  if (status !== undefined) return answered(status);
  return Object.hasOwn(answers, answer) ? answers[answer as keyof typeof answers] : answer;
}

function Made({ made: { name, signing } }: { made: { name: string; signing: string | null } }) {
  const words = useWords().channels;
  return (
    <section class="card" aria-labelledby="made">
      <h2 id="made">{words.made(name)}</h2>
      <Notice tone="good">{signing === null ? words.sendTest : words.signing}</Notice>
      {signing !== null && (
        <p>
          <code class="address">{signing}</code>
        </p>
      )}
    </section>
  );
}

function Channels({ channels, env }: { channels: readonly ChannelView[]; env: Env }) {
  const words = useWords().channels;
  const objection = alertObjection(env);
  const given = ofEnvironment(env);
  return (
    <section class="card" aria-labelledby="channels">
      <h2 id="channels">{words.list}</h2>
      {objection !== null && <Notice tone="bad">{objection}</Notice>}
      {channels.length + given.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="rows">
        {given.map(({ variable, kind, shown }) => (
          <li>
            <p class="task-name">
              <strong>{words.kinds[kind]}</strong> <span>{shown}</span>
            </p>
            <p class="quiet">{words.fromEnvironment(<code>{variable}</code>)}</p>
          </li>
        ))}
        {channels.map((channel) => (
          <Channel channel={channel} />
        ))}
      </ul>
    </section>
  );
}

function Channel({ channel }: { channel: ChannelView }) {
  const { channels: words, tokens } = useWords();
  const { id, kind, name, shown, integrations, summary, failures } = channel;
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <strong>{name}</strong> <span>{words.kinds[kind]}</span> <span class="quiet">{shown}</span>
          {failures > 0 && <span class="badge bad">{words.failing}</span>}
        </p>
        <p class="quiet">
          {integrations === null ? tokens.allLinks : tokens.onlyLinks(integrations.join(', '))}
        </p>
        {summary !== null && (
          <p class="quiet">{words.summaryAt(`${summary.hour}:00`, summary.zone.replaceAll('_', ' '))}</p>
        )}
      </div>
      <div class="buttons">
        <ActionButton action={`/alerts/${id}/test`} text={words.test} about={name} look="small" />
        <ActionButton action={`/alerts/${id}/remove`} text={words.remove} about={name} look="small" />
      </div>
    </li>
  );
}

interface Given {
  readonly variable: string;
  readonly kind: ChannelKind | 'either';
  readonly shown: string;
}

/** What the deployment's own variables name. */
export function ofEnvironment({ ALERT_WEBHOOK, ALERT_EMAIL, ALERT_SENDER, ALERTS }: Env): Given[] {
  const given: Given[] = [];
  if (ALERT_WEBHOOK && URL.canParse(ALERT_WEBHOOK))
    given.push({ variable: 'ALERT_WEBHOOK', kind: 'either', shown: masked('slack', ALERT_WEBHOOK) });
  if (ALERTS && ALERT_EMAIL && ALERT_SENDER)
    given.push({ variable: 'ALERT_EMAIL', kind: 'email', shown: masked('email', ALERT_EMAIL) });
  return given;
}

interface FormParts {
  readonly typed: Typed;
  readonly links: readonly { readonly id: string; readonly name: string }[];
  readonly zone: string;
  readonly wrong: Mistake;
}

function ChannelForm({ typed, links, zone, wrong }: FormParts) {
  const words = useWords().channels;
  return (
    <form method="post" action="/alerts" class="stack">
      <fieldset class="control">
        <legend>{words.kind}</legend>
        <FieldError control="kind" wrong={wrong} />
        {channelKinds.map((kind) => (
          <label class="check">
            <input
              {...(kind === channelKinds[0] ? { id: 'kind' } : {})}
              type="radio"
              name="kind"
              value={kind}
              required
              checked={typed.kind === kind}
              {...(kind === channelKinds[0] ? toldOf('kind', wrong) : {})}
            />
            <span>{words.kinds[kind]}</span>
          </label>
        ))}
      </fieldset>
      <div class="control">
        <label for="name">{words.name}</label>
        <input
          {...{ id: 'name', name: 'name', value: typed.name, maxlength: maxName }}
          required
          autocomplete="off"
          {...toldOf('name', wrong)}
        />
        <FieldError control="name" wrong={wrong} />
      </div>
      <div class="control">
        <label for="to">{words.to}</label>
        <input
          {...{ id: 'to', name: 'to', value: typed.to, maxlength: 2_000 }}
          required
          autocomplete="off"
          spellcheck={false}
          {...toldOf('to', wrong, 'to-hint')}
        />
        <FieldError control="to" wrong={wrong} />
        <p class="hint" id="to-hint">
          {words.toHint}
        </p>
      </div>
      <LinkChoice scope={typed.scope} ticked={typed.links} links={links} wrong={wrong} />
      <div class="control">
        <label for="hour">{words.summary}</label>
        <select id="hour" name="hour" {...toldOf('hour', wrong, 'hour-hint')}>
          <option value="">{words.noSummary}</option>
          {Array.from({ length: 24 }, (_, hour) => (
            <option value={String(hour)} selected={typed.hour === String(hour)}>
              {`${hour}:00`}
            </option>
          ))}
        </select>
        <FieldError control="hour" wrong={wrong} />
        <p class="hint" id="hour-hint">
          {words.summaryHint(zone.replaceAll('_', ' '))}
        </p>
      </div>
      <button type="submit" class="button primary">
        {words.addNow}
      </button>
    </form>
  );
}

function Tellings({ tellings, zone }: { tellings: readonly Telling[]; zone: string }) {
  const words = useWords().channels;
  return (
    <section class="card">
      <h2 id="told">{words.told}</h2>
      <p class="quiet">{words.toldHint}</p>
      {tellings.length === 0 ? (
        <p class="quiet">{words.nothingTold}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={words.what}>
          <table class="plain">
            <thead>
              <tr>
                {[words.when, words.channel, words.what, words.answer].map((title) => (
                  <th scope="col">{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tellings.map((each) => (
                <tr>
                  <td class="short">
                    <Timestamp at={each.at} zone={zone} />
                  </td>
                  <th scope="row">{each.channel}</th>
                  <td class="text">
                    {words.whats[each.isEnd ? 'end' : each.kind]} {each.integration} <code>{each.about}</code>
                  </td>
                  <td>
                    {each.taken ? (
                      sayAnswer(each.answer, words)
                    ) : (
                      <strong>{words.notTaken(sayAnswer(each.answer, words))}</strong>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
