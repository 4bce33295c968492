import type { ProductView } from '../../engine/reporting/product-views.ts';
import type { ActivityView, IntegrationView } from '../../engine/reporting/views.ts';
import { Badge, OutcomeBadge } from '../parts/badge.tsx';
import { FlowName, oneOf } from '../parts/flow-name.tsx';
import { PreviewButton } from '../parts/preview-button.tsx';
import { systemName } from '../parts/system-name.ts';
import { TaskButtons } from '../parts/task-buttons.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { Why } from '../parts/why.tsx';
import { useInWords, useTexts, useWords } from '../reader.ts';

interface ProductParts {
  readonly view: IntegrationView;
  readonly product: ProductView;
  readonly zone: string;
}

/** A product in words: what stands for it in the target since when, why nothing since, and each try with what it changed. */
export function Product({ view, product, zone }: ProductParts) {
  const { pages } = useTexts();
  const { product: words, level, record } = pages;
  const inWords = useInWords();
  const { flow, from, to, key, sku, targetId, targetSku, writtenAt, variants, isGone, task, why } = product;
  const [source, target] = [systemName(view, from), systemName(view, to)];
  const about = record.title(oneOf(flow, pages), sku ?? key);
  return (
    <li class="task">
      <div>
        <p class="task-name">
          <strong>{sku ?? words.record(key)}</strong> <FlowName flow={flow} from={from} to={to} />{' '}
          {task === null ? (
            <Badge state={targetId === null ? 'leftAsItIs' : 'done'} />
          ) : (
            <OutcomeBadge outcome={task.state} />
          )}
        </p>
        <dl class="facts">
          <Fact name={words.inTarget(target)}>
            {targetId === null ? words.notThere : <code>{targetId}</code>}
          </Fact>
          {targetSku !== null && targetSku !== sku && (
            <Fact name={words.skuThere(target)}>{targetSku === '' ? level.none : targetSku}</Fact>
          )}
          <Fact name={words.lastRight}>
            {writtenAt === null ? level.never : <Timestamp at={writtenAt} zone={zone} />}
          </Fact>
          <Fact name={level.recordIn(source)}>
            <code>{key}</code>
            {variants > 0 && `, ${words.variants(variants)}`}
          </Fact>
        </dl>
        {isGone && <p>{words.gone(source)}</p>}
        <p>
          <span class="quiet">{writtenAt === null ? level.whyNothing : level.whyNothingSince} </span>
          {inWords(why.message, flow)}
          {why.action === null && '.'}
        </p>
        {why.action !== null && why.action !== '' && <p class="next">{inWords(why.action, flow)}</p>}
        <Tries id={view.id} tries={product.tries} zone={zone} />
        <PreviewButton
          {...{ id: view.id, flow: `${flow}:${from}:${to}`, record: key }}
          {...{ text: level.wouldWrite, about: level.wouldWriteOf(sku ?? key) }}
        />
      </div>
      {task !== null && <TaskButtons id={view.id} task={task} about={about} />}
    </li>
  );
}

function Fact({ name, children }: { name: string; children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Each leads to what was read and written in it. */
function Tries({ id, tries, zone }: { id: string; tries: readonly ActivityView[]; zone: string }) {
  const { product: words } = useWords();
  if (tries.length === 0) return null;
  return (
    <details class="inset">
      <summary>{words.tries}</summary>
      <ul>
        {tries.map(({ id: activity, at, outcome, reason }) => (
          <li>
            <a href={`/integrations/${id}/activity/${activity}`}>
              <Timestamp at={at} zone={zone} />
            </a>{' '}
            <OutcomeBadge outcome={outcome} /> <Why reason={reason} />
          </li>
        ))}
      </ul>
    </details>
  );
}
