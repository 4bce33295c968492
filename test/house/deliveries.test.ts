import { describe, expect, it, vi } from 'vitest';
import type { Alert } from '../../src/engine/reporting/alerts.ts';
import type { RequestError } from '../../src/engine/request-error.ts';
import type { NewChannel } from '../../src/house/channels.ts';
import { hourMs, minuteMs } from '../support/durations.ts';
import { newHouse, slack, someone } from '../support/house.ts';
import { verify } from './standard-webhooks.ts';

const dayMs = 24 * hourMs;
/** As the free plan has it. */
const runCalls = 45;

const problem: Alert = {
  ...{ kind: 'problem', integration: 'mugs', name: 'Mugs', language: 'en' },
  place: { kind: 'connection', name: 'shop' },
  ...{ code: 'credentials_refused', params: { system: 'Ecwid', status: 403, said: '' } },
  ...{ count: 0, reasons: 1, key: null },
};
const solved: Alert = { ...problem, kind: 'solved' };

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing',
    (error: RequestError) => error.data.code,
  );
}

describe('a channel', () => {
  it('is sealed, shows of its address only whose it is, and tells nobody where to write', async () => {
    const { sql, house, logged } = newHouse();
    await house.addChannel(slack, someone);
    await house.addChannel({ ...slack, kind: 'email', name: 'Mail', to: 'anna@mugs.example' }, someone);
    expect(house.channels().map(({ shown }) => shown)).toEqual(['hooks.slack.com/…', 'a…@mugs.example']);
    house.tell(problem);
    await house.deliver(runCalls);
    const kept = ['channels', 'outbox', 'tellings', 'trail'].map((table) =>
      sql.exec(`SELECT * FROM ${table}`),
    );
    for (const text of [JSON.stringify(kept), JSON.stringify(house.channels()), logged.join('\n')]) {
      expect(text).not.toContain('secret-path');
      expect(text).not.toContain('anna@');
    }
  });

  it.each([
    ['http://hooks.slack.com/x', 'not_public'],
    ['https://127.0.0.1/x', 'not_public'],
    ['https://2130706433/x', 'not_public'],
    ['https://[::1]/x', 'not_public'],
    ['https://10.0.0.8/x', 'not_public'],
    ['https://router.local/x?y=1', 'not_public'],
    ['https://name:word@hooks.example.com/x', 'not_public'],
    ['hooks.slack.com', 'not_public'],
    ['https://hooks.example.com/x?token=1', 'nothing'],
  ])('at %s is taken or not: %s', async (to, code) => {
    const { house } = newHouse();
    expect(await codeOf(house.addChannel({ ...slack, to }, someone))).toBe(code);
    expect(await codeOf(house.addChannel({ ...slack, name: 'Own', kind: 'webhook', to }, someone))).toBe(
      code,
    );
    expect(house.channels()).toHaveLength(code === 'nothing' ? 2 : 0);
  });

  it('is refused with an address that is none, a name that is taken, and mail where none can be sent', async () => {
    const { house, world } = newHouse();
    await house.addChannel(slack, someone);
    expect(await codeOf(house.addChannel({ ...slack, name: 'SHOP FLOOR' }, someone))).toBe(
      'channel_name_taken',
    );
    const mail: NewChannel = { ...slack, kind: 'email', name: 'Mail', to: 'nobody' };
    expect(await codeOf(house.addChannel(mail, someone))).toBe('no_email');
    world.mail = false;
    expect(await codeOf(house.addChannel({ ...mail, to: 'a@b.example' }, someone))).toBe('no_mail');
  });

  it('is opened with the key of before, and sealed anew; without it, it says so', async () => {
    const { house, world, sent } = newHouse();
    const { id } = await house.addChannel(slack, someone);
    const before = world.key;
    world.key = btoa('n'.repeat(32));
    expect(await house.testChannel(id)).toEqual({ taken: false, answer: 'key lost' });
    world.previous = before;
    expect(await house.testChannel(id)).toEqual({ taken: true, answer: 'answered 200' });
    world.previous = undefined;
    expect(await house.testChannel(id)).toEqual({ taken: true, answer: 'answered 200' });
    expect(sent).toHaveLength(2);
  });
});

