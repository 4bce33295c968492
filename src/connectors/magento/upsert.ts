import type { z } from 'zod';
import type { Api } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';

/** A POST that sets what it names, so that twice is the same as once: products, prices, levels (sheet 6). */
export async function upsert<T>(api: Api, path: Path, body: unknown, schema: z.ZodType<T>): Promise<T> {
  const { body: answer } = await api.request({ method: 'POST', path, body, repeatable: true }, schema);
  return answer;
}
