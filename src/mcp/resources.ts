import type { McpServer } from '@modelcontextprotocol/server';

import type { Catalog } from '../catalog/catalog.js';
import { readExamples } from '../server/pages/examples.js';
import { row } from './answer/table.js';

/** Adds what assistants may read: the catalog and the cookbook. */
export function addResources(server: McpServer, catalog: Catalog): void {
  server.registerResource(
    'catalog',
    'entrez-graph://catalog',
    { title: 'Databases and link names of Entrez', mimeType: 'text/tab-separated-values' },
    ({ href: uri }) => ({ contents: [{ uri, mimeType: 'text/tab-separated-values', text: catalogText(catalog) }] }),
  );
  server.registerResource(
    'cookbook',
    'entrez-graph://cookbook',
    { title: 'Cookbook: questions and the GraphQL that answers them', mimeType: 'text/markdown' },
    ({ href: uri }) => ({ contents: [{ uri, mimeType: 'text/markdown', text: cookbookText() }] }),
  );
}

function cookbookText(): string {
  const recipes = readExamples().filter(({ name }) => name.startsWith('cookbook/'));
  return [
    '# Cookbook',
    ...recipes.map(({ title, query }) => `## ${title}\n\n\`\`\`graphql\n${query.trim()}\n\`\`\``),
  ].join('\n\n');
}

/** One line for two databases, with the link names between them. */
function catalogText({ records, links, sources }: Catalog): string {
  const names = new Map<string, string[]>();
  for (const { name, from, to } of links) {
    const pair = row([from, to]);
    names.set(pair, [...(names.get(pair) ?? []), name]);
  }
  return [
    `# ${sources}`,
    row(['database', 'label']),
    ...records.map(({ name, label }) => row([name, label])),
    '',
    row(['from', 'to', 'link names']),
    ...[...names].map(([pair, all]) => `${pair}\t${all.join(' ')}`),
  ].join('\n');
}
