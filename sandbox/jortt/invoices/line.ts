import Big from 'big.js';
import type { FieldReader } from '../../kit/fields/field-reader.ts';
import { cents } from '../../kit/money/cents.ts';
import { rateText } from '../administration/vat-rules.ts';
import { vatCategories } from '../settings.ts';

export type VatCategory = (typeof vatCategories)[number];

interface Money {
  amount: string;
  currency: 'EUR';
}

/** A line of an invoice or an estimate. The names are the wire's. */
export interface SaleLine {
  description: string;
  /** A decimal in text. */
  quantity: string;
  /** Per unit, with or without VAT as `net_amounts` says. */
  amount: Money;
  vat: { value: string; category: VatCategory | null };
}

export interface InvoiceLine extends SaleLine {
  /** Null until the default account is filled in. */
  ledger_account_id: string | null;
}

export function euros(amount: string | Big): Money {
  const rounded = cents(Big(amount));
  return { amount: (rounded.eq(0) ? rounded.abs() : rounded).toFixed(2), currency: 'EUR' };
}

/** The names of v1, which v3 answers with 422 (sheet 1.1). */
const v1Names = ['units', 'number_of_units', 'amount_per_unit', 'vat_percentage', 'total_amount_excl_vat'];

/** A partial line gets defaults, which are our reading: one piece, at no price, at the standard rate. */
export function readSaleLine(fields: FieldReader, is: 'whole' | 'in parts'): SaleLine {
  fields.forbid(...v1Names);
  if (is === 'whole') fields.require('description', 'quantity', 'amount', 'vat');
  const amount = fields.object('amount');
  amount?.forbid('value');
  amount?.require('amount', 'currency');
  amount?.oneOf('currency', ['EUR']);
  const vat = fields.object('vat');
  vat?.require('value');
  return {
    description: fields.text('description') ?? '',
    quantity: fields.decimal('quantity', 10) ?? '1',
    amount: euros(amount?.decimal('amount', 2) ?? '0'),
    vat: {
      value: rateText(readRate(vat) ?? '0.21'),
      category: vat?.oneOf('category', vatCategories) ?? null,
    },
  };
}

export function readLine(fields: FieldReader, is: 'whole' | 'in parts'): InvoiceLine {
  return { ...readSaleLine(fields, is), ledger_account_id: fields.uuid('ledger_account_id') };
}

/** A fraction in text: a number is not safe on v3 (sheet 4.2, 10.12). */
function readRate(vat: FieldReader | null): string | null {
  const rate = vat?.decimal('value', 6) ?? null;
  return rate !== null && (Big(rate).lt(0) || Big(rate).gt(1)) ? (vat?.invalid('value') ?? null) : rate;
}
