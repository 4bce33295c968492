import type { Expected } from '../kit/http/query.ts';
import { Refusal } from '../kit/http/refusal.ts';

/** An answer in Ecwid's error form (sheet 2.5). The texts are partly inferred. */
export function refusal(
  status: number,
  errorCode: string,
  errorMessage: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal(status, errorMessage, { errorMessage, errorCode }, headers);
}

export function wrongParameter(message: string): Refusal {
  return refusal(400, 'WRONG_PARAMETER', message);
}

export function wrongQuery(name: string, expected: Expected): Refusal {
  const texts: Record<Expected, string> = {
    number: `Wrong numeric parameter '${name}' value: not a number or a number out of range`,
    boolean: `Wrong boolean parameter '${name}' value: expected one of true,false,yes,no,on,off,1,0`,
    date: `Wrong date parameter '${name}' value`,
    choice: `Wrong parameter '${name}' value`,
  };
  return wrongParameter(texts[expected]);
}

export function wrongField(entity: string, name: string): Refusal {
  return wrongParameter(`Field ${entity}.${name} has a wrong value`);
}

export function absentField(entity: string, name: string): Refusal {
  return wrongParameter(`Field ${entity}.${name} is absent`);
}

export function orderNotFound(id: string): Refusal {
  return refusal(404, 'ORDER_NOT_FOUND', `Order #${id} not found`);
}

/** The list of error codes has none for customers (sheet 2.5). */
export function customerNotFound(id: string): Refusal {
  return refusal(404, 'CUSTOMER_NOT_FOUND', `Customer #${id} not found`);
}

export function productNotFound(id: string): Refusal {
  return refusal(404, 'PRODUCT_NOT_FOUND', `Product #${id} not found`);
}

export function combinationNotFound(id: string): Refusal {
  return refusal(404, 'COMBINATION_NOT_FOUND', `Combination #${id} not found`);
}

export function categoryNotFound(id: string): Refusal {
  return refusal(404, 'CATEGORIES_NOT_FOUND', `Category #${id} not found`);
}

/** The list of error codes has none for product types (sheet 2.5). */
export function classNotFound(id: string): Refusal {
  return refusal(404, 'PRODUCT_CLASS_NOT_FOUND', `Product class #${id} not found`);
}
