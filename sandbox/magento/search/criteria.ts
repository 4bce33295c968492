/** Reads `searchCriteria[filter_groups][0][filters][0][field]=…` (sheet 4.1). */
import { invalidType, refusal, required } from '../refusal.ts';
import { snakeCase } from '../snake-case.ts';

export interface Filter {
  readonly field: string;
  readonly value: string;
  readonly condition: string;
}

export interface Sort {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

export interface SearchCriteria {
  /** Any of a group, all of the groups. */
  readonly groups: readonly (readonly Filter[])[];
  readonly sorts: readonly Sort[];
  readonly pageSize: number | null;
  readonly currentPage: number | null;
}

type Tree = Map<string, Tree | string>;

const top = 'search_criteria';

export function readCriteria(query: URLSearchParams): SearchCriteria {
  const tree: Tree = new Map();
  let isThere = false;
  for (const [key, value] of query) {
    const path = key.split(/[[\]]+/).filter((segment) => segment !== '');
    const names = path.map(snakeCase);
    if (names[0] !== top) continue;
    isThere = true;
    if (names.length > 1 && names.length < 8) plant(tree, names.slice(1), value);
  }
  if (!isThere) throw required('searchCriteria');
  return {
    groups: branches(tree, 'filter_groups').map((group) => branches(group, 'filters').map(readFilter)),
    sorts: branches(tree, 'sort_orders').map(readSort),
    pageSize: readNumber(tree, 'page_size'),
    currentPage: readNumber(tree, 'current_page'),
  };
}

function plant(tree: Tree, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree.set(name, value);
    return;
  }
  const found = tree.get(name);
  const branch: Tree = found instanceof Map ? found : new Map();
  tree.set(name, branch);
  plant(branch, rest, value);
}

function branches(tree: Tree, name: string): Tree[] {
  const found = tree.get(name);
  return found instanceof Map ? [...found.values()].filter((each) => each instanceof Map) : [];
}

function leaf(tree: Tree, name: string): string | undefined {
  const found = tree.get(name);
  return typeof found === 'string' ? found : undefined;
}

function readFilter(tree: Tree): Filter {
  const field = leaf(tree, 'field');
  const value = leaf(tree, 'value');
  if (field === undefined || value === undefined) throw required(field === undefined ? 'field' : 'value');
  return { field, value, condition: leaf(tree, 'condition_type') ?? 'eq' };
}

/** Descending by default. */
function readSort(tree: Tree): Sort {
  const field = leaf(tree, 'field');
  if (field === undefined) throw required('field');
  const direction = (leaf(tree, 'direction') ?? 'DESC').toUpperCase();
  if (direction === 'ASC' || direction === 'DESC') return { field, direction };
  const text = 'The sort order has to be specified as %1 for ascending order or %2 for descending order.';
  throw refusal(400, text, ['ASC', 'DESC']);
}

function readNumber(tree: Tree, name: string): number | null {
  const text = leaf(tree, name);
  if (text === undefined) return null;
  if (!/^-?\d{1,9}$/.test(text.trim())) throw invalidType(name, text, 'int');
  return Number(text);
}
