import type { CredentialField } from '../../engine/configuration/credential-fields.ts';
import type { RequestErrorData } from '../../engine/request-error.ts';
import type { Texts } from '../../texts/en.ts';
import { tellIssue } from '../../texts/tell.ts';
import type { Wrong } from '../parts/error-summary.tsx';
import { wrongParts } from '../settings/wrong-parts.ts';

/** The control of a credential, and what it is called in a form. */
export function controlOf(field: string): string {
  return `credentials.${field}`;
}

/**
 * What was typed, as a document has it. A secret that was left empty stays as it is, where there may be one; any other field that was
 * emptied is taken away.
 */
export function enteredCredentials(
  fields: readonly Pick<CredentialField, 'name' | 'secret'>[],
  typed: ReadonlyMap<string, string>,
  isConnected: boolean,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, secret }) => {
      const value = (typed.get(controlOf(name)) ?? '').trim();
      return secret && value === '' && isConnected ? [] : [[name, value] as const];
    }),
  );
}

/** What is wrong with what was typed, at its fields; what is of no field of this form stands without a link. */
export function wrongIn(
  error: RequestErrorData,
  connection: string,
  fields: readonly Pick<CredentialField, 'name' | 'label'>[],
  texts: Texts,
): Wrong[] {
  const { issues = [] } = error;
  if (issues.length === 0) return wrongParts(error, texts);
  return issues.map((issue) => {
    const [part, name, inner, own] = issue.path;
    const isOwn = part === 'connections' && name === connection && inner === 'credentials';
    const field = isOwn ? fields.find((each) => each.name === own) : undefined;
    // A form sends nothing but texts: what is none was left empty.
    const isLeftOut = isOwn && issue.code === 'invalid_type';
    const message = isLeftOut ? texts.issues.missing : tellIssue(issue, texts);
    return field === undefined
      ? { control: null, label: issue.path.join('.'), message }
      : { control: controlOf(field.name), label: field.label, message };
  });
}
