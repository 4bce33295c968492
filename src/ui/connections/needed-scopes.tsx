import type { ScopeView } from '../../engine/configuration/wanted-scopes.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import { useWords } from '../reader.ts';
import { usesIn } from '../setup/scopes.tsx';

interface ScopesParts {
  readonly connection: ConnectionDetailView;
  readonly system: string;
}

/** What the flows need of the system: what of it lacks, each with what it is for. Nothing where the system has no scopes. */
export function NeededScopes({ connection: { scopes, untold }, system }: ScopesParts) {
  const words = useWords().connections;
  if (scopes.length === 0) return null;
  const missing = scopes.filter(
    ({ scope, held }) => held === false || untold.some((each) => each.scope === scope),
  );
  const isTold = scopes.every(({ held }) => held !== null);
  return (
    <>
      {missing.length > 0 ? (
        <div class="told">
          <p>{words.scopesMissing(missing.length)}</p>
          <ScopeList scopes={missing} />
        </div>
      ) : (
        <p class="quiet">{isTold ? words.scopesThere : words.scopesUntold(system)}</p>
      )}
      <details class="inset">
        <summary>{words.scopesNeeded(scopes.length)}</summary>
        <ScopeList scopes={scopes} />
      </details>
    </>
  );
}

function ScopeList({ scopes }: { scopes: readonly ScopeView[] }) {
  const pages = useWords();
  return (
    <ul>
      {scopes.map(({ scope, uses }) => (
        <li>
          <code>{scope}</code>: {usesIn(uses, pages)}
        </li>
      ))}
    </ul>
  );
}
