import type { CustomerTarget } from '../../../connectors/contract/target.ts';

type WithParts = Required<Pick<CustomerTarget, 'partsOf' | 'partsIn' | 'narrowed'>>;

/** A target as its parts are read and written. The contract's members are optional only until every connector has them. */
export function partsOfTarget(target: CustomerTarget): WithParts {
  const { partsOf, partsIn, narrowed } = target;
  if (!partsOf || !partsIn || !narrowed) throw new TypeError('The customers of this system have no parts.');
  return {
    partsOf: partsOf.bind(target),
    partsIn: partsIn.bind(target),
    narrowed: narrowed.bind(target),
  };
}
