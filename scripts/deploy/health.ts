import type { Ports } from './ports.ts';
import { Stop } from './stop.ts';

/** A new address is known everywhere within a minute, as a rule. */
const tries = 40;
const pauseMs = 3_000;
const timeoutMs = 10_000;

/**
 * Waits until this version answers at the address that it is well. Throws Stop with what stands in the way: its own sentence, where it
 * gives one.
 */
export async function checkHealth(
  address: string,
  version: string | null,
  { fetch, sleep }: Ports,
): Promise<void> {
  let seen = 'nothing answers there';
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await sleep(pauseMs);
    const answer = await ask(`${address}/health`, fetch);
    const isThisOne = version === null || answer.version === version;
    if (answer.ok && isThisOne) return;
    if (!answer.ok && isThisOne && answer.detail !== undefined) {
      throw new Stop(`Koppel is there, and says that it is not ready: ${answer.detail}`);
    }
    seen = answer.ok ? 'the version of before still answers there' : answer.seen;
  }
  throw new Stop(
    `Koppel was uploaded, and ${address}/health does not say that it is well: ${seen}. A new address can take some minutes, a domain of one's own a little longer.`,
  );
}

interface Answer {
  readonly ok: boolean;
  readonly version?: string | undefined;
  readonly detail?: string | undefined;
  readonly seen: string;
}

async function ask(url: string, send: typeof fetch): Promise<Answer> {
  try {
    const response = await send(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    const body: unknown = await response.json().catch(() => null);
    const { ok, version, detail } = (body ?? {}) as { ok?: unknown; version?: unknown; detail?: unknown };
    return {
      ok: response.ok && ok === true,
      version: typeof version === 'string' ? version : undefined,
      detail: typeof detail === 'string' ? detail : undefined,
      seen: `it answers ${response.status}`,
    };
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    return { ok: false, seen: `nothing answers there (${code ?? (error as Error).message})` };
  }
}
