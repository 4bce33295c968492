import type { Deliver, World } from '../stand-in.ts';

/** What came of a request that a system made by itself: a status, or what went wrong instead. */
export type Answer = number | 'timeout' | 'no answer';

interface Sending {
  readonly world: World;
  readonly deliver: Deliver;
  /** How long an answer is awaited. */
  readonly timeoutMs: number;
}

/** Sends it. An answer that comes after the timeout is nobody's. */
export async function sent(request: Request, { world, deliver, timeoutMs }: Sending): Promise<Answer> {
  const stop = new AbortController();
  const answer = deliver(request).then(
    ({ status }) => status,
    () => 'no answer' as const,
  );
  const timeout = world.sleep(timeoutMs, stop.signal).then(() => 'timeout' as const);
  const first = await Promise.race([answer, timeout]);
  stop.abort();
  return first;
}
