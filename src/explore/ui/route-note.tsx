import type { Explorer } from '../explorer.js';
import { shortestRoute } from '../model/shortest-route.js';
import { nameOf } from '../model/record.js';
import { counted } from './counted.js';

interface Props {
  readonly explorer: Explorer;
  readonly select: (id: string) => void;
}

/** The route that is shown between two records, or what is missing for one. */
export function RouteNote({ explorer, select }: Props) {
  const { exploration, graph } = explorer;
  const { route } = exploration;
  if (!route) {
    return null;
  }
  const [from, to] = route;
  const name = (id: string): string => {
    const record = graph.records.get(id);
    return record ? nameOf(record) : 'a record that is not drawn';
  };
  const steps = to === undefined ? undefined : shortestRoute(graph.links, from, to);
  return (
    <section class="route" aria-label="Route">
      {to === undefined ? (
        <p role="status">Route from {name(from)}: select the record where it should lead.</p>
      ) : steps ? (
        <>
          <p role="status">
            From {name(from)} to {name(to)} in {counted(steps.length, 'step')}
          </p>
          <ol>
            {steps.map((step) => (
              <li key={step.to}>
                <code>{step.link.linkName}</code> {step.link.source === step.from ? '→' : '←'}{' '}
                <button
                  type="button"
                  class="plain"
                  onClick={() => {
                    select(step.to);
                  }}
                >
                  {name(step.to)}
                </button>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p role="status">
          No drawn links lead from {name(from)} to {name(to)}. Showing more links may find a way.
        </p>
      )}
      <button
        type="button"
        onClick={() => {
          explorer.glance('End route', { ...exploration, route: undefined });
        }}
      >
        Clear route
      </button>
    </section>
  );
}
