import { loadCatalog } from '../../src/catalog/catalog.js';
import { linkFieldName } from '../../src/catalog/names.js';
import { printSorted } from '../../src/schema/schema.js';
import { servedSchema } from '../../src/schema/served-schema.js';
import type { Question } from './questions.js';
import type { Tally } from './tally.js';

/** A bridge from any GraphQL API to tools: the schema, and one tool that runs operations. */
export function bridgeTools(): string {
  const tool = {
    name: 'query-graphql',
    description: 'Query the GraphQL endpoint with the given query and variables.',
    inputSchema: { type: 'object', properties: { query: { type: 'string' }, variables: { type: 'object' } } },
  };
  return `${JSON.stringify([tool])}\n${printSorted(servedSchema(loadCatalog()))}`;
}

/** Answers with one operation, whose response is read as it is. */
export async function askBridge(url: string, { start, path }: Question, tally: Tally): Promise<ReadonlySet<string>> {
  const root = /^\d+$/.test(start) ? 'pubmed(uid: $start)' : 'gene(symbol: $start)';
  const type = /^\d+$/.test(start) ? 'ID!' : 'String!';
  const fields = path.map((name) => {
    const link = loadCatalog().link(name);
    return link ? `${linkFieldName(link)}(first: ${path.length > 2 ? 100 : 1000}) { nodes {` : '';
  });
  const query = `query ($start: ${type}) { ${root} { ${fields.join(' ')} uid title ${'}}'.repeat(fields.length)} } }`;
  const args = { query, variables: { start } };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const text = await response.text();
  tally.note('query-graphql', args, text);
  return leavesOf((JSON.parse(text) as { readonly data: unknown }).data);
}

/** The uids of the innermost records. */
function leavesOf(value: unknown): Set<string> {
  if (typeof value !== 'object' || value === null) {
    return new Set();
  }
  const { uid } = value as { readonly uid?: unknown };
  return typeof uid === 'string'
    ? new Set([uid])
    : new Set(Object.values(value).flatMap((each) => [...leavesOf(each)]));
}
