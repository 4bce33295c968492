import type { Json, JsonObject } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { invalid } from '../refusal.ts';
import { codeOfCountry, codeOfState, nameOfCountry, nameOfState } from '../schema/countries.ts';

const advice = 'even though it may appear correct. Please select';

/** Names and codes of countries and states agree, and come from the org's lists (sheet 5.1). Throws a `Refusal`. */
export function withPlaces(
  org: Org,
  before: JsonObject,
  changes: JsonObject,
  prefixes: readonly string[],
): JsonObject {
  if (!org.settings().countryPicklists) return changes;
  const placed = { ...changes };
  for (const prefix of prefixes) Object.assign(placed, placeOf(before, changes, prefix));
  return placed;
}

function placeOf(before: JsonObject, changes: JsonObject, prefix: string): JsonObject {
  const [country, countryCode] = [`${prefix}Country`, `${prefix}CountryCode`];
  const [state, stateCode] = [`${prefix}State`, `${prefix}StateCode`];
  if ([country, countryCode, state, stateCode].every((name) => changes[name] === undefined)) return {};
  const code = chosen(changes, [country, countryCode], before[countryCode] ?? null, codeOfCountry, () => {
    throw invalid(
      'FIELD_INTEGRITY_EXCEPTION',
      `There's a problem with this country, ${advice} a country/territory from the list of valid countries.`,
      country,
    );
  });
  const wasMoved = code !== (before[countryCode] ?? null);
  const kept = wasMoved ? null : (before[stateCode] ?? null);
  const region = chosen(
    changes,
    [state, stateCode],
    kept,
    (name) => codeOfState(code ?? '', name),
    () => {
      throw invalid(
        'FIELD_INTEGRITY_EXCEPTION',
        `There's a problem with this state, ${advice} a state from the list of valid states.`,
        state,
      );
    },
  );
  if (region !== null && code === null) {
    const message = 'A country/territory must be specified before specifying a state value.';
    throw invalid('FIELD_INTEGRITY_EXCEPTION', message, state);
  }
  if (region !== null && nameOfState(code ?? '', region) === null) {
    throw invalid(
      'FIELD_INTEGRITY_EXCEPTION',
      `There's a problem with this state, ${advice} a state from the list of valid states.`,
      stateCode,
    );
  }
  return {
    [country]: code === null ? null : nameOfCountry(code),
    [countryCode]: code,
    [state]: region === null ? null : nameOfState(code ?? '', region),
    [stateCode]: region,
  };
}

/** The code that name and code come to; what is not sent stays. `refuse` throws: unknown, or the two do not agree. */
function chosen(
  changes: JsonObject,
  [name, code]: readonly [name: string, code: string],
  before: Json,
  codeOf: (name: string) => string | null,
  refuse: () => never,
): string | null {
  const [givenName, givenCode] = [changes[name], changes[code]];
  if (typeof givenCode === 'string') {
    if (typeof givenName === 'string' && codeOf(givenName) !== givenCode) return refuse();
    return givenCode;
  }
  if (typeof givenName === 'string') return codeOf(givenName) ?? refuse();
  if (givenName === null || givenCode === null) return null;
  return typeof before === 'string' ? before : null;
}
