/** Error texts of a shop whose scope is Dutch: same structure, other words (sheet 18.11). */
const texts: Readonly<Record<string, string>> = {
  "The consumer isn't authorized to access %resources.":
    'De consumer heeft geen toestemming voor toegang tot %resources.',
  'Request does not match any route.': 'Aanvraag komt met geen enkele route overeen.',
  '"%fieldName" is required. Enter and try again.':
    '"%fieldName" is verplicht. Vul het in en probeer het opnieuw.',
  'One or more input exceptions have occurred.': 'Er zijn een of meer fouten in de invoer opgetreden.',
  "The entity that was requested doesn't exist. Verify the entity and try again.":
    'De gevraagde entiteit bestaat niet. Controleer de entiteit en probeer het opnieuw.',
  'No such entity with %fieldName = %fieldValue': 'Geen entiteit gevonden met %fieldName = %fieldValue',
  'A customer with the same email address already exists in an associated website.':
    'Er bestaat al een klant met hetzelfde e-mailadres in een gekoppelde website.',
  'A hold action is not available.': 'In de wacht zetten is niet mogelijk.',
  'You cannot remove the hold.': 'U kunt de wachtstand niet opheffen.',
  "The product that was requested doesn't exist. Verify the product and try again.":
    'Het gevraagde product bestaat niet. Controleer het product en probeer het opnieuw.',
  'URL key for specified store already exists.': 'De URL-sleutel voor deze winkel bestaat al.',
  'The value of attribute "%1" must be unique.': 'De waarde van attribuut "%1" moet uniek zijn.',
  'Maximum items of type "%type" is %max': 'Het maximum aantal items van type "%type" is %max',
  'Validation Failed': 'Validatie mislukt',
  '"%field" can not be empty.': '"%field" mag niet leeg zijn.',
  'Could not save Source Item': 'Bronartikel kon niet worden opgeslagen',
  'The signature is invalid. Verify and try again.':
    'De handtekening is ongeldig. Controleer deze en probeer het opnieuw.',
  'Decoding error.': 'Fout bij het decoderen.',
};

export function inDutch(text: string): string {
  return texts[text] ?? text;
}
