import { useTexts } from '../reader.ts';
import { JsonView } from './json-view.tsx';

/** A part that both sides changed, as it stands in each; null where it is empty there. */
export interface Conflict {
  readonly part: string;
  readonly source: unknown;
  readonly target: unknown;
}

interface TableParts {
  readonly conflicts: readonly Conflict[];
  /** Each system by its name and its connection's. */
  readonly source: string;
  readonly target: string;
}

/** Both values of everything that a person has to decide. */
export function ConflictTable({ conflicts, source, target }: TableParts) {
  const { partName, pages } = useTexts();
  const words = pages.parts;
  return (
    <section class="card" aria-labelledby="conflict">
      <h2 id="conflict">{words.conflict}</h2>
      <p class="quiet">{words.conflictHelp}</p>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{words.conflictPart}</th>
            <th scope="col">{words.inSystem(source)}</th>
            <th scope="col">{words.inSystem(target)}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((each) => (
            <tr>
              <th scope="row">{partName(each.part)}</th>
              <td>
                <JsonView value={each.source} />
              </td>
              <td>
                <JsonView value={each.target} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
