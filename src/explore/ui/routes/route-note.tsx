import { nameOf } from '../../model/record-name.js';
import { shortestRoute } from '../../model/shortest-route.js';
import { usePage } from '../../state/page.js';
import { counted } from '../shell/counted.js';

/** The path between two drawn records, or what is missing for one. */
export function RouteNote() {
  const page = usePage();
  const { explorer } = page;
  const exploration = explorer.exploration.value;
  const graph = explorer.graph.value;
  if (!exploration.route) {
    return null;
  }
  const [from, to] = exploration.route;
  const name = (id: string): string => {
    const record = graph.records.get(id);
    return record ? nameOf(record) : 'a record that is not drawn';
  };
  const steps = to === undefined ? undefined : shortestRoute(graph.links, from, to);
  return (
    <section class="route" aria-label="Path">
      {to === undefined ? (
        <p role="status">Path from {name(from)}: select the record where it ends.</p>
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
                    page.select(step.to);
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
          No drawn links connect {name(from)} and {name(to)}. Draw more links to find a path.
        </p>
      )}
      <button
        type="button"
        onClick={() => {
          explorer.glance('Clear path', { ...exploration, route: undefined });
        }}
      >
        Clear path
      </button>
    </section>
  );
}
