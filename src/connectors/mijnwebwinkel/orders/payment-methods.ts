/** The names that `payment.method_name` takes: the vendor's description has a closed list. */
export const paymentMethods = [
  ...(['advance', 'afterpay', 'apple_pay', 'bancontact', 'bank_transfer', 'belfius', 'bitcoin'] as const),
  ...(['card', 'cash', 'creditcard', 'directdebit', 'external', 'giropay', 'ideal', 'ideal:issuer'] as const),
  ...(['invoice', 'in_arrears', 'kbccbc', 'klarna_checkout', 'klarna_paylater', 'klarna_paynow'] as const),
  ...(['klarna_sliceit', 'maestro', 'mastercard', 'paypal', 'paysafecard', 'pickup'] as const),
  ...(['podium_giftcard', 'rembours', 'singledebit', 'sofortbanking', 'visa', 'webshop_giftcard'] as const),
] as const;

type PaymentMethod = (typeof paymentMethods)[number];

/** Business orders cannot be paid by these (sheet 7.7). */
const consumersOnly: readonly string[] = ['klarna_checkout', 'klarna_paylater', 'afterpay'];

/** The platform's method of the same name; else that the order was paid elsewhere, or is to be. */
export function paymentMethodFor(
  method: string | undefined,
  isPaid: boolean,
  isBusiness: boolean,
): PaymentMethod {
  const known = paymentMethods.find((each) => each === method?.toLowerCase());
  const isAllowed = known !== undefined && !(isBusiness && consumersOnly.includes(known));
  if (isAllowed) return known;
  return isPaid ? 'external' : 'advance';
}
