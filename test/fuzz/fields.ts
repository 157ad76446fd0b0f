import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** A field with arguments, and how a query gets to it. */
export interface ReachedField {
  /** `Gene.pubmed`. */
  readonly name: string;
  readonly args: readonly GraphQLArgument[];
  /** The query that asks this field with arguments by variables of these names. */
  readonly query: (given: readonly string[]) => string;
}

/** Good values for arguments that have to be given on the way to a field. */
const GIVEN: Readonly<Record<string, string>> = {
  uid: '7157',
  uids: '[7157, 672]',
  ids: '["Z2VuZTo3MTU3"]',
  term: '"TP53"',
  name: '"gene_pubmed"',
  names: '["gene_pubmed"]',
  from: 'gene',
  to: 'pubmed',
  db: 'gene',
  webEnv: '"MCID_none"',
  queryKey: '"1"',
  query: '"{ gene(uid: 7157) { symbol } }"',
  pmid: '1',
};

/** Every field of every type that has arguments, each once, by the shortest way from the root. */
export function fieldsWithArguments(schema: GraphQLSchema): readonly ReachedField[] {
  const root = schema.getQueryType();
  if (!root) {
    return [];
  }
  const reached = new Set<GraphQLNamedType>([root]);
  const queue: { readonly type: GraphQLObjectType; readonly wrap: (inner: string) => string }[] = [
    { type: root, wrap: (inner) => `{ ${inner} }` },
  ];
  const found: ReachedField[] = [];
  for (const { type, wrap } of queue) {
    for (const field of Object.values(type.getFields())) {
      if (field.args.length > 0) {
        found.push(reachedField(type, field, wrap));
      }
      const next = getNamedType(field.type);
      if (isObjectType(next) && !reached.has(next)) {
        reached.add(next);
        queue.push({ type: next, wrap: (inner) => wrap(`${field.name}${neededArguments(field)} { ${inner} }`) });
      }
    }
  }
  return found;
}

function reachedField(
  { name: typeName }: GraphQLObjectType,
  { name, args, type }: GraphQLField<unknown, unknown>,
  wrap: (inner: string) => string,
): ReachedField {
  return {
    name: `${typeName}.${name}`,
    args,
    query: (given) => {
      const used = args.filter((arg) => given.includes(arg.name));
      const variables = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const head = variables === '' ? 'query' : `query (${variables})`;
      return `${head} ${wrap(`${name}${passed === '' ? '' : `(${passed})`}${selectionOf(getNamedType(type), 2)}`)}`;
    },
  };
}

function neededArguments({ args }: GraphQLField<unknown, unknown>): string {
  const given = args.filter((arg) => isNeeded(arg) || arg.name === 'uid');
  return given.length === 0 ? '' : `(${given.map(({ name }) => `${name}: ${GIVEN[name] ?? 'null'}`).join(', ')})`;
}

function isNeeded({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

/** A few fields, so that something has to be asked for. */
function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) {
    return '';
  }
  const fields = isObjectType(type) ? Object.values(type.getFields()).filter(({ args }) => !args.some(isNeeded)) : [];
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).slice(0, 5);
  const deeper = depth > 0 ? fields.filter(({ name }) => ['nodes', 'edges', 'node', 'pageInfo'].includes(name)) : [];
  const selected = [
    '__typename',
    ...leaves.map(({ name }) => name),
    ...deeper.map((field) => `${field.name}${selectionOf(getNamedType(field.type), depth - 1)}`),
  ];
  return ` { ${selected.join(' ')} }`;
}
