/** What stands round the content of every page. */
export const frame = {
  /** The language in its own words. */
  language: 'English',
  languages: 'Language',
  skip: 'Skip to the content',
  main: 'Main',
  integrations: 'Integrations',
  status: 'Status',
  logOut: 'Log out',
  deployed: 'Koppel, on your own Cloudflare account.',
  times: (zone: string) => `Times are in ${zone}.`,
  breadcrumb: 'Breadcrumb',
  /** The pages of one integration. */
  integration: 'Integration',
  overview: 'Overview',
  catalogue: 'Products and stock',
  preview: 'Preview',
  configuration: 'Configuration',
  erase: 'Erase',
};
