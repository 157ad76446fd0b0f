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
import { ROUTES } from '../config/presets.js';
import type { LinkTables } from '../loading/link-tables.js';
import { routeQuery } from '../schema/catalog/route-query.js';
import { tableOfHop } from '../schema/catalog/table-of-hop.js';
import { openCatalog } from '../server/open-catalog.js';
import { openTables } from '../server/open-tables.js';
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
  return addSettings(command, ROUTES).action((from: string, to: string, options: Options) => {
    const config = configOf(command, ROUTES);
    const catalog = openCatalog(config);
    const [start, end] = [readDatabase(catalog, from), readDatabase(catalog, to)];
    const hops = wholeNumber('--max-hops', options.maxHops, MAX_HOPS);
    const count = wholeNumber('--first', options.first, MAX_ROUTES);
    const routes = findRoutes(new RouteFinder(catalog), start.name, end.name, hops, count);
    const none = `No links lead from ${start.name} to ${end.name} in ${hops === 1 ? '1 hop' : `${hops} hops or fewer`}.`;
    const tables = openTables(config, {
      warn: (message) => {
        process.stderr.write(`${message}\n`);
      },
    });
    try {
      process.stdout.write(`${shown(routes, none, options, tables)}\n`);
    } finally {
      tables?.close();
    }
  });
}

function shown(
  routes: readonly Route[],
  none: string,
  { json, query }: Options,
  tables: LinkTables | undefined,
): string {
  if (json) {
    return JSON.stringify(
      routes.map((route) => describeRoute(route, tables)),
      undefined,
      2,
    );
  }
  if (query) {
    return queryOf(routes, none);
  }
  return routes.length === 0 ? none : asTable(routes, tables);
}

/** Throws where there is no route: the reader of the output expects an operation. */
function queryOf([best]: readonly Route[], none: string): string {
  if (!best) {
    throw new Error(none);
  }
  return routeQuery(best);
}

function describeRoute(route: Route, tables: LinkTables | undefined) {
  return {
    databases: databasesOf(route),
    hops: route.hops.map(({ link, alternatives }) => ({
      ...describeLink(link),
      alternatives: alternatives.map(({ name }) => name),
      ...(tables && { table: tableOfHop(tables, link) }),
    })),
    ...(route.field && { field: route.field.name }),
    query: routeQuery(route),
  };
}

/** With tables, the last column names those that answer hops. */
function asTable(routes: readonly Route[], tables: LinkTables | undefined): string {
  return table([
    ['HOPS', 'ROUTE', 'LINK NAMES', ...(tables ? ['FROM TABLES'] : [])],
    ...routes.map((route) => [
      String(databasesOf(route).length - 1),
      databasesOf(route).join(' > '),
      route.field?.name ??
        route.hops.map(({ link }) => `${link.name}${linkKind(link) === 'computed' ? ' (computed)' : ''}`).join(', '),
      ...(tables ? [fromTables(route, tables)] : []),
    ]),
  ]);
}

function fromTables({ hops }: Route, tables: LinkTables): string {
  const known = hops.flatMap(({ link }) => {
    const found = tableOfHop(tables, link);
    return found === null ? [] : [`${link.name} (${found})`];
  });
  return known.join(', ') || '-';
}
