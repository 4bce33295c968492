/** What is wrong with the configuration of a deployment, and how whoever deploys it mends that. */
export const setUp = {
  no_admin_token: ({ least }: { readonly least: number }) =>
    `ADMIN_TOKEN is not set, or has fewer than ${least} characters. Make one with \`openssl rand -hex 24\` and set it with \`wrangler secret put ADMIN_TOKEN\`.`,
  key_missing: () =>
    'ENCRYPTION_KEY is not set. Make one with `openssl rand -base64 32` and set it with `wrangler secret put ENCRYPTION_KEY`.',
  key_unusable: ({ name }: { readonly name: string }) =>
    `${name} must be 32 bytes in base64. Make one with \`openssl rand -base64 32\`.`,
  no_jurisdictions: () => 'This machine has no jurisdictions: set JURISDICTION="none" in .dev.vars.',
  jurisdiction_missing: () =>
    'JURISDICTION is not set, so what Koppel stores would not stay in the EU. Set it to "eu" and deploy again; to "none" where this deployment has always run without one.',
  jurisdiction_unknown: ({ values }: { readonly values: readonly string[] }) =>
    `JURISDICTION must be one of ${values.join(', ')}.`,
  development_only: ({ name }: { readonly name: string }) =>
    `${name} is for development and tests only. Take it away from this deployment.`,
  published: ({ name }: { readonly name: string }) =>
    `${name} is one that stands in Koppel's repository for everybody to read. Set another with \`wrangler secret put ${name}\`.`,
  too_few_calls: ({ least }: { readonly least: number }) =>
    `RUN_CALLS must be a whole number from ${least} up.`,
  not_whole_numbers: ({ name }: { readonly name: string }) =>
    `${name} must be a JSON object of whole numbers.`,
  not_addresses: () => 'BASE_URLS must be a JSON object.',
  not_an_address: ({ id }: { readonly id: string }) =>
    `BASE_URLS must give an http or https address for ${id}.`,
  unreadable: () => 'The set-up cannot be read.',
};
