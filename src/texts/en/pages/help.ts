/** The manuals: what stands round them. */
export const help = {
  title: 'Help',
  what: 'How to connect your systems, what can be set, and what to do when something needs you.',
  inEnglish: 'The manuals are in English.',
  others: 'other systems',
  contents: 'On this page',
  systems: 'Your systems',
  pairs: 'Which go together',
  daily: 'Day by day',
  own: 'Your own Koppel',
  building: 'For whoever builds with it',
  reference: 'API reference',
  decisions: 'Why it is built as it is',
  /** By their name in docs/. */
  documents: {
    'set-up': 'Set up a link',
    settings: 'Settings and mapping',
    problems: 'Problems, and what to do',
    alerts: 'Alerts',
    deployment: 'Deploy and upgrade',
    cost: 'What it costs',
    security: 'Security',
    storage: 'What is stored, and for how long',
    api: 'What people do, and the calls for it',
  },
};
