import type { frame as english } from '../../en/pages/frame.ts';

export const frame: typeof english = {
  language: 'Deutsch',
  languages: 'Sprache',
  skip: 'Zum Inhalt springen',
  main: 'Hauptmenü',
  integrations: 'Verknüpfungen',
  status: 'Status',
  logOut: 'Abmelden',
  deployed: 'Koppel, in deinem eigenen Cloudflare-Konto.',
  times: (zone) => `Zeitzone: ${zone}.`,
  breadcrumb: 'Navigationspfad',
  integration: 'Verknüpfung',
  overview: 'Übersicht',
  orders: 'Bestellungen',
  catalogue: 'Produkte und Bestände',
  preview: 'Vorschau',
  configuration: 'Einstellungen',
  erase: 'Löschen',
};
