import { useQuery } from '@apollo/client/react';

import { GenePapersDocument } from './generated/graphql.js';
import { PaperRow } from './paper-row.js';

const PAGE = 10;

export interface GenePapersProps {
  readonly symbol: string;
  readonly chosen: string | undefined;
  readonly onChoose: (uid: string) => void;
}

/** A gene and its papers, page by page. */
export function GenePapers({ symbol, chosen, onChoose }: GenePapersProps) {
  const { data, error, loading, fetchMore, refetch } = useQuery(GenePapersDocument, {
    variables: { symbol, first: PAGE },
    errorPolicy: 'all',
  });
  const { gene } = data ?? {};
  const papers = gene?.pubmed;
  if (!papers) {
    return loading ? (
      <p>Loading …</p>
    ) : (
      <p role="alert">
        {error?.message ?? `No gene is called ${symbol}.`} <button onClick={() => void refetch()}>Try again</button>
      </p>
    );
  }
  // Without errorPolicy, Apollo Client drops a page of which one record failed.
  const more = (): void => {
    void fetchMore({ variables: { after: papers.pageInfo.endCursor }, errorPolicy: 'all' });
  };
  return (
    <section aria-label="Papers">
      <h1>
        {gene.symbol} <small>{gene.description}</small>
      </h1>
      <p>
        {papers.edges.length} of {papers.totalCount} papers
      </p>
      <ol>
        {papers.edges.map(({ node }) => (
          <PaperRow key={node.id} paper={node} isChosen={node.uid === chosen} onChoose={onChoose} />
        ))}
      </ol>
      {papers.pageInfo.hasNextPage && (
        <button onClick={more} disabled={loading}>
          {loading ? 'Loading …' : 'More papers'}
        </button>
      )}
    </section>
  );
}
