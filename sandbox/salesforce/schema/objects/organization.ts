import { field, flag, text } from '../field.ts';
import { readable, type SObject } from '../sobject.ts';

export function organization(): SObject {
  const fields = [
    text('Name', 80),
    text('OrganizationType', 40),
    flag('IsSandbox'),
    text('InstanceName', 5),
    text('TimeZoneSidKey', 40),
    text('LanguageLocaleKey', 40),
    text('DefaultLocaleSidKey', 40),
    text('NamespacePrefix', 15),
    text('Country', 80),
  ];
  return readable('Organization', '00D', fields);
}

export function user(): SObject {
  const fields = [
    text('Name', 121),
    text('Username', 80),
    field('Email', 'email', { length: 128 }),
    text('UserType', 40),
    text('TimeZoneSidKey', 40),
    flag('IsActive'),
  ];
  return readable('User', '005', fields);
}

/** Contracts are known by name only: the org of the sandbox has none. */
export function contract(): SObject {
  return readable('Contract', '800', [text('ContractNumber', 30)], { nameField: 'ContractNumber' });
}
