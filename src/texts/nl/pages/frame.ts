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
  times: (zone) => `Tijdzone: ${zone}.`,
  breadcrumb: 'Kruimelpad',
  integration: 'Koppeling',
  overview: 'Overzicht',
  orders: 'Bestellingen',
  catalogue: 'Producten en voorraad',
  preview: 'Voorvertoning',
  configuration: 'Instellingen',
  erase: 'Wissen',
};
