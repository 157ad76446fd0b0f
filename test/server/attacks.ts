/** Attacks of one client on the process: each a document that is small to send and was large to answer. */
export interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What the client accepts beside JSON. */
  readonly accept?: string;
  /** The code of the first error; undefined where the document is answered. */
  readonly code: string | undefined;
}

export function repeat(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(' ');
}

function gene(selections: string): string {
  return `{ gene(uid: "7157") { ${selections} } }`;
}

const TOO_LARGE = 'OPERATION_TOO_LARGE';
const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const EVERYTHING = '__schema { types { name description fields { name description type { name ofType { name } } } } }';

function chain(length: number, part: (next: string) => string): string {
  return repeat(length, (index) => `fragment f${index} on Gene { ${part(`...f${index + 1}`)} }`);
}

function named(count: number, name: (index: number) => unknown): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => name(index));
}

const ENTITIES = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Gene { uid } } }';
const UNREADABLE = { u: named(1000, (i) => `x${i}`) };
const READABLE = { u: named(1000, (i) => `${i + 1}`) };
const LIST_TOO_LARGE = 'RESPONSE_TOO_LARGE';

/** Errors by the thousand, each of which took a tenth of a millisecond, and more in a long document. */
const ERRORS: readonly Attack[] = [
  {
    name: '5,000 references',
    query: ENTITIES,
    variables: { r: named(5000, (i) => ({ __typename: 'Gene', uid: i + 1 })) },
    code: undefined,
  },
  {
    name: '5,000 references to types that there are not',
    query: ENTITIES,
    variables: { r: named(5000, (i) => ({ __typename: `Nope${i}` })) },
    code: 'BAD_USER_INPUT',
  },
  {
    name: '11,000 references that are none',
    query: ENTITIES,
    variables: { r: named(11_000, () => 1) },
    code: LIST_TOO_LARGE,
  },
  {
    name: '1,000 wrong references below 100,000 empty lines',
    query: ENTITIES.replace('{', `{${'\n'.repeat(100_000)}`),
    variables: { r: named(1000, (i) => ({ __typename: `Nope${i}` })) },
    code: 'BAD_USER_INPUT',
  },
  {
    name: '1,000 wrong uids behind a comment of 120,000 letters',
    query: `query ($u: [ID!]) { # ${'x'.repeat(120_000)}\n records { gene(uids: $u) { uid } } }`,
    variables: UNREADABLE,
    code: 'BAD_USER_INPUT',
  },
  {
    name: '100 unknown fields below 60,000 empty lines',
    query: `{${'\r'.repeat(60_000)} ${repeat(100, (i) => `a${i}: nope${i}`)} }`,
    code: INVALID,
  },
  {
    name: 'one list of 1,000 wrong uids, 20 times',
    query: `query ($u: [ID!]) { records { ${repeat(20, (i) => `a${i}: gene(uids: $u) { uid }`)} } }`,
    variables: UNREADABLE,
    code: LIST_TOO_LARGE,
  },
  {
    name: '200 fields that fail, of each of 1,000 records',
    query: `query ($u: [ID!]) { records { gene(uids: $u) { ${repeat(200, (i) => `a${i}: pubmed(first: -1) { totalCount }`)} } } }`,
    variables: READABLE,
    code: LIST_TOO_LARGE,
  },
  {
    name: '100 times the same failing field, of each of 1,000 records',
    query: `query ($u: [ID!]) { records { gene(uids: $u) { ${repeat(100, () => `pubmed(first: -1) { totalCount }`)} } } }`,
    variables: READABLE,
    code: 'BAD_USER_INPUT',
  },
  {
    name: '90 parts of each of 1,000 records',
    query: `query ($u: [ID!]) { records { gene(uids: $u) { ${repeat(90, (i) => `... @defer(label: "l${i}") { a${i}: uid }`)} } } }`,
    variables: READABLE,
    accept: 'multipart/mixed;incrementalSpec=v0.2;q=0.9',
    code: undefined,
  },
  {
    name: 'rows that repeat eight lists of 1,000 errors',
    query: `query ($u: [ID!]) { records { ${repeat(9, (i) => `a${i}: gene(uids: $u) { uid }`)} } }`,
    variables: UNREADABLE,
    accept: 'text/csv',
    code: LIST_TOO_LARGE,
  },
  {
    name: '40,000 uids in a variable',
    query: 'query ($u: [ID!]) { records { gene(uids: $u) { uid } } }',
    variables: { u: named(40_000, (i) => `${i % 10}`) },
    code: 'BAD_USER_INPUT',
  },
  {
    name: '1,000 names that are long',
    query: 'query ($n: [String!]!) { resolve(names: $n) { status } }',
    variables: { n: named(1000, (i) => `rs${'9'.repeat(200)}${i}`) },
    code: undefined,
  },
  {
    name: '300 different plans of lists',
    query: `{ ${repeat(300, (i) => `a${i}: plan(query: "{ records { gene(uids: [${repeat(30, (j) => `${j + 1 + i}`)}]) { pubmed(first: 50) { nodes { gene(first: 20) { nodes { title } } } } } } }") { calls { worst } }`)} }`,
    code: undefined,
  },
  {
    name: '300 aliases of lists of ten',
    query: `{ records { ${repeat(300, (i) => `a${i}: gene(uids: [${repeat(10, (j) => `${i * 10 + j + 1}`)}]) { uid }`)} } }`,
    code: undefined,
  },
];

