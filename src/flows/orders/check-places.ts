import type { Connector } from '../../connectors/contract/connector.ts';
import { documentTarget, documentTargets } from '../../connectors/contract/document-targets.ts';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import { checkExpressionNames } from '../../mapping/check-names.ts';
import { compileExpression } from '../../mapping/expression.ts';
import type { Issue } from '../../mapping/fields.ts';
import { canCredit } from './credit/can-credit.ts';
import { noteInput } from './expression-inputs.ts';
import type { OrdersSettings } from './settings.ts';

/** Settings that this target has no place for, and a note that is no expression. */
export function checkPlaces(settings: OrdersSettings, target: Connector): Issue[] {
  return [
    ...checkNote(settings),
    ...checkKind(settings, target),
    ...checkProducts(settings, target),
    ...checkRefunds(settings, target),
    ...checkFees(settings),
    ...checkCountries(settings),
    ...checkDay(settings, target),
  ];
}

/** What makes the documents that the settings name; where nothing does, which is told by itself, what is made in its place. */
export function checkedTarget(
  document: OrdersSettings['document'],
  target: Connector,
): DocumentTarget | undefined {
  return documentTarget(target, document) ?? documentTarget(target, undefined);
}

/** An amount that is named twice would be charged twice. */
function checkFees({ fees }: OrdersSettings): Issue[] {
  const named: string[] = [];
  const issues: Issue[] = [];
  for (const [index, fee] of fees.entries()) {
    for (const name of ['field', 'taxField'] as const) {
      const field = fee[name];
      if (field === undefined) continue;
      if (named.includes(field)) {
        issues.push({ path: ['fees', index, name], message: `names "${field}", which is named before` });
      }
      named.push(field);
    }
  }
  return issues;
}

/** What many write for it in VAT numbers, or at home. */
const misnamed: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB', XI: 'GB' };

/** A code that no address has would never be found there, and nobody would hear of it. */
function checkCountries({ vat, revenueAccount }: OrdersSettings): Issue[] {
  const places: (readonly [path: string[], codes: readonly string[]])[] = [
    [['vat', 'homeCountry'], vat.homeCountry === undefined ? [] : [vat.homeCountry]],
    [['vat', 'byCountry'], Object.keys(vat.byCountry)],
    [['revenueAccount', 'byCountry', 'map'], Object.keys(revenueAccount.byCountry?.map ?? {})],
  ];
  return places.flatMap(([path, codes]) =>
    codes.flatMap((code) => {
      const right = misnamed[code];
      return right === undefined
        ? []
        : [{ path, message: `names "${code}": the country's code is ${right}` }];
    }),
  );
}

function checkNote({ writeBack }: OrdersSettings): Issue[] {
  if (writeBack?.note === undefined) return [];
  try {
    compileExpression(writeBack.note, 'writeBack.note');
    return checkExpressionNames(['writeBack', 'note'], writeBack.note, noteInput);
  } catch (error) {
    const message = `is not a JSONata expression: ${(error as Error).message}`;
    return [{ path: ['writeBack', 'note'], message }];
  }
}

function checkKind({ document }: OrdersSettings, target: Connector): Issue[] {
  if (document === undefined || documentTarget(target, document) !== undefined) return [];
  const kinds = documentTargets(target).flatMap((each) => each.kinds.filter((kind) => kind !== 'credit'));
  return [{ path: ['document'], message: `must be ${kinds.join(' or ')} for ${target.name}` }];
}

function checkProducts({ document, products }: OrdersSettings, target: Connector): Issue[] {
  const hasArticles = checkedTarget(document, target)?.articles !== undefined;
  const possible = hasArticles ? ['require', 'create', 'ignore'] : ['ignore'];
  if (possible.includes(products)) return [];
  return [{ path: ['products'], message: `must be ${possible.join(' or ')} for ${target.name}` }];
}

function checkRefunds({ document, refunds }: OrdersSettings, target: Connector): Issue[] {
  const made = checkedTarget(document, target);
  if (refunds !== 'credit' || made === undefined || canCredit(made)) return [];
  const what = documentTargets(target).length > 1 ? 'credits of orders' : 'credits';
  return [
    { path: ['refunds'], message: `must be flag or ignore: Koppel makes no ${what} in ${target.name}` },
  ];
}

/** A day names no buyer and no article. */
function checkDay({ day, customer }: OrdersSettings, target: Connector): Issue[] {
  if (day === undefined) return [];
  if (target.orders?.target?.takesStock === true)
    return [
      { path: ['day'], message: `is not for ${target.name}, where orders take articles off the stock` },
    ];
  return customer.defaultDebtor === undefined
    ? [{ path: ['customer', 'defaultDebtor'], message: 'must be given for the documents of days' }]
    : [];
}
