/** For systems that can be asked for one key at a time: one after the other, so that the limit is not used up at once. */
export async function findEach<Key, Found>(
  keys: Iterable<Key>,
  find: (key: Key) => Promise<Found | null>,
): Promise<Map<Key, Found>> {
  const found = new Map<Key, Found>();
  for (const key of new Set(keys)) {
    const one = await find(key);
    if (one !== null) found.set(key, one);
  }
  return found;
}
