import type { Org } from '../org.ts';
import { deleteRecord, write } from '../records/writing.ts';
import { invalid, notFound } from '../refusal.ts';
import { objectNamed } from './accounts.ts';

const links: readonly (readonly [object: string, field: string])[] = [
  ['Contact', 'AccountId'],
  ['Order', 'AccountId'],
  ['Opportunity', 'AccountId'],
  ['Invoice__c', 'Account__c'],
];

/** Two accounts become one: what hung on the other hangs on the master now, and the other tells which that is. */
export function mergeAccounts(org: Org, masterId: string, otherId: string): void {
  org.asStaff(() => {
    const [master, other] = [org.row('Account', masterId), org.row('Account', otherId)];
    if (master === undefined || other === undefined) throw notFound();
    if (master.id === other.id) throw invalid('INVALID_INPUT', 'An account cannot be merged with itself');
    for (const [object, field] of links) {
      for (const row of org.children(object, field, other.id)) write(org, row, { [field]: master.id });
    }
    write(org, other, { MasterRecordId: master.id });
    deleteRecord(org, objectNamed(org, 'Account'), other.id);
  });
}
