import type { ObjectRef } from '@pothos/core';

import type { Catalog, LinkName } from '../../catalog/catalog.js';
import {
  DEFAULT_HOPS,
  DEFAULT_ROUTES,
  type Hop,
  MAX_HOPS,
  MAX_ROUTES,
  type Route,
  RouteFinder,
  databasesOf,
  findRoutes,
} from '../../catalog/routes.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import { costsNothing } from '../cost/dry-run-extension.js';
import { routeQuery } from './route-query.js';
import type { SharedTypes } from '../records/record-interface.js';
import { tableOfHop } from './table-of-hop.js';

/** Adds `routes`: how to get from the records of one database to those of another. */
export function addRoutes(
  builder: Builder,
  catalog: Catalog,
  { database }: SharedTypes,
  linkName: ObjectRef<Builder['$inferSchemaTypes'], LinkName>,
): void {
  const finder = new RouteFinder(catalog);
  const hopType = builder.objectRef<Hop>('RouteHop').implement({
    description: 'One step of a route, from a database to the next.',
    fields: (t) => ({
      link: t.expose('link', { type: linkName, nullable: false, description: 'The link name that makes it.' }),
      alternatives: t.expose('alternatives', {
        type: [linkName],
        nullable: false,
        description: 'Other link names between the two databases, best first.',
      }),
      table: t.string({
        description:
          'The imported table that gives its links, such as "0 calls: table gene2pubmed of 2026-11-20"; records that the table lacks, and all where this is null, take calls of ELink.',
        extensions: costsNothing,
        resolve: ({ link }, _args, { loaders: { tables } }) => tableOfHop(tables, link),
      }),
    }),
  });
  const routeType = builder.objectRef<Route>('Route').implement({
    description: 'A way from one database to another by links.',
    fields: (t) => ({
      databases: t.field({
        type: [database],
        nullable: false,
        description: 'The databases it leads through, with both ends.',
        resolve: databasesOf,
      }),
      hops: t.expose('hops', {
        type: [hopType],
        nullable: false,
        description: 'Its steps, from the first on; none where a field leads there.',
      }),
      field: t.string({
        description:
          'The field that leads there without any link name, such as identicalProteins from protein to assembly (EFetch ipg).',
        resolve: ({ field }) => field?.name ?? null,
      }),
      query: t.string({
        nullable: false,
        description:
          'The operation that follows it from one record, ready to run: $uid names the record, $first says how many links of each record to follow.',
        resolve: routeQuery,
      }),
    }),
  });
  builder.queryField('routes', (t) =>
    t.field({
      type: [routeType],
      nullable: false,
      description:
        'How to get from the records of one database to those of another, best first: fewest hops, then curated links before computed ones, databases of articles, organisms or projects last, and those that most people know first. Empty when there is no way. Costs no request.',
      args: {
        from: t.arg({ type: database, required: true, description: 'Database where routes start.' }),
        to: t.arg({ type: database, required: true, description: 'Database where routes lead.' }),
        maxHops: t.arg.int({ defaultValue: DEFAULT_HOPS, description: `Longest route, at most ${MAX_HOPS} hops.` }),
        first: t.arg.int({ defaultValue: DEFAULT_ROUTES, description: `How many routes, at most ${MAX_ROUTES}.` }),
      },
      resolve: (_root, { from, to, maxHops, first }) =>
        findRoutes(
          finder,
          from,
          to,
          checkNumber('maxHops', maxHops ?? DEFAULT_HOPS, MAX_HOPS),
          checkNumber('first', first ?? DEFAULT_ROUTES, MAX_ROUTES),
        ),
    }),
  );
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument. */
function checkNumber(argument: string, value: number, max: number): number {
  if (value < 1 || value > max) {
    throw badInput(argument, value, `Use a number from 1 to ${max}.`);
  }
  return value;
}
