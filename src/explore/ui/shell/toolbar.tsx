import { currentPaint } from '../../canvas/paint.js';
import { edgesAsCsv } from '../../exports/csv.js';
import { asPng, download } from '../../exports/download.js';
import { asGraphml } from '../../exports/graphml.js';
import { asJson } from '../../exports/json.js';
import { asSvg } from '../../exports/svg.js';
import { EMPTY } from '../../model/exploration.js';
import { type Page, usePage } from '../../state/page.js';
import { AccessButton } from '../access/access.js';
import { copyText } from './clipboard.js';
import { Menu, MenuItem } from './menu.js';

type Export = readonly [label: string, run: () => void | Promise<void>];

/** Actions on the whole graph. */
export function Toolbar() {
  const page = usePage();
  const { explorer, history, theme } = page;
  const isEmpty = explorer.graph.value.records.size === 0;
  return (
    <div class="toolbar" role="group" aria-label="Graph">
      <button
        type="button"
        disabled={!history.canUndo.value}
        onClick={() => {
          history.undo();
        }}
      >
        Undo
      </button>
      <button
        type="button"
        disabled={!history.canRedo.value}
        onClick={() => {
          history.redo();
        }}
      >
        Redo
      </button>
      <button
        type="button"
        class="fit"
        disabled={isEmpty}
        onClick={() => {
          page.view?.fit();
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
      <ShareButton />
      <Menu label="Export">
        {exportsOf(page).map(([label, run]) => (
          <MenuItem key={label} label={label} disabled={isEmpty} run={run} />
        ))}
      </Menu>
      <AccessButton />
      <button
        type="button"
        class="theme"
        aria-label="Switch between light and dark"
        title="Light or dark"
        onClick={() => {
          theme.toggle();
        }}
      >
        ◐
      </button>
    </div>
  );
}

/** Copies the address, which holds the whole exploration. */
function ShareButton() {
  const { explorer, ui } = usePage();
  const share = async (button: HTMLElement): Promise<void> => {
    const isCopied = await copyText(location.href);
    ui.note.value = isCopied ? 'Link copied.' : 'Copy the address of this page to share it.';
    button.dataset.note = ui.note.value;
    setTimeout(() => {
      delete button.dataset.note;
      ui.note.value = '';
    }, 3000);
  };
  return (
    <button
      type="button"
      disabled={explorer.graph.value.records.size === 0}
      onClick={({ currentTarget }) => {
        void share(currentTarget);
      }}
    >
      Share
    </button>
  );
}

function exportsOf(page: Page): readonly Export[] {
  const { explorer } = page;
  const { catalog, client } = explorer;
  const graph = explorer.graph.value;
  const svg = (): string => {
    const { roots, expansions } = explorer.exploration.value;
    const day = new Date().toISOString().slice(0, 10);
    return asSvg(graph, {
      positions: page.view?.positions ?? new Map(),
      colours: currentPaint(),
      important: new Set([...roots, ...expansions.map(({ source }) => source)]),
      labelOfDatabase: (db) => catalog.labelOf(db),
      caption: `NCBI Entrez by entrez-graph, ${day}${client.isSandbox.value ? ', sample data' : ''}`,
    });
  };
  return [
    ['PNG picture', async () => { download('entrez-graph.png', await asPng(svg()), 'image/png'); }], // prettier-ignore
    ['SVG picture', () => { download('entrez-graph.svg', svg(), 'image/svg+xml'); }], // prettier-ignore
    ['CSV of links', () => { download('entrez-graph-links.csv', edgesAsCsv(graph), 'text/csv'); }], // prettier-ignore
    ['GraphML', () => { download('entrez-graph.graphml', asGraphml(graph), 'application/graphml+xml'); }], // prettier-ignore
    ['JSON', () => { download('entrez-graph.json', asJson(graph), 'application/json'); }], // prettier-ignore
  ];
}
