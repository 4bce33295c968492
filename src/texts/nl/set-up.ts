import type { setUp as english } from '../en/set-up.ts';

export const setUp: typeof english = {
  no_admin_token: ({ least }) =>
    `ADMIN_TOKEN is niet ingesteld, of heeft minder dan ${least} tekens. Maak er een met \`openssl rand -hex 24\` en stel het in met \`wrangler secret put ADMIN_TOKEN\`.`,
  key_missing: () =>
    'ENCRYPTION_KEY is niet ingesteld. Maak er een met `openssl rand -base64 32` en stel die in met `wrangler secret put ENCRYPTION_KEY`.',
  key_unusable: ({ name }) =>
    `${name} moet uit 32 bytes in base64 bestaan. Maak er een met \`openssl rand -base64 32\`.`,
  no_jurisdictions: () => 'Deze machine kent geen jurisdicties: zet JURISDICTION="none" in .dev.vars.',
  jurisdiction_missing: () =>
    'JURISDICTION is niet ingesteld; wat Koppel opslaat zou dan niet in de EU blijven. Zet die op "eu" en deploy opnieuw; op "none" als deze installatie altijd zonder heeft gedraaid.',
  jurisdiction_unknown: ({ values }) => `JURISDICTION moet een van deze zijn: ${values.join(', ')}.`,
  development_only: ({ name }) =>
    `${name} is alleen voor ontwikkeling en tests. Haal die bij deze installatie weg.`,
  published: ({ name }) =>
    `${name} is er een die voor iedereen leesbaar in de repository van Koppel staat. Stel een andere in met \`wrangler secret put ${name}\`.`,
  too_few_calls: ({ least }) => `RUN_CALLS moet een geheel getal vanaf ${least} zijn.`,
  not_whole_numbers: ({ name }) => `${name} moet een JSON-object met gehele getallen zijn.`,
  not_addresses: () => 'BASE_URLS moet een JSON-object zijn.',
  not_an_address: ({ id }) => `BASE_URLS moet voor ${id} een http- of https-adres geven.`,
  unreadable: () => 'De inrichting kan niet gelezen worden.',
};