describe('an alert', () => {
  it('goes to every channel that is for its link, in words that fit it', async () => {
    const { house, sent, mails } = newHouse();
    await house.addChannel(slack, someone);
    await house.addChannel(
      { ...slack, kind: 'discord', name: 'D', to: 'https://discord.com/api/1' },
      someone,
    );
    await house.addChannel({ ...slack, kind: 'email', name: 'M', to: 'a@b.example' }, someone);
    await house.addChannel({ ...slack, name: 'Other', integrations: ['tea'] }, someone);
    house.tell(problem);
    await house.deliver(runCalls);
    expect(sent).toHaveLength(2);
    const sentTo = (to: string) => JSON.parse(sent.find(({ url }) => url === to)?.body ?? '');
    expect(sentTo(slack.to).text).toMatch(/^⚠️ Mugs, connection shop: Ecwid answered 403\./);
    expect(sentTo('https://discord.com/api/1')).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(mails).toMatchObject([{ to: 'a@b.example', subject: 'Koppel: Mugs: credentials_refused' }]);
    expect(
      house
        .tellings()
        .map(({ channel, about, taken }) => [channel, about, taken])
        .sort(),
    ).toEqual([
      ['D', 'credentials_refused', true],
      ['M', 'credentials_refused', true],
      ['Shop floor', 'credentials_refused', true],
    ]);
    await house.deliver(runCalls);
    expect([sent.length, house.nextAt()]).toEqual([2, null]);
  });

  it.each([
    ['answers 500', async () => new Response('no', { status: 500 }), 'answered 500'],
    ['leads to a private address', async () => Response.redirect('http://127.0.0.1/', 302), 'answered 302'],
    ['is not there', async () => Promise.reject(new TypeError('fetch failed')), 'unreachable'],
  ])(
    'that a channel does not take which %s is tried again later, and holds up no other',
    async (_, answer, said) => {
      const { house, clock, sent, world, restart } = newHouse();
      await house.addChannel(slack, someone);
      await house.addChannel({ ...slack, name: 'Good', to: 'https://good.example.com/x' }, someone);
      world.answer = async (url) => (url === slack.to ? answer() : new Response('ok'));
      house.tell(problem);
      await house.deliver(runCalls);
      expect(
        house
          .tellings()
          .map(({ channel, taken, answer: text }) => [channel, taken, text])
          .sort(),
      ).toEqual([
        ['Good', true, 'answered 200'],
        ['Shop floor', false, said],
      ]);
      expect(sent.every(({ redirect }) => redirect === 'manual')).toBe(true);
      // Not before its time, which grows, also over a restart.
      await house.deliver(runCalls);
      expect(sent).toHaveLength(2);
      const waits: number[] = [];
      for (let tries = 0; tries < 3; tries++) {
        const at = restart().nextAt() ?? 0;
        waits.push(at - clock.now());
        await clock.runUntil(at);
        await restart().deliver(runCalls);
      }
      expect(waits).toEqual([minuteMs, 2 * minuteMs, 4 * minuteMs]);
      world.answer = async () => new Response('ok');
      await clock.runUntil(restart().nextAt() ?? 0);
      await restart().deliver(runCalls);
      expect([restart().nextAt(), restart().channels()[0]?.failures]).toEqual([null, 0]);
      expect(sent.filter(({ url }) => url === slack.to)).toHaveLength(5);
    },
  );

  it('that a channel does not answer is over after ten seconds', async () => {
    const { house, clock, world } = newHouse();
    await house.addChannel(slack, someone);
    world.answer = () => new Promise(() => undefined);
    house.tell(problem);
    await clock.settle(house.deliver(runCalls));
    expect(house.tellings()).toMatchObject([{ taken: false, answer: 'timed out' }]);
  });

  it('by mail that is refused says so, without the words that repeat the address', async () => {
    const { house, sql, world, logged } = newHouse();
    await house.addChannel({ ...slack, kind: 'email', name: 'Mail', to: 'anna@mugs.example' }, someone);
    world.mailIsRefused = true;
    house.tell(problem);
    await house.deliver(runCalls);
    expect(house.tellings()).toMatchObject([{ taken: false, answer: 'mail refused' }]);
    expect(logged.join() + JSON.stringify(sql.exec('SELECT * FROM tellings'))).not.toContain('anna');
  });

  it('waits as long as the channel asks', async () => {
    const { house, clock, world } = newHouse();
    await house.addChannel(slack, someone);
    world.answer = async () => new Response('', { status: 429, headers: { 'retry-after': '600' } });
    house.tell(problem);
    await house.deliver(runCalls);
    expect((house.nextAt() ?? 0) - clock.now()).toBe(10 * minuteMs);
  });

  it('is sent again by an object that died before the channel took it, and not by one that died after', async () => {
    const { house, sent, world, restart } = newHouse();
    await house.addChannel(slack, someone);
    world.answer = () => new Promise(() => undefined);
    house.tell(problem);
    void house.deliver(runCalls);
    await vi.waitUntil(() => sent.length === 1);
    world.answer = async () => new Response('ok');
    await restart().deliver(runCalls);
    expect(sent).toHaveLength(2);
    await restart().deliver(runCalls);
    expect(sent).toHaveLength(2);
  });

  it('whose end comes before anybody was told is told never; that comes twice, once', async () => {
    const { house, clock, sent, world } = newHouse();
    await house.addChannel(slack, someone);
    world.answer = async () => new Response('', { status: 500 });
    house.tell(problem);
    house.tell(problem);
    await house.deliver(runCalls);
    house.tell(solved);
    world.answer = async () => new Response('ok');
    await clock.advance(hourMs);
    await house.deliver(runCalls);
    expect(sent).toHaveLength(1);
    house.tell(problem);
    await house.deliver(runCalls);
    house.tell(solved);
    await house.deliver(runCalls);
    expect(sent.map(({ body }) => JSON.parse(body).text.slice(0, 1))).toEqual(['⚠', '⚠', '✅']);
  });

  it('is kept of the last fifty, and forgotten where there is no channel', async () => {
    const { house, sql } = newHouse();
    house.tell(problem);
    expect(sql.exec("SELECT name FROM sqlite_master WHERE name = 'outbox'")).toEqual([]);
    const { id } = await house.addChannel(slack, someone);
    for (let count = 0; count < 60; count++) await house.testChannel(id);
    expect(house.tellings()).toHaveLength(50);
    house.tell(problem);
    house.removeChannel(id, someone);
    expect([house.channels(), house.nextAt()]).toEqual([[], null]);
    expect(sql.exec('SELECT * FROM outbox')).toEqual([]);
  });
});

