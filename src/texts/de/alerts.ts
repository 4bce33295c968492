import type { alerts as en } from '../en/alerts.ts';
import { flowName } from './words.ts';

/** What is told over Slack, Discord and e-mail. */
export const alerts = {
  connection: ({ name }) => `Verbindung ${name}`,
  flow: ({ flow, from, to }) => `${flowName(flow)} von ${from} nach ${to}`,
  happened: (about, message) => `⚠️ ${about}: ${message}`,
  solved: (about, message) => `✅ ${about}: gelöst. Es war: ${message}`,
  record: (key) => `Datensatz: ${key}`,
  records: (count, reasons, key) => {
    const like = reasons > 1 ? ` oder aus ähnlichen Gründen (${reasons} verschiedene Meldungen)` : '';
    return `Deswegen${like} brauchen dich ${count} Datensätze, darunter ${key}.`;
  },
  subject: (name, code, count) => `Koppel: ${name}: ${code}${count > 1 ? ` (${count} Datensätze)` : ''}`,
  solvedSubject: (name, code) => `Koppel: ${name}: gelöst: ${code}`,
  test: (name) => `Koppel: Dies ist ein Test des Kanals "${name}". Meldungen kommen hier an.`,
  testSubject: () => 'Koppel: ein Test',
  summary: (until) => `📋 Koppel, die 24 Stunden bis ${until}`,
  summarySubject: (until) => `Koppel: Zusammenfassung bis ${until}`,
  day: (name, booked, left, parked, amounts) =>
    `${name}: ${booked} gebucht${amounts && ` (${amounts})`}, ${left} nicht gebucht, ${parked} brauchen dich.`,
  dayUnknown: (name) => `${name}: Die Zahlen konnten nicht gelesen werden.`,
  noLinks: () => 'Es gibt keine Verknüpfungen.',
} satisfies typeof en;
