import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sessionPorts } from '../../durable-objects/session-ports.ts';
import { path } from '../../src/connectors/contract/path.ts';
import { connectorById } from '../../src/connectors/registry.ts';
import { systemClock } from '../../src/engine/clock.ts';
import type { PermitUse } from '../../src/engine/connection/permits.ts';
import { Session } from '../../src/engine/connection/session.ts';
import { Recorder } from '../../src/engine/http/recorder.ts';
import { type Subject, startIntegration } from './support/harness.ts';
import { outside } from './support/outside.ts';
import { inBooks, newShopToken } from './support/shop.ts';
import { clock, minuteMs } from './support/virtual-clock.ts';

const tokenPath = /oauth\/token$/;
const organization = z.object({ data: z.object({ company_name: z.string() }) });

/** As a queue's consumer does: in the Worker, outside of the object. */
function consume(subject: Subject, connection: string, permitUse?: PermitUse): Promise<Session> {
  return Session.open({
    name: connection,
    connectorById,
    ports: sessionPorts(env, subject.id, connection),
    clock: systemClock,
    fetch: (input, init) => fetch(input, init),
    baseUrls: {},
    ...(permitUse === undefined ? {} : { permitUse }),
  });
}

const readOrganization = (session: Session) =>
  session.api(new Recorder()).get(path`/v3/organizations/me`, organization);

describe('a session in the consumer of a queue', () => {
  it('calls a system with the token and the account that the object keeps', async () => {
    const subject = await startIntegration();
    const session = await consume(subject, 'books');
    expect((await readOrganization(session)).data.company_name).not.toBe('');
    expect(session.api(new Recorder()).account.currency).toBe('EUR');
    expect(outside.count('POST', tokenPath)).toBe(0);
  });

  it('has a refused token renewed by the object, once for all sessions', async () => {
    const subject = await startIntegration();
    const sessions = [await consume(subject, 'books'), await consume(subject, 'books')];
    await Promise.all(sessions.map(readOrganization));
    await inBooks('POST', '/revoke-tokens');
    await Promise.all([...sessions, ...sessions].map(readOrganization));
    expect(outside.count('POST', tokenPath)).toBe(1);
  });

  it('keeps to the limits that the object holds, together with every other', async () => {
    const subject = await startIntegration();
    clock.pass(minuteMs);
    // The first call stays under way until another has joined it.
    outside.intercept = async ({ number }, answer) => {
      if (number === 1) await clock.until(() => outside.calls.length > 1);
      return answer();
    };
    const sessions = await Promise.all(
      [1, 2, 3].map(() => consume(subject, 'books', { atOnce: 2, forMs: minuteMs })),
    );
    const calls = Array.from({ length: 4 }, () => sessions.map(readOrganization)).flat();
    const ended = await Promise.allSettled(calls);
    expect(outside.maxUnderWay.jortt).toBeLessThanOrEqual(4);
    expect(outside.maxUnderWay.jortt).toBeGreaterThan(1);
    for (const end of ended) {
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ kind: 'wait', code: 'rate_limited' });
    }
    expect(ended.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(10);
    for (const session of sessions) await session.close();
  });

  it('tells the object when its credentials are refused: the connection stops, and says why', async () => {
    const subject = await startIntegration();
    await newShopToken('another');
    const session = await consume(subject, 'shop');
    await expect(session.check()).rejects.toMatchObject({ kind: 'auth', code: 'credentials_refused' });
    expect((await subject.view()).problems).toMatchObject([
      { connection: 'shop', code: 'credentials_refused' },
    ]);
  });

  it('of a connection that there is none of is refused', async () => {
    const subject = await startIntegration();
    await expect(consume(subject, 'till')).rejects.toThrow(/no such connection/);
  });
});
