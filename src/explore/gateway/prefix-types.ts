import { type NamedTypeNode, parse, visit } from 'graphql';

const SCALARS: ReadonlySet<string> = new Set(['Boolean', 'Float', 'ID', 'Int', 'JSON', 'String']);

/** Prefixes the type names in an operation. The rest of the text stays as it is. */
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
