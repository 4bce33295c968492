import type { ActivityView } from '../../engine/reporting/views.ts';
import { useTexts } from '../reader.ts';
import { OutcomeBadge } from './badge.tsx';
import { Timestamp } from './timestamp.tsx';
import { Why } from './why.tsx';

/** As many as the engine tells of. */
const maxTries = 100;

interface TriesParts {
  /** The integration's. */
  readonly id: string;
  readonly tries: readonly ActivityView[];
  readonly zone: string;
}

/** What was done about one record, newest first. */
export function Tries({ id, tries, zone }: TriesParts) {
  const { pages, figures } = useTexts();
  const { orderPage, record: words } = pages;
  if (tries.length === 0) return null;
  return (
    <section class="card" aria-labelledby="tries">
      <h2 id="tries">{orderPage.happened}</h2>
      {tries.length === maxTries && <p class="quiet">{orderPage.more(maxTries)}</p>}
      <table class="activity">
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.why}</th>
            <th scope="col" class="figure">
              {words.details}
            </th>
          </tr>
        </thead>
        <tbody>
          {tries.map((each) => (
            <tr>
              <th scope="row" class="key">
                <span class="figure">
                  <Timestamp at={each.at} zone={zone} />
                </span>
              </th>
              <td class="outcome">
                <OutcomeBadge outcome={each.outcome} />
              </td>
              <td class="reason">
                <Why reason={each.reason} />
              </td>
              <td class="calls figure">
                <a href={`/integrations/${id}/activity/${each.id}`}>
                  {words.show}
                  <span class="unseen"> {words.showWhich(figures.moment(each.at, zone))}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
