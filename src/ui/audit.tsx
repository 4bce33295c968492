import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { house } from '../../durable-objects/house-client.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { Pair } from '../engine/configuration/offered-flows.ts';
import type { IntegrationView } from '../engine/reporting/views.ts';
import { type Deed, type DeedCode, deedCodes, type TrailFilter } from '../engine/storage/trail.ts';
import type { Env } from '../env.ts';
import type { HouseDeed } from '../house/house-trail.ts';
import { startOfDay } from '../records/time-zone.ts';
import { languageOf, textsFor } from '../routes/language.ts';
import { cursorOf, integrationId } from './addresses.ts';
import { csvAnswer } from './csv.ts';
import { deedDetails, doerOf } from './deed-details.ts';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { Timestamp, timeZoneOf } from './parts/timestamp.tsx';
import { useTexts, useWords } from './reader.ts';
import { type PageContext, webPage } from './web-page.tsx';

const shownDeeds = 50;
/** Rows of a file, and how many are read at once. */
const maxRows = 10_000;
const atOnce = 500;
const dayMs = 24 * 3_600_000;

type AnyDeed = Deed & { readonly integration?: string | null };

/** Newest first. `next`: where it goes on. */
interface Trail {
  read(filter: TrailFilter, limit: number): Promise<readonly AnyDeed[]>;
  next(deeds: readonly AnyDeed[], before: number | undefined): number | undefined;
}

/** As the address says it: days, in the time zone of the reader. */
interface Query {
  readonly who: string;
  readonly code: string;
  readonly via: string;
  readonly from: string;
  readonly until: string;
}

/** What people did: with a link, and with the deployment as a whole. */
export const audit = new Hono<{ Bindings: Env }>();

audit.get('/audit', async (context) => {
  const words = textsFor(context).pages.audit;
  return webPage(context, {
    title: words.title,
    body: (
      <>
        <div class="head">
          <h1>{words.title}</h1>
        </div>
        <p class="quiet">{words.ofHouse}</p>
        {await trailList(context, ofHouse(context.env), '/audit', null)}
      </>
    ),
  });
});

audit.get('/integrations/:integration/audit', async (context) => {
  const id = integrationId(context);
  const view: IntegrationView = unwrap(await integration(context.env, id).view(languageOf(context)));
  const path = `/integrations/${id}/audit`;
  return webPage(context, {
    title: `${textsFor(context).pages.audit.title} · ${view.name}`,
    body: (
      <IntegrationFrame {...view} path={path}>
        {await trailList(context, ofIntegration(context.env, id), path, view)}
      </IntegrationFrame>
    ),
  });
});

audit.get('/audit.csv', (context) => trailFile(context, ofHouse(context.env), 'koppel'));

audit.get('/integrations/:integration/audit.csv', (context) => {
  const id = integrationId(context);
  return trailFile(context, ofIntegration(context.env, id), id);
});

/** By how many rows were read: what was inherited is older than its rows. */
function ofHouse(env: Env): Trail {
  return {
    read: async (filter, limit) => unwrap<HouseDeed[]>(await house(env).trail(filter, limit)),
    next: (deeds, before = 0) => before + deeds.length,
  };
}

function ofIntegration(env: Env, id: string): Trail {
  return {
    read: async (filter, limit) => unwrap<Deed[]>(await integration(env, id).trail(filter, limit)),
    next: (deeds) => deeds.at(-1)?.id,
  };
}

function queryOf(context: PageContext): Query {
  const { who = '', code = '', via = '', from = '', until = '' } = context.req.query();
  return { who: who.trim().slice(0, 60), code, via, from, until };
}

/** What an address says that cannot be is not asked. */
function filterOf({ who, code, via, from, until }: Query, zone: string): TrailFilter {
  const next = dayOf(until) && new Date(Date.parse(until) + dayMs).toISOString().slice(0, 10);
  return {
    who: who === '' ? undefined : who,
    code: deedCodes.find((each) => each === code),
    via: via === 'page' || via === 'api' ? via : undefined,
    since: dayOf(from) ? startOfDay(from, zone).getTime() : undefined,
    until: next ? startOfDay(next, zone).getTime() : undefined,
  };
}

