import type { CheckView } from '../../engine/reporting/views.ts';
import { Notice } from '../parts/notice.tsx';

/** The result of checking both connections. */
export function CheckResult({ checks }: { checks: readonly CheckView[] }) {
  return (
    <>
      {checks.map(({ connection, ok, account, problem }) => (
        <Notice tone={ok ? 'good' : 'bad'}>
          <strong>{connection}</strong> {ok ? 'works.' : 'does not work.'}{' '}
          {account !== null && `${account.name}, ${account.currency}, ${account.timeZone}. `}
          {problem !== null && (
            <>
              {problem.message} <span class="next">{problem.action}</span>
            </>
          )}
        </Notice>
      ))}
    </>
  );
}
