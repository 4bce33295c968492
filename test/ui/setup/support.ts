import { expect } from 'vitest';
import { koppel, Subject } from '../../durable-objects/support/harness.ts';
import { credentials } from '../../support/systems.ts';
import { type Browser, readable } from '../browser.ts';
import { fieldsIn, filledIn } from '../form-fields.ts';

export type System = keyof typeof credentials;

/** A link of this name between two systems, as the first step leaves it. */
export async function drafted(browser: Browser, first: System, second: System, name = nameOf()) {
  const { status, headers, html } = await browser.post('/new', { name, first, second });
  expect(status, readable(html)).toBe(303);
  const [, id = '', connection = ''] =
    /^\/integrations\/([a-z0-9-]+)\/setup\/connections\/([a-z0-9-]+)$/.exec(headers.get('location') ?? '') ??
    [];
  const subject = new Subject(id);
  return { id, subject, name, first: connection, second: first === second ? `${second}-2` : second };
}

/** No two tests share a link. */
export function nameOf(): string {
  return `Setup ${crypto.randomUUID().slice(0, 8)}`;
}

export function connectionPath(id: string, connection: string): string {
  return `/integrations/${id}/setup/connections/${connection}`;
}

/** The form of a connection, filled in and sent. */
export async function connect(
  browser: Browser,
  id: string,
  connection: string,
  typed: Readonly<Record<string, string>>,
) {
  const path = connectionPath(id, connection);
  const shown = (await browser.get(path)).html;
  const fields = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [`credentials.${name}`, value]),
  );
  return browser.post(path, filledIn(await fieldsIn(shown), fields));
}

/** Both systems of a draft, with what opens the sandbox's. */
export async function connectBoth(browser: Browser, id: string, pair: Readonly<Record<string, System>>) {
  for (const [connection, system] of Object.entries(pair)) {
    const { status, headers, html } = await connect(browser, id, connection, credentials[system]);
    expect([status, headers.get('location')], readable(html)).toEqual([303, connectionPath(id, connection)]);
  }
}

/** Sends the switches: these flows are on. */
export async function switchOn(browser: Browser, id: string, flows: readonly string[], revision?: string) {
  const path = `/integrations/${id}/setup/flows`;
  const shown = new Map(await fieldsIn((await browser.get(path)).html)).get('revision') ?? '';
  return browser.post(path, [
    ['revision', revision ?? shown],
    ...flows.map((flow): [string, string] => ['flow', flow]),
  ]);
}

/** A token of this role, and a browser that has it. */
export async function tokenOf(role: string, integrations: string[] | null): Promise<string> {
  const { body, text } = await koppel('POST', '/api/tokens', {
    name: crypto.randomUUID(),
    role,
    integrations,
  });
  expect(body.token, text).toBeDefined();
  return String(body.token);
}
