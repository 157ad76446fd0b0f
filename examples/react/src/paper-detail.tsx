import { CombinedGraphQLErrors } from '@apollo/client';
import { useQuery } from '@apollo/client/react';

import { PaperDetailDocument } from './generated/graphql.js';

export interface PaperDetailProps {
  readonly uid: string;
  readonly onClose: () => void;
}

/**
 * A paper with its abstract and genes. It is always requested: entrez-graph has it cached, and Apollo's cache would keep the
 * null of a field that failed without the error that tells it from "none".
 */
export function PaperDetail({ uid, onClose }: PaperDetailProps) {
  const { data, error, loading } = useQuery(PaperDetailDocument, {
    variables: { uid },
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });
  const paper = data?.pubmed;
  const genes = paper?.gene;
  return (
    <article aria-busy={loading}>
      <button onClick={onClose}>Close</button>
      {paper ? (
        <>
          <h2>{paper.title ?? failureOf(error, 'title') ?? '(no title)'}</h2>
          <p>
            {paper.authors?.map(({ name }) => name).join(', ')} <em>{paper.journal}</em> {paper.pubDate}
          </p>
          <p className="abstract">{paper.abstract ?? failureOf(error, 'abstract') ?? 'No abstract.'}</p>
          <h3>Genes</h3>
          <p>
            {genes ? genes.nodes.map(({ symbol, id }) => symbol ?? id).join(', ') : failureOf(error, 'gene')}
            {genes && genes.totalCount > genes.nodes.length && ` and ${genes.totalCount - genes.nodes.length} more`}
          </p>
        </>
      ) : (
        <p>{loading ? 'Loading …' : (error?.message ?? 'No such paper.')}</p>
      )}
    </article>
  );
}

/** Why a field is null, if it failed: an error names all fields of a record that failed for one reason. */
function failureOf(error: unknown, field: string): string | undefined {
  const errors = CombinedGraphQLErrors.is(error) ? error.errors : [];
  const own = errors.find(({ path = [], extensions }) =>
    ((extensions?.fields as readonly unknown[] | undefined) ?? [path[1]]).includes(field),
  );
  return own && `Could not be loaded: ${own.message}`;
}
