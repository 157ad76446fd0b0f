import type { Explorer } from '../explorer.js';
import { edgesAsCsv } from '../exports/csv.js';
import { asPng, download } from '../exports/download.js';
import { asGraphml } from '../exports/graphml.js';
import { asJson } from '../exports/json.js';
import { asSvg } from '../exports/svg.js';
import type { GraphView } from '../graph-view.js';
import { EMPTY } from '../model/exploration.js';
import { currentPaint } from '../paint.js';
import { AccessButton } from './access.js';

interface Props {
  readonly explorer: Explorer;
  readonly view: () => GraphView | undefined;
  readonly toggleTheme: () => void;
}

type Export = readonly [label: string, run: () => void | Promise<void>];

/** What can be done with the whole graph. */
export function Toolbar({ explorer, view, toggleTheme }: Props) {
  const { graph } = explorer;
  const isEmpty = graph.records.size === 0;
  const svg = (): string => asSvg(graph, view()?.positions ?? new Map(), currentPaint());
  const exports: readonly Export[] = [
    [
      'PNG picture',
      async () => {
        download('entrez-graph.png', await asPng(svg()), 'image/png');
      },
    ],
    [
      'SVG picture',
      () => {
        download('entrez-graph.svg', svg(), 'image/svg+xml');
      },
    ],
    [
      'CSV of links',
      () => {
        download('entrez-graph-links.csv', edgesAsCsv(graph), 'text/csv');
      },
    ],
    [
      'GraphML',
      () => {
        download('entrez-graph.graphml', asGraphml(graph), 'application/graphml+xml');
      },
    ],
    [
      'JSON',
      () => {
        download('entrez-graph.json', asJson(graph), 'application/json');
      },
    ],
  ];
  return (
    <div class="toolbar" role="group" aria-label="Graph">
      <button
        type="button"
        disabled={!explorer.canUndo}
        onClick={() => {
          explorer.undo();
        }}
      >
        Undo
      </button>
      <button
        type="button"
        disabled={isEmpty}
        onClick={() => {
          view()?.fit();
        }}
      >
        Fit
      </button>
      <button
        type="button"
        disabled={isEmpty}
        onClick={() => {
          explorer.go('Clear', EMPTY);
        }}
      >
        Clear
      </button>
      <details
        class="menu"
        onFocusOut={({ currentTarget, relatedTarget }) => {
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
            currentTarget.removeAttribute('open');
          }
        }}
        onKeyDown={({ currentTarget, key }) => {
          if (key === 'Escape') {
            currentTarget.removeAttribute('open');
          }
        }}
      >
        <summary>Export</summary>
        <ul>
          {exports.map(([label, run]) => (
            <li key={label}>
              <button
                type="button"
                class="plain"
                disabled={isEmpty}
                onClick={({ currentTarget }) => {
                  currentTarget.closest('details')?.removeAttribute('open');
                  void run();
                }}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <AccessButton />
      <button type="button" aria-label="Switch between light and dark" title="Light or dark" onClick={toggleTheme}>
        ◐
      </button>
    </div>
  );
}
