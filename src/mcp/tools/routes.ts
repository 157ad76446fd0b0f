import { linkKind } from '../../catalog/link-kind.js';
import { linkFieldName } from '../../catalog/names.js';
import { type Route, RouteFinder } from '../../catalog/routes.js';
import type { Catalog } from '../../catalog/catalog.js';
import { block } from '../answer/answer.js';
import { row } from '../answer/table.js';
import { readDatabase } from '../input/database.js';
import { text } from '../input/arguments.js';
import { cursor, type Tool } from './tool.js';

const MAX_HOPS = 3;
const ROUTES = 20;

const args = { from: text({ max: 40 }), to: text({ max: 40 }), cursor };

const finders = new WeakMap<Catalog, RouteFinder>();

/** Paths of links between two databases. */
export const routesTool: Tool<typeof args> = {
  name: 'routes',
  title: 'Paths between two databases',
  description:
    'Paths of link names from one Entrez database to another (gene, pubmed, clinvar, …), best first, for follow. Free.',
  args,
  maxCalls: () => 1,
  run: ({ from, to }, { gateway: { catalog } }) => {
    const start = readDatabase(catalog, from, 'from').name;
    const end = readDatabase(catalog, to, 'to').name;
    const finder = finders.get(catalog) ?? new RouteFinder(catalog);
    finders.set(catalog, finder);
    const routes = finder.find(start, end, MAX_HOPS, ROUTES);
    return {
      head:
        routes.length === 0
          ? [`none: no links lead from ${start} to ${end} in ${MAX_HOPS} hops or fewer.`]
          : [`found: paths from ${start} to ${end}. "also" are other link names of the same step.`],
      blocks: [block(routes.map(lineOf), 'path\tfields\talso')],
      linkNames: [...new Set(routes.flatMap(({ hops }) => hops.map(({ link }) => link.name)))].slice(0, 10),
      source: 'link catalog of entrez-graph',
    };
  },
};

function lineOf({ hops }: Route): string {
  const path = hops.map(({ link }) => `${link.name}${linkKind(link) === 'computed' ? '(computed)' : ''}`);
  return row([
    path.join(' > '),
    hops.map(({ link }) => linkFieldName(link)).join(' > '),
    hops.length === 1 ? hops.flatMap(({ alternatives }) => alternatives.map(({ name }) => name)).join(' ') : '',
  ]);
}
