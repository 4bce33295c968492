import { isSelectable } from '../administration/ledger-accounts.ts';
import { isValidVat } from '../administration/vat-rules.ts';
import type { Books } from '../books.ts';
import type { Customer, CustomerInput } from '../customers/customer.ts';
import { invalidOperation, notFound, yearClosed } from '../refusal.ts';
import type { JorttSettings } from '../settings.ts';
import type { Invoice, InvoiceInput, SendMethod } from './invoice.ts';
import type { SaleLine } from './line.ts';

/** What the rules of invoices and of estimates look at. */
interface Sale {
  readonly customer_id: string | null;
  readonly tradename_id: string | null;
  readonly line_items: readonly SaleLine[];
}

/** Checks that apply to every invoice that is written: first that what it names exists, then the business rules. */
export function checkWritten(input: InvoiceInput, books: Books, settings: JorttSettings): void {
  checkParties(input, books);
  checkLabels(input.label_ids, books);
  checkAccounts(input.line_items.map(({ ledger_account_id }) => ledger_account_id));
  if (input.payment_method === 'direct_debit') throw directDebitNotEnabled();
  checkVat(input, books, settings);
}

/** Further checks for sending. A credit note repeats its invoice, even if the customer has been deleted or changed since. */
export function checkSendable(invoice: Invoice | InvoiceInput, books: Books, settings: JorttSettings): void {
  const isCredit = 'credited_invoice_id' in invoice && invoice.credited_invoice_id !== null;
  const id = invoice.customer_id ?? '';
  if ((isCredit ? books.customers.get(id) : books.customer(id)) === undefined) {
    throw invalidOperation('Invoice::CustomerMissing', 'The invoice has no customer.');
  }
  if (invoice.line_items.length === 0) {
    throw invalidOperation('Invoice::LineItemsMissing', 'The invoice has no line items.');
  }
  checkOrganization(settings);
  if (isCredit) return;
  checkOpen(id, books, settings);
  checkVat(invoice, books, settings);
}

/** It says of itself whether it is complete (sheet 7.1). */
export function checkOrganization({ organizationIsComplete }: JorttSettings): void {
  if (organizationIsComplete) return;
  throw invalidOperation('Organization::Incomplete', 'The data of the organization is not complete.');
}

export function checkOpen(customerId: string, books: Books, { archivedIsClosed }: JorttSettings): void {
  if (!archivedIsClosed || !books.customer(customerId)?.archived) return;
  throw invalidOperation('Customer::Archived', 'The customer is archived.');
}

/** The last check of all. `today` is the date of an invoice that is to be sent and has none. */
export function checkYears(invoice: InvoiceInput, today: string | null, settings: JorttSettings): void {
  for (const date of [invoice.invoice_date ?? today, invoice.delivery_period]) {
    const year = Number(date?.slice(0, 4));
    if (settings.closedYears.includes(year)) throw yearClosed(year);
  }
}

/** A wrong rate is refused; whether the real one does is unknown, the keys are ours (sheet 5). */
export function checkVat(input: Sale, books: Books, settings: JorttSettings): void {
  const customer = input.customer_id === null ? undefined : books.customers.get(input.customer_id);
  for (const line of input.line_items) checkLineVat(line, customer, settings);
}

function checkLineVat({ vat }: SaleLine, customer: Customer | undefined, settings: JorttSettings): void {
  if (vat.category !== null && !settings.vatCategories.includes(vat.category)) {
    throw invalidOperation('Vat::CategoryNotEnabled', `The category ${vat.category} is not switched on.`);
  }
  if (customer !== undefined && !isValidVat(vat, customer, settings)) {
    throw invalidOperation('Vat::InvalidForCustomer', `The rate ${vat.value} is not valid for the customer.`);
  }
}

/** `/send` brings an address of its own; where an invoice is sent at once the customer must have one. */
export function checkReachable(invoice: InvoiceInput, method: SendMethod, books: Books): void {
  const customer = books.customers.get(invoice.customer_id ?? '');
  if (method === 'email' && !customer?.email) {
    throw invalidOperation('Invoice::EmailMissing', 'The customer has no e-mail address.');
  }
  if (method === 'peppol' && !(customer?.peppol_scheme_code && customer.peppol_identifier)) {
    throw invalidOperation('Invoice::PeppolMissing', 'The customer has no Peppol identifier.');
  }
}

/** That the customer is there, and the name under which it is sold. */
export function checkParties({ customer_id, tradename_id }: Sale, books: Books): void {
  if (customer_id !== null && books.customer(customer_id) === undefined) throw notFound();
  if (tradename_id !== null && !books.tradenames.has(tradename_id)) throw notFound();
}

export function checkLabels(ids: readonly string[], books: Books): void {
  if (!ids.every((id) => books.labels.has(id))) throw notFound();
}

/** Only leaves of the tree may be booked on (sheet 7.1). */
function checkAccounts(ids: readonly (string | null)[]): void {
  if (ids.every((id) => id === null || isSelectable(id))) return;
  throw invalidOperation('LedgerAccount::NotSelectable', 'The ledger account can not be used on invoices.');
}

/** It needs Mollie, which this organization does not have (sheet 4.2). The key is the recorded one (sheet 3.2). */
export function directDebitNotEnabled() {
  return invalidOperation('DirectDebit::NotEnabled', 'Direct debit is not enabled.');
}

/** A customer names a label and an account too. */
export function checkCustomer(input: CustomerInput, books: Books): void {
  if (input.default_label_id !== null) checkLabels([input.default_label_id], books);
  checkAccounts([input.default_ledger_account_id]);
  if (input.payment_method_invoice === 'direct_debit') throw directDebitNotEnabled();
}
