import type { ScopeUse } from '../../connectors/contract/scopes.ts';
import type { ScopeView } from '../../engine/configuration/wanted-scopes.ts';
import type { Texts } from '../../texts/en.ts';
import { whatOf } from '../parts/flow-name.tsx';
import { useWords } from '../reader.ts';

/** What the application must be allowed, one by one with what it is for; what is known to be missing stands first. */
export function ScopeList({ scopes, system }: { scopes: readonly ScopeView[]; system: string }) {
  const pages = useWords();
  const { setupConnect: words } = pages;
  if (scopes.length === 0) return null;
  const missing = scopes.filter(({ held }) => held === false);
  const isTold = scopes.every(({ held }) => held !== null);
  const others = scopes.filter(({ held }) => held !== false);
  return (
    <section class={missing.length > 0 ? 'card attention' : 'card'} aria-labelledby="scopes">
      <h2 id="scopes">{words.scopes}</h2>
      <p class="quiet">
        {isTold && missing.length === 0 ? words.scopesHeld : words.scopesHelp(system)}{' '}
        {!isTold && words.scopesUnknown(system)}
      </p>
      <section class="scroll" tabindex={0} aria-label={words.scope}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{words.scope}</th>
              <th scope="col">{words.usedFor}</th>
              {isTold && <th scope="col">{words.held}</th>}
            </tr>
          </thead>
          <tbody>
            {[...missing, ...others].map(({ scope, uses, held }) => (
              <tr>
                <th scope="row">
                  <code>{scope}</code>
                </th>
                <td>{usesIn(uses, pages)}</td>
                {isTold && (
                  <td class={held ? 'verdict good' : 'verdict bad'}>{held ? words.has : words.lacks}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** What a scope is for, of what the link does. */
export function usesIn(uses: readonly ScopeUse[], pages: Texts['pages']): string {
  const { setupConnect: words } = pages;
  if (uses.length === 0) return words.always;
  return uses
    .map((use) => {
      const [way = '', flow = ''] = use.split(' ');
      return words[way === 'from' ? 'from' : 'to'](whatOf(flow, pages));
    })
    .join(', ');
}
