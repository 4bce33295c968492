/** What people did. */
export const audit = {
  title: 'Changes by people',
  list: 'Who changed what',
  ofHouse:
    'Tokens, and links that were deleted. What was changed in a link stands on its own page. Everything is kept for a year.',
  nothing: 'There is nothing here.',
  when: 'When',
  who: 'Who',
  what: 'What',
  details: 'Details',
  from: 'Where',
  page: 'on a page',
  api: 'over the API',
  since: 'From day',
  until: 'Up to and including',
  file: 'Download as CSV',
};

/** What was done, by its code. */
export const deeds = {
  created: 'Link created',
  settings_saved: 'Settings saved',
  restored: 'An earlier version of the settings restored',
  credentials_entered: 'Credentials entered',
  access_given: 'Access given in the system',
  went_live: 'Gone live',
  paused: 'Paused',
  resumed: 'Resumed',
  renamed: 'Connection renamed',
  account_accepted: 'Account accepted',
  synced: 'Records fetched by hand',
  retried: 'Retried',
  retried_all: 'Everything retried',
  levels_retried: 'Levels of stock checked again',
  left_out: 'Skipped',
  taken_back: 'Skipping taken back',
  person_erased: 'A person erased',
  deleted: 'Link deleted',
  token_made: 'Token created',
  token_revoked: 'Token revoked',
  channel_made: 'Alert channel added',
  channel_removed: 'Alert channel removed',
};
