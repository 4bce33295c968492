/** The part of the ledger that invoices are booked on: a tree of which only the leaves can be chosen (sheet 7.1). */
export interface LedgerAccount {
  ledger_account_id: string;
  parent_ledger_account_id: string | null;
  name: string;
  selectable: boolean;
}

const turnover = 'c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b01';

/** Where lines without an account go. The name is the recorded one. */
export const defaultAccount: LedgerAccount = account(
  'c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b02',
  'Omzet uit facturen',
);

export const ledgerAccounts: readonly LedgerAccount[] = [
  { ledger_account_id: turnover, parent_ledger_account_id: null, name: 'Omzet', selectable: false },
  defaultAccount,
  account('c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b03', 'Omzet webwinkel'),
  account('c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b04', 'Verzendkosten'),
  account('c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b05', 'Verleende kortingen'),
  account('c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b06', 'Betalingsverschillen'),
];

export function isSelectable(id: string): boolean {
  return ledgerAccounts.some((each) => each.ledger_account_id === id && each.selectable);
}

function account(id: string, name: string): LedgerAccount {
  return { ledger_account_id: id, parent_ledger_account_id: turnover, name, selectable: true };
}
