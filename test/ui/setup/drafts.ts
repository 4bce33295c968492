import { koppel, newId, Subject } from '../../durable-objects/support/harness.ts';
import { credentials } from '../../support/systems.ts';
import { Browser, loggedIn } from '../browser.ts';

type System = keyof typeof credentials;

export interface Draft {
  readonly subject: Subject;
  readonly browser: Browser;
  /** Where the pages of its set-up are. */
  readonly base: string;
}

interface DraftParts {
  readonly name?: string;
  readonly from?: System;
  readonly to?: System;
  readonly flows?: readonly string[];
  readonly settings?: Record<string, unknown>;
}

/** A link that is being set up: connected, its flows chosen with the settings of before. */
export async function drafted(parts: DraftParts = {}): Promise<Draft> {
  const { name = 'Teapots', from = 'ecwid', to = 'jortt', flows = ['orders'], settings = {} } = parts;
  const subject = new Subject(newId());
  const { status, text } = await koppel('PUT', `/api/integrations/${subject.id}`, {
    name,
    state: 'draft',
    connections: {
      shop: { connector: from, credentials: credentials[from] },
      books: { connector: to, credentials: credentials[to] },
    },
    flows: flows.map((flow) => ({ flow, from: 'shop', to: 'books', settings })),
  });
  if (status !== 200) throw new Error(text);
  return { subject, browser: await loggedIn(), base: `/integrations/${subject.id}/setup` };
}

/** Somebody who may do less there. */
export async function visitor(role: 'bookkeeper' | 'read-only', { subject }: Draft): Promise<Browser> {
  const { body } = await koppel('POST', '/api/tokens', {
    name: crypto.randomUUID(),
    role,
    integrations: [subject.id],
  });
  const browser = new Browser();
  await browser.logIn(String(body.token));
  return browser;
}
