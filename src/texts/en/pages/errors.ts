/** A page that cannot be shown, or a form that cannot be taken. */
export const errors = {
  back: 'Go back',
  notFound: 'Not found',
  nothingHere: 'There is nothing at this address.',
  notNow: 'Not possible now',
  refused: 'Refused',
  notAvailable: 'Not available',
  failed: 'That did not work',
  busy: 'Busy',
  busyDetail: 'Koppel is busy. Try again in a moment.',
  own: 'Koppel itself failed',
  ownDetail: 'The error has been logged. Try again.',
  notSetUp: 'Not set up yet',
  foreign: 'This form was not sent from a page of this site. Open the page again and send it from there.',
  tooLarge: 'Too large',
  tooLargeDetail: 'What was sent is larger than 1 MiB.',
  unreadable: 'This request cannot be read.',
};