function dayOf(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

async function trailList(context: PageContext, trail: Trail, path: string, link: Pair | null) {
  const zone = timeZoneOf(context);
  const query = queryOf(context);
  const before = cursorOf(context.req.query('cursor'));
  const read = await trail.read({ ...filterOf(query, zone), before }, shownDeeds + 1);
  const deeds = read.slice(0, shownDeeds);
  const next = read.length > shownDeeds ? trail.next(deeds, before) : undefined;
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return (
    <section class="card">
      <h2 id="deeds">{textsFor(context).pages.audit.list}</h2>
      <Filters path={path} query={query} />
      <Deeds {...{ deeds, zone, link }} />
      <Pager path={path} asked={asked} cursor={before} next={next} />
    </section>
  );
}

interface PagerParts {
  readonly path: string;
  readonly asked: URLSearchParams;
  readonly cursor: number | undefined;
  readonly next: number | undefined;
}

function Pager({ path, asked, cursor, next }: PagerParts) {
  const words = useWords();
  const address = (more: Record<string, string>, file = '') =>
    `${path}${file}?${new URLSearchParams([...asked, ...Object.entries(more)])}`;
  return (
    <p class="pager">
      {cursor !== undefined && <a href={address({})}>{words.activity.newest}</a>}
      {next !== undefined && <a href={address({ cursor: String(next) })}>{words.activity.older}</a>}
      <a href={address({}, '.csv')}>{words.audit.file}</a>
    </p>
  );
}

function Filters({ path, query }: { path: string; query: Query }) {
  const words = useWords();
  const { who, what, from, page, api, since, until } = words.audit;
  const day = (name: 'from' | 'until', label: string) => (
    <div class="control">
      <label for={name}>{label}</label>
      <input id={name} name={name} type="date" value={query[name]} />
    </div>
  );
  return (
    <form method="get" action={path} class="row-form">
      <div class="control grow">
        <label for="who">{who}</label>
        <input id="who" name="who" value={query.who} maxlength={60} autocomplete="off" />
      </div>
      <div class="control">
        <label for="code">{what}</label>
        <select id="code" name="code">
          <option value="">{words.activity.any}</option>
          {deedCodes.map((code) => (
            <option value={code} selected={code === query.code}>
              {words.deeds[code]}
            </option>
          ))}
        </select>
      </div>
      <div class="control">
        <label for="via">{from}</label>
        <select id="via" name="via">
          <option value="">{words.activity.any}</option>
          <option value="page" selected={query.via === 'page'}>
            {page}
          </option>
          <option value="api" selected={query.via === 'api'}>
            {api}
          </option>
        </select>
      </div>
      {day('from', since)}
      {day('until', until)}
      <button type="submit" class="button">
        {words.activity.filter}
      </button>
    </form>
  );
}

interface DeedsParts {
  readonly deeds: readonly AnyDeed[];
  readonly zone: string;
  /** Null on the page of the deployment. */
  readonly link: Pair | null;
}

function Deeds({ deeds, zone, link }: DeedsParts) {
  const texts = useTexts();
  const words = texts.pages;
  const { nothing, when, who, what, details, from, page, api } = words.audit;
  if (deeds.length === 0) return <p class="quiet">{nothing}</p>;
  return (
    <table class="activity">
      <thead>
        <tr>
          {[when, who, what, details, from].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {deeds.map((deed) => (
          <tr>
            <td class="when">
              <Timestamp at={new Date(deed.at).toISOString()} zone={zone} />
            </td>
            <th scope="row" class="key">
              {doerOf(deed.who, words.audit)}
            </th>
            <td class="reason">{words.deeds[deed.code]}</td>
            <td class="reason text">
              {[link === null ? deed.integration : null, deedDetails(deed, link, texts)]
                .filter(Boolean)
                .join(', ')}
            </td>
            <td class="flow">{deed.via === 'page' ? page : api}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What it was done to, for the file: names and ids, as they are in every language. */
function detailsOf({ params, integration: id }: AnyDeed): string {
  const values = Object.values(params).flat();
  return [id ?? '', ...values].filter((value) => value !== '' && value !== null).join(', ');
}

async function trailFile(context: PageContext, trail: Trail, name: string): Promise<Response> {
  const filter = filterOf(queryOf(context), timeZoneOf(context));
  const words: Readonly<Record<DeedCode, string>> = textsFor(context).pages.deeds;
  const rows: string[][] = [];
  let before: number | undefined;
  while (rows.length < maxRows) {
    const deeds = await trail.read({ ...filter, before }, atOnce);
    for (const deed of deeds) {
      const { at, who, via, code } = deed;
      rows.push([new Date(at).toISOString(), who, via, code, words[code], detailsOf(deed)]);
    }
    before = trail.next(deeds, before);
    if (deeds.length < atOnce) break;
  }
  return csvAnswer(context, `${name}-audit`, [['at', 'who', 'via', 'code', 'what', 'details'], ...rows]);
}
