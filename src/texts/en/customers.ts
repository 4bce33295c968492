/** Why a customer, or an order's customer, needs a person. */
import { taskButtons } from './pages/parts.ts';

const addressParts: Readonly<Record<string, string>> = {
  street: 'street',
  postalCode: 'postal code',
  city: 'city',
  country: 'country',
};

/** Parts of a customer, as people call them. */
const partNames: Readonly<Record<string, string>> = {
  email: 'e-mail address',
  kind: 'company or private person',
  contact: 'contact person',
  vatNumber: 'VAT number',
  cocNumber: 'chamber of commerce number',
  reverseCharge: 'reverse charge',
  phone: 'telephone number',
};

/** What a part of a customer is called; a field that is mapped goes by its own name. */
export function partName(part: string): string {
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? part) : part;
}

interface EmailTaken {
  readonly system: string;
  readonly hidden?: boolean;
  readonly leaving?: boolean;
}

export const customers = {
  /** Without `of`: a preview was asked for one that the source does not have. `id`: the record that was deleted. */
  customer_gone: ({
    of,
    system,
    id,
  }: {
    readonly of?: 'target';
    readonly system?: string;
    readonly id?: string;
  }) =>
    of === undefined
      ? { message: 'The source has no customer with this id.', action: 'Check the id.' }
      : {
          message: `The customer was deleted in ${system} (${id}), and has changed in the source since.`,
          action: `To have it created in ${system} again, press "${taskButtons.makeAgain}" on the page of this record, or sync it by its id; or skip it, and it is left alone from now on. A retry changes nothing.`,
        },
  /** `fields`: parts of a customer, and the target's own names of mapped fields. */
  customer_conflict: ({
    system,
    fields,
  }: {
    readonly system: string;
    readonly fields: readonly string[];
  }) => ({
    message: `The customer was changed on both sides since they were last equal, in the source and in ${system}: ${fields.map(partName).join(', ')}. Everything else was carried. Both values are in the activity, and on the page of this record.`,
    action:
      'Look at both values, enter the right one in both systems, and retry; or skip this, and the two stay different. With "conflicts" set to "source" the source is followed from now on.',
  }),
  /** `of`: whose address is missing; a target that insists on one names itself and the field to map. */
  email_missing: ({
    of,
    system,
    field,
  }: {
    readonly of: 'order' | 'customer' | 'target';
    readonly system?: string;
    readonly field?: string;
  }) => {
    switch (of) {
      case 'order':
        return {
          message: 'The order has no e-mail address, so its customer cannot be found or created.',
          action:
            'Add an e-mail address to the order in the shop, or set "customer.defaultDebtor", and retry.',
        };
      case 'customer':
        return {
          message: 'The customer has no e-mail address, so it can be neither found nor created.',
          action: 'Add an e-mail address in the source and retry, or set "withoutEmail" to "skip".',
        };
      case 'target':
        return {
          message: `${system} takes no record without an e-mail address.`,
          action: `Add it in the source, or map "${field}", and retry.`,
        };
    }
  },
  /**
   * `hidden`: the target says that it is taken, but its search does not show by whom. `leaving`: who has it there has another one
   * in the source by now, which was not carried yet.
   */
  email_taken: ({ system, hidden, leaving }: EmailTaken) => {
    if (hidden) {
      return {
        message: `${system} has a customer with this e-mail address already, which its search does not show yet.`,
        action: 'Nothing to do: it is tried again by itself.',
      };
    }
    return leaving
      ? {
          message: `Another customer of ${system} has this e-mail address until its own change is carried.`,
          action: 'Nothing to do unless that one needs you: it is tried again by itself.',
        }
      : {
          message: `The customer has a new e-mail address, and another customer of ${system} has it already.`,
          action: 'Bring the two together there, or correct the address, and retry.',
        };
  },
  email_fixed: ({ system }: { readonly system: string }) => ({
    message: `The customer has a new e-mail address, and ${system} does not let that of a customer be changed.`,
    action: 'Change the address there by hand and retry; or skip this change.',
  }),
  email_shared: ({ system, other }: { readonly system: string; readonly other: string }) => ({
    message: `Another customer of ${system} (${other}) has the same e-mail address and is kept in step already.`,
    action: 'Give one of them another address, or merge them, and retry; or skip this one.',
  }),
  /**
   * `ids` are the target's records, `key` the source's record at hand. `of`: `several` may be meant; the address is `taken` by
   * another and the target allows no second one; there is only `another`, and none may be made; a private person who is called
   * wholly otherwise has it (`stranger`); what was made for an order of the record is somebody else than it by now (`ordered`); who has it is `kept` by a customers flow, and says something else than the order.
   */
  customer_ambiguous: ({
    of,
    system,
    ids,
    key,
  }: {
    readonly of: 'several' | 'taken' | 'another' | 'stranger' | 'ordered' | 'kept';
    readonly system: string;
    readonly ids: readonly string[];
    readonly key: string;
  }) => {
    const listed = ids.join(', ');
    switch (of) {
      case 'several':
        return {
          message: `${system} has several customers that ${key} may be of (${listed}): they have the same e-mail address and name.`,
          action: 'Give them their VAT numbers there and in the source, or merge them, and retry.',
        };
      case 'taken':
        return {
          message: `The e-mail address of ${key} is that of somebody else in ${system} (${listed}): another company, or a company and a private person. ${system} allows each address once.`,
          action: 'Give one of them another address, or correct company name and VAT number, and retry.',
        };
      case 'another':
        return {
          message: `The e-mail address of ${key} is that of somebody else in ${system} (${listed}), and creating customers is switched off.`,
          action: 'Create the customer there and retry, or allow "create".',
        };
      case 'stranger':
        return {
          message: `The e-mail address of ${key} is that of a private person with an entirely different name in ${system} (${listed}).`,
          action:
            'Correct the name if it is the same person, or give one of them another address, and retry; or skip this.',
        };
      case 'ordered':
        return {
          message: `An order of ${key} has created a customer in ${system} (${listed}) that ${key} is not by now: one is a company and the other a private person, or the names differ. It may be the same one still.`,
          action: `If it is, make it the same kind under the same name in ${system}, and retry. If it is not, sync this record by its id, and another is created; or skip this.`,
        };
      case 'kept':
        return {
          message: `The order names other data than the customer with its e-mail address in ${system} (${listed}), who is kept in step with the customers of the source, and no other may be created.`,
          action:
            'Allow "customer.create", or set "customer.update" to false so that the customer is used as it stands, and retry.',
        };
    }
  },
  /** `id`: the target's record; `kind`: what the source's is by now. */
  customer_kind_differs: ({
    system,
    id,
    kind,
  }: {
    readonly system: string;
    readonly id: string;
    readonly kind: 'person' | 'company';
  }) => ({
    message: `The customer is a ${kind === 'company' ? 'company' : 'private person'} in the source by now, and a ${kind === 'company' ? 'private person' : 'company'} in ${system} (${id}).`,
    action: `Change it in ${system} if that is right, and retry; or skip this.`,
  }),
  /** A rule of the target takes a new record for one of `ids`. */
  duplicate_rule: ({
    system,
    object,
    ids,
  }: {
    readonly system: string;
    readonly object: string;
    readonly ids: readonly string[];
  }) => ({
    message: `A duplicate rule of ${system} takes the new ${object} for one that is already there: ${ids.join(', ') || 'it does not say which'}.`,
    action:
      'Give that one the e-mail address of the customer if it is the same, and retry; or let the connection save duplicates ("duplicates": "save"), and retry.',
  }),
  customer_missing: () => ({
    message: 'The target has no customer with this e-mail address, and "customer.create" is false.',
    action: 'Create the customer there and retry, or allow "customer.create".',
  }),
  customer_vat_differs: ({ reverseCharge }: { readonly reverseCharge: boolean }) => ({
    message: `${reverseCharge ? 'The VAT of the order is reverse-charged' : 'The order charges VAT'}, but the existing customer is set up otherwise.`,
    action: 'Correct the customer\'s reverse charge in the target, or allow "customer.update", and retry.',
  }),
  customer_group_unknown: ({ system, group }: { readonly system: string; readonly group: string }) => ({
    message: `"${group}" is not the number of a customer group of ${system}.`,
    action: 'Give the number of a group in the setting "classification", and retry.',
  }),
  /** `missing`: parts of an address; `fields`: mapped fields that could fill them in. */
  address_incomplete: ({
    system,
    missing,
    fields,
  }: {
    readonly system: string;
    readonly missing: readonly string[];
    readonly fields: readonly string[];
  }) => ({
    message: `${system} takes no record without a full address; missing: ${missing.map((part) => addressParts[part] ?? part).join(', ')}.`,
    action:
      fields.length === 0
        ? 'Complete the address in the source and retry.'
        : `Complete the address in the source, or map ${fields.map((field) => `"${field}"`).join(', ')}, and retry.`,
  }),
  vat_number_missing: ({ field }: { readonly field: string }) => ({
    message: 'VAT is reverse-charged to this company, but it has no VAT number.',
    action: `Add the VAT number in the shop, or map "${field}", and retry.`,
  }),
  company_missing: ({ system, field }: { readonly system: string; readonly field: string }) => ({
    message: `VAT is reverse-charged to this customer, but it is a private person; ${system} reverse-charges to companies only.`,
    action: `Add the company name in the shop, or map "${field}" to false, and retry.`,
  }),
};
