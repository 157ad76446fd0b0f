import type { ComponentChildren } from 'preact';

import { usePage } from '../../state/page.js';
import { type Tab, TABS } from '../../state/ui-state.js';

/** The tabs of the side panel; arrow keys move between them. */
export function Tabs({ children }: { readonly children: ComponentChildren }) {
  const { explorer, ui } = usePage();
  const active = ui.tab.value;
  const labels: Readonly<Record<Tab, string>> = {
    record: 'Record',
    list: `List (${explorer.graph.value.records.size.toLocaleString('en')})`,
    compare: ui.ticked.value.size > 0 ? `Compare (${ui.ticked.value.size.toLocaleString('en')})` : 'Compare',
    query: 'Query',
    routes: 'Routes',
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(active) + step + TABS.length) % TABS.length];
    if (step !== 0 && next) {
      ui.tab.value = next;
      document.getElementById(`tab-${next}`)?.focus();
    }
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Details" onKeyDown={onKeyDown}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            id={`tab-${tab}`}
            role="tab"
            aria-selected={tab === active}
            aria-controls="tab-panel"
            tabIndex={tab === active ? 0 : -1}
            onClick={() => {
              ui.tab.value = tab;
            }}
          >
            {labels[tab]}
          </button>
        ))}
      </div>
      <div class="tab-panel" id="tab-panel" role="tabpanel" aria-labelledby={`tab-${active}`} tabIndex={0}>
        {children}
      </div>
    </>
  );
}
