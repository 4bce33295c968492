import { Seal } from '../../src/engine/privacy/sealing.ts';
import type { DayFigures } from '../../src/engine/reporting/day-figures.ts';
import type { NewChannel } from '../../src/house/channels.ts';
import { House, type HouseParts } from '../../src/house/house.ts';
import { memorySql } from './memory-sql.ts';
import { VirtualClock } from './virtual-clock.ts';

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly redirect: string | undefined;
}

export const someone = { who: 'ADMIN_TOKEN', token: null, via: 'page' } as const;

export const slack: NewChannel = {
  ...{ kind: 'slack', name: 'Shop floor', to: 'https://hooks.slack.com/services/T/B/secret-path' },
  ...{ integrations: null, language: 'en', summary: null },
};

/** A house with what it sends, and what is answered to that. `restart`: as after the death of its object. */
export function newHouse(options: { readonly key?: string } = {}) {
  const sql = memorySql();
  const clock = new VirtualClock();
  const sent: Sent[] = [];
  const mails: { readonly to: string; readonly subject: string; readonly text: string }[] = [];
  const logged: string[] = [];
  const world = {
    answer: async (_url: string): Promise<Response> => new Response('ok'),
    links: [{ id: 'mugs', name: 'Mugs' }],
    figures: async (_id: string): Promise<DayFigures> => ({
      ...{ booked: 89, left: 3, parked: 2 },
      amounts: [
        { currency: 'CHF', gross: '120.5' },
        { currency: 'EUR', gross: '8412.3' },
      ],
    }),
    mail: true,
    mailIsRefused: false,
    key: options.key ?? btoa('k'.repeat(32)),
    previous: undefined as string | undefined,
  };
  const log = (event: string, fields: object) => void logged.push(JSON.stringify({ event, ...fields }));
  const out: HouseParts['out'] = {
    log: { info: log, error: log },
    fetch: async (input, init) => {
      const { body, headers, redirect } = init ?? {};
      sent.push({ url: String(input), headers: new Headers(headers), body: String(body), redirect });
      return world.answer(String(input));
    },
    seal: () => Seal.fromKeys(world.key, world.previous),
    get mail() {
      const send = async (mail: (typeof mails)[number]) => {
        if (world.mailIsRefused) throw new Error(`destination address not verified: ${mail.to}`);
        mails.push(mail);
      };
      return world.mail ? { from: 'k@mugs.example', send } : null;
    },
    publicUrl: 'https://koppel.example',
    links: async () => world.links,
    figures: (id) => world.figures(id),
  };
  const open = () => new House({ sql, clock, out });
  return { sql, clock, sent, mails, logged, world, house: open(), restart: open };
}
