import type { Explorer } from '../explorer.js';
import { keyOf } from '../model/drawn-graph.js';
import { collapse, expand, STEP } from '../model/exploration.js';
import { isEmpty } from '../model/filter.js';
import type { LinkCount } from '../model/knowledge.js';
import { FailureNote } from './failure-note.js';
import { DatabaseIcon } from './icon.js';

interface Props {
  readonly explorer: Explorer;
  readonly id: string;
}

/** The links of a record as counts, by target database, the databases with most links first. */
export function LinkList({ explorer, id }: Props) {
  const counts = explorer.knowledge.counts.get(id);
  if (!counts) {
    return explorer.isAsking(id) ? (
      <p class="counting" role="status">
        Counting links …
      </p>
    ) : null;
  }
  if (counts.length === 0) {
    return <p class="hint">NCBI links this record to nothing.</p>;
  }
  const groups = [...Map.groupBy(counts, ({ to }) => to)].toSorted(([, a], [, b]) => descending(most(a), most(b)));
  return (
    <section class="links" aria-labelledby="links-of-record">
      <h3 id="links-of-record">Links</h3>
      {groups.map(([db, links]) => (
        <section key={db}>
          <h4>
            <DatabaseIcon db={db} /> {explorer.catalog.labelOf(db)}
          </h4>
          <ul>
            {links
              .toSorted((a, b) => descending(most([a]), most([b])))
              .map((link) => (
                <LinkRow key={link.name} explorer={explorer} id={id} link={link} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** Infinities have no difference. */
function descending(a: number, b: number): number {
  return a === b ? 0 : b > a ? 1 : -1;
}

/** What failed comes first: it must not be overlooked. */
function most(links: readonly LinkCount[]): number {
  return Math.max(...links.map(({ count, failure }) => (failure ? Infinity : (count ?? 0))));
}

function LinkRow({
  explorer,
  id,
  link: { name, label, count, failure: notCounted },
}: Props & { readonly link: LinkCount }) {
  const { exploration, knowledge, catalog } = explorer;
  const expansion = exploration.expansions.find(({ source, link }) => source === id && link === name);
  const key = expansion && keyOf(expansion, exploration, catalog);
  const pages = key === undefined ? undefined : knowledge.pages.get(key);
  const failure = key === undefined ? undefined : knowledge.failures.get(key);
  const isAsking = key !== undefined && explorer.isAsking(key);
  const text = [label, catalog.link(name)?.label].find((each) => each !== undefined && each !== '') ?? name;
  const drawn = Math.min(expansion?.count ?? 0, pages?.edges.length ?? 0);
  const left = pages ? pages.total - drawn : (count ?? STEP);
  return (
    <li class={expansion ? 'link expanded' : 'link'}>
      <div class="link-name">
        <span>{text}</span>
        <code>{name}</code>
      </div>
      <span class="count">{notCounted ? 'failed' : (count?.toLocaleString('en') ?? '?')}</span>
      <span class="link-actions">
        {left > 0 && (
          <button
            type="button"
            disabled={isAsking || failure !== undefined}
            onClick={() => {
              explorer.go(`${expansion ? 'More' : 'Show'} ${name}`, expand(exploration, id, name));
            }}
          >
            {isAsking ? '…' : expansion ? `${Math.min(STEP, left)} more` : left > STEP ? `Show ${STEP}` : 'Show'}
            <span class="visually-hidden">{` of ${name}`}</span>
          </button>
        )}
        {expansion && (
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
        )}
      </span>
      {pages && (
        <p class="shown" role="status">
          {pages.total === 0
            ? isEmpty(exploration.filter)
              ? 'NCBI has none.'
              : 'None match the filter.'
            : `${drawn.toLocaleString('en')} of ${pages.total.toLocaleString('en')} drawn${
                isEmpty(exploration.filter) ? '' : ', filtered'
              }${catalog.link(name)?.scored === true ? ', best scores first' : ''}`}
        </p>
      )}
      {notCounted && (
        <FailureNote
          what="These links could not be counted"
          failure={notCounted}
          retry={() => {
            explorer.recount(id);
          }}
        />
      )}
      {failure && key !== undefined && (
        <FailureNote
          what="These links could not be asked"
          failure={failure}
          retry={() => {
            explorer.retry(key);
          }}
        />
      )}
    </li>
  );
}
