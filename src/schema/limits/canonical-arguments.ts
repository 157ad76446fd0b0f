import { type ArgumentNode, type FieldNode, Kind, print, type ValueNode } from 'graphql';

/** Arguments as text, in which neither their order nor that of the members of objects shows. */
export function canonicalArguments(args: readonly ArgumentNode[] = []): string {
  return args
    .map(({ name, value }) => `${name.value}:${canonicalValue(value)}`)
    .sort()
    .join(',');
}

/** The arguments of `@stream` on a field; undefined where it is not streamed. */
export function streamArguments({ directives = [] }: FieldNode): string | undefined {
  const stream = directives.find(({ name }) => name.value === 'stream');
  return stream && canonicalArguments(stream.arguments);
}

function canonicalValue(value: ValueNode): string {
  switch (value.kind) {
    case Kind.LIST:
      return `[${value.values.map(canonicalValue).join(',')}]`;
    case Kind.OBJECT:
      return `{${value.fields
        .map((field) => `${field.name.value}:${canonicalValue(field.value)}`)
        .sort()
        .join(',')}}`;
    default:
      return print(value);
  }
}
