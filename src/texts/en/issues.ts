/** What is wrong with one field of a record that was read. Wire schemas give these codes as their messages. */
export const issues = {
  missing: 'is missing',
  not_an_amount: 'must be an amount',
  not_a_country: 'must be a two-letter country code',
  not_a_currency: 'must be an ISO 4217 code',
  not_a_timestamp: 'must be a date and time',
  not_a_time_zone: 'must be a known time zone',
  not_a_number: 'must be a whole number',
  not_as_expected: 'is not what it should be',
};

/** Whether a schema's own message is one of these. */
export function isIssueCode(message: string): message is keyof typeof issues {
  return Object.hasOwn(issues, message);
}
