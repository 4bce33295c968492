/** Objects and fields as describe tells them (sheet 3.9). */
import type { JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import type { Field, FieldType } from './field.ts';
import type { Schema } from './schema.ts';
import type { SObject } from './sobject.ts';

const soapTypes: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  currency: 'xsd:double',
  double: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  address: 'urn:address',
};

const masterRecordType = '012000000000000AAA';

export function describeGlobal(schema: Schema, version: string): JsonObject {
  return {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: schema.objects.map((each) => objectBasics(each, version)),
  };
}

export function objectBasics(object: SObject, version: string): JsonObject {
  const { name, label, plural, prefix, createable, updateable, deletable, custom } = object;
  const path = `/services/data/v${version}/sobjects/${name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable,
    custom,
    customSetting: false,
    deepCloneable: false,
    deletable,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: prefix,
    label,
    labelPlural: plural,
    layoutable: true,
    mergeable: name === 'Account' || name === 'Contact',
    mruEnabled: true,
    name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: true,
    triggerable: true,
    undeletable: deletable,
    updateable,
    urls: { sobject: path, describe: `${path}/describe`, rowTemplate: `${path}/{ID}` },
  };
}

export function describeObject(org: Org, object: SObject, version: string): JsonObject {
  return {
    ...objectBasics(object, version),
    actionOverrides: [],
    childRelationships: org.schema.childrenOf(object).map(({ name, child, field }) => ({
      cascadeDelete: !field.nillable,
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: name,
      restrictedDelete: false,
    })),
    compactLayoutable: true,
    fields: object.fields.map((each) => fieldOnWire(each, object)),
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypesOf(org, object, version),
    searchLayoutable: true,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [],
  };
}

function recordTypesOf(org: Org, { name }: SObject, version: string): JsonObject[] {
  const own = org.tables.all('RecordType').filter(({ fields }) => fields.SobjectType === name);
  const isInUse = name === 'Account' && org.settings().personAccounts;
  const info = (id: string, label: string, developerName: string, isDefault: boolean, master: boolean) => ({
    active: true,
    available: true,
    defaultRecordTypeMapping: isDefault,
    developerName,
    master,
    name: label,
    recordTypeId: id,
    urls: { layout: `/services/data/v${version}/sobjects/${name}/describe/layouts/${id}` },
  });
  return [
    ...(isInUse
      ? own.map(({ id, fields }) =>
          info(id, String(fields.Name), String(fields.DeveloperName), fields.IsPersonType !== true, false),
        )
      : []),
    info(masterRecordType, 'Master', 'Master', !isInUse, true),
  ];
}

/** A bit for every value of the controlling picklist, the first one the highest, as base64. */
function validFor({ controller, validFor: pairs }: Field, value: string, object: SObject): string | null {
  if (controller === null) return null;
  const of = object.fields.find(({ name }) => name === controller)?.values ?? [];
  const bits = new Uint8Array(Math.ceil(of.length / 8));
  for (const [place, each] of of.entries())
    if (pairs[value]?.includes(each)) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  return btoa(String.fromCharCode(...bits));
}

function fieldOnWire(field: Field, object: SObject): JsonObject {
  const { name, label, type, length, precision, scale, calculated, autoNumber, compound, referenceTo } =
    field;
  return {
    aggregatable: type !== 'address' && type !== 'boolean',
    aiPredictionField: false,
    autoNumber,
    byteLength: length * (type === 'id' || type === 'reference' ? 1 : 3),
    calculated,
    calculatedFormula: null,
    cascadeDelete: false,
    caseSensitive: false,
    compoundFieldName: compound,
    controllerName: field.controller,
    createable: field.createable,
    custom: name.endsWith('__c'),
    defaultValue: field.default,
    defaultValueFormula: null,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: field.controller !== null,
    deprecatedAndHidden: false,
    digits: type === 'int' ? precision : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: field.filterable,
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.idLookup,
    inlineHelpText: null,
    label,
    length,
    mask: null,
    maskType: null,
    name,
    nameField: name === object.nameField,
    namePointing: false,
    nillable: field.nillable,
    permissionable: field.nillable,
    picklistValues: field.values.map((value) => ({
      active: true,
      defaultValue: value === field.default,
      label: value,
      validFor: validFor(field, value, object),
      value,
    })),
    polymorphicForeignKey: false,
    precision: type === 'int' ? 0 : precision,
    queryByDistance: type === 'address',
    referenceTargetField: null,
    referenceTo: [...referenceTo],
    relationshipName: field.relation,
    relationshipOrder: null,
    restrictedDelete: false,
    restrictedPicklist: field.restricted,
    scale,
    searchPrefilterable: false,
    soapType: soapTypes[type] ?? 'xsd:string',
    sortable: field.filterable,
    type,
    unique: field.unique,
    updateable: field.updateable,
    writeRequiresMasterRead: false,
  };
}
