import { render } from 'preact';

import { Explorer } from './explorer.js';
import { ask } from './gateway.js';
import { CatalogDocument } from './generated/graphql.js';
import { GraphView } from './graph-view.js';
import { readAddress, writeAddress } from './model/address.js';
import { Catalog } from './model/catalog.js';
import { pin } from './model/exploration.js';
import { nameOf } from './model/record.js';
import { shortestRoute } from './model/shortest-route.js';
import { currentPaint } from './paint.js';
import { PermitsWatch } from './permits-watch.js';
import { TYPE_PREFIX } from './server-settings.js';
import { applyTheme, onSystemTheme, toggleTheme } from './theme.js';
import { App } from './ui/app.js';
import { FailureNote } from './ui/failure-note.js';

/** Starts the page: the catalog first, then what the address says. */
async function start(root: HTMLElement): Promise<void> {
  applyTheme();
  const { data, errors } = await ask(CatalogDocument, {});
  if (!data) {
    const failure = errors[0] ?? { code: 'ERROR', message: 'It gave no reason.' };
    const retry = (): void => {
      location.reload();
    };
    render(
      <>
        <header class="top">
          <h1>
            entrez<span>graph</span>
          </h1>
        </header>
        <main class="not-started">
          <FailureNote what="The page cannot start" failure={failure} retry={retry} />
        </main>
      </>,
      root,
    );
    return;
  }
  let view: GraphView | undefined;
  let isDue = false;
  const changed = (): void => {
    if (!isDue) {
      isDue = true;
      queueMicrotask(() => {
        isDue = false;
        draw();
      });
    }
  };
  const explorer = new Explorer(new Catalog(data, TYPE_PREFIX), changed);
  const watch = new PermitsWatch(changed);

  const draw = (): void => {
    watch.isBusy = explorer.isBusy;
    writeState(explorer);
    render(
      <App
        explorer={explorer}
        watch={watch}
        view={() => view}
        mount={(element) => {
          view = mountView(element, explorer);
          showGraph(view, explorer);
        }}
        toggleTheme={() => {
          toggleTheme();
          repaint(view);
        }}
      />,
      root,
    );
    if (view) {
      showGraph(view, explorer);
    }
  };
  onSystemTheme(() => {
    repaint(view);
  });
  const open = (): void => {
    explorer.glance('Open', readAddress(location.hash));
  };
  addEventListener('hashchange', open);
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !isTyping) {
      event.preventDefault();
      explorer.undo();
    }
  });
  open();
}

function mountView(element: HTMLElement, explorer: Explorer): GraphView {
  return new GraphView(element, currentPaint(), {
    select: (id) => {
      explorer.glance('Count links', { ...explorer.exploration, selected: id });
    },
    place: (id, position) => {
      const record = explorer.knowledge.records.get(id);
      explorer.go(`Pin ${record ? nameOf(record) : id}`, pin(explorer.exploration, id, position));
    },
  });
}

function showGraph(view: GraphView, { graph, exploration }: Explorer): void {
  const { roots, expansions, pins, selected, route } = exploration;
  const [from, to] = route ?? [];
  const steps = from === undefined || to === undefined ? [] : (shortestRoute(graph.links, from, to) ?? []);
  view.show(graph, {
    selected,
    pins,
    hubs: new Set([...roots, ...expansions.map(({ source }) => source)]),
    route: new Set(steps.flatMap((step) => [step.from, step.to])),
  });
}

function repaint(view: GraphView | undefined): void {
  if (view) {
    view.paint = currentPaint();
  }
}

/** Keeps the address up to date, so that it can be shared. Going back in the browser leaves the page, as ever. */
function writeState({ exploration }: Explorer): void {
  const fragment = writeAddress(exploration);
  history.replaceState(null, '', fragment === '' ? location.pathname : `#${fragment}`);
}

const root = document.getElementById('app');
if (root) {
  void start(root);
}
