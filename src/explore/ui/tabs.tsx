import type { ComponentChildren } from 'preact';

const TABS = ['record', 'drawn', 'query', 'routes'] as const;

export type Tab = (typeof TABS)[number];

interface Props {
  readonly active: Tab;
  /** How many records are drawn. */
  readonly drawn: number;
  readonly choose: (tab: Tab) => void;
  readonly children: ComponentChildren;
}

/** The tabs of the side panel; arrow keys go from one to the next. */
export function Tabs({ active, drawn, choose, children }: Props) {
  const labels: Readonly<Record<Tab, string>> = {
    record: 'Record',
    drawn: `Drawn (${drawn.toLocaleString('en')})`,
    query: 'Query',
    routes: 'Routes',
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(active) + step + TABS.length) % TABS.length];
    if (step !== 0 && next) {
      choose(next);
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
              choose(tab);
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
