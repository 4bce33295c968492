import type { Org } from '../org.ts';

export function businessAccountType(org: Org): string | null {
  return typeNamed(org, 'Business_Account');
}

export function personAccountType(org: Org): string | null {
  return typeNamed(org, 'PersonAccount');
}

export function isPersonType(org: Org, id: string): boolean {
  return org.row('RecordType', id)?.fields.IsPersonType === true;
}

function typeNamed(org: Org, name: string): string | null {
  return org.tables.all('RecordType').find(({ fields }) => fields.DeveloperName === name)?.id ?? null;
}
