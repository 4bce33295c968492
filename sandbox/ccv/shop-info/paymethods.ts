import type { JsonObject } from '../../kit/json.ts';

interface Paymethod {
  readonly id: number;
  readonly psp: string;
  readonly method: string;
  readonly name: string;
  readonly label: string;
}

/** `BankTransfer` with its number is real (sheet 6.12); the others are ours. */
export const bankTransfer: Paymethod = {
  id: 3,
  psp: '',
  method: 'BankTransfer',
  name: 'BankTransfer',
  label: 'Vooraf overmaken',
};
export const ideal: Paymethod = { id: 12, psp: '', method: 'Ideal', name: 'Ideal', label: 'iDEAL' };
export const invoice: Paymethod = {
  id: 5,
  psp: '',
  method: 'Invoice',
  name: 'Invoice',
  label: 'Op rekening',
};
export const cash: Paymethod = { id: 20, psp: '', method: 'Cash', name: 'Cash', label: 'Contant' };
export const pin: Paymethod = { id: 21, psp: 'CCV', method: 'Pin', name: 'CCVPin', label: 'Pin' };

export const paymethods: readonly Paymethod[] = [bankTransfer, invoice, ideal, cash, pin];

/** As an order names it. */
export function paymethodOf(id: number): JsonObject {
  const { name, label } = paymethods.find((each) => each.id === id) ?? bankTransfer;
  return { paymethod_id: id, paymethod: name, paymethod_label: label };
}

export function paymethodOnWire({ id, psp, method, name, label }: Paymethod): JsonObject {
  return {
    id,
    psp,
    method,
    combined_name: name,
    label,
    extra_costs: false,
    extra_costs_fixed: 0,
    extra_costs_percentage: 0,
    apppsp: null,
    apppsppaymethod: null,
  };
}
