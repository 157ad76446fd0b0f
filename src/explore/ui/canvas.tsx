import { useEffect, useRef } from 'preact/hooks';

import type { Explorer } from '../explorer.js';
import type { GraphView } from '../graph-view.js';
import { pin, type Position, remove, unpin } from '../model/exploration.js';
import { nearestInDirection } from '../model/nearest-in-direction.js';
import { nameOf } from '../model/record.js';
import { Legend } from './legend.js';

/** Records that are worth a first look. */
const EXAMPLES = ['TP53', 'PMID 26186194', 'P04637', 'rs28934578', 'breast cancer BRCA1'];

interface Props {
  readonly explorer: Explorer;
  readonly view: () => GraphView | undefined;
  readonly mount: (element: HTMLElement) => void;
  readonly example: (text: string) => void;
}

const ARROWS: Readonly<Record<string, Position>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture of the graph. Arrow keys go from record to record; the list beside it holds the same in words. */
export function Canvas({ explorer, view, mount, example }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current) {
      mount(element.current);
    }
  }, []);
  const { exploration, graph } = explorer;
  const record = graph.records.get(exploration.selected ?? '');

  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    const positions = view()?.positions ?? new Map<string, Position>();
    if (direction) {
      const next = nearestInDirection(positions, record?.id, direction);
      if (next !== undefined) {
        explorer.glance('Count links', { ...exploration, selected: next });
        view()?.centre(next);
      }
    } else if (event.key === 'f') {
      view()?.fit();
    } else if (record && event.key === 'Delete') {
      explorer.go(`Remove ${nameOf(record)}`, remove(exploration, record.id));
    } else if (record && event.key === 'p') {
      const next = exploration.pins.has(record.id)
        ? unpin(exploration, record.id)
        : pin(exploration, record.id, positions.get(record.id) ?? [0, 0]);
      explorer.go(`Pin ${nameOf(record)}`, next);
    } else {
      return;
    }
    event.preventDefault();
  };

  return (
    <div class="canvas">
      <div
        ref={element}
        class="graph"
        role="application"
        tabIndex={0}
        aria-label="Graph of records. Arrow keys select the next record in a direction, Delete removes it, P pins it, F fits the graph. The tab Drawn lists the same records."
        onKeyDown={onKeyDown}
      />
      <p class="visually-hidden" role="status">
        {record ? `${nameOf(record)} selected` : ''}
      </p>
      {graph.records.size === 0 && !explorer.isBusy && (
        <div class="empty">
          <h2>What would you like to look at?</h2>
          <p>
            Find a gene, a paper, a variant or anything else that NCBI knows. Its links come as numbers first; follow
            those that matter.
          </p>
          <ul>
            {EXAMPLES.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  onClick={() => {
                    example(text);
                  }}
                >
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {graph.records.size > 0 && <Legend explorer={explorer} />}
    </div>
  );
}