const RECORDS = 'query ($u: [ID!]) { records { gene(uids: $u) { ';

/** Lists of a thousand, each of whose members is a little to read, to complete or to write. */
const LONG_LISTS: readonly Attack[] = [
  {
    name: '20,000 references that are none',
    query: ENTITIES,
    variables: { r: named(20_000, () => 1) },
    code: LIST_TOO_LARGE,
  },
  {
    name: '9,000 references without a key',
    query: ENTITIES,
    variables: { r: named(9000, () => ({ __typename: 'Gene' })) },
    code: 'BAD_USER_INPUT',
  },
  {
    name: '400 aliases of each of 1,000 records',
    query: `${RECORDS}${repeat(400, (i) => `a${i}: uid`)} } } }`,
    variables: READABLE,
    code: undefined,
  },
  {
    name: '1,000 times the same failing field, of each of 1,000 records',
    query: `${RECORDS}${repeat(1000, () => 'pubmed(first: -1) { totalCount }')} } } }`,
    variables: READABLE,
    code: LIST_TOO_LARGE,
  },
  {
    name: '9,000 uids in a document',
    query: `{ records { ${repeat(9, (i) => `a${i}: gene(uids: [${repeat(990, (j) => `${i * 1000 + j + 1}`)}]) { uid }`)} } }`,
    code: undefined,
  },
  {
    name: '60 fragments of each of 1,000 nodes',
    query: `query ($i: [ID!]!) { nodes(ids: $i) { ${repeat(60, (i) => `... on Gene { a${i}: uid }`)} } }`,
    variables: { i: named(1000, (i) => `gene:${i + 1}`) },
    code: undefined,
  },
  {
    name: 'three lists of 1,000 names that each may be of many databases',
    query: `query ($a: [String!]!, $b: [String!]!, $c: [String!]!) { ${['a', 'b', 'c'].map((list) => `${list}: resolve(names: $${list}) { status }`).join(' ')} }`,
    variables: {
      a: named(1000, (i) => `NM_${100_000 + i}.3:c.${i}A>G`),
      b: named(1000, (i) => `(words of a title, ${i})`),
      c: named(1000, (i) => `Miki Y, Swensen J. A candidate for the gene BRCA${i}. Science. 1994;266(5182):${i}-71.`),
    },
    code: undefined,
  },
  ...['application/x-ndjson', 'text/csv'].map((accept): Attack => ({
    name: `300 columns of 1,000 rows, as ${accept}`,
    query: `${RECORDS}${repeat(300, (i) => `a${i}: uid`)} } } }`,
    variables: READABLE,
    accept,
    code: undefined,
  })),
];

