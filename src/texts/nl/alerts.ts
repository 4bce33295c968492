import type { alerts as english } from '../en/alerts.ts';
import { flowName } from './flow-name.ts';

export const alerts: typeof english = {
  connection: ({ name }) => `verbinding ${name}`,
  flow: ({ flow, from, to }) => `${flowName(flow)} van ${from} naar ${to}`,
  happened: (about, message) => `⚠️ ${about}: ${message}`,
  solved: (about, message) => `✅ ${about}: opgelost. Het was: ${message}`,
  record: (key) => `Nummer: ${key}`,
  records: (count, reasons, key) => {
    const like = reasons > 1 ? ` of om iets dergelijks (${reasons} verschillende meldingen)` : '';
    return `Hierom${like} wachten ${count} records op jou, waaronder ${key}.`;
  },
  subject: (name, code, count) => `Koppel: ${name}: ${code}${count > 1 ? ` (${count} keer)` : ''}`,
  solvedSubject: (name, code) => `Koppel: ${name}: opgelost: ${code}`,
  test: (name) => `Koppel: dit is een test van het kanaal "${name}". Meldingen komen hier aan.`,
  testSubject: () => 'Koppel: een test',
  summary: (until) => `📋 Koppel, de 24 uur tot ${until}`,
  summarySubject: (until) => `Koppel: samenvatting tot ${until}`,
  day: (name, booked, left, parked, amounts) =>
    `${name}: ${booked} geboekt${amounts && ` (${amounts})`}, ${left} niet geboekt, ${parked} wachten op jou.`,
  dayUnknown: (name) => `${name}: de cijfers konden niet gelezen worden.`,
  noLinks: () => 'Er zijn geen koppelingen.',
};
