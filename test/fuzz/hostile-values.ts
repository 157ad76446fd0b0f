import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

const INTEGERS = [0, 1, -1, 20, 1000, 1001, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 0.5];
const FLOATS = [0, -0, 1.5, -1e-300, 1e308, 2 ** 53];

/** Texts that mean something to somebody on the way: to us, to NCBI, to a form, a log, a page or an object. */
const TEXTS = [
  '',
  ' ',
  '0',
  '-1',
  '1',
  '7157',
  '07157',
  '1e3',
  '1.5',
  '9'.repeat(40),
  'TP53',
  'gene_pubmed',
  'gene_nothing',
  'constructor',
  '__proto__',
  'toString',
  '1,2',
  '1\n2',
  'a AND (b',
  '))((',
  '[uid]',
  '"',
  "' OR ''='",
  '#1',
  '*',
  '&db=pubmed&api_key=x',
  '%00%0d%0aHost: x',
  '<script>alert(1)</script>',
  '<!ENTITY a "b">',
  '{"$ne":1}',
  '${7*7}',
  '../../etc/passwd',
  '\u0000',
  '\u0007\u001b[2J',
  '\r\n',
  '\ufeff',
  '\u202eabc',
  '\ud800',
  'Ünïcödé 日本語 👩‍👩‍👧',
  '2020',
  '2020/02/31',
  '0000/00/00',
  '9999',
  'pdat',
  '9606',
  'Homo sapiens',
  '10.1056/NEJMoa2001017',
  'NP_000537.3',
  'MCID_0',
  ...['gene:7157', 'gene:', 'nothing:1', 'pubmed:1:2', ':', '7157:pubmed', 'offset:5', '\u0000'].map(base64),
  'x'.repeat(5000),
  'pubmed '.repeat(400),
];

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20 }).map(base64) },
  { weight: 1, arbitrary: fc.nat().map(String) },
);

/** What a router sends to ask for a record that another subgraph has named. */
const entity = fc.record(
  {
    __typename: fc.oneof(fc.constantFrom('Gene', 'PubMed', 'Query', 'Int', 'Nothing'), text),
    uid: fc.oneof(fc.constant('7157'), fc.constant(7157), text),
    id: fc.oneof(fc.constant(base64('gene:7157')), text),
  },
  { requiredKeys: [] },
);

/** What no type of argument takes, and what some do. */
const foreign = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({ x: 1 }));

/** Values for a variable of this type: right ones, absurd ones, and sometimes ones of another type. */
function valuesOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: wellTyped(type) }, { weight: 1, arbitrary: foreign });
}

/** Values for some of the arguments of a field; those that must be given mostly are. */
export function argumentsOf(args: readonly GraphQLArgument[]): fc.Arbitrary<Record<string, unknown>> {
  const required = args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name);
  const values = Object.fromEntries(args.map(({ name, type }) => [name, valuesOf(type)]));
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(values, { requiredKeys: required }) },
    { weight: 4, arbitrary: fewOf(values, required) },
    { weight: 1, arbitrary: fc.record(values, { requiredKeys: [] }) },
  );
}

/** One argument beside those required: the others would be refused before this one is looked at. */
function fewOf(
  values: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  required: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  return fc.constantFrom(...Object.keys(values)).chain((name) => {
    const keys = [...new Set([...required, name])];
    return fc.record(Object.fromEntries(keys.map((key) => [key, values[key] ?? foreign])));
  });
}

function wellTyped(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) {
    return wellTyped(type.ofType);
  }
  if (isListType(type)) {
    const items = valuesOf(type.ofType);
    const waiters = wellTyped(type.ofType).map((item) => new Array<unknown>(1001).fill(item));
    return fc.oneof({ weight: 20, arbitrary: fc.array(items, { maxLength: 4 }) }, { weight: 1, arbitrary: waiters });
  }
  if (isEnumType(type)) {
    return fc.constantFrom(...type.getValues().map(({ name }) => name));
  }
  if (isInputObjectType(type)) {
    return argumentsOf(Object.values(type.getFields()));
  }
  switch (type.name) {
    case 'Int':
      return fc.oneof(fc.constantFrom(...INTEGERS), fc.integer());
    case 'Float':
      return fc.oneof(fc.constantFrom(...FLOATS), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'Boolean':
      return fc.boolean();
    case '_Any':
      return entity;
    default:
      return text;
  }
}
