import type { AccessCall, AskForAccess } from '../../connectors/contract/activation.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import { problem } from '../../records/problem.ts';
import { readText } from '../http/answer-body.ts';
import { redirected } from '../http/base-url.ts';
import { isSuccess } from '../http/call-problem.ts';
import { codeIn } from '../http/system-codes.ts';
import { withinTime } from '../http/within-time.ts';
import { isWord } from './activation-checks.ts';
import type { Surroundings } from './session.ts';

/** What a busy system or whatever stands in front of it answers: nothing is known of what was done. */
const busy = [408, 429];

/** A few short values. */
const maxBytes = 16 * 1024;

/** The calls of a handshake with a system that is being activated. None is made twice. */
export function askForAccess(
  connector: Connector,
  surroundings: Pick<Surroundings, 'fetch' | 'clock' | 'baseUrls'>,
): AskForAccess {
  const { name: system } = connector;
  return async (call) => {
    const { status, form } = await sent(connector, call, surroundings).catch((error: unknown) => {
      throw problem('retry', 'activation_unanswered', { system }, { cause: error });
    });
    const isGiven = call.gives.every((name) => isWord(form.get(name) ?? ''));
    if (isSuccess(status) && isGiven) return form;
    const code = form.get(call.refuses);
    const isRefusal = status >= 300 && status < 500 && !busy.includes(status);
    if (!isRefusal && code === undefined) throw problem('retry', 'activation_unanswered', { system });
    const systemCode = codeIn(code, call.secrets);
    throw problem('rejected', 'activation_refused', {
      ...{ system, status },
      ...(systemCode === undefined ? {} : { systemCode }),
    });
  };
}

/** The system may be anybody's: it is given twenty seconds for all of its answer, and leads nowhere else. */
function sent(
  connector: Connector,
  { url, sign }: AccessCall,
  { fetch, clock, baseUrls }: Pick<Surroundings, 'fetch' | 'clock' | 'baseUrls'>,
): Promise<{ readonly status: number; readonly form: ReadonlyMap<string, string> }> {
  const address = redirected(connector, url, baseUrls);
  return withinTime(clock, async (signal) => {
    const headers = sign({ method: 'POST', url: address, body: '', at: clock.now() });
    const request = new Request(address, { method: 'POST', redirect: 'manual', headers, signal });
    const response = await fetch(request);
    const form = new Map(new URLSearchParams((await readText(response, maxBytes)).trim()));
    return { status: response.status, form };
  });
}
