import { linkFieldName, typeName } from '../../catalog/names.js';
import { databasesOf, type Hop, type Route } from '../../catalog/routes.js';

/** Links of each record that are followed, unless the caller says how many: after four hops, at most 780 records. */
const PAGE = 5;

/**
 * The operation that follows a route from one record. Its variables are the `uid` of that record and, with a default,
 * `first`, how many links of each record to follow. It names no type of records, so a prefix of types changes nothing.
 */
export function routeQuery(route: Route): string {
  const { from, hops, field } = route;
  const name = databasesOf(route).map(typeName).join('To');
  if (field) {
    const rows = ['uid', 'title', ...block(field.name, field.selection)];
    return block(`query ${name}($uid: ID!)`, block(`${from}(uid: $uid)`, rows)).join('\n');
  }
  const root = block(`${from}(uid: $uid)`, recordFields(hops));
  return block(`query ${name}($uid: ID!, $first: Int = ${PAGE})`, root).join('\n');
}

/** What is asked about a record, from which the hops lead on. */
function recordFields([hop, ...rest]: readonly Hop[]): readonly string[] {
  if (!hop) {
    return ['uid', 'title'];
  }
  const target = recordFields(rest);
  const page = hop.link.scored === true ? block('edges', ['score', ...block('node', target)]) : block('nodes', target);
  return ['uid', 'title', ...block(`${linkFieldName(hop.link)}(first: $first)`, ['totalCount', ...page])];
}

function block(head: string, lines: readonly string[]): readonly string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'];
}
