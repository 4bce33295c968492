import type { z } from 'zod';
import type { Api } from '../contract/api.ts';
import type { Path } from '../contract/path.ts';
import { minQueryLength, rows } from './pages.ts';

const dayMs = 86_400_000;

interface Wanted<Row> {
  readonly row: z.ZodType<Row>;
  readonly reference: string;
  readonly notBefore: Date;
  /** When the document was made at the latest; undefined where it does not tell. */
  readonly at: (row: Row) => string | undefined;
}

/**
 * Documents of a list that may have a reference. Which fields `query` covers, and how loosely, is unknown (sheet 3.4): its
 * hits are candidates only.
 */
export async function* candidates<Row>(
  api: Api,
  list: Path,
  { row, reference, notBefore, at }: Wanted<Row>,
): AsyncGenerator<Row> {
  if (reference.length >= minQueryLength) {
    yield* rows(api, list, row, { query: reference });
    return;
  }
  // Too short to search for: all of them, newest first (sheet 3.4), back to a day before the order.
  const oldest = notBefore.getTime() - dayMs;
  for await (const document of rows(api, list, row)) {
    const madeAt = at(document);
    if (madeAt !== undefined && Date.parse(madeAt) < oldest) return;
    yield document;
  }
}
