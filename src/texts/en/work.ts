/** Why the settings leave records out, by the code of the reason, with the setting that says so. No other reason is one of settings. */
export const leftOutBySettings: Readonly<Record<string, string>> = {
  placed_before: 'they were placed before "since", or before the flow went live',
  not_paid: 'they are not paid, and "paid" is true',
  paid: 'they are paid, and "paid" is false',
  status_excluded: 'their status is not in "statuses"',
  payment_status_excluded: 'their payment status is not in "paymentStatuses"',
  kind_excluded: 'their kind is not in "kinds"',
  country_excluded: 'their country is not in "countries"',
  not_created: 'they are not in the target, and "create" is false',
  not_updated: 'they are in the target, and "update" is false',
};

/** What can happen to the work on a record. */
export const work = {
  internal_error: ({ name }: { readonly name: string }) => ({
    message: `Koppel itself failed (${name}).`,
    action: 'It is tried again by itself; report it with the log line of this task if it stays.',
  }),
  crashed: ({ times }: { readonly times: number }) => ({
    message: `Koppel crashed ${times} times while it worked on this record.`,
    action: 'Look at the record; retry it on its own, and report it if it happens again.',
  }),
  all_skipped: ({
    day,
    count,
    why,
    ofWhy,
  }: {
    readonly day: string;
    readonly count: number;
    readonly why: string;
    readonly ofWhy: number;
  }) => ({
    message: `On ${day} everything was skipped: ${count === 1 ? '1 record' : `${count} records`}, ${ofWhy === count ? '' : `${ofWhy} of them `}because ${leftOutBySettings[why] ?? 'the settings say so'}.`,
    action:
      'Check whether the settings of this flow are meant this way; this message goes when a record is carried over.',
  }),
  run_spent: () => ({
    message: 'This run has made all the calls that it may make.',
    action: 'Nothing to do: it goes on by itself in the next one.',
  }),
  too_many_calls: ({ calls }: { readonly calls: number }) => ({
    message: `This record took ${calls} calls and was still not done; no record may take more.`,
    action:
      'Look at what is unusual about it, such as very many lines with articles to look up; retry it, and report it if it happens again.',
  }),
  flow_gone: ({ flow }: { readonly flow: string }) => ({
    message: `The flow "${flow}" that these records were on their way in no longer exists.`,
    action: 'Put the flow back into the settings, and they go on; or skip them.',
  }),
  same_accounts: ({ others }: { readonly others: readonly string[] }) => ({
    message: `${others.join(', ')} ${others.length === 1 ? 'works' : 'work'} with the same two accounts.`,
    action:
      'Pause or delete all but one, unless they carry different records: else everything is carried twice.',
  }),
  orders_ring: ({ others }: { readonly others: readonly string[] }) => ({
    message: `The orders of this link come back to where they came from through ${others.join(', ')}.`,
    action:
      'What Koppel created is never carried further, so nothing goes round; check whether this is meant, and take out the flows that are not.',
  }),
  draft_again: () => ({
    message: 'The link was live, and is a draft again: nothing is carried over, and its webhooks are let go.',
    action: 'Go live again: it then begins anew. Leave "state" out of the document to keep a link as it is.',
  }),
  sales_not_taken_off: ({ source, target }: { readonly source: string; readonly target: string }) => ({
    message: `What ${target} sells is not taken off the stock of ${source}, whose levels Koppel brings to ${target}.`,
    action: `Let the orders of ${target} go to ${source} with "products" set to "require" or "create", where ${source} takes them off; else keep enough in "safetyStock", or take the pieces off by hand.`,
  }),
  hooks_refused: ({
    system,
    flow,
    scope,
  }: {
    readonly system: string;
    readonly flow: string;
    readonly scope?: string;
  }) => ({
    message: `${system} does not tell Koppel when something in the flow "${flow}" changes${scope === undefined ? ': it refused to' : `: the app lacks the scope ${scope}`}.`,
    action: `${scope === undefined ? '' : `Give the app the scope ${scope}; Koppel asks again within a day. `}Until then set "every" at the flow, so that changes are looked for.`,
  }),
  sibling_silent: () => ({
    message: 'Another link that works with the same account does not answer whether it created this record.',
    action: 'Nothing to do: it is asked again by itself. Look at that link if this stays.',
  }),
  stalled: () => ({
    message: 'The link had stopped working without a word.',
    action: 'It was started again; when it works, you are told that too. Report it if it happens often.',
  }),
};
