import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { GraphView } from '../../canvas/graph-view.js';
import { nearestInDirection } from '../../canvas/nearest-in-direction.js';
import { currentPaint } from '../../canvas/paint.js';
import { pin, type Position, remove, unpin } from '../../model/exploration.js';
import { labelOf, nameOf } from '../../model/record-name.js';
import { shortestRoute } from '../../model/shortest-route.js';
import { type Page, usePage } from '../../state/page.js';
import { DatabaseIcon } from './icon.js';
import { Legend } from './legend.js';

/** Records that are worth a first look. */
const EXAMPLES = ['TP53', 'PMID 26186194', 'P04637', 'rs28934578', 'breast cancer BRCA1'];

const ARROWS: Readonly<Record<string, Position>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture of the graph. Arrow keys move from record to record; the list beside it holds the same in words. */
export function Canvas() {
  const page = usePage();
  const { explorer } = page;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => (element.current ? mount(element.current, page) : undefined), [page]);
  const record = explorer.selected.value;
  const isEmpty = explorer.graph.value.records.size === 0;
  return (
    <div class="canvas">
      <div
        ref={element}
        class="graph"
        role="application"
        tabIndex={0}
        aria-label="Graph of records. Arrow keys select the next record in a direction, Delete removes it, P pins it, F fits the graph. The tab List has the same records."
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.metaKey && !event.altKey && onKey(event.key, page)) {
            event.preventDefault();
          }
        }}
      />
      <p class="visually-hidden" role="status">
        {record ? `${nameOf(record)} selected` : ''}
      </p>
      {isEmpty && !explorer.isBusy.value && <Welcome />}
      {!isEmpty && <HoverCard />}
      {!isEmpty && <Legend />}
    </div>
  );
}

/** Keeps a view in step with the state of the page. */
function mount(element: HTMLElement, page: Page): () => void {
  const { explorer, theme, ui } = page;
  const view = new GraphView(element, currentPaint(), {
    select: (id) => {
      explorer.select(id);
      if (id !== undefined) {
        ui.tab.value = 'record';
      }
    },
    hover: (id) => {
      ui.hovered.value = id;
    },
    place: (id, position) => {
      const record = explorer.knowledge.value.records.get(id);
      explorer.go(`Pin ${record ? labelOf(record) : id}`, pin(explorer.exploration.value, id, position));
    },
  });
  page.view = view;
  const endTheme = effect(() => {
    // The colours come from the style sheet of the theme.
    view.paint = currentPaint(theme.name.value);
  });
  const endGraph = effect(() => {
    const graph = explorer.graph.value;
    const { roots, expansions, pins, selected, route } = explorer.exploration.value;
    const [from, to] = route ?? [];
    const steps = from === undefined || to === undefined ? [] : (shortestRoute(graph.links, from, to) ?? []);
    view.show(graph, {
      selected,
      pins,
      ticked: ui.ticked.value,
      hubs: new Set([...roots, ...expansions.map(({ source }) => source)]),
      route: new Set(steps.flatMap((step) => [step.from, step.to])),
    });
  });
  return () => {
    endTheme();
    endGraph();
  };
}

/** Runs the shortcut of a key; false where it has none. */
function onKey(key: string, { explorer, view }: Page): boolean {
  const exploration = explorer.exploration.value;
  const record = explorer.graph.value.records.get(exploration.selected ?? '');
  const positions = view?.positions ?? new Map<string, Position>();
  const direction = ARROWS[key];
  if (direction) {
    const next = nearestInDirection(positions, record?.id, direction);
    if (next !== undefined) {
      explorer.select(next);
      view?.reveal(next);
    }
  } else if (key.toLowerCase() === 'f') {
    view?.fit();
  } else if (record && key === 'Delete') {
    explorer.go(`Remove ${labelOf(record)}`, remove(exploration, record.id));
  } else if (record && key.toLowerCase() === 'p') {
    const next = exploration.pins.has(record.id)
      ? unpin(exploration, record.id)
      : pin(exploration, record.id, positions.get(record.id) ?? [0, 0]);
    explorer.go(`Pin ${labelOf(record)}`, next);
  } else {
    return false;
  }
  return true;
}

function Welcome() {
  const { ui } = usePage();
  return (
    <div class="empty">
      <h2>What would you like to look at?</h2>
      <p>
        Search for a gene, paper, variant or any other NCBI record. You see link counts first; expand the ones you need.
      </p>
      <ul>
        {EXAMPLES.map((text) => (
          <li key={text}>
            <button
              type="button"
              onClick={() => {
                ui.searchText.value = { text };
              }}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The record under the pointer in full. */
function HoverCard() {
  const { explorer, ui } = usePage();
  const record = explorer.knowledge.value.records.get(ui.hovered.value ?? '');
  return record ? (
    <p class="hover-card" aria-hidden="true">
      <DatabaseIcon db={record.db} /> <strong>{labelOf(record)}</strong> {record.title ?? nameOf(record)}
    </p>
  ) : null;
}
