import type { Clock } from '../clock.ts';

/** Longer than any call should take, shorter than any system's memory of a connection. */
export const timeoutMs = 20_000;

/** Throws a `TimeoutError` when the work takes longer than `maxMs`, and tells the work to stop. Waits no longer, even if it does not. */
export async function withinTime<T>(
  clock: Clock,
  work: (signal: AbortSignal) => Promise<T>,
  maxMs = timeoutMs,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = clock.timer(maxMs, () => controller.abort(new DOMException('timed out', 'TimeoutError')));
  const over = new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason)),
  );
  try {
    return await Promise.race([work(signal), over]);
  } finally {
    cancel();
  }
}

export function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}
