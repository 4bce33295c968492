/** Companies, and persons that are account and contact in one (sheet 5.1). */
import { type JsonObject, textIn } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { deleteRecord, made, write } from '../records/writing.ts';
import { invalid } from '../refusal.ts';
import { withPlaces } from './addresses.ts';
import { fullName } from './names.ts';
import { businessAccountType, isPersonType } from './record-types.ts';
import type { ObjectRules } from './rules.ts';

const places = ['Billing', 'Shipping', 'PersonMailing', 'PersonOther'];
const personNames = ['FirstName', 'LastName', 'Salutation', 'MiddleName', 'Suffix'];
/** How the hidden contact calls what the account has. */
const mirrored: Readonly<Record<string, string>> = {
  ...Object.fromEntries(personNames.map((name) => [name, name])),
  PersonEmail: 'Email',
  PersonMobilePhone: 'MobilePhone',
  PersonHomePhone: 'HomePhone',
  PersonOtherPhone: 'OtherPhone',
  PersonAssistantPhone: 'AssistantPhone',
  PersonTitle: 'Title',
  PersonDepartment: 'Department',
  PersonBirthdate: 'Birthdate',
  Phone: 'Phone',
  Fax: 'Fax',
};

export const accountRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    if (!org.settings().personAccounts) return withPlaces(org, {}, fields, places);
    const recordTypeId = fields.RecordTypeId ?? businessAccountType(org);
    const isPerson = isPersonType(org, String(recordTypeId));
    const kind = { ...fields, RecordTypeId: recordTypeId, IsPersonAccount: isPerson };
    requireKind(kind, fields, isPerson);
    return withPlaces(org, {}, isPerson ? { ...kind, Name: fullName(kind) } : kind, places);
  },
  beforeUpdate: (org, before, changes) => {
    const isPerson = before.fields.IsPersonAccount === true;
    if (changes.RecordTypeId !== undefined && isPersonType(org, String(changes.RecordTypeId)) !== isPerson) {
      throw invalid('INVALID_FIELD_FOR_INSERT_UPDATE', 'The kind of an account is fixed', 'RecordTypeId');
    }
    if (org.settings().personAccounts) requireKind({ ...before.fields, ...changes }, changes, isPerson);
    const placed = withPlaces(org, before.fields, changes, places);
    return isPerson ? { ...placed, Name: fullName({ ...before.fields, ...changes }) } : placed;
  },
  afterCreate: (org, row) => {
    if (row.fields.IsPersonAccount !== true) return;
    const contact = org.schema.object('Contact');
    if (contact === undefined) return;
    const hidden = made(org, contact, {
      ...mirrorOf(row.fields),
      AccountId: row.id,
      IsPersonAccount: true,
      Name: textIn(row.fields, 'Name'),
    });
    write(org, row, { PersonContactId: hidden.id }, false);
  },
  afterUpdate: (org, row) => {
    const hidden = hiddenContact(org, row);
    if (hidden !== undefined)
      write(org, hidden, { ...mirrorOf(row.fields), Name: textIn(row.fields, 'Name') });
  },
  beforeDelete: (org, row) => {
    if (org.children('Order', 'AccountId', row.id).length === 0) return;
    throw invalid('DELETE_FAILED', 'This account has orders: it cannot be deleted');
  },
  afterDelete: (org, row) => {
    for (const name of ['Contact', 'Opportunity']) {
      const object = org.schema.object(name);
      if (object === undefined) continue;
      for (const child of org.children(name, 'AccountId', row.id)) {
        if (child.fields.IsPersonAccount === true) write(org, child, { IsDeleted: true });
        else deleteRecord(org, object, child.id);
      }
    }
  },
};

function requireKind(fields: JsonObject, sent: JsonObject, isPerson: boolean): void {
  const isPersonField = (name: string) =>
    personNames.includes(name) ||
    (name.startsWith('Person') && name !== 'PersonContactId') ||
    name.endsWith('__pc');
  const wrong = Object.keys(sent).filter(
    (name) => (isPerson ? name === 'Name' : isPersonField(name)) && sent[name] !== null,
  );
  if (wrong.length > 0) {
    const message = `Account: bad field names on insert/update call: ${wrong.join(', ')}`;
    throw invalid('INVALID_FIELD_FOR_INSERT_UPDATE', message, ...wrong);
  }
  if (isPerson && fields.LastName == null) {
    throw invalid('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', 'LastName');
  }
}

function mirrorOf(fields: JsonObject): JsonObject {
  const plain = Object.entries(mirrored).map(([from, to]) => [to, fields[from] ?? null]);
  const mailing = Object.entries(fields).flatMap(([name, value]) =>
    /^Person(Mailing|Other)(Street|City|State|PostalCode|Country)/.test(name) ? [[name.slice(6), value]] : [],
  );
  return Object.fromEntries([...plain, ...mailing]);
}

function hiddenContact(org: Org, { fields }: Row): Row | undefined {
  return fields.IsPersonAccount === true ? org.row('Contact', textIn(fields, 'PersonContactId')) : undefined;
}
