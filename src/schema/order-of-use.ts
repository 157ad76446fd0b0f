import type { GraphQLSchema } from 'graphql';

/** Fields of `Query` that most readers look for first; those of other databases follow. */
const FIRST = ['gene', 'pubmed', 'search', 'records', 'node', 'nodes'];
/** Fields of `Query` that stand behind those of the databases. */
const LAST = [
  'unionLinks',
  'commonLinks',
  'linkSet',
  'paths',
  'neighbourhood',
  'routes',
  'databases',
  'linkNames',
  'plan',
  'rateLimit',
  'history',
];

/** Puts the fields of `Query` into the order of use, in place: editors and the printed schema list them so. */
export function orderQueryByUse(schema: GraphQLSchema): GraphQLSchema {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const others = Object.keys(fields).filter((name) => !FIRST.includes(name) && !LAST.includes(name));
  for (const name of [...FIRST, ...others, ...LAST]) {
    const field = fields[name];
    if (field) {
      Reflect.deleteProperty(fields, name);
      fields[name] = field;
    }
  }
  return schema;
}
