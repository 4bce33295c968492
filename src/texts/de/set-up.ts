import type { setUp as english } from '../en/set-up.ts';

export const setUp: typeof english = {
  no_admin_token: ({ least }) =>
    `ADMIN_TOKEN ist nicht gesetzt oder hat weniger als ${least} Zeichen. Erzeuge eines mit \`openssl rand -hex 24\` und setze es mit \`wrangler secret put ADMIN_TOKEN\`.`,
  key_missing: () =>
    'ENCRYPTION_KEY ist nicht gesetzt. Erzeuge einen mit `openssl rand -base64 32` und setze ihn mit `wrangler secret put ENCRYPTION_KEY`.',
  key_unusable: ({ name }) =>
    `${name} muss aus 32 Bytes in Base64 bestehen. Erzeuge einen mit \`openssl rand -base64 32\`.`,
  no_jurisdictions: () =>
    'Auf diesem Rechner gibt es keine Rechtsräume: Setze JURISDICTION="none" in .dev.vars.',
  jurisdiction_missing: () =>
    'JURISDICTION ist nicht gesetzt; was Koppel speichert, bliebe dann nicht in der EU. Setze es auf "eu" und veröffentliche erneut; auf "none", wenn diese Installation immer ohne gelaufen ist.',
  jurisdiction_unknown: ({ values }) => `JURISDICTION muss eines von diesen sein: ${values.join(', ')}.`,
  development_only: ({ name }) =>
    `${name} ist nur für Entwicklung und Tests. Nimm es aus dieser Installation heraus.`,
  published: ({ name }) =>
    `${name} ist eines, das für alle lesbar im Repository von Koppel steht. Setze ein anderes mit \`wrangler secret put ${name}\`.`,
  too_few_calls: ({ least }) => `RUN_CALLS muss eine ganze Zahl ab ${least} sein.`,
  not_whole_numbers: ({ name }) => `${name} muss ein JSON-Objekt mit ganzen Zahlen sein.`,
  not_addresses: () => 'BASE_URLS muss ein JSON-Objekt sein.',
  not_an_address: ({ id }) => `BASE_URLS muss für ${id} eine Adresse mit http oder https nennen.`,
  unreadable: () => 'Die Einrichtung lässt sich nicht lesen.',
};
