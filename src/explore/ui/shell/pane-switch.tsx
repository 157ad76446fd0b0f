import { usePage } from '../../state/page.js';
import { type Pane, PANES } from '../../state/ui-state.js';

const LABELS: Readonly<Record<Pane, string>> = { graph: 'Graph', table: 'Table', details: 'Details' };

/** What a narrow screen shows: the graph, the table or the details. Wide screens show all, and not this. */
export function PaneSwitch() {
  const { ui } = usePage();
  return (
    <nav class="panes" aria-label="View">
      {PANES.map((pane) => (
        <button
          key={pane}
          type="button"
          aria-pressed={ui.pane.value === pane}
          onClick={() => {
            ui.pane.value = pane;
          }}
        >
          {LABELS[pane]}
        </button>
      ))}
    </nav>
  );
}
