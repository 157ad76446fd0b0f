import { keyOf } from '../../model/drawn-graph.js';
import { collapse, type Expansion, expand, STEP } from '../../model/exploration.js';
import { describeFilter } from '../../model/filter.js';
import { factsKey, type LinkCount, type LinkPages } from '../../model/knowledge.js';
import { type Page, usePage } from '../../state/page.js';
import { FailureNote } from './failure-note.js';

interface Props {
  readonly id: string;
  readonly link: LinkCount;
}

/** One link name of a record: how many links there are, how many are drawn, and ways to see more. */
export function LinkRow({ id, link: { name, label, count, isAwaited, failure: notCounted } }: Props) {
  const page = usePage();
  const { explorer } = page;
  const exploration = explorer.exploration.value;
  const expansion = exploration.expansions.find(({ source, link }) => source === id && link === name);
  const key = expansion && keyOf(expansion, exploration, explorer.catalog);
  const pages = key === undefined ? undefined : explorer.knowledge.value.pages.get(key);
  const failure = key === undefined ? undefined : explorer.knowledge.value.failures.get(key);
  const unread = key === undefined ? undefined : explorer.knowledge.value.failures.get(factsKey(key));
  const text = label === undefined || label === '' ? explorer.catalog.labelOfLink(name) : label;
  const meaning = explorer.catalog.meaningOf(name);
  return (
    <li class={expansion ? 'link expanded' : 'link'}>
      <div class="link-name">
        <span>{text}</span>
        {meaning !== undefined && <span class="meaning">{meaning}</span>}
        <code>{name}</code>
      </div>
      <span class="count">{isAwaited ? '…' : notCounted ? 'failed' : (count?.toLocaleString('en') ?? '?')}</span>
      <span class="link-actions">
        <ShowButton
          id={id}
          name={name}
          count={count}
          expansion={expansion}
          pages={pages}
          isBlocked={failure !== undefined || (key !== undefined && explorer.loading.value.has(key))}
        />
        <button
          type="button"
          disabled={count === 0}
          onClick={() => {
            openTable(page, id, name);
          }}
        >
          Table<span class="visually-hidden">{` of ${name}`}</span>
        </button>
      </span>
      {expansion && (
        <div class="expansion">
          {pages && (
            <p class="shown" role="status">
              {shownText(page, expansion, pages, count)}
            </p>
          )}
          <button
            type="button"
            class="plain"
            aria-label={`Hide ${name}`}
            onClick={() => {
              explorer.go(`Hide ${name}`, collapse(exploration, id, name));
            }}
          >
            Hide
          </button>
        </div>
      )}
      {notCounted && (
        <FailureNote
          what="Couldn't count these links"
          failure={notCounted}
          retry={() => {
            explorer.recount(id);
          }}
        />
      )}
      {failure && key !== undefined && (
        <FailureNote
          what="Couldn't load these links"
          failure={failure}
          retry={() => {
            explorer.retry(key);
          }}
        />
      )}
      {unread && key !== undefined && (
        <FailureNote
          what="Couldn't read some of these records"
          failure={unread}
          retry={() => {
            explorer.readAgain(key);
          }}
        />
      )}
    </li>
  );
}

interface ShowProps {
  readonly id: string;
  readonly name: string;
  readonly count: number | undefined;
  readonly expansion: Expansion | undefined;
  readonly pages: LinkPages | undefined;
  readonly isBlocked: boolean;
}

/** Draws links, or more of them. It stays where it is when there are no more, so that a second click does no harm. */
function ShowButton({ id, name, count, expansion, pages, isBlocked }: ShowProps) {
  const { explorer } = usePage();
  const drawn = Math.min(expansion?.count ?? 0, pages?.edges.length ?? 0);
  const left = pages ? pages.total - drawn : expansion ? 0 : (count ?? STEP);
  const isLoading = isBlocked && !pages;
  const text = expansion
    ? left > 0
      ? `${Math.min(STEP, left)} more`
      : isLoading
        ? '…'
        : 'All drawn'
    : left > STEP
      ? `Show ${STEP}`
      : 'Show';
  return (
    <button
      type="button"
      class="show"
      disabled={isBlocked || left === 0}
      onClick={() => {
        explorer.go(`${expansion ? 'More' : 'Show'} ${name}`, expand(explorer.exploration.value, id, name));
      }}
    >
      {text}
      <span class="visually-hidden">{` of ${name}`}</span>
    </button>
  );
}

function openTable({ explorer, ui }: Page, source: string, link: string): void {
  const table = { kind: 'links', source, link, order: undefined } as const;
  explorer.go(`Table of ${link}`, { ...explorer.exploration.value, table });
  ui.pane.value = 'table';
}

/** How much is drawn, which parts of the filter hold for these links, and how many records it hides. */
function shownText({ explorer }: Page, { link, count }: Expansion, pages: LinkPages, all: number | undefined): string {
  const { catalog, exploration } = explorer;
  const { applied, ignored } = describeFilter(exploration.value.filter, catalog.criteriaOf(link));
  const drawn = Math.min(count, pages.edges.length);
  const hidden = all === undefined ? 0 : all - pages.total;
  const nothing = applied.length > 0 ? `None match the ${applied.join(' and ')}` : 'None';
  const parts = [
    pages.total === 0 ? nothing : `${drawn.toLocaleString('en')} of ${pages.total.toLocaleString('en')} drawn`,
    ...(applied.length > 0 && pages.total > 0 ? [`filtered by ${applied.join(' and ')}`] : []),
    ...(applied.length > 0 && hidden > 0 ? [`${hidden.toLocaleString('en')} hidden`] : []),
    ...(ignored.length > 0 ? [`${ignored.join(' and ')} not applicable`] : []),
    ...(catalog.link(link)?.scored === true && pages.total > 0 ? ['best scores first'] : []),
  ];
  return parts.join(', ');
}
