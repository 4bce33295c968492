/** Why an order needs a person. Amounts are decimal strings. */
interface Amounts {
  readonly currency: string;
  readonly gross: string;
  readonly vat: string;
}

/** `fields`: those whose amounts are the difference, one and its VAT joined by a plus. */
function inFields(fields: readonly string[]): string {
  if (fields.length === 0) return '';
  const named = fields.map((field) => `"${field}"`).join(' or ');
  return `The difference is the amount of ${named}: name it in the setting "fees" and retry. Or: `;
}

/** What would let an order through whose totals differ, where anything would. */
function throughRounding(needed: string, ways: readonly string[]): string {
  if (ways.includes('match')) {
    const other = ways.includes('accept')
      ? ', or with "rounding.vat": "accept" too, which keeps the target\'s own VAT'
      : '';
    return `If the difference is in order, set "rounding.tolerance" to "${needed}": rounding lines then make it up${other}. `;
  }
  if (!ways.includes('accept')) return '';
  return `If the difference is in order, set "rounding.tolerance" to "${needed}" and "rounding.vat" to "accept". `;
}

function whyUnexplained(why: string, country: string): string {
  switch (why) {
    case 'home_vat_number':
      return `it goes to ${country}, and the VAT number is of the shop's own country`;
    case 'home_delivery':
      return 'the VAT number is of another country, and the goods stay at home';
    case 'not_shifted':
      return 'the shop says that it shifts the VAT, and number and delivery do not allow it';
    default:
      return `it goes to ${country} without a valid VAT number of another EU country`;
  }
}

