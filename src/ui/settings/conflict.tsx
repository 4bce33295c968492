import type { DocumentChange } from '../../engine/configuration/document-diff.ts';
import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import { useWords } from '../reader.ts';
import { ChangeList } from './changes.tsx';

interface ConflictProps {
  readonly changes: readonly DocumentChange[];
  readonly lookups?: FlowLookups;
}

/** Somebody else saved meanwhile: what is saved now beside what was typed. */
export function Conflict({ changes, lookups }: ConflictProps) {
  const { settingsForm: words } = useWords();
  return (
    <section class="card attention" aria-labelledby="conflict">
      <h2 id="conflict">{words.conflictTitle}</h2>
      <p>{words.conflict}</p>
      <ChangeList
        changes={changes}
        columns={[words.savedNow, words.yours]}
        {...(lookups === undefined ? {} : { lookups })}
      />
    </section>
  );
}
