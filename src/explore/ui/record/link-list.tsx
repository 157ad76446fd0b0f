import type { LinkCount } from '../../model/knowledge.js';
import { usePage } from '../../state/page.js';
import { DatabaseIcon } from '../shell/icon.js';
import { LinkRow } from './link-row.js';

/** The links of a record as counts, by target database, the databases with most links first. */
export function LinkList({ id }: { readonly id: string }) {
  const { explorer } = usePage();
  const counts = explorer.knowledge.value.counts.get(id);
  if (!counts) {
    return explorer.loading.value.has(id) ? (
      <p class="counting" role="status">
        Counting links …
      </p>
    ) : null;
  }
  if (counts.length === 0) {
    return <p class="hint">This record has no links.</p>;
  }
  const isCounting = counts.some(({ isAwaited }) => isAwaited);
  // Rows stay where they are until all are counted.
  const ordered = (a: readonly LinkCount[], b: readonly LinkCount[]): number =>
    isCounting ? 0 : descending(most(a), most(b));
  const groups = [...Map.groupBy(counts, ({ to }) => to)].toSorted(([, a], [, b]) => ordered(a, b));
  return (
    <section class="links" aria-labelledby="links-of-record">
      <h3 id="links-of-record">Links</h3>
      {isCounting && (
        <p class="counting" role="status">
          Counting links …
        </p>
      )}
      {groups.map(([db, links]) => (
        <section key={db}>
          <h4>
            <DatabaseIcon db={db} /> {explorer.catalog.labelOf(db)}
          </h4>
          <ul>
            {links
              .toSorted((a, b) => ordered([a], [b]))
              .map((link) => (
                <LinkRow key={link.name} id={id} link={link} />
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