export const ATTACKS: readonly Attack[] = [
  { name: '4,000 times one field', query: gene(repeat(4000, () => 'uid')), code: undefined },
  { name: '20,000 times one field', query: gene(repeat(20_000, () => 'uid')), code: TOO_LARGE },
  { name: '4,000 times one field at the root', query: `{ ${repeat(4000, () => '__typename')} }`, code: undefined },
  {
    name: 'one field with arguments 900 times at the root',
    query: `{ ${repeat(900, () => 'gene(uid: "7157") { uid }')} }`,
    code: undefined,
  },
  {
    name: 'the same arguments in other orders',
    query: gene(
      repeat(400, (i) =>
        i % 2 ? 'pubmed(first: 1, after: null) { __typename }' : 'pubmed(after: null, first: 1) { __typename }',
      ),
    ),
    code: undefined,
  },
  {
    name: 'one alias with 400 different arguments',
    query: gene(repeat(400, (i) => `a: pubmed(first: ${i + 1}) { totalCount }`)),
    code: INVALID,
  },
  { name: '2,000 inline fragments', query: gene(repeat(2000, () => '... { uid }')), code: undefined },
  {
    name: '1,200 inline fragments on different types',
    query: `{ node(id: "x") { ${repeat(1200, (i) => `... on ${['Gene', 'Protein', 'Node'][i % 3] ?? ''} { id }`)} } }`,
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'one fragment 3,000 times',
    query: `${gene(repeat(3000, () => '...f'))} fragment f on Gene { uid }`,
    code: undefined,
  },
  {
    name: '450 fragments with the same fields',
    query: `${gene(repeat(450, (i) => `...f${i}`))} ${repeat(450, (i) => `fragment f${i} on Gene { uid url }`)}`,
    code: undefined,
  },
  {
    name: 'fragments that double 40 times',
    query: `${gene('...f0')} ${chain(40, (next) => `${next} ${next}`)} fragment f40 on Gene { uid }`,
    code: TOO_LARGE,
  },
  {
    name: 'fragments that double behind a field',
    query: `${gene('...f0')} ${chain(9, (next) => `a: pubmed { nodes { gene { nodes { ${next} } } } } b: pubmed { nodes { gene { nodes { ${next} } } } }`)} fragment f9 on Gene { uid }`,
    code: TOO_LARGE,
  },
  {
    name: 'a chain of 490 fragments',
    query: `${gene('...f0')} ${chain(490, (next) => next)} fragment f490 on Gene { uid }`,
    code: undefined,
  },
  {
    name: 'a chain of 1,200 fragments',
    query: `${gene('...f0')} ${chain(1200, (next) => next)} fragment f1200 on Gene { uid }`,
    code: TOO_LARGE,
  },
  {
    name: 'a circle of 400 fragments',
    query: `${gene('...f0')} ${chain(400, (next) => next)} fragment f400 on Gene { ...f0 }`,
    code: INVALID,
  },
  {
    name: 'each of 60 fragments in each before it',
    query: `${gene('...f0')} ${repeat(60, (i) => `fragment f${i} on Gene { uid ${repeat(60 - i, (j) => `...f${i + j + 1}`)} }`)} fragment f60 on Gene { uid }`,
    code: TOO_LARGE,
  },
  { name: '2,400 variables', query: `query (${repeat(2400, (i) => `$v${i}: ID`)}) { __typename }`, code: INVALID },
  {
    name: '100 directives, each of 400 fields',
    query: gene(repeat(400, () => 'uid @skip(if: false) @include(if: true)')),
    code: TOO_LARGE,
  },
  {
    name: '300 operations',
    query: `${repeat(300, (i) => `query q${i} { ...f }`)} fragment f on Query { __typename }`,
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  { name: '2,000 unknown fields', query: gene(repeat(2000, (i) => `pubmd${i}`)), code: INVALID },
  { name: '1,000 unknown types', query: gene(repeat(1000, (i) => `... on Pubmd${i} { uid }`)), code: INVALID },
  { name: 'a name of 180,000 letters', query: gene('pubmed'.repeat(30_000)), code: INVALID },
  { name: 'one argument 3,000 times', query: `{ gene(${repeat(3000, () => 'uid: 1')}) { uid } }`, code: INVALID },
  {
    name: 'an object of 2,400 members',
    query: `{ gene(uid: { ${repeat(2400, (i) => `a${i}: 1`)} }) { uid } }`,
    code: INVALID,
  },
  { name: 'a comment of 200,000 letters', query: `${gene('uid')} #${'x'.repeat(200_000)}`, code: undefined },
  {
    name: '120 times the schema',
    query: `{ ${repeat(120, (i) => `a${i}: ${EVERYTHING}`)} }`,
    code: 'RESPONSE_TOO_LARGE',
  },
  {
    name: '490 times the schema',
    query: `{ ${repeat(490, (i) => `a${i}: __schema { types { name fields { name } } }`)} }`,
    code: 'RESPONSE_TOO_LARGE',
  },
  {
    name: 'types of fields of types of fields',
    query: `{ __type(name: "Query") { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } }`,
    code: INVALID,
  },
  { name: 'the schema beside data', query: `{ ${EVERYTHING} gene(uid: "7157") { uid } }`, code: TOO_LARGE },
  {
    name: '400 times all link names',
    query: `{ ${repeat(400, (i) => `a${i}: linkNames { name label from to field criteria orders }`)} }`,
    code: 'RESPONSE_TOO_LARGE',
  },
  {
    name: '400 aliases of each link name',
    query: `{ linkNames { ${repeat(400, (i) => `a${i}: label`)} } }`,
    code: undefined,
  },
  {
    name: '450 times the schema in the language of schemas',
    query: `{ _service { ${repeat(450, (i) => `a${i}: sdl`)} } }`,
    code: 'RESPONSE_TOO_LARGE',
  },
  {
    name: '1,500 aliases of one field with nested inline fragments',
    query: gene(repeat(1500, (i) => `... { ... { a${i}: uid } }`)),
    code: TOO_LARGE,
  },
  {
    name: 'inline fragments 900 deep',
    query: gene(`${'... { '.repeat(900)}uid${' }'.repeat(900)}`),
    code: TOO_LARGE,
  },
  {
    name: 'a list 20,000 deep',
    query: `{ gene(uid: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { uid } }`,
    code: TOO_LARGE,
  },
  { name: 'selections 20,000 deep that never end', query: '{ a '.repeat(20_000), code: TOO_LARGE },
  { name: '100,000 commas', query: gene(`uid ${','.repeat(100_000)}`), code: undefined },
  {
    name: 'a block string of 200,000 quotes',
    query: `{ gene(uid: """${'\\"""'.repeat(50_000)}""") { uid } }`,
    code: 'BODY_TOO_LARGE',
  },
  {
    name: 'a uid of 200,000 digits',
    query: `{ gene(uid: "${'7'.repeat(200_000)}") { uid } }`,
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'a number of 200,000 digits',
    query: `{ gene(uid: 7157) { pubmed(first: ${'9'.repeat(200_000)}) { totalCount } } }`,
    code: INVALID,
  },
  {
    name: '20,000 ids in one list',
    query: `{ nodes(ids: [${repeat(20_000, (i) => `"${i + 1}"`)}]) { id } }`,
    code: TOO_LARGE,
  },
  {
    name: '400 plans of one operation',
    query: `{ ${repeat(400, (i) => `a${i}: plan(query: "{ gene(uid: 7157) { pubmed(first: 100) { nodes { title } } } }") { __typename }`)} }`,
    code: undefined,
  },
  {
    name: 'plans of 200 searches of paths and of as many records as lists take',
    query: `{ a: plan(query: ${JSON.stringify(`{ ${repeat(200, (i) => `c${i}: paths(from: "gene:${i + 1}", to: "omim:672", maxHops: 4) { paths { records { title } } }`)} }`)}) { __typename } b: plan(query: ${JSON.stringify(`{ records { gene(uids: [${repeat(999, (i) => `${i + 1}`)}]) { ${repeat(490, (i) => `a${i}: pubmed(first: 1) { totalCount }`)} } } }`)}) { __typename } }`,
    code: undefined,
  },
  {
    name: 'one list of 1,000 names that 400 fields resolve',
    query: `query ($n: [String!]! = [${repeat(1000, (i) => `"n${i}"`)}]) { ${repeat(400, (i) => `c${i}: resolve(names: $n) { status }`)} }`,
    code: TOO_LARGE,
  },
  {
    name: 'what 1,000 genes have in common, 20 times',
    query: `query ($o: [ID!]! = [${repeat(1000, (i) => `"gene:${i + 1}"`)}]) { ${repeat(20, (i) => `c${i}: commonLinks(of: $o, name: "gene_pubmed", atLeast: ${i + 2}) { totalCount }`)} }`,
    code: undefined,
  },
  {
    name: 'sets of one list of 1,000 genes that 100 fields combine',
    query: `query ($o: [ID!]! = [${repeat(1000, (i) => `"gene:${i + 1}"`)}]) { ${repeat(100, (i) => `c${i}: linkSet(lists: { label: "a", of: $o, name: "gene_pubmed" }, operation: UNION) { totalCount }`)} }`,
    code: TOO_LARGE,
  },
  {
    name: 'paths over thousands of ways for which there are no calls',
    query: '{ paths(from: "pubmed:25741868", to: "gene:7157", maxHops: 4, maxCalls: 1) { status } }',
    code: undefined,
  },
  {
    name: 'paths over a million ways',
    query: `{ paths(from: "pubmed:25741868", to: "pubmed:9843217", maxHops: 4, maxCalls: 1, via: ["pubmed_pubmed", ${['alsoviewed', 'bookrecords', 'citedin', 'combined', 'five', 'refs', 'reviews', 'reviews_five'].map((name) => `"pubmed_pubmed_${name}"`).join()}]) { status } }`,
    code: 'BAD_USER_INPUT',
  },
  {
    name: '300 fragments, each of which is spread in two others behind an alias',
    query: `${gene('...f0')} ${repeat(300, (i) => `fragment f${i} on Gene { a: pubmed { nodes { gene { nodes { ...f${i + 1} } } } } }`)} fragment f300 on Gene { uid }`,
    code: TOO_LARGE,
  },
  {
    name: '400 references to a type that there is not',
    query: `{ _entities(representations: [${repeat(400, (i) => `{ __typename: "Nope${i}" }`)}]) { ... on Gene { uid } } }`,
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'a filter with 8,000 members that it does not have',
    query: 'query ($filter: LinkFilter) { gene(uid: "7157") { pubmed(filter: $filter) { totalCount } } }',
    variables: { filter: Object.fromEntries(Array.from({ length: 8000 }, (_, i) => [`pubmd${i}`, 1])) },
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'a list of 20,000 filters, each of which is wrong',
    query: 'query ($filters: [LinkFilter!]) { __typename @skip(if: false) node(id: $filters) { id } }',
    variables: { filters: Array.from({ length: 20_000 }, () => ({ x: 1 })) },
    code: INVALID,
  },
  {
    name: 'an unused fragment for each of 450 names',
    query: `{ __typename } ${repeat(450, (i) => `fragment f${i} on Gene { uid }`)}`,
    code: INVALID,
  },
  {
    name: 'a search term of 100,000 brackets',
    query: `{ search { pubmed(term: "${'(('.repeat(50_000)}") { totalCount } } }`,
    code: 'BAD_USER_INPUT',
  },
  {
    name: 'names of Object.prototype as aliases, variables and uids',
    query: `query ($toString: ID = "7157", $constructor: Boolean = true) { __proto__: gene(uid: $toString) { constructor: symbol toString: uid @include(if: $constructor) } hasOwnProperty: gene(uid: "675") { __proto__: symbol } }`,
    code: undefined,
  },
  {
    name: 'a variable that JavaScript has no place for',
    query: 'query ($__proto__: ID = "7157") { gene(uid: $__proto__) { symbol } }',
    code: INVALID,
  },
  ...ERRORS,
  ...LONG_LISTS,
];
