/** What can happen to a call for some record. */
import type { Answered } from '../en/answered.ts';
import type { calls as en } from '../en/calls.ts';
import { advice } from './advice.ts';
import { answered } from './answered.ts';
import { issues } from './issues.ts';

type Refused = Parameters<typeof en.refused>[0];

const waits = 'Nichts zu tun: Es wird von selbst erneut versucht.';
const goesOn = 'Nichts zu tun: Es geht von selbst weiter.';

const refused = (answer: Refused) => ({
  message: answered(answer),
  action:
    answer.advice === undefined
      ? `Korrigiere in der Quelle oder in der Zuordnung, was ${answer.system} ablehnt, und versuche es erneut. Was das System selbst dazu sagt, steht im Verlauf.`
      : advice[answer.advice],
});
const passing = (answer: Answered) => ({ message: answered(answer), action: waits });

export const calls = {
  refused,
  not_found: refused,
  too_many_records: refused,
  year_closed: refused,
  conflict: (answer) => (answer.parked ? refused(answer) : passing(answer)),
  nonce_used: passing,
  server_error: ({ system, status, ...told }) => ({
    message:
      status === undefined
        ? `Der Token-Dienst ${system ? `von ${system}` : 'des Systems'} hat nicht so geantwortet, wie er sollte.`
        : answered({ ...told, system: system ?? '', status }),
    action: waits,
  }),
  unexpected_answer: passing,
  rate_limited: ({ system, status, ...told }) => ({
    message:
      status === undefined
        ? `Das Limit ${system ? `von ${system}` : 'des Systems'} ist vorerst ausgeschöpft.`
        : answered({ ...told, system: system ?? '', status }),
    action: goesOn,
  }),
  timed_out: ({ system }) => ({
    message: `${system} hat nicht rechtzeitig geantwortet.`,
    action: waits,
  }),
  network_failed: ({ system }) => ({
    message: `${system} war nicht erreichbar, oder die Antwort brach ab.`,
    action: waits,
  }),
  garbled: ({ system, method }) => ({
    message: `${system} hat auf ${method} mit einem unlesbaren Inhalt geantwortet.`,
    action: waits,
  }),
  unreadable: ({ system, method, path, field, issue }) => ({
    message: `${system} hat auf ${method} ${path} etwas Unlesbares geantwortet: ${field || 'der Inhalt'} ${issues[issue as keyof typeof issues] ?? issues.not_as_expected}.`,
    action: `Sieh dir ${field || 'den Inhalt'} dieses Datensatzes in ${system} an; versuche es dann erneut.`,
  }),
  outcome_unknown: () => ({
    message:
      'Ein Schreibvorgang blieb unbeantwortet. Vor einem neuen Versuch wird geprüft, ob er ausgeführt wurde.',
    action: goesOn,
  }),
  list_endless: ({ pages }) => ({
    message: `Eine Liste war nach ${pages} Seiten noch nicht zu Ende.`,
    action: 'Melde es: Das System blättert anders, als es dokumentiert ist.',
  }),
  page_unreadable: () => ({
    message: 'Die Stelle, an der das Lesen aufgehört hat, ist nicht mehr lesbar.',
    action: 'Starte das Lesen neu.',
  }),
} satisfies typeof en;
