import { useState } from 'preact/hooks';

import type { Explorer } from '../explorer.js';
import type { GraphView } from '../graph-view.js';
import { addRoot } from '../model/exploration.js';
import { nameOf } from '../model/record.js';
import type { PermitsWatch } from '../permits-watch.js';
import { Canvas } from './canvas.js';
import { FilterBar } from './filter-bar.js';
import { QueryPanel } from './query-panel.js';
import { RecordList } from './record-list.js';
import { RecordPanel } from './record-panel.js';
import { RouteNote } from './route-note.js';
import { RoutesPanel } from './routes-panel.js';
import { SearchBox } from './search-box.js';
import { StatusBar } from './status-bar.js';
import { type Tab, Tabs } from './tabs.js';
import { Toolbar } from './toolbar.js';

interface Props {
  readonly explorer: Explorer;
  readonly watch: PermitsWatch;
  readonly view: () => GraphView | undefined;
  readonly mount: (element: HTMLElement) => void;
  readonly toggleTheme: () => void;
}

/** The whole page. It is drawn anew after each change. */
export function App({ explorer, watch, view, mount, toggleTheme }: Props) {
  const [given, setGiven] = useState({ text: '' });
  const [tab, setTab] = useState<Tab>('record');
  const { exploration, graph } = explorer;
  const select = (id: string): void => {
    setTab('record');
    explorer.glance('Count links', { ...exploration, selected: id });
    view()?.centre(id);
  };
  return (
    <>
      <header class="top">
        <h1>
          entrez<span>graph</span>
          {explorer.action?.cost?.source === 'sandbox' && <span class="sample">sample data</span>}
        </h1>
        <SearchBox
          catalog={explorer.catalog}
          given={given}
          pick={(record) => {
            explorer.learn(record);
            setTab('record');
            explorer.go(`Show ${nameOf(record)}`, addRoot(exploration, record.id));
          }}
        />
        <Toolbar explorer={explorer} view={view} toggleTheme={toggleTheme} />
      </header>
      <main>
        <FilterBar
          filter={exploration.filter}
          apply={(filter) => {
            explorer.go('Filter', { ...exploration, filter });
          }}
        />
        <Canvas
          explorer={explorer}
          view={view}
          mount={mount}
          example={(text) => {
            setGiven({ text });
          }}
        />
      </main>
      <aside aria-label="Details">
        <RouteNote explorer={explorer} select={select} />
        <Tabs active={tab} drawn={graph.records.size} choose={setTab}>
          {tab === 'record' && <RecordPanel explorer={explorer} positionOf={(id) => view()?.positionOf(id)} />}
          {tab === 'drawn' && <RecordList explorer={explorer} select={select} />}
          {tab === 'query' && <QueryPanel action={explorer.action} />}
          <RoutesPanel explorer={explorer} hidden={tab !== 'routes'} />
        </Tabs>
      </aside>
      <StatusBar explorer={explorer} watch={watch} />
    </>
  );
}
