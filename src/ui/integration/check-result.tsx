import type { CheckView } from '../../engine/reporting/views.ts';
import { useTitleOf } from '../parts/flow-name.tsx';
import { Notice } from '../parts/notice.tsx';
import { useInWords, useWords } from '../reader.ts';

/** The result of checking both connections. */
export function CheckResult({ checks }: { checks: readonly CheckView[] }) {
  const words = useWords().integration;
  const inWords = useInWords();
  const title = useTitleOf();
  return (
    <>
      {checks.map(({ connection, ok, account, problem }) => (
        <Notice tone={ok ? 'good' : 'bad'}>
          {(ok ? words.works : words.doesNotWork)(<strong>{title(connection)}</strong>)}{' '}
          {account !== null && `${account.name}, ${account.currency}, ${account.timeZone}. `}
          {problem !== null && (
            <>
              {inWords(problem.message)} <span class="next">{inWords(problem.action)}</span>
            </>
          )}
        </Notice>
      ))}
    </>
  );
}
