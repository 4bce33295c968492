import { compileExpression, ExpressionError } from './expression.ts';
import { type Issue, within } from './issue.ts';

/** What keeps a source from being an expression. `field`: what it fills in. */
export function checkExpression(path: Issue['path'], source: string, field: string): Issue[] {
  try {
    compileExpression(source, field);
    return [];
  } catch (error) {
    if (error instanceof ExpressionError) return [within(path, error.issue)];
    throw error;
  }
}
