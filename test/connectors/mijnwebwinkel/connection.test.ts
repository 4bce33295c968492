import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../../src/connectors/contract/api.ts';
import { path } from '../../../src/connectors/contract/path.ts';
import { mijnwebwinkel } from '../../../src/connectors/mijnwebwinkel/index.ts';
import { instantOf, localText } from '../../../src/connectors/mijnwebwinkel/local-time.ts';
import { orderSource } from '../../../src/connectors/mijnwebwinkel/orders/source.ts';
import { consoleLog } from '../../../src/engine/log.ts';
import { en } from '../../../src/texts/en.ts';
import { tellProblem } from '../../../src/texts/tell.ts';
import { DeclaredSystem, queryOf, routes } from '../declared-system.ts';
import { listed, storeAnswer } from './answers.ts';

const tokens = { storeToken: 'store/token+1', partnerToken: 'partner-token-2' };
const inTheClear = /store\/token|store%2Ftoken|partner-token/i;

/** What the connection reads of its account. */
const answers = {
  'GET /v1/store': () => storeAnswer,
  'GET /v1/tax-policy/regions/NL': () => ({ region: {} }),
};

/** Of RFC 7807, with messages by path. */
const problemAnswer = {
  type: 'about:blank',
  title: 'Not valid',
  detail: 'The order is not valid.',
  status: 422,
  errors: { 'debtor.address': ['is missing', 'must be an object'] },
};

/** The platform's own form. */
const errorAnswer = { code: 12, message: 'Unknown status', description: 'Status 99 is not known.' };

let system: DeclaredSystem;

beforeEach(async () => {
  system = await DeclaredSystem.open(mijnwebwinkel, tokens);
  system.answer = routes(answers);
  await system.check();
  system.requests.length = 0;
});

const read = (api: Api) => api.get(path`/orders`, z.unknown(), { limit: 1, from: '2026-03-02 10:00:00' });
const credit = (api: Api) => api.create(path`/orders/credit`, { status: 10 }, z.unknown());

describe('both tokens', () => {
  test('go behind the query of every call, whatever its verb', async () => {
    system.answer = () => Response.json([]);
    await system.with(read);
    await system.with(credit);
    const [got, made] = system.requests;
    expect(got?.url.href).toBe(
      'https://api.myonlinestore.com/v1/orders?limit=1&from=2026-03-02%2010%3A00%3A00' +
        '&token=store%2Ftoken%2B1&partner_token=partner-token-2',
    );
    expect(made && queryOf(made)).toEqual({ token: 'store/token+1', partner_token: 'partner-token-2' });
    expect([...(got?.headers.keys() ?? [])]).toEqual(['accept']);
  });

  test('are in no record of what was sent and received', async () => {
    system.answer = ({ url }) => Response.json({ self: url.href, tokens });
    await system.with(read);
    expect(JSON.stringify(system.recorder.payload())).toContain('/v1/orders?limit=1');
    expect(system.told()).not.toMatch(inTheClear);
  });

  test.each([
    [
      'a refusal that repeats them',
      () => Response.json({ message: `No access with ${tokens.storeToken}` }, { status: 422 }),
    ],
    [
      'a refusal of them',
      () => Response.json({ code: 401, message: 'token=store%2Ftoken%2B1' }, { status: 401 }),
    ],
    [
      'a page of a gateway',
      () => new Response(`<p>partner_token=${tokens.partnerToken}</p>`, { status: 502 }),
    ],
    [
      'a broken connection that tells the address',
      () => {
        throw new TypeError(
          `fetch failed: https://api.myonlinestore.com/v1/orders?token=${tokens.storeToken}`,
        );
      },
    ],
  ])('are in no problem, log line or error after %s', async (_, answer) => {
    system.answer = answer;
    const problem = await system.problemOf(credit);
    const lines: string[] = [];
    const written = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    consoleLog('mugs').error('call', { code: problem.code }, problem);
    written.mockRestore();
    expect(lines).toHaveLength(1);
    const told = [
      problem.toData(),
      problem.message,
      problem.stack,
      tellProblem(problem, en),
      lines,
      system.told(),
    ];
    expect(JSON.stringify(told)).not.toMatch(inTheClear);
  });
});

