/** Why an order needs a person, beside its amounts. */
import type { Amounts } from './amounts.ts';
import { money } from './figures.ts';

const dayWaits = {
  open: 'it is not over yet, with the time that receipts may take to arrive',
  unread: 'the source was not read up to its end yet',
  under_way: 'receipts that may belong to it are on their way',
};

export const orders = {
  /** `why`: of `dayWaits`. */
  day_open: ({
    till,
    date,
    why,
  }: {
    readonly till: string;
    readonly date: string;
    readonly why: keyof typeof dayWaits;
  }) => ({
    message: `The day ${date} of ${till} waits for its document: ${dayWaits[why]}.`,
    action: 'Nothing to do: its document is created by itself.',
  }),
  /** `receipts`: ids in the source, some of the `count` that there are. */
  day_lacks_receipts: ({
    till,
    date,
    receipts,
    count,
  }: {
    readonly till: string;
    readonly date: string;
    readonly receipts: readonly string[];
    readonly count: number;
  }) => ({
    message: `The day ${date} of ${till} has no document yet: ${count === 1 ? 'a sale that may belong to it needs' : `${count} sales that may belong to it need`} you (${receipts.join(', ')}).`,
    action: 'Take care of what needs you, or skip it: the day then goes on by itself.',
  }),
  receipt_differs: ({
    number,
    currency,
    gross,
    vat,
    parts,
  }: {
    readonly number: string;
    readonly currency: string;
    readonly gross: string;
    readonly vat: string;
    readonly parts: string;
  }) => ({
    message: `The receipt ${number} does not add up: its total is ${money(gross, currency)} with ${money(vat, currency)} VAT, its parts come to ${money(parts, currency)}, or to another VAT.`,
    action: 'Look at it in the till. Its day waits: book it by hand and skip it, or correct it and retry.',
  }),
  receipt_late: ({
    till,
    date,
    number,
  }: {
    readonly till: string;
    readonly date: string;
    readonly number: string;
  }) => ({
    message: `The receipt ${number} came after the document of its day (${date}, ${till}) was created.`,
    action:
      'Book it by hand and skip this, or set "day.late" to "next" and retry: it goes into the day that is open then.',
  }),
  /** `booked`: whether a document stands, or may. */
  order_gone: ({ booked }: { readonly booked: 'yes' | 'perhaps' | 'no' }) =>
    booked === 'no'
      ? { message: 'The source has no order with this number or id.', action: 'Check the number.' }
      : {
          message: `The order is ${booked === 'yes' ? 'booked' : 'perhaps booked'} but no longer in the source.`,
          action: 'Credit its document by hand if there is one that should not stand, and skip this.',
        },
  perhaps_made_by_koppel: ({ system }: { readonly system: string }) => ({
    message: `Koppel may be creating this order of ${system} itself just now: what it creates is not carried further.`,
    action: 'Nothing to do: it is looked at again as soon as that is known.',
  }),
  looks_like_a_loop: ({
    count,
    hours,
    gross,
    currency,
    of = 'buyer',
  }: {
    readonly count: number;
    readonly hours: number;
    readonly gross: string;
    readonly currency: string;
    /** What they have in common; absent in problems of before. */
    readonly of?: 'buyer' | 'basket';
  }) => ({
    message: `Within ${hours === 1 ? 'an hour' : `${hours} hours`} ${count} orders of ${of === 'buyer' ? 'one buyer' : 'the same goods, without an address,'} and of ${money(gross, currency)} each were placed and booked: that looks like systems that create orders for each other.`,
    action:
      'If somebody really ordered that often, retry this order on its own, and it is booked; if not, find out what creates these orders, and skip it. Retrying everything that needs you at once books none of them.',
  }),
  text_too_long: ({
    system,
    field,
    length,
    maxLength,
  }: {
    readonly system: string;
    readonly field: string;
    readonly length: number;
    readonly maxLength: number;
  }) => ({
    message: `${system} keeps ${maxLength} characters of ${field} and would cut off the rest silently; there are ${length}.`,
    action: 'Shorten it in the source, or map the field to a shorter text, and retry.',
  }),
  too_many_lines: ({
    system,
    lines,
    most,
  }: {
    readonly system: string;
    readonly lines: number;
    readonly most: number;
  }) => ({
    message: `${system} takes ${most} lines of an order in one call, and this one has ${lines}.`,
    action: 'Enter it there by hand, and skip it here.',
  }),
  reference_names_people: () => ({
    message:
      'The mapping of the reference may read data of a person, and the reference stays in plain text: no erasure finds it there.',
    action:
      "Make it of the number or other fields that are nobody's, and put the rest into another field of the document.",
  }),
  reference_changed: ({
    system,
    document,
    reference,
    stored,
  }: {
    readonly system: string;
    readonly document: string;
    readonly reference: string;
    readonly stored: string;
  }) => ({
    message: `${system} made ${document} under the reference ${stored} instead of ${reference}.`,
    action: 'It is booked. Map the reference to a text that this system keeps as it is, and skip this.',
  }),
  flow_unsupported: ({ flow }: { readonly flow: string }) => ({
    message: `These two systems cannot carry ${flow} in this direction.`,
    action: 'Remove this flow.',
  }),
  /** `product`: an id, or the SKU of one that is not there. `why`: what is wrong with its entry in that price book. */
  entry_missing: ({
    system,
    product,
    pricebook,
    currency,
    why,
  }: {
    readonly system: string;
    readonly product: string;
    readonly pricebook: string;
    readonly currency: string;
    readonly why: 'absent' | 'inactive' | 'no_product';
  }) => ({
    message: noEntry[why]({ system, product, pricebook, currency }),
    action:
      'Correct it there and retry; or set "entries" of the connection to "make", so that Koppel creates what is missing and switches on what is off.',
  }),
  /** `skus`: the first few; empty for a line without one. */
  product_unknown: ({ system, skus }: { readonly system: string; readonly skus: readonly string[] }) => ({
    message: `${system} has no product with the SKU ${skus.map((sku) => sku || '(none)').join(', ')}.`,
    action: 'Add it there, or correct the SKU in the source, and retry; or set "products" to "ignore".',
  }),
  product_under_way: ({ system, skus }: { readonly system: string; readonly skus: readonly string[] }) => ({
    message: `The products ${skus.join(', ')} are brought to ${system} first.`,
    action: 'Nothing to do: the order goes on once they are there.',
  }),
  totals_unclear: ({ system, vat }: { readonly system: string; readonly vat: string }) => ({
    message: `The invoice states ${vat} VAT, which does not follow from its lines.`,
    action: `Look at the VAT of the invoice in ${system}, enter it by hand, and skip this.`,
  }),
  /**
   * `documentDate`: empty where it has none. `owner`: the key of the record that it was made for; empty where that is not
   * known. Problems of before say the amounts only.
   */
  reference_taken: ({
    system,
    reference,
    document,
    documentGross,
    documentCurrency,
    documentDate,
    gross,
    currency,
    number,
    date,
    owner,
  }: {
    readonly system: string;
    readonly reference: string;
    readonly document?: string;
    readonly documentGross: string;
    readonly documentCurrency?: string;
    readonly documentDate?: string;
    readonly gross: string;
    readonly currency?: string;
    readonly number?: string;
    readonly date?: string;
    readonly owner?: string;
  }) => {
    const taken = `${document ? `: ${document},` : ','} of ${money(documentGross, documentCurrency || currency || null)}${documentDate ? `, dated ${documentDate}` : ''}`;
    const order = `${number ? `order ${number}` : 'the order'}${date ? ` of ${date}` : ''} comes to ${money(gross, currency || null)}`;
    const why = owner ? `it was made for ${owner}` : 'amount, VAT, currency, date or customer differ';
    return {
      message: `${system} has a document with reference ${reference} already${taken}; ${order}. They are not the same: ${why}.`,
      action:
        'If it is for this order, correct it there and skip this; if not, map "reference" to something unique and retry.',
    };
  },
  /** `madeVat`: empty where the target states none. */
  made_differs: ({
    system,
    currency,
    gross,
    vat,
    madeGross,
    madeVat,
  }: Amounts & { readonly system: string; readonly madeGross: string; readonly madeVat: string }) => ({
    message: `The document was to come to ${money(gross, currency)} with ${money(vat, currency)} VAT; ${system} made it ${money(madeGross, currency)}${madeVat && ` with ${money(madeVat, currency)}`}.`,
    action: `Correct the document in ${system} by hand and skip this. It is not created again.`,
  }),
  refund_unstated: () => ({
    message:
      'The order was given back in part, or as a whole by its status, but the shop does not say how much.',
    action: 'Credit it in the target by hand and skip this, or enter the amount in the shop and retry.',
  }),
  /** `system`: where Koppel makes no credits of such documents. */
  order_refunded: ({
    amount,
    currency,
    system,
  }: {
    readonly amount: string;
    readonly currency: string;
    readonly system?: string;
  }) => ({
    message: `${money(amount, currency)} was given back or cancelled after this order was booked.`,
    action:
      system === undefined
        ? 'Credit it in the target by hand and skip this, or set "refunds" to "credit" and retry.'
        : `Koppel does not credit orders in ${system}: refund, correct or withdraw it there by hand, credit what was invoiced of it, and skip this.`,
  }),
  refund_undone: ({ amount, currency }: { readonly amount: string; readonly currency: string }) => ({
    message: `${money(amount, currency)} was credited, but the shop no longer says that it was given back.`,
    action: 'Correct it in the target by hand; then skip this.',
  }),
  order_changed: ({
    bookedGross,
    bookedVat,
    gross,
    vat,
  }: {
    readonly bookedGross: string;
    readonly bookedVat: string;
    readonly gross: string;
    readonly vat: string;
  }) => ({
    message: `The order came to ${bookedGross} with ${bookedVat} VAT when it was booked; now it comes to ${gross} with ${vat}.`,
    action: 'Correct the document in the target by hand; then skip this.',
  }),
  /** `what`: of `paid`, `shipped`, `cancelled`. */
  order_went_on: ({ system, what }: { readonly system: string; readonly what: readonly string[] }) => ({
    message: `The order was ${what.join(' and ')} in the source after it was made in ${system}, and ${system} was not told.`,
    action: `Enter that in ${system} by hand where it is so, and skip this. With "aftermath": "carry" Koppel does it where the order there allows it, with "ignore" nobody is asked.`,
  }),
  credit_of_draft: ({ system }: { readonly system: string }) => ({
    message: `The order was given back, but its document in ${system} is still a draft.`,
    action: 'Delete or correct the draft there and skip this, or send it and retry.',
  }),
  not_final_yet: ({ system }: { readonly system: string }) => ({
    message: `The order was given back, and ${system} has not made its document final yet.`,
    action: 'Nothing to do: the credit is created as soon as it is final.',
  }),
  credit_stands: ({ system, ids }: { readonly system: string; readonly ids: readonly string[] }) => ({
    message: `Something of the order was given back, and its document in ${system} was credited already, not by Koppel: ${ids.join(', ')}.`,
    action: `If that is for what was given back, skip this. Else credit the rest in ${system} by hand and skip this.`,
  }),
  discount_unbearable: ({ system }: { readonly system: string }) => ({
    message: `The discounts of this order are more than its goods and its shipping, and ${system} does not allow such an order.`,
    action:
      'Look at the order in the source and correct it there, then retry; or enter it by hand and skip this.',
  }),
  credit_unsupported: ({ system }: { readonly system: string }) => ({
    message: `Koppel creates no credit notes in ${system}.`,
    action: `Refund the order in ${system} by hand and skip this, or set "refunds" to "flag".`,
  }),
  status_unknown: ({ system, status }: { readonly system: string; readonly status: string }) => ({
    message: `"${status}" is not a status of ${system}.`,
    action: 'Correct it where it is named, in the setting "writeBack" or at the connection, and retry.',
  }),
  account_unknown: ({ system, account }: { readonly system: string; readonly account: string }) => ({
    message: `"${account}" is not a ledger account of ${system}.`,
    action: 'Give the account\'s id in the setting "revenueAccount" or "rounding", and retry.',
  }),
};

type Entry = Readonly<Record<'system' | 'product' | 'pricebook' | 'currency', string>>;

const noEntry = {
  absent: ({ system, product, pricebook, currency }: Entry) =>
    `The product ${product} of ${system} has no entry in ${currency} in the price book ${pricebook}.`,
  inactive: ({ system, product, pricebook, currency }: Entry) =>
    `The entry of the product ${product} of ${system} in ${currency} in the price book ${pricebook} is not active.`,
  no_product: ({ system, product }: Entry) =>
    `${system} has no active product with the SKU ${product} for lines that have none of their own.`,
};
