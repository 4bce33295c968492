import { publicHttpsUrl } from '../../connectors/wire/public-url.ts';
import type { FetchedPicture } from '../../flows/bulk.ts';
import { Problem, type ProblemData, problem, rejected } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { BaseUrls } from './base-url.ts';
import { withinTime } from './within-time.ts';

/** Made once: a schema costs more to make than to ask. */
const publicAddress = publicHttpsUrl();

export interface PictureParts {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Addresses of stand-ins, which are no public ones. */
  readonly baseUrls: BaseUrls;
}

/**
 * Fetches a picture from a public address, within `maxBytes`. The problem says why it cannot be had. Throws only where the run may make no
 * more calls: the picture is fetched by the next.
 */
export async function fetchPicture(
  { fetch, clock, baseUrls }: PictureParts,
  url: string,
  maxBytes: number,
): Promise<FetchedPicture | ProblemData> {
  try {
    if (!isFetchable(url, baseUrls)) throw rejected('picture_address', {});
    return await withinTime(clock, async (signal) => {
      // A redirect may lead anywhere.
      const response = await fetch(new Request(url, { signal, redirect: 'manual' }));
      if (!response.ok) throw failed(response.status);
      const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!type.startsWith('image/')) throw rejected('picture_not_one', {});
      return { bytes: await bytesOf(response, maxBytes), type };
    });
  } catch (error) {
    const problem = told(error);
    if (problem.code === 'run_spent') throw problem;
    return problem.toData();
  }
}

/** Nobody answered, or not in time. */
function told(error: unknown): Problem {
  return error instanceof Problem ? error : problem('retry', 'picture_unreachable', {}, { cause: error });
}

function failed(status: number): Problem {
  const passes = status >= 500 || status === 429;
  return problem(passes ? 'retry' : 'rejected', 'picture_unreachable', { status });
}

async function bytesOf(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw rejected('picture_too_large', { max: maxBytes });
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function isFetchable(url: string, baseUrls: BaseUrls): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  const isStandIn = Object.values(baseUrls).some((base) => new URL(base).origin === origin);
  return isStandIn || publicAddress.safeParse(`${origin}${pathname}`).success;
}
