import type { Connector } from '../../connectors/contract/connector.ts';
import { documentTarget, documentTargets } from '../../connectors/contract/document-targets.ts';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import { checkExpression } from '../../mapping/check-expression.ts';
import { checkExpressionNames } from '../../mapping/check-names.ts';
import { type Issue, issue } from '../../mapping/issue.ts';
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
        issues.push(issue(['fees', index, name], 'named_before', { name: field }));
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
      return right === undefined ? [] : [issue(path, 'wrong_country', { given: code, right })];
    }),
  );
}

function checkNote({ writeBack }: OrdersSettings): Issue[] {
  if (writeBack?.note === undefined) return [];
  const path = ['writeBack', 'note'];
  const wrong = checkExpression(path, writeBack.note, 'writeBack.note');
  return wrong.length > 0 ? wrong : checkExpressionNames(path, writeBack.note, noteInput);
}

function checkKind({ document }: OrdersSettings, target: Connector): Issue[] {
  if (document === undefined || documentTarget(target, document) !== undefined) return [];
  const kinds = documentTargets(target).flatMap((each) => each.kinds.filter((kind) => kind !== 'credit'));
  return [issue(['document'], 'not_for_system', { possible: kinds, system: target.name })];
}

function checkProducts({ document, products }: OrdersSettings, target: Connector): Issue[] {
  const hasArticles = checkedTarget(document, target)?.articles !== undefined;
  const possible = hasArticles ? ['require', 'create', 'ignore'] : ['ignore'];
  if (possible.includes(products)) return [];
  return [issue(['products'], 'not_for_system', { possible, system: target.name })];
}

function checkRefunds({ document, refunds }: OrdersSettings, target: Connector): Issue[] {
  const made = checkedTarget(document, target);
  if (refunds !== 'credit' || made === undefined || canCredit(made)) return [];
  const ofOrders = documentTargets(target).length > 1;
  return [issue(['refunds'], 'makes_no_credits', { system: target.name, ofOrders })];
}

/** A day names no buyer and no article. */
function checkDay({ day, customer }: OrdersSettings, target: Connector): Issue[] {
  if (day === undefined) return [];
  if (target.orders?.target?.takesStock === true)
    return [issue(['day'], 'takes_stock', { system: target.name })];
  return customer.defaultDebtor === undefined
    ? [issue(['customer', 'defaultDebtor'], 'needed_for_days', {})]
    : [];
}
