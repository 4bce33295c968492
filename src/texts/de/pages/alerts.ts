import type { channels as english } from '../../en/pages/alerts.ts';
import { sentence } from '../../sentence.ts';

export const channels: typeof english = {
  title: 'Meldungen',
  list: 'Kanäle',
  none: 'Noch erfährt niemand von Problemen: Füge einen Kanal hinzu.',
  fromEnvironment: (variable) =>
    sentence`Bei der Installation von Koppel als ${variable} gesetzt. Dorthin gehen die Meldungen aller Verknüpfungen.`,
  kinds: {
    slack: 'Slack, oder was solche Nachrichten annimmt',
    discord: 'Discord-Kanal',
    email: 'E-Mail-Adresse',
    webhook: 'Ein eigener Webhook, signiert',
    either: 'Slack, Discord, oder was solche Nachrichten annimmt',
  },
  failing: 'gestört',
  test: 'Test senden',
  remove: 'Entfernen',
  testTaken: (name, answer) => `"${name}" hat den Test angenommen: ${answer}.`,
  testFailed: (name, answer) => `"${name}" hat den Test nicht angenommen: ${answer}.`,
  add: 'Neuer Kanal',
  kind: 'Art',
  name: 'Bezeichnung',
  to: 'Adresse',
  toHint:
    'Die https-Adresse, die Slack, Discord oder dein eigenes System angibt, oder eine E-Mail-Adresse. Sie wird verschlüsselt aufbewahrt und nie wieder angezeigt.',
  summary: 'Tägliche Zusammenfassung',
  noSummary: 'Keine',
  summaryHint: (zone) =>
    `Was gebucht wurde, was nicht, und was dich braucht, aus den 24 Stunden davor. Zeitzone: ${zone}.`,
  summaryAt: (hour, zone) => `Tägliche Zusammenfassung um ${hour} (${zone})`,
  addNow: 'Kanal hinzufügen',
  made: (name) => `Der Kanal "${name}"`,
  sendTest: 'Er ist eingerichtet. Sende einen Test, um zu sehen, ob Nachrichten ankommen.',
  signing:
    'Kopiere dieses Geheimnis jetzt: Es wird nur dieses eine Mal angezeigt. Jede Nachricht wird damit signiert.',
  told: 'Zuletzt gemeldet',
  toldHint:
    'Die letzten 50 Nachrichten und Tests. Die der Kanäle, die bei der Installation gesetzt wurden, stehen im Log.',
  nothingTold: 'Es wurde noch nichts gemeldet.',
  when: 'Wann',
  channel: 'Kanal',
  what: 'Was',
  answer: 'Antwort',
  notTaken: (answer) => `nicht angenommen: ${answer}`,
  whats: {
    alert: 'Störung',
    end: 'Gelöst',
    summary: 'Zusammenfassung',
    test: 'Testnachricht',
  },
  answered: (status) => `antwortete ${status}`,
  answers: {
    'timed out': 'keine Antwort innerhalb von zehn Sekunden',
    unreachable: 'nicht erreichbar',
    'key lost': 'die Adresse lässt sich nicht öffnen, denn der Schlüssel ist ein anderer',
    'no mail': 'dieses Koppel kann keine E-Mail senden',
    'mail refused': 'Cloudflare hat die E-Mail abgelehnt; ist der Empfänger bestätigt?',
    sent: 'gesendet',
  },
  noKind: 'Wähle, was für ein Kanal es ist.',
  noName: 'Gib dem Kanal eine Bezeichnung.',
  badName: (max) => `Gib dem Kanal eine Bezeichnung von höchstens ${max} Zeichen.`,
  badHour: 'Wähle eine Stunde des Tages, oder keine.',
};
