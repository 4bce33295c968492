import type { FlowLookups } from '../../engine/configuration/flow-lookups.ts';
import { useWords } from '../reader.ts';
import { ChangeList } from '../settings/changes.tsx';
import { Conflict } from '../settings/conflict.tsx';
import type { Overtaken } from './overtaken.ts';

interface SavedParts {
  readonly conflict: Overtaken;
  readonly lookups: FlowLookups | undefined;
}

/** Somebody else saved while a card was filled in: what the card would change of it, and what of it the card has now. */
export function MeanwhileSaved({ conflict: { changes, takenOver }, lookups }: SavedParts) {
  const { desk: words } = useWords();
  const known = lookups === undefined ? {} : { lookups };
  return (
    <>
      <Conflict changes={changes} {...known} />
      {takenOver.length > 0 && (
        <section class="card" aria-labelledby="taken-over">
          <h2 id="taken-over">{words.takenOver}</h2>
          <p>{words.takenOverHelp}</p>
          <ChangeList changes={takenOver} {...known} />
        </section>
      )}
    </>
  );
}
