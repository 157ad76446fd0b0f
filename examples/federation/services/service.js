import { readFileSync } from 'node:fs';

import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** What the services know. They refer to records of NCBI by uid, by ids that entrez-graph gives, by DOI and by Ensembl identifier. */
const { studies, variants, notes, papers, readingLists, measurements } = JSON.parse(read('data.json'));

const cohort = {
  Query: {
    study: (_root, { name }) => studies.find((study) => study.name === name),
    panel: (_root, { genes }) => genes.map((uid) => ({ uid })),
  },
  Study: {
    __resolveReference: ({ name }) => studies.find((study) => study.name === name),
    paper: ({ paper }) => ({ id: paper }),
    variants: ({ name }, { first }) =>
      pageOf(
        variants.filter(({ study }) => study === name),
        first,
      ),
  },
  Variant: { gene: ({ gene }) => ({ uid: gene }) },
  Gene: {
    variants: ({ uid }) => variants.filter(({ gene }) => gene === uid),
    label: ({ symbol, chromosome }) => `${symbol} (${chromosome})`,
  },
};

const curation = {
  Query: { noted: () => Object.keys(notes).map((id) => ({ id })) },
  Record: { notes: ({ id }) => notes[id] ?? [] },
};

const library = {
  Query: { readingList: (_root, { name }) => readingLists[name]?.map((doi) => ({ doi })) },
  PubMed: { shelfmark: ({ doi }) => papers.find((paper) => paper.doi === doi)?.shelfmark },
};

const expression = {
  Query: {
    expressedIn: (_root, { tissue }) =>
      measurements.filter((each) => each.tissue === tissue).sort((a, b) => b.tpm - a.tpm),
  },
  Measurement: { gene: ({ gene }) => ({ ensemblId: gene }), paper: ({ paper }) => ({ doi: paper }) },
  Gene: { measurements: ({ ensemblId }) => measurements.filter(({ gene }) => gene === ensemblId) },
};

/** The services by name. Each gives its address and how to stop it; it listens on a free port. */
export const services = {
  cohort: () => start('cohort.graphql', cohort),
  library: () => start('library.graphql', library),
  expression: () => start('expression.graphql', expression),
  notes: () => start('notes.graphql', curation),
};

async function start(file, resolvers) {
  const schema = buildSubgraphSchema({ typeDefs: parse(read(file)), resolvers });
  const server = new ApolloServer({
    schema,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  return { url, close: () => server.stop() };
}

function pageOf(found, first) {
  const edges = found.slice(0, first).map((node) => ({ node, cursor: node.id }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: false,
      startCursor: edges.at(0)?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  };
}

function read(file) {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
