import type { Connector } from '../../connectors/contract/connector.ts';
import type { CustomerTarget, JsonObject } from '../../connectors/contract/target.ts';
import { type Choice, choose } from '../../mapping/choice.ts';
import { type Issue, issue } from '../../mapping/issue.ts';
import type { Customer } from '../../records/customer.ts';
import { chosenClass } from './record/body.ts';
import type { CustomersSettings } from './settings.ts';

/** Settings that fill in a field which the connector names; not every system keeps such a thing with its customers. */
const places = {
  classification: { fieldOf: (target: CustomerTarget) => target.classificationField },
  vat: { fieldOf: (target: CustomerTarget) => target.vatField },
  revenueAccount: { fieldOf: (target: CustomerTarget) => target.revenueAccountField },
} as const;

const names = ['classification', 'vat', 'revenueAccount'] as const;

/** Returns what the settings decide of a customer, by the target's own names. */
export function chosenFields(
  settings: CustomersSettings,
  target: CustomerTarget,
  customer: Customer,
): JsonObject {
  return Object.fromEntries(
    names.flatMap((name) => {
      const field = places[name].fieldOf(target);
      const value = field === undefined ? undefined : chosen(name, settings[name], customer);
      return field === undefined || value === undefined ? [] : [[field, value]];
    }),
  );
}

/** Returns the fields that the settings may decide. */
export function chosenNames(settings: CustomersSettings, target: CustomerTarget): string[] {
  return names.flatMap((name) => {
    const field = places[name].fieldOf(target);
    return field === undefined || settings[name] === undefined ? [] : [field];
  });
}

function chosen(
  name: (typeof names)[number],
  table: Choice | undefined,
  customer: Customer,
): string | undefined {
  if (name === 'classification') return chosenClass(table, customer, name);
  return choose(table, customer.address.country ?? 'none', name);
}

/** Refuses settings that would be without effect. */
export function checkPlaces(settings: CustomersSettings, target: Connector): Issue[] {
  const customers = target.customers?.target;
  return names
    .filter(
      (name) => settings[name] !== undefined && customers && places[name].fieldOf(customers) === undefined,
    )
    .map((name) => issue([name], 'keeps_none', { system: target.name, what: name }));
}
