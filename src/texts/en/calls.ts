/** What can happen to a call for some record. */
import { advice } from './advice.ts';
import { type Answered, answered } from './answered.ts';
import { issues } from './issues.ts';

type Refused = Answered & { readonly advice?: keyof typeof advice };

const waits = 'Nothing to do: it is tried again by itself.';

const refused = (answer: Refused) => ({
  message: answered(answer),
  action:
    answer.advice === undefined
      ? `Correct what ${answer.system} refuses, in the source or in the mapping, and retry. Its own words are in the activity.`
      : advice[answer.advice],
});
const passing = (answer: Answered) => ({ message: answered(answer), action: waits });

export const calls = {
  refused,
  not_found: refused,
  too_many_records: refused,
  year_closed: refused,
  /** `parked`: no two writers that met, but something that the system refuses for good. */
  conflict: (answer: Refused & { readonly parked?: boolean }) =>
    answer.parked ? refused(answer) : passing(answer),
  nonce_used: passing,
  /** Without a status it was the token service that failed. */
  server_error: ({ system, status, ...told }: Partial<Answered>) => ({
    message:
      status === undefined
        ? `The token service of ${system || 'the system'} did not answer as it should.`
        : answered({ ...told, system: system ?? '', status }),
    action: waits,
  }),
  unexpected_answer: passing,
  /** Without a status it was not asked for: Koppel keeps the limit itself. */
  rate_limited: ({ system, status, ...told }: Partial<Answered>) => ({
    message:
      status === undefined
        ? `The limit of ${system || 'the system'} is used up for now.`
        : answered({ ...told, system: system ?? '', status }),
    action: 'Nothing to do: it goes on by itself.',
  }),
  timed_out: ({ system }: { readonly system: string }) => ({
    message: `${system} did not answer in time.`,
    action: waits,
  }),
  network_failed: ({ system }: { readonly system: string }) => ({
    message: `${system} could not be reached, or its answer broke off.`,
    action: waits,
  }),
  garbled: ({ system, method }: { readonly system: string; readonly method: string }) => ({
    message: `${system} answered ${method} with a body that cannot be read.`,
    action: waits,
  }),
  unreadable: ({
    system,
    method,
    path,
    field,
    issue,
  }: {
    readonly system: string;
    readonly method: string;
    readonly path: string;
    /** Empty for the body as a whole. */
    readonly field: string;
    readonly issue: string;
  }) => ({
    message: `${system} answered ${method} ${path} with something unreadable: ${field || 'the body'} ${issues[issue as keyof typeof issues] ?? issues.not_as_expected}.`,
    action: `Look at ${field || 'the body'} of this record in ${system}; then retry.`,
  }),
  outcome_unknown: () => ({
    message: 'A write was not answered. Before it is tried again, Koppel looks whether it was done.',
    action: 'Nothing to do: it goes on by itself.',
  }),
  list_endless: ({ pages }: { readonly pages: number }) => ({
    message: `A list did not end within ${pages} pages.`,
    action: 'Report it: the system pages in another way than its documentation says.',
  }),
  page_unreadable: () => ({
    message: 'The place where reading stopped cannot be read.',
    action: 'Start the read again.',
  }),
};
