/** The org's duplicate rules: they look at what is about to be saved, and stop it (sheet 8). */
import type { JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { RestRefusal } from '../refusal.ts';
import type { DuplicateRule } from '../settings.ts';
import type { Row } from './tables.ts';

/** How the caller wants them: the header, and the version, on which the spelling of a key depends. */
export interface DuplicateTerms {
  readonly allowSave: boolean;
  readonly includeRecordDetails: boolean;
  readonly version: string;
}

export const anyDuplicate: DuplicateTerms = { allowSave: true, includeRecordDetails: false, version: '66.0' };

const legalForms = /\b(b\.?v\.?|n\.?v\.?|gmbh|ltd|sarl|inc)(?=\W|$)/gi;

/** Throws when a rule matches what the header does not allow. */
export function checkDuplicates(
  org: Org,
  object: string,
  fields: JsonObject,
  own: string | null,
  terms: DuplicateTerms,
): void {
  for (const rule of org.settings().duplicateRules) {
    if (rule.object !== object || (terms.allowSave && rule.allowSave)) continue;
    const matches = org.tables
      .all(object)
      .filter((row) => row.id !== own && row.fields.IsDeleted !== true && isMatch(rule, row.fields, fields));
    if (matches.length > 0) throw duplicates(rule, matches, terms);
  }
}

function isMatch({ equal, alike }: DuplicateRule, one: JsonObject, other: JsonObject): boolean {
  const same = (names: readonly string[], form: (text: string) => string) =>
    names.some((name) => {
      const [left, right] = [one[name], other[name]];
      return typeof left === 'string' && typeof right === 'string' && form(left) === form(right);
    });
  return same(equal, (text) => text.toLowerCase()) || same(alike, essence);
}

function essence(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(legalForms, '')
    .replace(/[^a-z0-9]/g, '');
}

function duplicates(rule: DuplicateRule, matches: readonly Row[], terms: DuplicateTerms): RestRefusal {
  const message = 'Use one of these records?';
  const { name, object, allowSave } = rule;
  const matchRecords = matches.map(({ id, fields }) => ({
    additionalInformation: [],
    fieldDiffs: [],
    matchConfidence: 100,
    record: {
      attributes: { type: object, url: `/services/data/v${terms.version}/sobjects/${object}/${id}` },
      Id: id,
      ...(terms.includeRecordDetails ? { Name: fields.Name ?? null } : {}),
    },
  }));
  const result = {
    allowSave,
    duplicateRule: name,
    duplicateRuleEntityType: object,
    errorMessage: message,
    matchResults: [
      {
        entityType: object,
        errors: [],
        matchEngine: 'FuzzyMatchEngine',
        matchRecords,
        rule: `Standard_${object}_Match_Rule_v1_0`,
        size: matches.length,
        success: true,
      },
    ],
  };
  // Misspelled before v60 (sheet 8).
  const key = Number(terms.version) < 60 ? 'duplicateResut' : 'duplicateResult';
  return new RestRefusal(400, { errorCode: 'DUPLICATES_DETECTED', message, more: { [key]: result } });
}
