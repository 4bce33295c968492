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
};
