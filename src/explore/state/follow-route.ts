import type { Failure } from '../gateway/failure-text.js';
import { drawRoute, type FollowedRoute, readRoute } from '../model/follow-route.js';
import type { GraphRecord } from '../model/record.js';
import { labelOf } from '../model/record-name.js';
import { type Route, routeFrom } from '../model/route-query.js';
import type { Explorer } from './explorer.js';

/** Follows a route from a record to its end in one query, and draws what it goes through. */
export async function followRoute(
  explorer: Explorer,
  route: Route,
  { db, uid, ...record }: GraphRecord,
): Promise<{ readonly followed?: FollowedRoute; readonly failure?: Failure }> {
  const result: { followed?: FollowedRoute; failure?: Failure } = {};
  await explorer.track([], async (abort) => {
    const query = routeFrom(route.query, uid);
    const { data, errors } = await explorer.client.runText<Readonly<Record<string, unknown>>>(query, {}, abort);
    const [failure] = errors;
    if (failure) {
      result.failure = failure;
    }
    if (data?.[db] != null) {
      result.followed = readRoute(route, data[db], explorer.catalog);
      explorer.go(
        `Follow route from ${labelOf({ db, uid, ...record })}`,
        drawRoute(explorer.exploration.value, result.followed),
      );
    }
  });
  return result;
}
