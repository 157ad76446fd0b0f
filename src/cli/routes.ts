import { Command, Option } from 'commander';

import { linkKind } from '../catalog/link-kind.js';
import {
  DEFAULT_HOPS,
  DEFAULT_ROUTES,
  databasesOf,
  findRoutes,
  MAX_HOPS,
  MAX_ROUTES,
  type Route,
  RouteFinder,
} from '../catalog/routes.js';
import { CATALOG_READER } from '../config/presets.js';
import { routeQuery } from '../schema/catalog/route-query.js';
import { openCatalog } from '../server/open-catalog.js';
import { readDatabase } from './database-argument.js';
import { describeLink } from './links.js';
import { addSettings, configOf } from './settings.js';
import { table } from './output/table.js';
import { wholeNumber } from './whole-number.js';

interface Options {
  readonly maxHops: string;
  readonly first: string;
  readonly json?: true;
  readonly query?: true;
}

export function routesCommand(): Command {
  const command = new Command('routes')
    .argument('<from>', 'Source database, such as clinvar')
    .argument('<to>', 'Target database, such as structure')
    .option('--max-hops <number>', `Maximum hops per route, at most ${MAX_HOPS}`, String(DEFAULT_HOPS))
    .option('--first <number>', `Maximum routes, at most ${MAX_ROUTES}`, String(DEFAULT_ROUTES))
    .option('--json', 'Print JSON, with all link names of each hop and the GraphQL of each route')
    .addOption(new Option('--query', 'Print the GraphQL of the best route only').conflicts('json'));
  return addSettings(command, CATALOG_READER).action(
    (from: string, to: string, { maxHops, first, json, query }: Options) => {
      const catalog = openCatalog(configOf(command, CATALOG_READER));
      const [start, end] = [readDatabase(catalog, from), readDatabase(catalog, to)];
      const hops = wholeNumber('--max-hops', maxHops, MAX_HOPS);
      const count = wholeNumber('--first', first, MAX_ROUTES);
      const routes = findRoutes(new RouteFinder(catalog), start.name, end.name, hops, count);
      const none = `No links lead from ${start.name} to ${end.name} in ${hops === 1 ? '1 hop' : `${hops} hops or fewer`}.`;
      const text = json
        ? JSON.stringify(routes.map(describeRoute), undefined, 2)
        : query
          ? queryOf(routes, none)
          : routes.length === 0
            ? none
            : asTable(routes);
      process.stdout.write(`${text}\n`);
    },
  );
}

/** Throws where there is no route: the reader of the output expects an operation. */
function queryOf([best]: readonly Route[], none: string): string {
  if (!best) {
    throw new Error(none);
  }
  return routeQuery(best);
}

function describeRoute(route: Route) {
  return {
    databases: databasesOf(route),
    hops: route.hops.map(({ link, alternatives }) => ({
      ...describeLink(link),
      alternatives: alternatives.map(({ name }) => name),
    })),
    ...(route.field && { field: route.field.name }),
    query: routeQuery(route),
  };
}

function asTable(routes: readonly Route[]): string {
  return table([
    ['HOPS', 'ROUTE', 'LINK NAMES'],
    ...routes.map((route) => [
      String(databasesOf(route).length - 1),
      databasesOf(route).join(' > '),
      route.field?.name ??
        route.hops.map(({ link }) => `${link.name}${linkKind(link) === 'computed' ? ' (computed)' : ''}`).join(', '),
    ]),
  ]);
}
