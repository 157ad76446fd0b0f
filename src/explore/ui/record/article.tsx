import { useEffect } from 'preact/hooks';

import { authorsOf, factOf, type GraphRecord, textOf } from '../../model/record.js';
import { usePage } from '../../state/page.js';
import { abstractKey } from '../../state/explorer.js';
import { FailureNote } from './failure-note.js';

/** Authors that are listed before the list is folded. */
const LISTED = 8;

/** Authors, identifiers and abstract of an article; nothing for other records. */
export function Article({ record }: { readonly record: GraphRecord }) {
  if (record.db !== 'pubmed' && record.db !== 'pmc') {
    return null;
  }
  const doi = textOf(record, 'doi');
  const pmcid = textOf(record, 'pmcid');
  const pmid = record.db === 'pubmed' ? record.uid : textOf(record, 'pmid');
  return (
    <>
      <Authors names={authorsOf(record)} />
      <dl class="facts">
        {pmid !== undefined && <Identifier name="PMID" value={pmid} url={`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`} />}
        {pmcid !== undefined && (
          <Identifier name="Full text" value={pmcid} url={`https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`} />
        )}
        {doi !== undefined && <Identifier name="DOI" value={doi} url={`https://doi.org/${encodeURI(doi)}`} />}
      </dl>
      {record.db === 'pubmed' && <Abstract record={record} />}
    </>
  );
}

function Authors({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) {
    return null;
  }
  if (names.length <= LISTED) {
    return <p class="authors">{names.join(', ')}</p>;
  }
  return (
    <details class="authors">
      <summary>
        {names.slice(0, 3).join(', ')} … {names.at(-1)} ({names.length} authors)
      </summary>
      <p>{names.join(', ')}</p>
    </details>
  );
}

interface IdentifierProps {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

function Identifier({ name, value, url }: IdentifierProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={url} target="_blank" rel="noreferrer">
          {value}
          <span class="visually-hidden"> in a new tab</span> ↗
        </a>
      </dd>
    </div>
  );
}

/** The abstract, which is loaded when an article is selected: it costs a request of its own. */
function Abstract({ record }: { readonly record: GraphRecord }) {
  const { explorer } = usePage();
  const key = abstractKey(record.id);
  const failure = explorer.knowledge.value.failures.get(key);
  const text = factOf(record, 'abstract');
  const isKnown = typeof text === 'string';
  useEffect(() => {
    if (!isKnown && !failure && !explorer.loading.value.has(key)) {
      void explorer.readArticle(record);
    }
  }, [key, isKnown, failure]);
  if (failure) {
    return (
      <FailureNote
        what="Couldn't load the abstract"
        failure={failure}
        retry={() => {
          void explorer.readArticle(record);
        }}
      />
    );
  }
  if (!isKnown) {
    return <p class="quiet abstract">Loading the abstract …</p>;
  }
  return text === '' ? (
    <p class="quiet abstract">No abstract.</p>
  ) : (
    <div class="abstract">
      {text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
