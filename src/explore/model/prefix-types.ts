import { type NamedTypeNode, parse, visit } from 'graphql';

const SCALARS: ReadonlySet<string> = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);

/** An operation for a gateway whose types are named with a prefix. Nothing else of the text changes. */
export function prefixTypes(document: string, prefix: string): string {
  if (prefix === '') {
    return document;
  }
  const places: number[] = [];
  visit(parse(document), {
    NamedType: ({ name, loc }: NamedTypeNode) => {
      if (loc && !SCALARS.has(name.value)) {
        places.push(loc.start);
      }
    },
  });
  return places.reduceRight((text, place) => text.slice(0, place) + prefix + text.slice(place), document);
}
