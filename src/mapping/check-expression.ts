import { compileExpression, ExpressionError } from './expression.ts';
import { type Issue, issue } from './issue.ts';

/** What keeps a source from being an expression. `field`: what it fills in. */
export function checkExpression(path: Issue['path'], source: string, field: string): Issue[] {
  try {
    compileExpression(source, field);
    return [];
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { most, message } = error;
    return [
      most === undefined
        ? issue(path, 'not_jsonata', { why: message })
        : issue(path, 'expression_too_long', { max: most }),
    ];
  }
}
