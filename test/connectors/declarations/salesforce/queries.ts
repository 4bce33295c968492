import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import { text } from '../../../../src/connectors/wire/fields.ts';
import { eachRow } from '../../../../src/connectors/wire/pages.ts';

/** One that stays for years (sheet 1). */
export const version = 'v66.0';

const locator = /^\/services\/data\/v[\d.]+\/query\/([\w-]+)$/;

export interface Rows<Row> {
  readonly records: readonly Row[];
  readonly done: boolean;
  readonly nextRecordsUrl?: string | undefined;
}

export function rowsOf<Row>(row: z.ZodType<Row>) {
  return z.object({ records: z.array(row), done: z.boolean(), nextRecordsUrl: text });
}

export function query<Row>(api: Api, q: string, row: z.ZodType<Row>): Promise<Rows<Row>> {
  return api.get(path`/services/data/${version}/query`, rowsOf(row), { q });
}

/** All rows, from a first page on. The server decides how many a page has (sheet 3.3). */
export async function allRows<Row>(api: Api, first: Rows<Row>, row: z.ZodType<Row>): Promise<Row[]> {
  let page = first;
  const rows: Row[] = [];
  let next: string | undefined;
  const each = eachRow(async () => {
    if (next !== undefined) page = await api.get(path`/services/data/${version}/query/${next}`, rowsOf(row));
    next = page.done ? undefined : locator.exec(page.nextRecordsUrl ?? '')?.[1];
    return { rows: page.records, isLast: next === undefined };
  });
  for await (const found of each) rows.push(found);
  return rows;
}
