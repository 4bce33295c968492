import type { audit as english, deeds as englishDeeds } from '../../en/pages/audit.ts';

export const audit: typeof english = {
  title: 'Änderungen durch Menschen',
  list: 'Wer was geändert hat',
  ofHouse:
    'Token, und gelöschte Verknüpfungen. Was in einer Verknüpfung geändert wurde, steht auf ihrer eigenen Seite. Alles wird ein Jahr aufbewahrt.',
  nothing: 'Hier steht nichts.',
  when: 'Wann',
  who: 'Wer',
  what: 'Was',
  details: 'Einzelheiten',
  from: 'Wo',
  page: 'auf einer Seite',
  api: 'über die API',
  since: 'Ab Tag',
  until: 'Bis einschließlich',
  file: 'Als CSV herunterladen',
};

export const deeds: typeof englishDeeds = {
  created: 'Verknüpfung angelegt',
  settings_saved: 'Einstellungen gespeichert',
  restored: 'Eine frühere Fassung der Einstellungen wiederhergestellt',
  credentials_entered: 'Zugangsdaten eingetragen',
  access_given: 'Zugriff im System erteilt',
  went_live: 'In Betrieb genommen',
  paused: 'Pausiert',
  resumed: 'Fortgesetzt',
  renamed: 'Verbindung umbenannt',
  account_accepted: 'Konto angenommen',
  synced: 'Datensätze von Hand geholt',
  retried: 'Erneut versucht',
  retried_all: 'Alles erneut versucht',
  levels_retried: 'Bestände erneut geprüft',
  left_out: 'Übersprungen',
  taken_back: 'Überspringen zurückgenommen',
  person_erased: 'Eine Person gelöscht',
  deleted: 'Verknüpfung gelöscht',
  token_made: 'Token angelegt',
  token_revoked: 'Token widerrufen',
  channel_made: 'Meldekanal hinzugefügt',
  channel_removed: 'Meldekanal entfernt',
};
