import type { Answered } from '../en/answered.ts';
import type { calls as english } from '../en/calls.ts';
import { advice } from './advice.ts';
import { answered } from './answered.ts';
import { issues } from './issues.ts';

type Refused = Answered & { readonly advice?: keyof typeof advice };

const waits = 'Je hoeft niets te doen: het wordt vanzelf opnieuw geprobeerd.';
const goesOn = 'Je hoeft niets te doen: het gaat vanzelf verder.';

const refused = (answer: Refused) => ({
  message: answered(answer),
  action:
    answer.advice === undefined
      ? `Verbeter in de bron of in de mapping wat ${answer.system} weigert, en probeer het opnieuw. Wat het systeem er zelf over zegt, staat in de activiteit.`
      : advice[answer.advice],
});
const passing = (answer: Answered) => ({ message: answered(answer), action: waits });

export const calls: typeof english = {
  refused,
  not_found: refused,
  too_many_records: refused,
  year_closed: refused,
  conflict: (answer) => (answer.parked ? refused(answer) : passing(answer)),
  nonce_used: passing,
  server_error: ({ system, status, ...told }) => ({
    message:
      status === undefined
        ? `De tokendienst van ${system || 'het systeem'} antwoordde niet zoals het hoort.`
        : answered({ ...told, system: system ?? '', status }),
    action: waits,
  }),
  unexpected_answer: passing,
  rate_limited: ({ system, status, ...told }) => ({
    message:
      status === undefined
        ? `De limiet van ${system || 'het systeem'} is voorlopig op.`
        : answered({ ...told, system: system ?? '', status }),
    action: goesOn,
  }),
  timed_out: ({ system }) => ({ message: `${system} antwoordde niet op tijd.`, action: waits }),
  network_failed: ({ system }) => ({
    message: `${system} was niet bereikbaar, of het antwoord brak af.`,
    action: waits,
  }),
  garbled: ({ system, method }) => ({
    message: `Het antwoord van ${system} op ${method} is niet te lezen.`,
    action: waits,
  }),
  unreadable: ({ system, method, path, field, issue }) => ({
    message: `${system} antwoordde op ${method} ${path} met iets onleesbaars: ${field || 'de inhoud'} ${issues[issue as keyof typeof issues] ?? issues.not_as_expected}.`,
    action: `Kijk in ${system} naar ${field || 'de inhoud'} van dit record; probeer het daarna opnieuw.`,
  }),
  outcome_unknown: () => ({
    message:
      'Op een wijziging kwam geen antwoord. Koppel kijkt eerst of die is doorgevoerd, voordat het opnieuw geprobeerd wordt.',
    action: goesOn,
  }),
  list_endless: ({ pages }) => ({
    message: `Een lijst was na ${pages} pagina's nog niet uit.`,
    action: 'Meld dit: het systeem bladert anders dan in zijn documentatie staat.',
  }),
  page_unreadable: () => ({
    message: 'De plek waar het lezen stopte, is niet meer te lezen.',
    action: 'Begin opnieuw met lezen.',
  }),
};
