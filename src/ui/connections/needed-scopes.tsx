import type { ConnectionView, ScopeView } from '../../engine/reporting/connection-views.ts';
import { useWords } from '../reader.ts';

interface ScopesParts {
  readonly connection: ConnectionView;
  readonly system: string;
}

/** What the flows need of the system: what of it lacks, each with what it is for. Nothing where the system has no scopes. */
export function NeededScopes({ connection: { scopes }, system }: ScopesParts) {
  const words = useWords().connections;
  const { told, needed, missing } = scopes;
  if (needed.length === 0) return null;
  return (
    <>
      {missing.length > 0 ? (
        <div class="told">
          <p>{words.scopesMissing(missing.length)}</p>
          <ScopeList scopes={missing} />
        </div>
      ) : (
        <p class="quiet">{told ? words.scopesThere : words.scopesUntold(system)}</p>
      )}
      <details class="inset">
        <summary>{words.scopesNeeded(needed.length)}</summary>
        <ScopeList scopes={needed} />
      </details>
    </>
  );
}

function ScopeList({ scopes }: { scopes: readonly ScopeView[] }) {
  return (
    <ul>
      {scopes.map(({ scope, says }) => (
        <li>
          <code>{scope}</code>: {says}
        </li>
      ))}
    </ul>
  );
}
