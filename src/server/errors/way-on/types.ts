import { getNamedType, type GraphQLSchema, isLeafType, isRequiredArgument } from 'graphql';

import { fieldsMeantBy } from '../../../catalog/synonyms.js';
import { around, didYouMean, distinct, type Fields, fieldsOf, fieldsWithin } from './words.js';

/** Fields of a group that are preferred where any would do. */
const LIKELY = ['gene', 'pubmed'];
/** What is selected for an example, the likeliest first. */
const TELLING = ['symbol', 'title', 'name', 'uid'];

/** The remedy for a field without the selection that it needs. */
export function remedyForSelection(schema: GraphQLSchema, field = '', type = ''): string | undefined {
  const example = exampleOf(fieldsOf(schema.getType(type)) ?? {});
  return example === undefined ? undefined : `Write "${field} { ${example} }".`;
}

/** The remedy for a type that there is none of: that of the record that its name means. */
export function remedyForType(schema: GraphQLSchema, name = ''): string | undefined {
  const roots: Fields = schema.getQueryType()?.getFields() ?? {};
  const types = fieldsMeantBy(name).flatMap((root) =>
    Object.hasOwn(roots, root) && roots[root] ? [getNamedType(roots[root].type).name] : [],
  );
  return didYouMean(distinct(types));
}

/** Something that can be selected: of a list, of its records. */
function exampleOf(fields: Fields): string | undefined {
  for (const wrapper of ['edges', 'nodes', 'node']) {
    const inner = wrapper === 'edges' && fields.nodes ? undefined : fields[wrapper];
    const example = inner && exampleOf(fieldsWithin(inner) ?? {});
    if (example !== undefined) {
      return `${wrapper} { ${example} }`;
    }
  }
  const leaves = Object.values(fields).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some((argument) => isRequiredArgument(argument)),
  );
  const [group] = LIKELY.flatMap((name) => fields[name] ?? []);
  const inGroup = leaves.length === 0 && group ? exampleOf(fieldsWithin(group) ?? {}) : undefined;
  if (group && inGroup !== undefined) {
    return around(group, inGroup);
  }
  const telling = TELLING.flatMap((name) => leaves.filter((leaf) => leaf.name === name));
  return (telling[0] ?? leaves[0])?.name;
}