export const orders = {
  /** `booked`: whether a document stands, or may. */
  order_gone: ({ booked }: { readonly booked: 'yes' | 'perhaps' | 'no' }) =>
    booked === 'no'
      ? { message: 'The source has no order with this number or id.', action: 'Check it.' }
      : {
          message: `The order is ${booked === 'yes' ? 'booked' : 'perhaps booked'} but no longer in the source.`,
          action: 'Credit its document by hand if there is one that should not stand, and skip this.',
        },
  flow_unsupported: ({ flow }: { readonly flow: string }) => ({
    message: `These two systems cannot carry ${flow} this way.`,
    action: 'Remove this flow.',
  }),
  /** `skus`: the first few; empty for a line without one. */
  product_unknown: ({ system, skus }: { readonly system: string; readonly skus: readonly string[] }) => ({
    message: `${system} has no product with the SKU ${skus.map((sku) => sku || '(none)').join(', ')}.`,
    action: 'Add it there, or correct the SKU in the source, and retry; or set "products" to "ignore".',
  }),
  /** `fields`: see `inFields`. `needed`: the tolerance that lets the order through, with `rounding.vat` as one of `ways`. Rows from before state neither. */
  totals_differ: ({
    currency,
    gross,
    vat,
    documentGross,
    documentVat,
    fields = [],
    needed = '',
    ways = [],
  }: Amounts & {
    readonly documentGross: string;
    readonly documentVat: string;
    readonly fields?: readonly string[];
    readonly needed?: string;
    readonly ways?: readonly string[];
  }) => ({
    message: `The order comes to ${gross} ${currency} with ${vat} VAT; the document would come to ${documentGross} with ${documentVat}.`,
    action: `${inFields(fields)}Correct the order in the shop, or the setting "vat", and retry. ${throughRounding(needed, ways)}Nothing was booked.`,
  }),
  totals_unclear: ({ system, vat }: { readonly system: string; readonly vat: string }) => ({
    message: `The invoice states ${vat} VAT, which does not follow from its lines.`,
    action: `Look at the VAT of the invoice in ${system}, carry it over by hand, and skip this.`,
  }),
  currency_unsupported: ({
    currency,
    system,
    held,
  }: {
    readonly currency: string;
    readonly system: string;
    readonly held: readonly string[];
  }) => ({
    message: `The order is in ${currency}; ${system} holds ${held.join(', ')} only.`,
    action: 'Book this order by hand and skip it: Koppel converts no amounts.',
  }),
  reverse_charge: () => ({
    message: 'The order shifts VAT to its customer, and "vat.reverseCharge" is "park".',
    action: 'Check the VAT number; then set "vat.reverseCharge" to "allow" and retry, or skip.',
  }),
  oss: ({ country }: { readonly country: string }) => ({
    message: `The order is a private sale to ${country}, and "vat.oss" is "park".`,
    action: 'Check its VAT; then set "vat.oss" to "allow" and retry, or skip.',
  }),
  /** `why`: `no_vat_number`, `home_vat_number`, `home_delivery` or `not_shifted`. Countries may be empty. */
  vat_unexplained: ({
    why,
    country,
  }: {
    readonly why: string;
    readonly country: string;
    readonly home: string;
  }) => ({
    message: `The shop charged no VAT, and nothing explains it: ${whyUnexplained(why, country)}.`,
    action:
      'Correct the VAT or the VAT number of the order in the shop and retry; or set "vat.untaxed" to "allow", which books such orders at 0 % without a reverse charge.',
  }),
  vat_rate_unknown: ({ rate }: { readonly rate: string }) => ({
    message: `Shipping or a fee comes to ${rate} % VAT, a rate that neither the goods of this order nor the countries of this sale have.`,
    action: `Correct the VAT of the order in the shop; or name "${rate}" in the setting "vat.byRate", and retry.`,
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
    readonly documentDate?: string;
    readonly gross: string;
    readonly currency?: string;
    readonly number?: string;
    readonly date?: string;
    readonly owner?: string;
  }) => {
    const inCurrency = currency ? ` ${currency}` : '';
    const taken = `${document ? `: ${document},` : ','} of ${documentGross}${inCurrency}${documentDate ? `, dated ${documentDate}` : ''}`;
    const order = `${number ? `order ${number}` : 'the order'}${date ? ` of ${date}` : ''} comes to ${gross}${inCurrency}`;
    const why = owner ? `it was made for ${owner}` : 'amount, VAT, currency, date or customer differ';
    return {
      message: `${system} has a document with reference ${reference} already${taken}; ${order}. They are not the same: ${why}.`,
      action:
        'If it is this order, correct it there and skip; if not, map "reference" to something unique and retry.',
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
    message: `The document was to come to ${gross} ${currency} with ${vat} VAT; ${system} made it ${madeGross}${madeVat && ` with ${madeVat}`}.`,
    action: `Correct the document in ${system} by hand and skip this. It is not made again.`,
  }),
  refund_unstated: () => ({
    message: 'The order was given back in part, but the shop does not say how much.',
    action: 'Credit it in the target by hand and skip, or enter the amount in the shop and retry.',
  }),
  order_refunded: ({ amount, currency }: { readonly amount: string; readonly currency: string }) => ({
    message: `${amount} ${currency} was given back or cancelled after this order was booked.`,
    action: 'Credit it in the target by hand and skip, or set "refunds" to "credit" and retry.',
  }),
  refund_undone: ({ amount, currency }: { readonly amount: string; readonly currency: string }) => ({
    message: `${amount} ${currency} was credited, but the shop no longer says that it was given back.`,
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
  credit_of_draft: ({ system }: { readonly system: string }) => ({
    message: `The order was given back, but its document in ${system} is still a draft.`,
    action: 'Delete or correct the draft there and skip this, or send it and retry.',
  }),
  not_final_yet: ({ system }: { readonly system: string }) => ({
    message: `The order was given back, and ${system} has not made its document final yet.`,
    action: 'Nothing to do: the credit is made as soon as it is.',
  }),
  credit_unsupported: ({ system }: { readonly system: string }) => ({
    message: `Koppel makes no credits in ${system}.`,
    action: `Refund the order in ${system} by hand and skip this, or set "refunds" to "flag".`,
  }),
  status_unknown: ({ system, status }: { readonly system: string; readonly status: string }) => ({
    message: `"${status}" is not a status of ${system}.`,
    action: 'Correct the status in the setting "writeBack" and retry.',
  }),
  account_unknown: ({ system, account }: { readonly system: string; readonly account: string }) => ({
    message: `"${account}" is not a ledger account of ${system}.`,
    action: 'Give the account\'s id in the setting "revenueAccount" or "rounding", and retry.',
  }),
  vat_code_unknown: ({
    system,
    vatCode,
    categories,
  }: {
    readonly system: string;
    readonly vatCode: string;
    readonly categories: readonly string[];
  }) => ({
    message: `The setting "vat" gives "${vatCode}", which is not a VAT code of ${system}.`,
    action: `Use a percentage such as "21", one of ${categories.join(', ')}, or both as in "21:${categories[1] ?? categories[0]}", in the setting "vat", and retry.`,
  }),
};
