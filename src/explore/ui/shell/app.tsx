import { useEffect } from 'preact/hooks';

import { type Page, PageProvider, usePage } from '../../state/page.js';
import { ComparePanel } from '../compare/compare-panel.js';
import { QueryPanel } from '../query/query-panel.js';
import { RecordList } from '../record/record-list.js';
import { RecordPanel } from '../record/record-panel.js';
import { RouteNote } from '../routes/route-note.js';
import { RoutesPanel } from '../routes/routes-panel.js';
import { SearchBox } from '../search/search-box.js';
import { TablePane } from '../table/table-pane.js';
import { AddressNote } from './address-note.js';
import { Canvas } from './canvas.js';
import { FilterBar } from './filter-bar.js';
import { PaneSwitch } from './pane-switch.js';
import { StatusBar } from './status-bar.js';
import { Tabs } from './tabs.js';
import { Toolbar } from './toolbar.js';

/** The whole page. */
export function App({ page }: { readonly page: Page }) {
  return (
    <PageProvider value={page}>
      <Header />
      <Panes />
      <Details />
      <PaneSwitch />
      <StatusBar />
    </PageProvider>
  );
}

function Header() {
  const { explorer, ui } = usePage();
  useShortcuts();
  return (
    <header class="top">
      <h1>
        entrez<span>graph</span>
        {explorer.client.isSandbox.value && <span class="sample">sample data</span>}
      </h1>
      <SearchBox />
      <Toolbar />
      <p class="visually-hidden" role="status">
        {ui.note.value}
      </p>
      <AddressNote />
    </header>
  );
}

function Panes() {
  const { explorer, ui } = usePage();
  const { table } = explorer.exploration.value;
  return (
    <main data-pane={ui.pane.value} class={table ? 'with-table' : ''}>
      <FilterBar />
      <Canvas />
      {table ? <TablePane table={table} /> : <NoTable />}
    </main>
  );
}

/** What a narrow screen shows in place of a table. */
function NoTable() {
  return <p class="hint no-table">Choose Table beside a kind of link to see all its records here.</p>;
}

function Details() {
  const { ui } = usePage();
  const tab = ui.tab.value;
  return (
    <aside aria-label="Details" data-pane={ui.pane.value}>
      <RouteNote />
      <Tabs>
        {tab === 'record' && <RecordPanel />}
        {tab === 'list' && <RecordList />}
        {tab === 'compare' && <ComparePanel />}
        {tab === 'query' && <QueryPanel />}
        <RoutesPanel hidden={tab !== 'routes'} />
      </Tabs>
    </aside>
  );
}

/** Keys that work anywhere but in a text: `/` goes to the search, Ctrl+Z and Ctrl+Shift+Z through the actions. */
function useShortcuts(): void {
  const { history } = usePage();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
        return;
      }
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (key === '/' && !isCommand) {
        document.getElementById('search')?.focus();
      } else if (isCommand && key.toLowerCase() === 'z') {
        if (event.shiftKey) {
          history.redo();
        } else {
          history.undo();
        }
      } else if (isCommand && key.toLowerCase() === 'y') {
        history.redo();
      } else {
        return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
    };
  }, [history]);
}
