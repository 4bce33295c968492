import { publicHttpsUrl } from '../../connectors/wire/public-url.ts';
import type { FetchedPicture } from '../../flows/bulk.ts';
import { asProblem, type Problem, type ProblemData, problem, rejected } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { BaseUrls } from './base-url.ts';
import { isTimeout, withinTime } from './within-time.ts';

export interface PictureParts {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Addresses of stand-ins, which are no public ones. */
  readonly baseUrls: BaseUrls;
}

/** Fetches a picture from a public address, within `maxBytes`. The problem says why it cannot be had. Never throws. */
export async function fetchPicture(
  { fetch, clock, baseUrls }: PictureParts,
  url: string,
  maxBytes: number,
): Promise<FetchedPicture | ProblemData> {
  const file = fileOf(url);
  try {
    if (!isFetchable(url, baseUrls)) throw rejected('picture_unreachable', { file, status: 0 });
    return await withinTime(clock, async (signal) => {
      // A redirect may lead anywhere.
      const response = await fetch(url, { signal, redirect: 'manual' });
      if (!response.ok) throw failed(file, response.status);
      const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!type.startsWith('image/')) throw rejected('picture_unusable', { file, type });
      return { bytes: await bytesOf(response, maxBytes, file), type };
    });
  } catch (error) {
    return told(error, file).toData();
  }
}

function told(error: unknown, file: string): Problem {
  const known = asProblem(error);
  if (known.code !== 'internal_error') return known;
  return problem('retry', isTimeout(error) ? 'picture_timed_out' : 'picture_unreachable', {
    file,
    status: 0,
  });
}

function failed(file: string, status: number): Problem {
  return problem(status >= 500 || status === 429 ? 'retry' : 'rejected', 'picture_unreachable', {
    file,
    status,
  });
}

async function bytesOf(response: Response, maxBytes: number, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes)
      throw rejected('picture_too_large', { file, maxMegabytes: Math.floor(maxBytes / 1e6) });
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
  return isStandIn || publicHttpsUrl().safeParse(`${origin}${pathname}`).success;
}

/** What people know it by; the rest of an address may hold anything. */
function fileOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return path.slice(path.lastIndexOf('/') + 1).slice(-80);
}
