/** An id of a system that numbers its records; empty, so that no path leads there, where it is none. */
export function countedId(id: string): string {
  return /^[1-9]\d{0,14}$/.test(id) ? id : '';
}
