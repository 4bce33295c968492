/** What stands round the content of every page. */
export const frame = {
  /** The language in its own words. */
  language: 'English',
  languages: 'Language',
  skip: 'Skip to the content',
  main: 'Main',
  integrations: 'Links',
  help: 'Help',
  alerts: 'Alerts',
  access: 'Access',
  changes: 'Changes',
  status: 'Status',
  logOut: 'Log out',
  deployed: 'Koppel, on your own Cloudflare account.',
  times: (zone: string) => `Time zone: ${zone}.`,
  breadcrumb: 'Breadcrumb',
  /** The pages of one integration. */
  integration: 'Link',
  overview: 'Overview',
  orders: 'Orders',
  problems: 'Problems',
  insights: 'Insights',
  catalogue: 'Products and stock',
  preview: 'Preview',
  configuration: 'Settings',
  connections: 'Connections',
  privacy: 'Privacy',
};
