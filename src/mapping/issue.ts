/** What is wrong with a configuration, or with what was sent to the API. */
import type { z } from 'zod';
import type { Params } from '../texts/catalogue.ts';
import { type CorrectionCode, type CorrectionParams, en, type IssueCode } from '../texts/en.ts';
import { isToldIssue, tellIssue } from '../texts/tell.ts';

/** By the path of the field. Plain data, so that it survives an RPC. */
export interface Issue {
  readonly path: readonly (string | number)[];
  /** In English. */
  readonly message: string;
  /** What `message` says, where it is told in another language (src/texts/en/corrections.ts). */
  readonly code: string;
  readonly params: Params;
}

export function issue<Code extends CorrectionCode>(
  path: Issue['path'],
  code: Code,
  given: CorrectionParams<Code>,
): Issue {
  const params = given as Params;
  return { path, message: tellIssue({ code, params, message: code }, en), code, params };
}

/** The same issue, seen from the part of the configuration at this path. */
export function within(path: Issue['path'], { path: inner, ...rest }: Issue): Issue {
  return { path: [...path, ...inner], ...rest };
}

/** What zod found, by the path of the field. A schema's own message is a code; what zod says by itself stays as its English has it. */
export function issueOf(found: z.core.$ZodIssue): Issue {
  const path = found.path as (string | number)[];
  const { message } = found;
  if (isToldIssue(message)) {
    const params = found.code === 'custom' ? ((found.params ?? {}) as Params) : {};
    return { path, message: tellIssue({ code: message, params, message }, en), code: message, params };
  }
  if (found.code === 'unrecognized_keys') return issue([...path, found.keys[0] ?? ''], 'unknown_field', {});
  return { path, message, ...codeOf(found) };
}

type Told = Pick<Issue, 'code' | 'params'>;

const unexpected = 'not_as_expected' satisfies IssueCode;
const notAsExpected: Told = { code: unexpected, params: {} };

function codeOf(found: z.core.$ZodIssue): Told {
  switch (found.code) {
    case 'invalid_type':
      return told('invalid_type', { expected: found.expected });
    case 'invalid_value':
      return told('one_of', { values: found.values.map(String) });
    case 'invalid_format':
      return told('invalid_format', { format: found.format });
    case 'too_small':
      return found.inclusive === false
        ? notAsExpected
        : boundOf(found.origin, Number(found.minimum), 'least');
    case 'too_big':
      return found.inclusive === false ? notAsExpected : boundOf(found.origin, Number(found.maximum), 'most');
    case 'invalid_key': {
      const [inner] = found.issues;
      const { code, params } = inner === undefined ? notAsExpected : issueOf(inner);
      return { code, params };
    }
    default:
      return notAsExpected;
  }
}

function boundOf(origin: string, bound: number, end: 'least' | 'most'): Told {
  if (end === 'least') {
    if (origin === 'string') return told('too_short', { least: bound });
    return isNumber(origin) ? told('too_small', { least: bound }) : told('too_few', { least: bound });
  }
  if (origin === 'string') return told('too_long', { most: bound });
  return isNumber(origin) ? told('too_big', { most: bound }) : told('too_many', { most: bound });
}

function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int' || origin === 'bigint';
}

function told<Code extends CorrectionCode>(code: Code, params: CorrectionParams<Code>): Told {
  return { code, params: params as Params };
}
