/** The name that somebody may have meant: the nearest by letters inserted, left out or mistaken; null when none is near. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const wanted = plain(written);
  const maxDistance = Math.max(1, Math.floor(wanted.length / 2));
  let nearest: { readonly name: string; readonly distance: number } | null = null;
  for (const name of names) {
    const distance = distanceOf(wanted, plain(name));
    if (distance <= maxDistance && distance < (nearest?.distance ?? Number.POSITIVE_INFINITY))
      nearest = { name, distance };
  }
  return nearest?.name ?? null;
}

/** Case and what stands between words tell nothing here. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** How many letters must be inserted, left out or replaced (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 1; index <= one.length; index++) {
    const next = [index];
    for (let column = 1; column <= other.length; column++) {
      const replaced = (row[column - 1] ?? 0) + (one[index - 1] === other[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
