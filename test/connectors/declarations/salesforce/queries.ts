import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import { text } from '../../../../src/connectors/wire/fields.ts';
import { eachRow } from '../../../../src/connectors/wire/pages.ts';

/** One that stays for years (sheet 1). */
export const root = '/services/data/v66.0';

const locator = /^\/services\/data\/v[\d.]+\/query\/[\w-]+$/;

export interface Rows<Row> {
  readonly records: readonly Row[];
  readonly done: boolean;
  readonly nextRecordsUrl?: string | undefined;
}

export function rowsOf<Row>(row: z.ZodType<Row>) {
  return z.object({ records: z.array(row), done: z.boolean(), nextRecordsUrl: text });
}

export function query<Row>(api: Api, q: string, row: z.ZodType<Row>): Promise<Rows<Row>> {
  return api.get(`${root}/query`, rowsOf(row), { q });
}

/** All rows, from a first page on. The server decides how many a page has (sheet 3.3). */
export async function allRows<Row>(api: Api, first: Rows<Row>, row: z.ZodType<Row>): Promise<Row[]> {
  let page = first;
  const rows: Row[] = [];
  const each = eachRow(async (number) => {
    if (number > 1) page = await api.get(String(page.nextRecordsUrl), rowsOf(row));
    return { rows: page.records, isLast: page.done || !locator.test(page.nextRecordsUrl ?? '') };
  });
  for await (const found of each) rows.push(found);
  return rows;
}
