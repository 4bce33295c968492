import type { Clock } from '../engine/clock.ts';
import { retryAfterMs } from '../engine/http/retry-after.ts';
import { isTimeout, withinTime } from '../engine/http/within-time.ts';
import { Undelivered } from '../engine/reporting/alerts.ts';

const timeoutMs = 10_000;

export interface AlertPorts {
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}

/** What a channel answered that took the message. */
export interface Taken {
  readonly status: number;
}

/** Sends JSON. Throws `Undelivered` with the reason when it was not taken; a redirect is followed nowhere, and takes nothing. */
export async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  { clock, fetch }: AlertPorts,
): Promise<Taken> {
  const response = await inTime(clock, (signal) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      redirect: 'manual',
      signal,
    }),
  );
  await response.body?.cancel();
  if (response.ok) return { status: response.status };
  const wait = retryAfterMs(response.headers.get('retry-after'), clock.now());
  throw new Undelivered(`answered ${response.status}`, wait ?? 0);
}

/** Throws `Undelivered` when the channel takes too long. */
export async function inTime<T>(clock: Clock, send: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await withinTime(clock, send, timeoutMs);
  } catch (error) {
    throw isTimeout(error) ? new Undelivered('timed out') : error;
  }
}

/** A message as Slack and what is like it takes it. */
export function slackBody(text: string): string {
  return JSON.stringify({ text });
}

/** Nobody is mentioned, whatever stands in it. */
export function discordBody(text: string): string {
  return JSON.stringify({ content: text, allowed_mentions: { parse: [] } });
}
