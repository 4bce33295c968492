import type { RequestErrorData } from '../../engine/request-error.ts';
import { detailOf } from '../../routes/problem-response.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import type { Wrong } from '../parts/error-summary.tsx';

/** What is wrong with a whole document, by the places of its parts. `control`: where it is typed, if it is. */
export function wrongParts(error: RequestErrorData, texts: Texts, control: string | null = null): Wrong[] {
  const { code, issues = [] } = error;
  if (code === 'open_tasks' || issues.length === 0)
    return [{ control: null, label: '', message: detailOf(error, texts) }];
  return issues.map((issue) => ({
    control,
    label: issue.path.join('.') || texts.pages.configuration.document,
    message: tellIssue(issue, texts),
  }));
}
