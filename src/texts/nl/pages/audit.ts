import type { audit as english, deeds as englishDeeds } from '../../en/pages/audit.ts';

export const audit: typeof english = {
  title: 'Wijzigingen door mensen',
  list: 'Wie wat gewijzigd heeft',
  ofHouse:
    'Tokens, en koppelingen die verwijderd zijn. Wat er in een koppeling gewijzigd is, staat op de pagina van die koppeling. Alles blijft een jaar bewaard.',
  nothing: 'Hier staat niets.',
  when: 'Wanneer',
  who: 'Wie',
  what: 'Wat',
  details: 'Bijzonderheden',
  from: 'Waar',
  page: 'op een pagina',
  api: 'via de API',
  since: 'Vanaf dag',
  until: 'Tot en met',
  file: 'Downloaden als CSV',
};

export const deeds: typeof englishDeeds = {
  created: 'Koppeling aangemaakt',
  settings_saved: 'Instellingen opgeslagen',
  restored: 'Een eerdere versie van de instellingen teruggezet',
  credentials_entered: 'Toegangsgegevens ingevuld',
  access_given: 'Toegang gegeven in het systeem',
  went_live: 'Live gezet',
  paused: 'Gepauzeerd',
  resumed: 'Hervat',
  renamed: 'Verbinding hernoemd',
  account_accepted: 'Account geaccepteerd',
  synced: 'Records met de hand opgehaald',
  retried: 'Opnieuw geprobeerd',
  retried_all: 'Alles opnieuw geprobeerd',
  levels_retried: 'Voorraadstanden opnieuw gecontroleerd',
  left_out: 'Overgeslagen',
  taken_back: 'Overslaan teruggedraaid',
  person_erased: 'Een persoon gewist',
  deleted: 'Koppeling verwijderd',
  token_made: 'Token aangemaakt',
  token_revoked: 'Token ingetrokken',
  channel_made: 'Meldingskanaal toegevoegd',
  channel_removed: 'Meldingskanaal verwijderd',
};
