/** Names in an expression that nothing has: functions, variables, fields of the record. JSONata itself passes over them in silence. */
import jsonata from 'jsonata';
import type { z } from 'zod';
import { type Issue, issue } from './issue.ts';
import { jsonataFunctions } from './jsonata-functions.ts';
import { nearestName } from './nearest-name.ts';
import { type Shape, shapeOf, unknown } from './record-shape.ts';
import { isNode, type Node, nodesIn } from './tree.ts';

/** Returns what is wrong, each once. `input`: what expressions of this kind are given. The source must compile. */
export function unknownNames(source: string, input: z.ZodObject): Issue[] {
  const walk = new Walk(shapeOf(input, ''));
  walk.shape(jsonata(source).ast() as unknown as Node, walk.root);
  return [...new Map(walk.found.map((each) => [each.message, each])).values()];
}

/** So many names are told where none of them is near. */
const maxNames = 12;

interface Near {
  readonly nearest: string;
  readonly names: readonly string[];
}

class Walk {
  readonly found: Issue[] = [];
  readonly root: Shape;
  readonly #variables = new Map<string, Shape>();

  constructor(root: Shape) {
    this.root = root;
  }

  /** Looks at a node whose context is `context`; returns the shape of what it gives. */
  shape(node: Node, context: Shape): Shape {
    switch (node.type) {
      case 'path':
        return this.#path(node, context);
      case 'name':
        return this.#field(String(node.value), context);
      case 'variable':
        return this.#variable(String(node.value), context);
      case 'function':
      case 'partial':
        return this.#call(node, context);
      case 'bind':
        return this.#bind(node, context);
      case 'lambda':
        return this.#lambda(node, context);
      case 'block':
        return nodesIn(node.expressions).reduce<Shape>((_, each) => this.shape(each, context), unknown);
      case 'transform':
        // It looks for what it changes in what it is applied to.
        return unknown;
      default:
        this.#all(Object.values(node), context);
        return unknown;
    }
  }

  #path(node: Node, context: Shape): Shape {
    let shape = context;
    for (const step of nodesIn(node.steps)) {
      if (step.type === 'sort') {
        this.#all(
          nodesIn(step.terms).map(({ expression }) => expression),
          shape,
        );
        continue;
      }
      shape = this.shape(step, shape);
      for (const filter of [...nodesIn(step.stages), ...nodesIn(step.predicate)])
        this.#all([filter.expr], shape);
      // Bound to a variable, what follows is looked for elsewhere too.
      for (const name of [step.focus, step.index])
        if (typeof name === 'string') this.#variables.set(name, unknown);
      if (step.focus !== undefined || step.tuple === true) shape = unknown;
    }
    this.#all([(node.group as Node | undefined)?.lhs], shape);
    return shape;
  }

  #field(name: string, of: Shape): Shape {
    switch (of.kind) {
      case 'unknown':
        return unknown;
      case 'value':
        this.found.push(issue([], 'asks_a_value', { of: of.name, name }));
        return unknown;
      case 'fields': {
        if (Object.hasOwn(of.fields, name)) return shapeOf(of.fields[name], dotted(of.name, name));
        this.found.push(
          issue([], 'asks_for_nothing', { name: dotted(of.name, name), ...this.#nearestField(name, of) }),
        );
        return unknown;
      }
    }
  }

  /** Among the fields beside it; else, at the start of a path, among those of the records that it begins with. */
  #nearestField(name: string, of: Extract<Shape, { kind: 'fields' }>): Near {
    const own = Object.keys(of.fields);
    const near = nearestName(name, own);
    if (near !== null) return { nearest: dotted(of.name, near), names: [] };
    const deeper = Object.entries(of.fields).flatMap(([part, schema]) => {
      const inner = shapeOf(schema, part);
      return inner.kind === 'fields' ? Object.keys(inner.fields).map((field) => dotted(part, field)) : [];
    });
    const within = deeper.find((path) => path.endsWith(`.${name}`));
    if (within !== undefined) return { nearest: dotted(of.name, within), names: [] };
    return { nearest: '', names: own.length <= maxNames ? own : [] };
  }

  #variable(name: string, context: Shape): Shape {
    if (name === '') return context;
    if (name === '$') return this.root;
    const known = this.#variables.get(name);
    if (known !== undefined || jsonataFunctions.includes(name)) return known ?? unknown;
    this.found.push(issue([], 'not_defined', { name: `$${name}`, ...this.#nearestVariable(name) }));
    return unknown;
  }

  #nearestVariable(name: string): Near {
    const near = nearestName(name, [...this.#variables.keys(), ...jsonataFunctions]);
    return { nearest: near === null ? '' : `$${near}`, names: [] };
  }

  #call(node: Node, context: Shape): Shape {
    const procedure = node.procedure as Node;
    const name = procedure.type === 'variable' ? String(procedure.value) : null;
    if (name === null) this.shape(procedure, context);
    else if (!this.#variables.has(name) && !jsonataFunctions.includes(name)) {
      this.found.push(issue([], 'no_function', { name: `$${name}`, ...this.#nearestVariable(name) }));
    }
    this.#all([node.arguments], context);
    return unknown;
  }

  #bind(node: Node, context: Shape): Shape {
    const name = String((node.lhs as Node).value);
    // A function may call itself.
    this.#variables.set(name, unknown);
    const shape = this.shape(node.rhs as Node, context);
    this.#variables.set(name, shape);
    return shape;
  }

  #lambda(node: Node, context: Shape): Shape {
    for (const { value } of nodesIn(node.arguments)) this.#variables.set(String(value), unknown);
    this.#all([node.body], context);
    return unknown;
  }

  #all(parts: readonly unknown[], context: Shape): void {
    for (const part of parts) {
      if (Array.isArray(part)) this.#all(part, context);
      else if (isNode(part)) this.shape(part, context);
    }
  }
}

function dotted(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}
