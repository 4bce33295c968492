import type { SalesforceSettings } from '../settings.ts';
import { customFieldOf, customObjectOf } from './custom.ts';
import type { Field } from './field.ts';
import { account, contact, recordType } from './objects/account.ts';
import { currencyType, isMultiCurrency } from './objects/currency.ts';
import { opportunity, opportunityLineItem } from './objects/opportunity.ts';
import { order, orderItem } from './objects/order.ts';
import { contract, organization, user } from './objects/organization.ts';
import {
  pricebook2,
  pricebookEntry,
  product2,
  productCatalog,
  productCategory,
  productCategoryProduct,
} from './objects/product.ts';
import type { SObject } from './sobject.ts';

/** A list of children below a record: `OrderItems` of an order. */
export interface ChildRelation {
  readonly name: string;
  readonly child: SObject;
  readonly field: Field;
}

/** What objects and fields the connection sees in this org. Names are found regardless of case. */
export class Schema {
  readonly objects: readonly SObject[];
  readonly #objects: ReadonlyMap<string, SObject>;
  readonly #fields: ReadonlyMap<SObject, ReadonlyMap<string, Field>>;
  readonly #relations: ReadonlyMap<SObject, ReadonlyMap<string, Field>>;

  constructor(objects: readonly SObject[]) {
    this.objects = objects;
    this.#objects = new Map(objects.map((each) => [each.name.toLowerCase(), each]));
    this.#fields = new Map(objects.map((each) => [each, named(each.fields, ({ name }) => name)]));
    this.#relations = new Map(
      objects.map((each) => [each, named(each.fields.filter(isLink), ({ relation }) => relation ?? '')]),
    );
  }

  object(name: string): SObject | undefined {
    return this.#objects.get(name.toLowerCase());
  }

  ofPrefix(prefix: string): SObject | undefined {
    return this.objects.find((each) => each.prefix === prefix);
  }

  field(object: SObject, name: string): Field | undefined {
    return this.#fields.get(object)?.get(name.toLowerCase());
  }

  /** The link that a query names by its relation. */
  relation(object: SObject, name: string): Field | undefined {
    return this.#relations.get(object)?.get(name.toLowerCase());
  }

  childrenOf(object: SObject): ChildRelation[] {
    return this.objects.flatMap((child) =>
      child.fields.flatMap((field) =>
        field.children !== null && field.referenceTo.includes(object.name)
          ? [{ name: field.children, child, field }]
          : [],
      ),
    );
  }
}

/** The org of these settings, without what the user may not see. */
export function schemaOf(settings: SalesforceSettings): Schema {
  const { orders, categories, customFields, customObjects, hiddenFields, readOnlyFields } = settings;
  const standard: SObject[] = [
    account(settings),
    contact(settings),
    opportunity(settings),
    opportunityLineItem(settings),
    ...(orders ? [order(settings), orderItem(settings), contract()] : []),
    product2(settings),
    pricebook2(),
    pricebookEntry(settings),
    ...(categories ? [productCatalog(), productCategory(), productCategoryProduct()] : []),
    recordType(),
    organization(),
    user(),
    ...(isMultiCurrency(settings) ? [currencyType()] : []),
    ...customObjects.map(customObjectOf),
  ];
  return new Schema(
    standard.map((each) => {
      const all = [...each.fields, ...(customFields[each.name] ?? []).map(customFieldOf)];
      const hidden = hiddenFields[each.name] ?? [];
      const fixed = readOnlyFields[each.name] ?? [];
      const fields = all
        .filter(({ name }) => !hidden.includes(name))
        .map((one) => (fixed.includes(one.name) ? { ...one, createable: false, updateable: false } : one));
      return { ...each, fields };
    }),
  );
}

function isLink({ relation }: Field): boolean {
  return relation !== null;
}

function named(fields: readonly Field[], nameOf: (field: Field) => string): ReadonlyMap<string, Field> {
  return new Map(fields.map((each) => [nameOf(each).toLowerCase(), each]));
}
