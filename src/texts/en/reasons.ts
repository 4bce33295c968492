import type { LeftOutWhy } from '../left-out-why.ts';

/** Why a booked order would not leave any more, by the code of the reason to skip it. */
const unwantedBy: Readonly<Record<string, string>> = {
  cancelled: 'it is cancelled by now',
  refunded: 'it is refunded by now',
  placed_before: 'it was placed before "since", or before the flow went live',
  status_excluded: 'its status is not in "statuses"',
  payment_status_excluded: 'its payment status is not in "paymentStatuses"',
  draft: 'it is a draft',
  not_paid: 'it is not paid',
  paid: 'it is paid',
};

/** Where a person did something. */
const places = { api: 'over the API', page: 'on a page' };

/** Why a person leaves all of a cause out. */
export const leftOutWhys: Readonly<Record<LeftOutWhy, string>> = {
  booked_by_hand: 'booked by hand',
  test: 'a test',
  not_for_target: 'not for the books or the other shop',
  twice: 'there already',
  other: 'another reason',
};

function because(why: LeftOutWhy | undefined): string {
  return why === undefined ? '' : `: ${leftOutWhys[why] ?? why}`;
}

/** How a task ended, in half a sentence. */
export const reasons = {
  booked: () => 'booked',
  /** `unwanted`: the code of why it would not leave any more. */
  booked_before: ({ unwanted }: { readonly unwanted: string }) =>
    `booked before; ${unwantedBy[unwanted] ?? 'it would not be booked now'}`,
  already_booked: () => 'already booked',
  /** `what`: of `paid`, `shipped`, `cancelled`. */
  went_on: ({ what }: { readonly what: readonly string[] }) => `${what.join(' and ')} since, and passed on`,
  found: () => 'already in the target under this reference',
  left_out: ({ by, why }: { readonly by: 'api' | 'page'; readonly why?: LeftOutWhy }) =>
    `skipped by a person, ${places[by]}${because(why)}`,
  taken_back: ({ by }: { readonly by: 'api' | 'page' }) =>
    `no longer skipped, taken back by a person, ${places[by]}`,
  difference_accepted: () => 'the difference was accepted',
  credited: () => 'credited',
  credited_in_part: () => 'credited in part',
  joined_day: ({ till, date }: { readonly till: string; readonly date: string }) =>
    `put into the day ${date} of ${till}`,
  in_day: ({ till, date }: { readonly till: string; readonly date: string }) =>
    `already in the day ${date} of ${till}`,
  changed_in_day: ({ till, date }: { readonly till: string; readonly date: string }) =>
    `changed since, and so in the day ${date} of ${till}`,
  day_empty: ({ till, date }: { readonly till: string; readonly date: string }) =>
    `no receipt is left of the day ${date} of ${till}`,
  gone: () => 'not in the source any more',
  made_by_koppel: () => 'created by Koppel itself: what it creates is never carried further',
  cancelled: () => 'cancelled before it was booked',
  refunded: () => 'refunded before it was booked',
  placed_before: ({ since }: { readonly since: string }) => `placed before ${since}`,
  status_excluded: ({ status }: { readonly status: string }) => `order status ${status} is not in "statuses"`,
  draft: ({ status }: { readonly status: string }) =>
    `still a draft there, and "statuses" does not name ${status}`,
  payment_status_excluded: ({ status }: { readonly status: string }) =>
    `payment status ${status} is not in "paymentStatuses"`,
  not_paid: () => 'not paid, and "paid" is true',
  paid: () => 'paid, and "paid" is false',
  kind_excluded: ({ kind }: { readonly kind: string }) => `a ${kind} is not in "kinds"`,
  country_excluded: ({ country }: { readonly country: string }) =>
    country === '' ? 'has no country' : `country ${country} is not in "countries"`,
  email_missing: () => 'has no e-mail address',
  nothing_new: () => 'nothing new',
  created: () => 'created',
  updated: () => 'updated',
  not_created: () => 'not in the target, and "create" is false',
  archived: () => 'archived in the target',
  already_so: () => 'already like this in the target',
  dropped: () => 'skipped when its flow was taken out of the settings',
  left_gone: () => 'deleted in the target, and left at that',
  made_for_an_order: () => 'created in the target for an order: not kept in step',
  outside_root: () => 'not below the category that the tree hangs under',
  parent_not_made: ({ id }: { readonly id: string }) => `the category above it (${id}) is not in the target`,
  not_updated: () => 'in the target, and "update" is false',
};
