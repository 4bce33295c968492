import { invalid } from '../refusal.ts';
import { withPlaces } from './addresses.ts';
import { fullName } from './names.ts';
import type { ObjectRules } from './rules.ts';

const places = ['Mailing', 'Other'];

export const contactRules: ObjectRules = {
  beforeCreate: (org, fields) => ({ ...withPlaces(org, {}, fields, places), Name: fullName(fields) }),
  beforeUpdate: (org, before, changes) => {
    if (before.fields.IsPersonAccount === true) {
      const names = Object.keys(changes);
      const message = 'The contact of a person account is changed by its account';
      throw invalid('INVALID_FIELD_FOR_INSERT_UPDATE', message, ...names);
    }
    return {
      ...withPlaces(org, before.fields, changes, places),
      Name: fullName({ ...before.fields, ...changes }),
    };
  },
  beforeDelete: (_, row) => {
    if (row.fields.IsPersonAccount !== true) return;
    throw invalid('DELETE_FAILED', 'The contact of a person account cannot be deleted');
  },
};
