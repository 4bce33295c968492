import type { Stores } from '../storage/stores.ts';
import type { IntegrationDocument } from './configuration.ts';
import { type Question, questionId, questionsOf } from './questions.ts';

/** Names the questions that a person has answered, whatever the answer: no other one is recommended then. */
const keptAs = 'answered';

export interface AskedQuestion extends Question {
  readonly isAnswered: boolean;
}

type Document = Pick<IntegrationDocument, 'connections' | 'flows'>;

export function askedQuestions({ meta }: Stores, document: Document): AskedQuestion[] {
  const answered = new Set(JSON.parse(meta.get(keptAs) ?? '[]') as string[]);
  return questionsOf(document).map((each) => ({ ...each, isAnswered: answered.has(questionId(each)) }));
}

/** All that are asked now are answered. */
export function noteAnswers({ meta }: Stores, document: Document): void {
  meta.set(keptAs, JSON.stringify(questionsOf(document).map(questionId)));
}
