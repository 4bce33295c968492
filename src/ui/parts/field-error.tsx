import type { Wrong } from './error-summary.tsx';

/** The one thing that is wrong with a form, if anything is. */
export type Mistake = Wrong | undefined;

interface ErrorParts {
  readonly control: string;
  readonly wrong: Mistake;
}

/** What is wrong with a control, said where it is corrected. */
export function FieldError({ control, wrong }: ErrorParts) {
  return wrong?.control === control ? (
    <p class="error" id={errorOf(control)}>
      {wrong.message}
    </p>
  ) : null;
}

/** What a control has to say of itself beside its name: that it is wrong and why, and its hint. */
export function toldOf(control: string, wrong: Mistake, hint?: string) {
  const isWrong = wrong?.control === control;
  const described = [...(isWrong ? [errorOf(control)] : []), ...(hint === undefined ? [] : [hint])];
  return {
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  };
}

export function errorOf(control: string): string {
  return `${control}-error`;
}
