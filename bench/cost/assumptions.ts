/** What counting cannot tell. Decimals are strings: they go into exact arithmetic. */
export const assumptions = {
  /** Of every outgoing call; an object is billed while it waits. */
  secondsPerCall: '0.2',
  /** Of all orders those whose customer the target does not know yet. */
  newCustomers: '0.5',
  /** Further notices of an order that is booked: paid, shipped, delivered. Each looks at it again. */
  furtherNotices: 2,
  daysPerMonth: 30,
  /** Default of an integration's document. */
  retentionDays: 14,
  /** Links stay; what they come to is shown after this long. */
  monthsOfLinks: 12,
} as const;
