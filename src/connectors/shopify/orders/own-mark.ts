/** Where an order came from, as its source says: those that Koppel makes say so, and are never carried on. */
export const ownSource = 'koppel';

/** Koppel's own key on an order: unique in the shop, so that a second one with it is refused (sheet 7.7). */
export const referenceKey = { namespace: '$app:koppel', key: 'reference' } as const;
