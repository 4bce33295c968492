/** What an address or a call can name. */
const things = {
  integration: 'link',
  connection: 'connection',
  flow: 'flow',
  stock_flow: 'stock flow',
  task: 'task',
  activity: 'activity',
  order: 'order',
  level: 'level',
  token: 'token',
  channel: 'channel',
  revision: 'version',
  problem: 'problem',
  remedy: 'skipping of a whole cause',
  field: 'field',
  hook: 'link or connection that takes webhooks',
  activation: 'address for an activation',
};

export type Thing = keyof typeof things;

/** What whoever asks may not do. */
const refusals = {
  nobody: 'Log in first.',
  admin: 'Your token is for some links only, and this belongs to all of Koppel.',
  bookkeeper: 'Your token sees everything, retries and skips, and changes nothing else.',
  'read-only': 'Your token is for reading only.',
};

/** Why a request cannot be met as things stand. */
export const requests = {
  not_found: ({ what }: { readonly what: Thing }) => `There is no such ${things[what]}.`,
  saved_meanwhile: () =>
    'Somebody saved this link meanwhile. Open it again, make your change there, and save it.',
  deleted: () => 'The link was deleted meanwhile.',
  cause_over: () => 'Nothing waits for this any more: look at the list again.',
  draft: () => 'This link is a draft: go live with it first.',
  id_taken: () => 'There is a link with this id already.',
  not_connected: ({ name }: { readonly name: string }) =>
    `"${name}" is not connected yet: enter its credentials first.`,
  not_a_draft: () => 'This link is live already.',
  name_taken: ({ name }: { readonly name: string }) => `There is a connection "${name}" already.`,
  secret_unreadable: ({ name }: { readonly name: string }) =>
    `The credentials of "${name}" cannot be opened: enter them again first.`,
  credentials_changed: () => 'The credentials of this connection have changed.',
  account_unchanged: ({ name }: { readonly name: string }) =>
    `"${name}" opens the account that it opened before.`,
  account_of_other_system: () => 'An account of another system is another account.',
  account_changed: ({ name }: { readonly name: string }) =>
    `"${name}" opens another account than before: say first whether it is another account or the same one.`,
  access_not_asked: ({ name }: { readonly name: string }) =>
    `Nobody is asked for access to "${name}": its credentials suffice.`,
  no_activation: ({ name }: { readonly name: string }) =>
    `The system of "${name}" cannot connect Koppel by itself: enter its credentials.`,
  activation_used: () =>
    'Koppel was connected with these addresses already. For another activation open new ones in Koppel.',
  activation_over: () =>
    'This address is not good any more: open new ones in Koppel, and enter them in the system.',
  activation_running: () => 'Koppel is fetching the access already.',
  /** `flows`: each with how many of its tasks are open. */
  open_tasks: ({ flows }: { readonly flows: readonly string[] }) =>
    `Records are still on their way in flows that this document does not have (${flows.join(', ')}). Keep the flow until they are done; rename a connection with \`rename\`; or skip them with \`?drop=true\`.`,
  flow_ambiguous: ({ flow, ids }: { readonly flow: string; readonly ids: readonly string[] }) =>
    `There are ${ids.length} flows "${flow}"; name one as flow:from:to, such as ${ids[0]}.`,
  /** `records`: some of them, each with its number and its id. `more`: there are more. */
  number_ambiguous: ({
    number,
    records,
    more,
  }: {
    readonly number: string;
    readonly records: readonly string[];
    readonly more: boolean;
  }) => `"${number}" fits several records: ${records.join(', ')}${more ? ', …' : ''}.`,
  number_unknown: ({ number }: { readonly number: string }) =>
    `The source has no record whose number begins with "${number}".`,
  /** `leftOut`: a person did so. */
  task_state: ({ state, leftOut }: { readonly state: string; readonly leftOut: boolean }) =>
    leftOut
      ? 'The task is skipped: it can be taken back, unless its record has a newer task that is open, or is skipped as well: take that one back.'
      : `The task is ${state}: it can be neither retried nor skipped now, and nobody has skipped it.`,
  /** `role`: of whoever asks. */
  not_allowed: ({ role }: { readonly role: 'nobody' | 'admin' | 'bookkeeper' | 'read-only' }) =>
    refusals[role],
  token_name_taken: ({ name }: { readonly name: string }) => `There is a token "${name}" already.`,
  too_many_tokens: ({ max }: { readonly max: number }) =>
    `There are ${max} tokens, and no more are made: revoke some first.`,
  channel_name_taken: ({ name }: { readonly name: string }) => `There is a channel "${name}" already.`,
  too_many_channels: ({ max }: { readonly max: number }) =>
    `There are ${max} channels, and no more are taken: remove some first.`,
  no_email: () => 'Enter an e-mail address.',
  not_public: () => 'Enter an https address on the public internet.',
  no_mail: () => 'This Koppel cannot send e-mail yet: it needs the binding ALERTS and ALERT_SENDER.',
  batch_lost: () => 'This batch belongs to somebody else by now, or its flow was stopped.',
};
