import type { setUp as english } from '../en/set-up.ts';

export const setUp: typeof english = {
  no_admin_token: ({ least }) =>
    `ADMIN_TOKEN ayarlanmamış ya da ${least} karakterden kısa. \`openssl rand -hex 24\` ile bir tane oluşturup \`wrangler secret put ADMIN_TOKEN\` ile ayarlayın.`,
  key_missing: () =>
    'ENCRYPTION_KEY ayarlanmamış. `openssl rand -base64 32` ile bir tane oluşturup `wrangler secret put ENCRYPTION_KEY` ile ayarlayın.',
  key_unusable: ({ name }) =>
    `${name}, base64 olarak 32 bayt olmalı. \`openssl rand -base64 32\` ile bir tane oluşturun.`,
  no_jurisdictions: () =>
    'Bu makinede yetki bölgesi yok: .dev.vars içinde JURISDICTION="none" olarak ayarlayın.',
  jurisdiction_missing: () =>
    'JURISDICTION ayarlanmamış; Koppel\'in sakladıkları AB içinde kalmaz. "eu" olarak ayarlayıp yeniden yayınlayın; bu kurulum hep onsuz çalıştıysa "none" yapın.',
  jurisdiction_unknown: ({ values }) => `JURISDICTION şunlardan biri olmalı: ${values.join(', ')}.`,
  development_only: ({ name }) => `${name} yalnızca geliştirme ve testler içindir. Bu kurulumdan kaldırın.`,
  published: ({ name }) =>
    `${name}, Koppel'in deposunda herkesin okuyabildiği bir değer. \`wrangler secret put ${name}\` ile başka bir değer ayarlayın.`,
  too_few_calls: ({ least }) => `RUN_CALLS en az ${least} olan bir tam sayı olmalı.`,
  not_whole_numbers: ({ name }) => `${name}, tam sayılardan oluşan bir JSON nesnesi olmalı.`,
  not_addresses: () => 'BASE_URLS bir JSON nesnesi olmalı.',
  not_an_address: ({ id }) => `BASE_URLS, ${id} için http veya https adresi vermeli.`,
  unreadable: () => 'Kurulum okunamıyor.',
};
