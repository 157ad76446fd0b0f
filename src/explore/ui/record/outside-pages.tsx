import { useSignal } from '@preact/signals';

import type { Failure } from '../../gateway/failure-text.js';
import { FindPagesDocument, type FindPagesQuery } from '../../generated/graphql.js';
import type { GraphRecord } from '../../model/record.js';
import { usePage } from '../../state/page.js';
import { FailureNote } from './failure-note.js';

type OutsidePage = NonNullable<NonNullable<FindPagesQuery['node']>['linkOut']>[number];

interface Found {
  readonly pages: readonly OutsidePage[];
  readonly failure: Failure | undefined;
}

/** Pages about a record outside NCBI (LinkOut), such as full texts at publishers. Loaded on demand. */
export function OutsidePages({ record: { id } }: { readonly record: GraphRecord }) {
  const { explorer } = usePage();
  const found = useSignal<Found | undefined>(undefined);
  const load = (): Promise<void> =>
    explorer.track([`pages ${id}`], async (abort) => {
      const { data, errors } = await explorer.client.run(FindPagesDocument, { id }, abort);
      const pages = data?.node?.linkOut;
      found.value = { pages: pages ?? [], failure: pages ? undefined : errors[0] };
    });
  const { pages = [], failure } = found.value ?? {};
  return (
    <section class="outside" aria-labelledby="outside-pages">
      <h3 id="outside-pages">Full text and other sites</h3>
      {!found.value && (
        <button
          type="button"
          disabled={explorer.loading.value.has(`pages ${id}`)}
          onClick={() => {
            void load();
          }}
        >
          Find pages
        </button>
      )}
      {failure && <FailureNote what="Couldn't load these pages" failure={failure} retry={() => void load()} />}
      {found.value && !failure && pages.length === 0 && <p class="quiet">No pages outside NCBI.</p>}
      <ul>
        {unique(pages).map(({ url, provider, categories, attributes }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {provider?.name ?? new URL(url).host}
              <span class="visually-hidden"> in a new tab</span> ↗
            </a>{' '}
            <span class="quiet">{[...categories, ...attributes].join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Full texts first. The same page may come from several providers. */
function unique(pages: readonly OutsidePage[]): readonly OutsidePage[] {
  const byUrl = new Map(pages.flatMap((page) => (/^https?:/.test(page.url) ? [[page.url, page] as const] : [])));
  const isFullText = ({ categories }: OutsidePage): boolean => categories.includes('Full Text Sources');
  return [...byUrl.values()].toSorted((a, b) => Number(isFullText(b)) - Number(isFullText(a)));
}
