import type { help as english } from '../../en/pages/help.ts';

export const help: typeof english = {
  title: 'Uitleg',
  what: 'Hoe je je systemen koppelt, wat je kunt instellen, en wat je doet als iets op jou wacht.',
  inEnglish: 'De handleidingen zijn in het Engels.',
  others: 'andere systemen',
  contents: 'Op deze pagina',
  systems: 'Je systemen',
  pairs: 'Wat bij elkaar hoort',
  daily: 'Van dag tot dag',
  own: 'Je eigen Koppel',
  building: 'Voor wie ermee bouwt',
  reference: 'Alle API-aanroepen',
  decisions: 'Waarom het zo gebouwd is',
  documents: {
    'set-up': 'Een koppeling maken',
    settings: 'Instellingen en mapping',
    problems: 'Problemen, en wat je eraan doet',
    alerts: 'Meldingen',
    deployment: 'Installeren en bijwerken',
    cost: 'Wat het kost',
    security: 'Beveiliging',
    storage: 'Wat bewaard wordt, en hoe lang',
    api: 'Wat mensen doen, en de aanroep daarvoor',
  },
};
