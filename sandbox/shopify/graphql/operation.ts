import { Kind, parse } from 'graphql';

/** What a document does, for who counts calls: ` query orders`, ` mutation orderCreate`. Empty where it is none. */
export function operationIn(source: string): string {
  const operation = definitionsOf(source).find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const field = operation?.selectionSet.selections.find((each) => each.kind === Kind.FIELD);
  return operation === undefined || field === undefined ? '' : ` ${operation.operation} ${field.name.value}`;
}

function definitionsOf(source: string) {
  try {
    return parse(source).definitions;
  } catch {
    return [];
  }
}
