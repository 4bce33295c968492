/**
 * Words that names of fields and codes of errors are made of, in the systems' own English. A name that is made of them
 * names nobody, whatever a system repeats.
 */
export const fieldWords: ReadonlySet<string> = new Set(
  `
  access account active input client denied address addresses already amount amounts and api archived article articles attn attribute attributes
  balance bank base billing body building business by calculated carrier category chamber city classification closed code coc
  comment comments commerce company comparison condition conflict contact content cost country county coupon create created
  credit currency custom customer customers cvc data date day days debtor default delivery description details discount
  discounts document documents does door due duplicate ean email empty end entity error errors exceeded exist exists expected
  expired extension external failed fax fee fees field fields file filter final first flow for format forbidden found fulfillment
  given grand grant group guest has header house iban id ids in increment index insufficient internal invalid invoice invoices
  is item items key kind kvk label language last ledger legal length limit line lines list locale locked mail max maximum
  message method min minimum missing mobile mode model name names net network no not note notes number object of offset on open
  operation option options order orders organization out page paid param parameter parameters params part partial path payment
  payments percentage permission permissions person phone phonenumber place point pos position post postal postcode pre prefix
  price prices product products profile province quantity query quote range rate rates reason record reference refund region
  regular request required resource response revenue row rows rule sale sales salutation scope scopes search second send server
  service session setting settings shift shipment shipping shop short sku sort source state status stock store street string
  subtotal suffix surname system tag target tax taxes tax_rate taxvat telephone term terms text throttled time timezone title to
  token too total totals transaction type types unavailable unauthorized unique unit units unknown unprocessable update updated
  url use used user valid validation value values variant vat version view visible warehouse website weight wrong year zip zipcode zone
  `
    .trim()
    .split(/\s+/),
);
