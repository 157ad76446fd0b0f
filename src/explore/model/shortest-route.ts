import type { DrawnLink } from './drawn-graph.js';

/** A step of a route: a link that is drawn, walked in either direction. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly link: DrawnLink;
}

/** The route with the fewest steps between two records of the drawn graph; undefined when there is none. */
export function shortestRoute(links: readonly DrawnLink[], from: string, to: string): readonly Step[] | undefined {
  const around = new Map<string, Step[]>();
  const add = (step: Step): void => {
    const steps = around.get(step.from) ?? [];
    steps.push(step);
    around.set(step.from, steps);
  };
  for (const link of links) {
    add({ from: link.source, to: link.target, link });
    add({ from: link.target, to: link.source, link });
  }
  const arrivals = new Map<string, Step | undefined>([[from, undefined]]);
  for (const place of arrivals.keys()) {
    // A map may grow while it is walked: new places come last, so this is breadth first.
    for (const step of around.get(place) ?? []) {
      if (!arrivals.has(step.to)) {
        arrivals.set(step.to, step);
      }
    }
  }
  if (!arrivals.has(to)) {
    return undefined;
  }
  const route: Step[] = [];
  for (let step = arrivals.get(to); step; step = arrivals.get(step.from)) {
    route.unshift(step);
  }
  return route;
}
