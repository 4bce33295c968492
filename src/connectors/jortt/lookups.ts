import { z } from 'zod';
import { Problem } from '../../records/problem.ts';
import type { Api } from '../contract/api.ts';
import { type FixedList, fixed, type Lookups, type Option, statusCodes } from '../contract/lookups.ts';
import { path } from '../contract/path.ts';
import { flag, needed, text } from '../wire/fields.ts';
import { paymentMethods } from './fields.ts';
import { parseVatCode, vatCategories } from './orders/vat-code.ts';

const vatCodes: FixedList = {
  options: [...vatCategories, '21', '9', '0'].map((value) => ({ value, label: value })),
  fits: isVatCode,
};

/** Statuses are those of invoices that are read as orders (sheet 4.8). */
export const lookups: Lookups = {
  orderStatuses: statusCodes('draft', 'sent'),
  paymentStatuses: statusCodes('paid', 'unpaid', 'late'),
  paymentMethods: fixed(...paymentMethods),
  vatCodes,
  ledgerAccounts,
  classifications: labels,
  labels,
};

function isVatCode(code: string): boolean {
  try {
    parseVatCode(code);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** These lists have no pages (sheet 3.1). */
function listOf<Row>(row: z.ZodType<Row>) {
  return z.looseObject({ data: z.array(row) });
}

const accountWire = z.looseObject({ ledger_account_id: needed(text), name: needed(text), selectable: flag });

/** Only the leaves of the tree may go on lines (sheet 7.1). */
async function ledgerAccounts(api: Api): Promise<Option[]> {
  const { data } = await api.get(path`/v3/ledger_accounts/invoices`, listOf(accountWire));
  return data
    .filter(({ selectable }) => selectable !== false)
    .map(({ ledger_account_id: value, name: label }) => ({ value, label }));
}

const labelWire = z.looseObject({ id: needed(text), description: needed(text) });

async function labels(api: Api): Promise<Option[]> {
  const { data } = await api.get(path`/v3/labels`, listOf(labelWire));
  return data.map(({ id: value, description: label }) => ({ value, label }));
}
