import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { GraphView } from '../canvas/graph-view.js';
import type { GatewayClient } from '../gateway/client.js';
import { RateLimitWatch } from '../gateway/rate-limit-watch.js';
import { type OpenedAddress, readAddress, writeAddress } from '../model/address.js';
import type { Catalog } from '../model/catalog.js';
import type { Exploration } from '../model/exploration.js';
import { BrowserHistory } from './browser-history.js';
import { Comparison } from './comparison.js';
import { Explorer } from './explorer.js';
import { ListExport } from './list-export.js';
import { TableState } from './table-state.js';
import type { Theme } from './theme.js';
import { UiState } from './ui-state.js';

/** The state of the page: each part has one owner, and all are published as signals. */
export class Page {
  readonly history: BrowserHistory;
  readonly explorer: Explorer;
  readonly table: TableState;
  readonly listExport: ListExport;
  readonly comparison: Comparison;
  readonly watch: RateLimitWatch;
  readonly ui = new UiState();
  readonly theme: Theme;
  /** The address that was opened last, until the visitor has read what is wrong with it. */
  readonly opened = signal<OpenedAddress | undefined>(undefined);
  /** The drawn graph, once its element exists. */
  view: GraphView | undefined;

  constructor(client: GatewayClient, catalog: Catalog, theme: Theme) {
    this.theme = theme;
    const history = new BrowserHistory((fragment) => {
      this.explorer.open(this.#read(fragment));
    });
    this.history = history;
    this.explorer = new Explorer(client, catalog, {
      push(exploration) {
        history.push(writeAddress(exploration, catalog));
      },
      replace(exploration) {
        history.replace(writeAddress(exploration, catalog));
      },
    });
    this.table = new TableState(this.explorer);
    this.listExport = new ListExport(this.explorer, this.table);
    this.comparison = new Comparison(this.explorer, this.ui);
    this.watch = new RateLimitWatch(client, this.explorer.isBusy);
  }

  /** Shows the exploration of the page's address: on a narrow screen its table, if it has one. */
  start(): void {
    const exploration = this.#read(location.hash);
    this.ui.pane.value = exploration.table ? 'table' : 'graph';
    this.explorer.glance('Open', exploration);
  }

  #read(fragment: string): Exploration {
    this.opened.value = readAddress(fragment, this.explorer.catalog);
    return this.opened.value.exploration;
  }

  /** Selects a record, shows its panel and moves it into sight. */
  select(id: string): void {
    this.ui.tab.value = 'record';
    this.explorer.select(id);
    this.view?.reveal(id);
  }
}

const PageContext = createContext<Page | undefined>(undefined);

export const PageProvider = PageContext.Provider;

/** The state of the page, for components. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) {
    throw new Error('Component outside of the page.');
  }
  return page;
}
