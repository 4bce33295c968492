import type { channels as english } from '../../en/pages/alerts.ts';
import { sentence } from '../../sentence.ts';

export const channels: typeof english = {
  title: 'Meldingen',
  list: 'Kanalen',
  none: 'Nog niemand hoort van problemen: voeg een kanaal toe.',
  fromEnvironment: (variable) =>
    sentence`Ingesteld bij de installatie van Koppel, als ${variable}. Dit krijgt de meldingen van alle koppelingen.`,
  kinds: {
    slack: 'Slack, of wat zulke berichten aanneemt',
    discord: 'Discord-kanaal',
    email: 'E-mailadres',
    webhook: 'Een eigen webhook, ondertekend',
    either: 'Slack, Discord, of wat zulke berichten aanneemt',
  },
  failing: 'werkt niet',
  test: 'Test sturen',
  remove: 'Verwijderen',
  testTaken: (name, answer) => `"${name}" heeft de test aangenomen: ${answer}.`,
  testFailed: (name, answer) => `"${name}" heeft de test niet aangenomen: ${answer}.`,
  add: 'Nieuw kanaal',
  kind: 'Soort',
  name: 'Naam',
  to: 'Adres',
  toHint:
    'Het https-adres dat Slack, Discord of je eigen systeem gaf, of een e-mailadres. Het wordt versleuteld bewaard en nooit meer getoond.',
  summary: 'Dagelijkse samenvatting',
  noSummary: 'Geen',
  summaryHint: (zone) =>
    `Wat er geboekt is, wat niet, en wat op jou wacht, van de 24 uur ervoor. Tijdzone: ${zone}.`,
  summaryAt: (hour, zone) => `Dagelijkse samenvatting om ${hour} (${zone})`,
  addNow: 'Kanaal toevoegen',
  made: (name) => `Het kanaal "${name}"`,
  sendTest: 'Het is ingesteld. Stuur een test om te zien of berichten aankomen.',
  signing: 'Kopieer dit geheim nu: het wordt maar één keer getoond. Elk bericht wordt ermee ondertekend.',
  told: 'Laatst gemeld',
  toldHint:
    'De laatste 50 berichten en tests. Die van kanalen die bij de installatie zijn ingesteld staan in het logboek.',
  nothingTold: 'Er is nog niets gemeld.',
  when: 'Wanneer',
  channel: 'Kanaal',
  what: 'Wat',
  answer: 'Antwoord',
  notTaken: (answer) => `niet aangenomen: ${answer}`,
  whats: {
    alert: 'Probleem',
    end: 'Opgelost',
    summary: 'Samenvatting',
    test: 'Proefbericht',
  },
  answered: (status) => `antwoordde ${status}`,
  answers: {
    'timed out': 'geen antwoord binnen tien seconden',
    unreachable: 'niet bereikbaar',
    'key lost': 'het adres kan niet geopend worden, want de versleutelingssleutel is een andere',
    'no mail': 'deze Koppel kan geen e-mail versturen',
    'mail refused': 'Cloudflare weigerde de e-mail; is de ontvanger bevestigd?',
    sent: 'verstuurd',
  },
  noKind: 'Kies wat voor kanaal het is.',
  badName: (max) => `Geef het kanaal een naam van hoogstens ${max} tekens.`,
  badHour: 'Kies een uur van de dag, of geen.',
};
