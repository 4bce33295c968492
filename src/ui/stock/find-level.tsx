import { maxKeyLength } from '../../connectors/contract/source.ts';
import type { LevelView } from '../../engine/reporting/stock-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { Level } from './level.tsx';

interface FindParts {
  readonly view: IntegrationView;
  readonly sku: string;
  /** Null where nothing was asked for. */
  readonly levels: readonly LevelView[] | null;
  readonly zone: string;
}

/** One SKU, and what there is to know of its level. */
export function FindLevel({ view, sku, levels, zone }: FindParts) {
  const words = useWords().level;
  return (
    <section class="card" aria-labelledby="find">
      <h2 id="find">{words.title}</h2>
      <form method="get" action={`/integrations/${view.id}/stock`} class="row-form">
        <div class="control grow">
          <label for="sku">{words.sku}</label>
          <input id="sku" name="sku" value={sku} required maxlength={maxKeyLength} autocomplete="off" />
        </div>
        <button type="submit" class="button primary">
          {words.find}
        </button>
      </form>
      {levels?.length === 0 && <Notice tone="quiet">{words.unknown(<code>{sku}</code>)}</Notice>}
      {levels !== null && levels.length > 0 && (
        <ul class="rows">
          {levels.map((level) => (
            <Level view={view} level={level} zone={zone} />
          ))}
        </ul>
      )}
    </section>
  );
}
