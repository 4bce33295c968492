import type { frame as english } from '../../en/pages/frame.ts';

export const frame: typeof english = {
  language: 'Nederlands',
  languages: 'Taal',
  skip: 'Naar de inhoud',
  main: 'Hoofdmenu',
  integrations: 'Koppelingen',
  status: 'Status',
  logOut: 'Uitloggen',
  deployed: 'Koppel, op je eigen Cloudflare-account.',
  times: (zone) => `Tijden zijn in ${zone}.`,
  breadcrumb: 'Kruimelpad',
  integration: 'Koppeling',
  overview: 'Overzicht',
  catalogue: 'Producten en voorraad',
  preview: 'Voorbeeld',
  configuration: 'Instellingen',
  erase: 'Wissen',
};
