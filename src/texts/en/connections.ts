/** Why a connection as a whole does not work. */
import { advice } from './advice.ts';
import { type Answered, answered } from './answered.ts';

/** `advice`: what to do about it in this system. */
type Refused = Answered & { readonly advice?: keyof typeof advice };

const refused = (action: (answer: Refused) => string) => (answer: Refused) => ({
  message: answered(answer),
  action: answer.advice === undefined ? action(answer) : advice[answer.advice],
});

const credentials = refused(
  ({ system }) =>
    `Enter working credentials for ${system}; everything that is waiting then continues by itself.`,
);
const plan = refused(
  ({ system }) =>
    `Change the plan or the state of the account with ${system}; everything that is waiting then continues by itself.`,
);
const address = refused(({ system }) => `Correct the address of the connection to ${system}.`);

/** What to do after an activation of which nothing came. */
const again = (system: string) => `Activate Koppel in ${system} once more.`;

export const connections = {
  credentials_refused: credentials,
  user_refused: credentials,
  organization_refused: credentials,
  /** `method` and `what`: the one kind of call that is refused, while the connection's own check works. */
  scope_missing: ({
    method,
    what,
    asked,
    ...answer
  }: Refused & {
    readonly method?: string;
    readonly what?: string;
    /** The scopes that a token was asked for with. */
    readonly asked?: readonly string[];
  }) => {
    if (asked !== undefined && asked.length > 0)
      return {
        message: answered(answer),
        action: `Give the application in ${answer.system} all of these scopes: ${asked.join(', ')}; everything that is waiting then continues by itself.`,
      };
    if (method === undefined)
      return {
        message: answered(answer),
        action:
          answer.advice === undefined
            ? `Give the application in ${answer.system} all scopes that the documentation of this connector lists; everything that is waiting then continues by itself.`
            : advice[answer.advice],
      };
    return {
      message: `${answer.system} does not let Koppel ${deeds[method] ?? 'use'} ${what || 'this'}, though the connection works otherwise. ${answered(answer)}`,
      action: `Give the application in ${answer.system} the scope for it (the documentation of this connector lists all of them), or take what needs it out of the settings; then retry.`,
    };
  },
  plan_insufficient: plan,
  store_suspended: plan,
  feature_not_available: refused(
    ({ system }) => `Take a plan of ${system} that includes this, or leave it out of the mapping, and retry.`,
  ),
  store_not_found: address,
  shop_not_found: address,
  not_connected: ({ system }: { readonly system: string }) => ({
    message: `${system} is not connected yet.`,
    action: `Enter the credentials of ${system}.`,
  }),
  access_not_given: ({ system }: { readonly system: string }) => ({
    message: `Nobody has given access to ${system} yet, or it was refused.`,
    action: `Give access to ${system} on the page of this link; everything that is waiting then continues by itself.`,
  }),
  activation_unreadable: ({ system }: { readonly system: string }) => ({
    message: `What came is not what ${system} sends when Koppel is activated there.`,
    action: again(system),
  }),
  /** `value`: where the system says that it is. */
  activation_elsewhere: ({
    system,
    expected,
    value,
  }: {
    readonly system: string;
    readonly expected: string;
    readonly value: string;
  }) => ({
    message: `${value} was activated, and not ${expected}, which was entered.`,
    action: `Activate Koppel in ${system} at ${expected}; or enter the other address, and take the new addresses that Koppel then shows.`,
  }),
  activation_address: ({ system, value }: { readonly system: string; readonly value: string }) => ({
    message: `${system} says that it is at "${value}", and Koppel calls nothing but https addresses on the public internet.`,
    action: `Set the base address in ${system} to its public https address. ${again(system)}`,
  }),
  activation_refused: refused(
    ({ system }) => `${again(system)} What it sends is good for one time, and for a few minutes only.`,
  ),
  activation_unanswered: ({ system }: { readonly system: string }) => ({
    message: `${system} was activated, but did not answer in time, or not as it should. Nothing was stored; whether ${system} takes it as done is not known.`,
    action: again(system),
  }),
  activation_broken_off: ({ system }: { readonly system: string }) => ({
    message: `Koppel was interrupted while it fetched the access to ${system}. Nothing was stored.`,
    action: again(system),
  }),
  /** `name`: a code. */
  activation_not_stored: ({ system, name }: { readonly system: string; readonly name: string }) => ({
    message: `${system} gave the access, but it could not be stored (${name}).`,
    action: `Look whether both connections of this link can be opened. ${again(system)}`,
  }),
  store_view_unknown: ({ stores }: { readonly stores: readonly string[] }) => ({
    message: `The shop has no store view with this code${stores.length === 0 ? '' : `; it has ${stores.join(', ')}`}.`,
    action: 'Enter the code of a store view (Stores > All Stores) as storeCode, or leave it out.',
  }),
  /** `setting`: where an order waits for it; else a connection does. `locale`: that of its store view, where it has one. */
  country_unknown: ({
    system,
    locale,
    setting,
  }: {
    readonly system: string;
    readonly locale?: string;
    readonly setting?: string;
  }) =>
    setting === undefined
      ? {
          message: `The shop does not state its country${locale === undefined ? '' : `; its store view is in ${locale === '' ? 'no language' : locale}`}.`,
          action: 'Enter the country that the shop sells from as country, for instance "NL".',
        }
      : {
          message: `${system} does not state the country that it sells from, so a private sale abroad cannot be told from one at home.`,
          action: `Name it in the setting "${setting}", for instance "NL", and retry.`,
        },
  /** `field`: what it lacks of that object, or the name of a record of it; `as`: what is wanted of it. */
  org_lacks: ({
    system,
    object,
    field,
    as,
  }: {
    readonly system: string;
    readonly object: string;
    readonly field?: string;
    readonly as?: 'external_id' | 'record';
  }) => ({
    message: lacking({ system, object, field, as }),
    action: `Create it there or switch it on, and let the user of the connection see and change it (docs/connectors/${system.toLowerCase()}.md); or correct its name among the credentials. Then check the connection and retry.`,
  }),
  account_changed: ({ name, system }: { readonly name: string; readonly system: string }) => ({
    message: `The credentials of "${name}" open another account in ${system} than before; nothing runs through it now.`,
    action:
      'Say whether it is another account, which starts afresh with nothing carried over, or the same one that moved; or enter the earlier credentials, and everything goes on as it was.',
  }),
  /** `flows`: those that wait. */
  day_short: ({
    system,
    allowed,
    flows,
  }: {
    readonly system: string;
    readonly allowed: number;
    readonly flows: readonly string[];
  }) => ({
    message: `Most of the ${allowed} calls that ${system} allows in 24 hours are used${flows.length === 0 ? '' : `; waiting until some are free again: ${flows.join(', ')}`}.`,
    action: `Nothing is lost: what waits goes on by itself, orders and customers first. If this happens often, find out which apps use ${system}, set a longer "every" at the flows, or have ${system} allow more calls.`,
  }),
  account_left: ({ flow }: { readonly flow: string }) => ({
    message: `These records of ${flow.split(':')[0]} belong to an account that the connections do not open now.`,
    action:
      'Enter the credentials of that account again, or say that the account is the same, and they go on; or skip them.',
  }),
  secret_unreadable: ({ name, reason }: { readonly name: string; readonly reason: string }) => ({
    message: `The credentials of "${name}" cannot be opened. ${sealed[reason] ?? ''}`.trim(),
    action: `Set ENCRYPTION_KEY_PREVIOUS to the earlier key, or enter the credentials of "${name}" again.`,
  }),
};

/** What an account that is set up by its own people does not have. */
function lacking({
  system,
  object,
  field,
  as,
}: {
  readonly system: string;
  readonly object: string;
  readonly field: string | undefined;
  readonly as: 'external_id' | 'record' | undefined;
}): string {
  if (field === undefined) return `${system} does not show the object ${object}.`;
  switch (as) {
    case 'external_id':
      return `The field ${field} of ${object} in ${system} is not there, or is not both an External ID and unique.`;
    case 'record':
      return `${system} has no active ${object} that is called "${field}".`;
    default:
      return `${system} does not show the field ${field} of ${object}.`;
  }
}

/** What a call does, in words. */
const deeds: Readonly<Record<string, string>> = {
  GET: 'read',
  POST: 'create or search',
  PUT: 'change',
  PATCH: 'change',
  DELETE: 'delete',
};

const sealed: Readonly<Record<string, string>> = {
  key_unknown: 'They were encrypted with another key.',
  place_differs: 'An encrypted value is no longer in its place.',
  unreadable: 'An encrypted value is damaged.',
};