describe('errors', () => {
  test.each([
    [
      'a problem with its fields',
      422,
      problemAnswer,
      'rejected',
      'refused',
      'The order is not valid. (debtor.address: is missing must be an object)',
    ],
    [
      'an error of its own form',
      400,
      errorAnswer,
      'rejected',
      'refused',
      'Unknown status (Status 99 is not known.)',
    ],
    ['a refused token', 403, { message: 'No' }, 'auth', 'credentials_refused', 'No'],
    ["a refusal that may be a gateway's", 403, {}, 'outcome-unknown', 'credentials_refused', ''],
    ['nothing that can be read', 500, '<html>', 'outcome-unknown', 'server_error', ''],
  ])('as %s', async (_, status, body, kind, code, said) => {
    system.answer = () => Response.json(body, { status });
    const problem = await system.problemOf(credit);
    expect(problem).toMatchObject({ kind, code });
    expect(problem.params.fields).toEqual(said.includes('debtor') ? ['debtor.address'] : undefined);
    expect(system.said()).toBe(said);
  });

  test('of too many calls are waited out, longer where the system says so', async () => {
    system.answer = () => Response.json({ message: 'Too many' }, { status: 429 });
    const problem = await system.problemOf(credit);
    expect(problem).toMatchObject({ kind: 'retry', retryAt: system.clock.now() + 10_000 });
    await system.clock.advance(10_000);
    system.answer = () => Response.json({}, { status: 429, headers: { 'retry-after': '30' } });
    expect((await system.problemOf(credit)).retryAt).toBe(system.clock.now() + 30_000);
  });
});

test('no more than two calls a second go out', async () => {
  const at: number[] = [];
  system.answer = () => {
    at.push(system.clock.now());
    return Response.json([]);
  };
  await system.clock.advance(1_000);
  await system.with((api) => Promise.all(Array.from({ length: 6 }, () => read(api))));
  for (const [index, moment] of at.entries()) {
    expect(moment - (at[index - 2] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1_000);
  }
  expect(at).toHaveLength(6);
});

describe('through the poller', () => {
  let placed: unknown[];
  let archived: unknown[];
  let moved: unknown[];

  beforeEach(() => {
    [placed, archived, moved] = [[], [], []];
    system.answer = (sent) => {
      const query = queryOf(sent);
      const { limit, offset } = query;
      const inList = query.archived === 'true' ? archived : query.start_date === undefined ? moved : placed;
      return Response.json(inList.slice(Number(offset), Number(offset) + Number(limit)));
    };
  });

  test('orders are named when they are new or changed, and not again', async () => {
    placed = [listed(1), listed(2), listed(3, { date: '2026-03-02', time: '12:55:00' })];
    // The first reading knows what it finds, but for what was placed within the window.
    expect(await system.poll(orderSource)).toEqual(['3']);
    expect(await system.poll(orderSource)).toEqual([]);
    placed[1] = listed(2, { payment_status: 'captured' });
    placed.push(listed(4, { date: '2026-03-02', time: '13:00:00' }));
    expect(await system.poll(orderSource)).toEqual(['2', '4']);
  });

  test('one that is paid, sent and archived between two polls is named once', async () => {
    placed = [listed(1)];
    await system.poll(orderSource);
    [placed, archived] = [[], [listed(1, { status: 2, payment_status: 'captured', archived: true })]];
    expect(await system.poll(orderSource)).toEqual(['1']);
    expect(await system.poll(orderSource)).toEqual([]);
  });

  test('one that is older than a month is found by its status', async () => {
    moved = [
      listed(5, { date: '2025-06-01', status_changed_date: '2026-03-02', status_changed_time: '12:58:00' }),
    ];
    expect(await system.poll(orderSource)).toEqual(['5']);
    expect(await system.poll(orderSource)).toEqual([]);
  });
});

test.each([
  ['2026-01-15', '10:00:00', '2026-01-15T09:00:00.000Z'],
  ['2026-07-15', '00:30:00', '2026-07-14T22:30:00.000Z'],
  ['2026-03-29', '03:00:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '03:00:00', '2026-10-25T02:00:00.000Z'],
])('%s %s in the shop is %s', (date, time, instant) => {
  const found = instantOf(date, time);
  expect(found?.toISOString()).toBe(instant);
  expect(found && localText(found)).toBe(`${date} ${time}`);
});
