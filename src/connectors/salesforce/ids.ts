/** Ids of records: 15 characters whose case tells, and three more from which it follows (sheet 1). */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Null where it cannot be one. */
export function recordId(id: string): string | null {
  if (!/^[A-Za-z0-9]{15}([A-Z0-5]{3})?$/.test(id)) return null;
  return id.length === 18 ? id : `${id}${suffixOf(id)}`;
}

function suffixOf(id: string): string {
  const groups = [id.slice(0, 5), id.slice(5, 10), id.slice(10)];
  const numberOf = (group: string) =>
    [...group].reduce((sum, each, index) => sum + (/[A-Z]/.test(each) ? 2 ** index : 0), 0);
  return groups.map((group) => letters[numberOf(group)]).join('');
}

/** What a record is, by the first three characters of its id. */
export function isContact(id: string): boolean {
  return id.startsWith('003');
}
