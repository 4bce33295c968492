import type { SalesforceSettings } from '../../settings.ts';
import { address } from '../address.ts';
import {
  createOnly,
  currency,
  defaulted,
  type Field,
  field,
  flag,
  number,
  picklist,
  readOnly,
  reference,
  required,
  text,
  textarea,
} from '../field.ts';
import { owner, type SObject, sobject } from '../sobject.ts';
import { currencyIsoCode } from './currency.ts';

/** Sheet 5.3. */
export function order(settings: SalesforceSettings): SObject {
  const { countryPicklists, orderStatuses, orderTypes, reductionOrders } = settings;
  const fields = [
    reference('AccountId', 'Account', { ...required, children: 'Orders' }),
    field('EffectiveDate', 'date', required),
    picklist(
      'Status',
      orderStatuses.map(({ value }) => value),
      { ...required, restricted: true },
    ),
    picklist('StatusCode', statusCodes(settings), { ...defaulted, ...readOnly, length: 40 }),
    reference('Pricebook2Id', 'Pricebook2', { relation: 'Pricebook2' }),
    text('OrderNumber', 30, { ...defaulted, ...readOnly, autoNumber: true, idLookup: true }),
    text('Name', 80),
    text('OrderReferenceNumber', 80),
    text('PoNumber', 80),
    field('PoDate', 'date'),
    picklist('Type', orderTypes, { length: 40 }),
    reference('ContractId', 'Contract'),
    field('EndDate', 'date'),
    ...address('Billing', countryPicklists),
    ...address('Shipping', countryPicklists),
    reference('BillToContactId', 'Contact'),
    reference('ShipToContactId', 'Contact'),
    reference('CustomerAuthorizedById', 'Contact', { relation: 'CustomerAuthorizedBy' }),
    field('CustomerAuthorizedDate', 'date'),
    reference('CompanyAuthorizedById', 'User', { relation: 'CompanyAuthorizedBy' }),
    field('CompanyAuthorizedDate', 'date'),
    reference('OpportunityId', 'Opportunity', { children: 'Orders' }),
    textarea('Description', 32_000),
    currency('TotalAmount', 16, 2, { ...defaulted, ...readOnly }),
    field('ActivatedDate', 'datetime', readOnly),
    reference('ActivatedById', 'User', readOnly),
    owner(),
    ...currencyIsoCode(settings),
    ...(reductionOrders
      ? [flag('IsReductionOrder', createOnly), reference('OriginalOrderId', 'Order', createOnly)]
      : []),
  ];
  return sobject('Order', '801', fields, { nameField: 'OrderNumber' });
}

/** Sheet 5.4. */
export function orderItem(settings: SalesforceSettings): SObject {
  const { pricebooksForOrders, reductionOrders } = settings;
  const entry: Field = reference('PricebookEntryId', 'PricebookEntry', {
    ...createOnly,
    nillable: !pricebooksForOrders,
  });
  const fields = [
    reference('OrderId', 'Order', { ...required, ...createOnly, children: 'OrderItems' }),
    entry,
    // It follows from the entry, where there is one.
    reference('Product2Id', 'Product2', {
      ...(pricebooksForOrders ? readOnly : createOnly),
      relation: 'Product2',
    }),
    number('Quantity', 18, 2, required),
    currency('UnitPrice', 18, 2, required),
    currency('ListPrice', 18, 2, readOnly),
    currency('TotalPrice', 18, 2, readOnly),
    field('ServiceDate', 'date'),
    field('EndDate', 'date'),
    text('Description', 255),
    text('OrderItemNumber', 30, { ...defaulted, ...readOnly, autoNumber: true, idLookup: true }),
    number('AvailableQuantity', 18, 2, readOnly),
    ...currencyIsoCode(settings).map((each) => ({ ...each, ...readOnly })),
    ...(reductionOrders ? [reference('OriginalOrderItemId', 'OrderItem', createOnly)] : []),
  ];
  return sobject('OrderItem', '802', fields, {
    label: 'Order Product',
    plural: 'Order Products',
    nameField: 'OrderItemNumber',
  });
}

/** `D` and `A` in old orgs. */
export function statusCodes({ statusCodes: kind }: SalesforceSettings): [draft: string, activated: string] {
  return kind === 'letters' ? ['D', 'A'] : ['Draft', 'Activated'];
}