describe("a webhook of one's own", () => {
  it('is signed over its id, its time and its body, with a secret that is told once', async () => {
    const { house, clock, sent } = newHouse();
    const own: NewChannel = { ...slack, kind: 'webhook', name: 'Own', to: 'https://own.example.com/in' };
    const { signing, id } = await house.addChannel(own, someone);
    expect(signing).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(house.channels())).not.toContain(String(signing));
    house.tell(problem);
    await house.deliver(runCalls);
    const [message] = sent;
    if (message === undefined) throw new Error('Nothing was sent.');
    expect(verify(String(signing), message, clock.now())).toBe('good');
    expect(JSON.parse(message.body)).toMatchObject({
      ...{ type: 'problem', integration: 'mugs', code: 'credentials_refused' },
      message: 'Ecwid answered 403.',
    });
    expect(verify(String(signing), { ...message, body: `${message.body} ` }, clock.now())).toBe('forged');
    expect(verify(String(signing), message, clock.now() + 10 * minuteMs)).toBe('old');
    const later = new Headers(message.headers);
    later.set('webhook-timestamp', String(Math.floor(clock.now() / 1_000) + 600));
    expect(verify(String(signing), { ...message, headers: later }, clock.now() + 600_000)).toBe('forged');
    await house.testChannel(id);
    expect(sent[1]?.headers.get('webhook-id')).not.toBe(message.headers.get('webhook-id'));
  });

  it('has the same id at every try, so that it is taken once', async () => {
    const { house, clock, sent, world } = newHouse();
    const own: NewChannel = { ...slack, kind: 'webhook', name: 'Own', to: 'https://own.example.com/in' };
    await house.addChannel(own, someone);
    world.answer = async () => new Response('', { status: 503 });
    house.tell(problem);
    await house.deliver(runCalls);
    await clock.advance(hourMs);
    await house.deliver(runCalls);
    const ids = sent.map(({ headers }) => headers.get('webhook-id'));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});

describe('a daily summary', () => {
  const daily: NewChannel = { ...slack, summary: { hour: 8, zone: 'Europe/Amsterdam' } };

  it('is sent once a day at its hour, of the 24 hours before, over restarts too', async () => {
    const { house, clock, sent, restart } = newHouse();
    // 2 March 2026, 13:00 in Amsterdam: the summary of this day is none of this channel's.
    await house.addChannel(daily, someone);
    expect(new Date(house.nextAt() ?? 0).toISOString()).toBe('2026-03-03T07:00:00.000Z');
    await house.deliver(runCalls);
    expect(sent).toEqual([]);
    for (let day = 0; day < 3; day++) {
      await clock.runUntil(restart().nextAt() ?? 0);
      await restart().deliver(runCalls);
      await restart().deliver(runCalls);
    }
    expect(sent).toHaveLength(3);
    expect(JSON.parse(sent[0]?.body ?? '').text.split('\n')).toEqual([
      '📋 Koppel, the 24 hours up to 3 Mar 2026, 08:00',
      'Mugs: 89 booked (CHF\u00a0120.50 + €8,412.30), 3 not booked, 2 need you.',
      'https://koppel.example',
    ]);
    expect(house.tellings().map(({ kind, about }) => `${kind} ${about}`)).toEqual([
      ...['summary 2026-03-05', 'summary 2026-03-04', 'summary 2026-03-03'],
    ]);
  });

  it('that an object died over is sent when it is back, and one that nobody took for half a day is not', async () => {
    const { house, clock, sent, world, restart } = newHouse();
    await house.addChannel(daily, someone);
    await clock.runUntil(house.nextAt() ?? 0);
    world.answer = () => new Promise(() => undefined);
    void house.deliver(runCalls);
    await vi.waitUntil(() => sent.length === 1);
    world.answer = async () => new Response('', { status: 500 });
    await restart().deliver(runCalls);
    expect(sent).toHaveLength(2);
    for (let tries = 0; tries < 40; tries++) {
      const at = restart().nextAt() ?? 0;
      if (at - clock.now() > 3 * hourMs) break;
      await clock.runUntil(at);
      await restart().deliver(runCalls);
    }
    const before = sent.length;
    world.answer = async () => new Response('ok');
    await clock.advance(hourMs);
    await restart().deliver(runCalls);
    expect(sent).toHaveLength(before);
    await clock.runUntil(restart().nextAt() ?? 0);
    await restart().deliver(runCalls);
    expect(sent).toHaveLength(before + 1);
  });

  it.each([
    ['nl', 'Mugs: 89 geboekt (CHF 120,50 + € 8.412,30), 3 niet geboekt, 2 wachten op jou.'],
    ['de', 'Mugs: 89 gebucht (120,50 CHF + 8.412,30 €), 3 nicht gebucht, 2 brauchen dich.'],
    ['tr', 'Mugs: 89 kaydedildi (CHF 120,50 + €8.412,30), 3 kaydedilmedi, 2 sizi bekliyor.'],
  ] as const)('tells amounts as %s writes them, each currency by itself', async (language, line) => {
    const { house, clock, sent } = newHouse();
    await house.addChannel({ ...daily, language }, someone);
    await clock.runUntil(house.nextAt() ?? 0);
    await house.deliver(runCalls);
    const text: string = JSON.parse(sent[0]?.body ?? '').text;
    expect(text.split('\n')[1]?.replaceAll('\u00a0', ' ')).toBe(line);
  });

  it('says of which link the figures could not be read', async () => {
    const { house, clock, sent, world } = newHouse();
    await house.addChannel({ ...daily, integrations: ['mugs', 'tea'] }, someone);
    world.links = [
      { id: 'mugs', name: 'Mugs' },
      { id: 'tea', name: 'Tea' },
      { id: 'other', name: 'Other' },
    ];
    world.figures = async (id) => {
      if (id === 'tea') throw new Error('down');
      return { booked: 1_200, amounts: [], left: 0, parked: 0 };
    };
    await clock.runUntil(house.nextAt() ?? 0);
    await house.deliver(runCalls);
    expect(
      JSON.parse(sent[0]?.body ?? '')
        .text.split('\n')
        .slice(1, -1),
    ).toEqual(['Mugs: 1,200 booked, 0 not booked, 0 need you.', 'Tea: its figures could not be read.']);
  });

  /** Runs until nothing is left, each time as after a death, and tells how many calls each run made, the post included. */
  async function callsOfRuns({ clock, restart, world, sent }: ReturnType<typeof newHouse>) {
    let calls = 0;
    const { links } = world;
    Object.defineProperty(world, 'links', {
      get: () => {
        calls++;
        return links;
      },
    });
    world.figures = async () => {
      calls++;
      return { booked: 1, amounts: [], left: 0, parked: 0 };
    };
    const runs: number[] = [];
    do {
      const before = [calls, sent.length] as const;
      await restart().deliver(runCalls);
      runs.push(calls - before[0] + sent.length - before[1]);
    } while (restart().nextAt() === clock.now() && runs.length < 30);
    return runs;
  }

  const fortyLinks = Array.from({ length: 40 }, (_, index) => ({ id: `l-${index}`, name: `L ${index}` }));
  const summariesOf = (sent: readonly { readonly url: string }[]) => sent.map(({ url }) => url).sort();

  it.each([
    ['of one hour ask each link once', ['Europe/Amsterdam'], 2],
    [
      'of hours of their own go one after the other',
      ['Europe/Amsterdam', 'Europe/Athens', 'Europe/London'],
      5,
    ],
  ])(
    'to five channels of forty links %s: no run makes more than 45 calls, and none is lost or comes twice',
    async (_, zones, count) => {
      const world = newHouse();
      world.world.links = fortyLinks;
      const addresses = [1, 2, 3, 4, 5].map((number) => `https://hooks.slack.com/services/${number}`);
      for (const [index, to] of addresses.entries()) {
        const summary = { hour: zones.length === 1 ? 8 : 8 - index, zone: zones[index % zones.length] ?? '' };
        await world.house.addChannel({ ...slack, name: `C ${index}`, to, summary }, someone);
      }
      // All of them are due when the house comes back.
      await world.clock.runUntil(Date.parse('2026-03-03T07:00:00Z'));
      const runs = await callsOfRuns(world);
      expect(Math.max(...runs)).toBeLessThanOrEqual(runCalls);
      expect(runs).toHaveLength(count);
      expect(summariesOf(world.sent)).toEqual(addresses);
      for (const { body } of world.sent) expect(JSON.parse(body).text).toContain('L 14: 1 booked');
    },
  );

  it('with fewer calls than links says of which it could not read the figures, and ends', async () => {
    const { house, clock, sent, world } = newHouse();
    world.links = fortyLinks.slice(0, 14);
    await house.addChannel(daily, someone);
    await clock.runUntil(house.nextAt() ?? 0);
    await house.deliver(14);
    const lines = JSON.parse(sent[0]?.body ?? '').text.split('\n');
    expect(lines.filter((line: string) => line.endsWith('could not be read.'))).toHaveLength(2);
    expect((house.nextAt() ?? 0) - clock.now()).toBe(dayMs);
  });

  it('leaves its calls to alerts that come first, and goes with the next run', async () => {
    const { house, clock, sent, world } = newHouse();
    world.links = fortyLinks;
    await house.addChannel(daily, someone);
    await clock.runUntil(house.nextAt() ?? 0);
    for (const name of ['a', 'b', 'c', 'd']) house.tell({ ...problem, place: { kind: 'connection', name } });
    await house.deliver(runCalls);
    expect(sent).toHaveLength(4);
    expect(house.nextAt()).toBe(clock.now());
    await house.deliver(runCalls);
    expect(sent).toHaveLength(5);
  });

  it('is missed by nobody when clocks change', async () => {
    const { house, clock, sent, restart } = newHouse();
    await clock.runUntil(Date.parse('2026-03-27T12:00:00Z'));
    await house.addChannel(daily, someone);
    for (let day = 0; day < 4; day++) {
      await clock.runUntil(restart().nextAt() ?? 0);
      await restart().deliver(runCalls);
    }
    expect(sent.map(({ body }) => JSON.parse(body).text.split('\n')[0].slice(-18))).toEqual([
      ...['28 Mar 2026, 08:00', '29 Mar 2026, 08:00', '30 Mar 2026, 08:00', '31 Mar 2026, 08:00'],
    ]);
    expect(clock.now()).toBe(Date.parse('2026-03-31T06:00:00Z'));
    expect(clock.now() - Date.parse('2026-03-28T07:00:00Z')).toBe(3 * dayMs - hourMs);
  });
});
