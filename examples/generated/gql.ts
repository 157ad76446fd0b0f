/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query AnyRecord($ids: [ID!]! = [\"Z2VuZTo3MTU3\"], $linkName: String! = \"gene_omim\") {\n  nodes(ids: $ids) {\n    id\n    ... on Record {\n      db\n      uid\n      title\n      url\n      links(name: $linkName, first: 3) {\n        totalCount\n        edges {\n          linkName\n          node {\n            db\n            uid\n            title\n          }\n        }\n      }\n    }\n  }\n}": typeof types.AnyRecordDocument,
    "query AvailableLinks($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    availableLinks {\n      name\n      to\n      menuLabel\n      field\n    }\n    linkCounts(names: [\"gene_pubmed\", \"gene_clinvar\"]) {\n      name\n      count\n    }\n  }\n}": typeof types.AvailableLinksDocument,
    "query ByOtherNames {\n  gene(symbol: \"TP53\") {\n    uid\n    title\n  }\n  mouse: gene(symbol: \"Trp53\", organism: \"Mus musculus\") {\n    uid\n    title\n  }\n  protein(accession: \"NP_000537.3\") {\n    uid\n    title\n  }\n  structure(pdb: \"1TUP\") {\n    title\n  }\n  pubmed(doi: \"10.1056/NEJMoa2001017\") {\n    uid\n    title\n  }\n  snp(rs: \"rs429358\") {\n    uid\n  }\n}": typeof types.ByOtherNamesDocument,
    "query Catalog {\n  linkNames(from: clinvar) {\n    name\n    field\n    to\n    label\n    scored\n  }\n}": typeof types.CatalogDocument,
    "query CitedIn($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    citedIn(orderBy: DATE) {\n      totalCount\n      countsByYear {\n        year\n        count\n      }\n      nodes {\n        uid\n        title\n        pubDate\n      }\n    }\n  }\n}": typeof types.CitedInDocument,
    "query GeneReport($uid: ID!, $papers: Int! = 3, $after: String) {\n  gene(uid: $uid) {\n    id\n    symbol\n    description\n    organism {\n      scientificName\n    }\n    pubmed(first: $papers, after: $after) {\n      totalCount\n      nodes {\n        id\n        uid\n        title\n        pubDate\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.GeneReportDocument,
    "query ClosestArticles($pmid: ID! = \"26186194\", $minScore: Float) {\n  pubmed(uid: $pmid) {\n    title\n    related(first: 20, minScore: $minScore) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}": typeof types.ClosestArticlesDocument,
    "query CommonPapersOfGenes($genes: [ID!]! = [\"7157\", \"672\", \"675\"], $atLeast: Int = 2, $first: Int = 5) {\n  commonLinks(of: $genes, name: \"gene_pubmed\", atLeast: $atLeast, first: $first) {\n    totalCount\n    complete\n    missing {\n      input\n      code\n    }\n    edges {\n      sourceCount\n      sources {\n        uid\n      }\n      lift\n      node {\n        uid\n        title\n      }\n    }\n  }\n}": typeof types.CommonPapersOfGenesDocument,
    "query ConnectTwoGenes($from: ID! = \"NCBIGene:7157\", $to: ID! = \"NCBIGene:672\", $first: Int = 3) {\n  paths(from: $from, to: $to, maxHops: 2, via: [\"pubmed\"], first: $first) {\n    status\n    summary\n    paths {\n      score\n      records {\n        curie\n        title\n      }\n      edges {\n        linkName\n        asOf\n      }\n    }\n    frontier {\n      reason\n      linkName\n      ways\n    }\n  }\n}": typeof types.ConnectTwoGenesDocument,
    "query DistinctPapersOfGenes($uids: [ID!]! = [\"7157\", \"672\", \"675\"], $first: Int = 20) {\n  unionLinks(from: gene, uids: $uids, name: \"gene_pubmed\", first: $first) {\n    totalCount\n    nodes {\n      uid\n      title\n    }\n  }\n}": typeof types.DistinctPapersOfGenesDocument,
    "query FirstLook {\n  gene(uid: \"7157\") {\n    symbol\n    pubmed(first: 2) {\n      totalCount\n      nodes {\n        title\n        related(first: 1) {\n          edges {\n            score\n            node {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}": typeof types.FirstLookDocument,
    "query GeneToStructures($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    protein(first: 1000) {\n      totalCount\n      nodes {\n        uid\n        accessionVersion\n        structure(first: 1000) {\n          nodes {\n            uid\n            pdbAccession\n            title\n            resolution\n          }\n        }\n      }\n    }\n  }\n}": typeof types.GeneToStructuresDocument,
    "query GeneRifGenes($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    geneRif {\n      nodes {\n        uid\n        symbol\n      }\n    }\n    gene {\n      totalCount\n    }\n  }\n}": typeof types.GeneRifGenesDocument,
    "query GenesOfAPaper($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    title\n    gene {\n      totalCount\n      nodes {\n        uid\n        symbol\n        description\n      }\n    }\n  }\n}": typeof types.GenesOfAPaperDocument,
    "query GenesOfManyPapers($pmids: [ID!]! = [\"22417847\", \"19966300\", \"8023157\"]) {\n  records {\n    pubmed(uids: $pmids) {\n      uid\n      gene(first: 1000) {\n        nodes {\n          uid\n        }\n      }\n    }\n  }\n}": typeof types.GenesOfManyPapersDocument,
    "query HumanProteinsOfAGene($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    all: protein {\n      totalCount\n    }\n    human: protein(filter: {term: \"txid9606[ORGN]\"}) {\n      totalCount\n      nodes {\n        uid\n        accessionVersion\n        organism\n      }\n    }\n  }\n}": typeof types.HumanProteinsOfAGeneDocument,
    "query LibraryLinks($pmid: ID! = \"31978945\", $holding: String) {\n  pubmed(uid: $pmid) {\n    title\n    libraryLinks(holding: $holding) {\n      url\n      provider {\n        name\n        abbreviation\n      }\n    }\n  }\n}": typeof types.LibraryLinksDocument,
    "query LinkOutOfAGene($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    hasLinkOut\n    linkOut {\n      url\n      linkName\n      categories\n      provider {\n        name\n      }\n    }\n  }\n}": typeof types.LinkOutOfAGeneDocument,
    "query LinkOutOfAPaper($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    title\n    linkOut {\n      url\n      iconUrl\n      categories\n      attributes\n      provider {\n        name\n      }\n    }\n    fullText: linkOut(category: \"Full Text Sources\") {\n      url\n    }\n  }\n}": typeof types.LinkOutOfAPaperDocument,
    "query ManyGenes($uids: [ID!]! = [\"7157\", \"672\", \"675\"]) {\n  records {\n    gene(uids: $uids) {\n      uid\n      symbol\n      omim(first: 3) {\n        nodes {\n          title\n        }\n      }\n      clinvar(first: 3) {\n        totalCount\n      }\n    }\n  }\n}": typeof types.ManyGenesDocument,
    "query PapersOfAGene($gene: ID! = \"7157\", $after: String) {\n  gene(uid: $gene) {\n    pubmed(first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        uid\n        title\n        pubDate\n      }\n    }\n  }\n}": typeof types.PapersOfAGeneDocument,
    "query PlanATraversal($query: String! = \"query ($gene: ID!) { gene(uid: $gene) { symbol pubmed { nodes { title related(first: 3) { nodes { title } } } } } }\", $variables: JSON = {gene: \"7157\"}) {\n  plan(query: $query, variables: $variables) {\n    calls {\n      best\n      worst\n    }\n    seconds {\n      best\n      worst\n    }\n    levels {\n      questions {\n        utility\n        about\n        ids {\n          worst\n        }\n        calls {\n          best\n          worst\n        }\n      }\n    }\n    fields {\n      path\n      cost\n    }\n    notes\n  }\n}": typeof types.PlanATraversalDocument,
    "query PublisherPage($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    title\n    primaryLinkOut {\n      url\n      provider {\n        name\n      }\n    }\n  }\n}": typeof types.PublisherPageDocument,
    "query RateLimit {\n  rateLimit {\n    limit\n    remaining\n    queued\n    inFlight\n    expectedWaitMs\n    cooling\n    slowedBy\n    key\n  }\n}": typeof types.RateLimitDocument,
    "query RecordsByNames($symbols: [String!]! = [\"TP53\", \"BRCA1\", \"HER2\"], $papers: [ID!]! = [\"10.1093/nar/gkh340\", \"PMC390337\", \"PMID:219391\"]) {\n  records {\n    gene(symbols: $symbols) {\n      uid\n      symbol\n      curie\n    }\n    pubmed(ids: $papers) {\n      uid\n      title\n      curie\n    }\n  }\n}": typeof types.RecordsByNamesDocument,
    "query RelatedArticles($pmid: ID! = \"8023157\") {\n  pubmed(uid: $pmid) {\n    title\n    related {\n      totalCount\n      nodes {\n        uid\n        title\n      }\n    }\n  }\n}": typeof types.RelatedArticlesDocument,
    "query RelatedInYears($pmid: ID! = \"8023157\", $from: String! = \"2005\", $to: String! = \"2015\") {\n  pubmed(uid: $pmid) {\n    related(filter: {publishedBetween: {from: $from, to: $to}}) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}": typeof types.RelatedInYearsDocument,
    "query ResolveNames($names: [String!]! = [\"TP53\", \"HER2\", \"10.1093/nar/gkh340\", \"PMID:219391\", \"GSE93374\", \"NP_000537.2\", \"NOPE9\"]) {\n  resolve(names: $names) {\n    input\n    kind\n    status\n    matches {\n      how\n      record {\n        curie\n        title\n      }\n    }\n    note\n  }\n}": typeof types.ResolveNamesDocument,
    "query Routes($maxHops: Int = 2) {\n  routes(from: clinvar, to: structure, maxHops: $maxHops, first: 3) {\n    databases\n    hops {\n      link {\n        name\n        field\n        kind\n        label\n      }\n      alternatives {\n        name\n      }\n    }\n    query\n  }\n}": typeof types.RoutesDocument,
    "query StoreSearch($term: String! = \"TP53 cancer\") {\n  history {\n    search(db: pubmed, term: $term) {\n      webEnv\n      queryKey\n      count\n      problems\n    }\n  }\n}\n\nquery LinkStoredSearch($webEnv: String!, $queryKey: String!) {\n  history {\n    links(name: \"pubmed_gene\", webEnv: $webEnv, queryKey: $queryKey) {\n      webEnv\n      queryKey\n      count\n    }\n  }\n}": typeof types.StoreSearchDocument,
    "query SearchToGenes($term: String! = \"TP53 cancer\", $first: Int = 10) {\n  search {\n    pubmed(term: $term, first: $first) {\n      totalCount\n      queryTranslation\n      warnings\n      nodes {\n        uid\n        title\n        gene(first: 5) {\n          nodes {\n            uid\n            symbol\n            chromosome\n          }\n        }\n      }\n    }\n  }\n}": typeof types.SearchToGenesDocument,
    "query StoreLinks($pmids: [ID!]! = [\"22417847\"]) {\n  history {\n    links(name: \"pubmed_gene\", uids: $pmids) {\n      db\n      webEnv\n      queryKey\n      count\n    }\n  }\n}": typeof types.StoreLinksDocument,
    "query StructuresOfAProtein($accession: String! = \"P04637\") {\n  protein(accession: $accession) {\n    accession\n    title\n    structure {\n      totalCount\n      nodes {\n        pdbAccession\n        title\n        method\n        resolution\n      }\n    }\n  }\n}": typeof types.StructuresOfAProteinDocument,
    "query TextAndSequence {\n  pubmed(uid: \"24349601\") {\n    abstract\n    meshHeadings {\n      descriptor\n      isMajor\n    }\n    referenceList {\n      citation\n      pmid\n    }\n  }\n  protein(uid: \"120407068\") {\n    fasta(from: 94, to: 292)\n  }\n}": typeof types.TextAndSequenceDocument,
    "query WithAnApiKey($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    gene {\n      nodes {\n        uid\n        symbol\n      }\n    }\n  }\n}": typeof types.WithAnApiKeyDocument,
};
const documents: Documents = {
    "query AnyRecord($ids: [ID!]! = [\"Z2VuZTo3MTU3\"], $linkName: String! = \"gene_omim\") {\n  nodes(ids: $ids) {\n    id\n    ... on Record {\n      db\n      uid\n      title\n      url\n      links(name: $linkName, first: 3) {\n        totalCount\n        edges {\n          linkName\n          node {\n            db\n            uid\n            title\n          }\n        }\n      }\n    }\n  }\n}": types.AnyRecordDocument,
    "query AvailableLinks($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    availableLinks {\n      name\n      to\n      menuLabel\n      field\n    }\n    linkCounts(names: [\"gene_pubmed\", \"gene_clinvar\"]) {\n      name\n      count\n    }\n  }\n}": types.AvailableLinksDocument,
    "query ByOtherNames {\n  gene(symbol: \"TP53\") {\n    uid\n    title\n  }\n  mouse: gene(symbol: \"Trp53\", organism: \"Mus musculus\") {\n    uid\n    title\n  }\n  protein(accession: \"NP_000537.3\") {\n    uid\n    title\n  }\n  structure(pdb: \"1TUP\") {\n    title\n  }\n  pubmed(doi: \"10.1056/NEJMoa2001017\") {\n    uid\n    title\n  }\n  snp(rs: \"rs429358\") {\n    uid\n  }\n}": types.ByOtherNamesDocument,
    "query Catalog {\n  linkNames(from: clinvar) {\n    name\n    field\n    to\n    label\n    scored\n  }\n}": types.CatalogDocument,
    "query CitedIn($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    citedIn(orderBy: DATE) {\n      totalCount\n      countsByYear {\n        year\n        count\n      }\n      nodes {\n        uid\n        title\n        pubDate\n      }\n    }\n  }\n}": types.CitedInDocument,
    "query GeneReport($uid: ID!, $papers: Int! = 3, $after: String) {\n  gene(uid: $uid) {\n    id\n    symbol\n    description\n    organism {\n      scientificName\n    }\n    pubmed(first: $papers, after: $after) {\n      totalCount\n      nodes {\n        id\n        uid\n        title\n        pubDate\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.GeneReportDocument,
    "query ClosestArticles($pmid: ID! = \"26186194\", $minScore: Float) {\n  pubmed(uid: $pmid) {\n    title\n    related(first: 20, minScore: $minScore) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}": types.ClosestArticlesDocument,
    "query CommonPapersOfGenes($genes: [ID!]! = [\"7157\", \"672\", \"675\"], $atLeast: Int = 2, $first: Int = 5) {\n  commonLinks(of: $genes, name: \"gene_pubmed\", atLeast: $atLeast, first: $first) {\n    totalCount\n    complete\n    missing {\n      input\n      code\n    }\n    edges {\n      sourceCount\n      sources {\n        uid\n      }\n      lift\n      node {\n        uid\n        title\n      }\n    }\n  }\n}": types.CommonPapersOfGenesDocument,
    "query ConnectTwoGenes($from: ID! = \"NCBIGene:7157\", $to: ID! = \"NCBIGene:672\", $first: Int = 3) {\n  paths(from: $from, to: $to, maxHops: 2, via: [\"pubmed\"], first: $first) {\n    status\n    summary\n    paths {\n      score\n      records {\n        curie\n        title\n      }\n      edges {\n        linkName\n        asOf\n      }\n    }\n    frontier {\n      reason\n      linkName\n      ways\n    }\n  }\n}": types.ConnectTwoGenesDocument,
    "query DistinctPapersOfGenes($uids: [ID!]! = [\"7157\", \"672\", \"675\"], $first: Int = 20) {\n  unionLinks(from: gene, uids: $uids, name: \"gene_pubmed\", first: $first) {\n    totalCount\n    nodes {\n      uid\n      title\n    }\n  }\n}": types.DistinctPapersOfGenesDocument,
    "query FirstLook {\n  gene(uid: \"7157\") {\n    symbol\n    pubmed(first: 2) {\n      totalCount\n      nodes {\n        title\n        related(first: 1) {\n          edges {\n            score\n            node {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}": types.FirstLookDocument,
    "query GeneToStructures($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    protein(first: 1000) {\n      totalCount\n      nodes {\n        uid\n        accessionVersion\n        structure(first: 1000) {\n          nodes {\n            uid\n            pdbAccession\n            title\n            resolution\n          }\n        }\n      }\n    }\n  }\n}": types.GeneToStructuresDocument,
    "query GeneRifGenes($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    geneRif {\n      nodes {\n        uid\n        symbol\n      }\n    }\n    gene {\n      totalCount\n    }\n  }\n}": types.GeneRifGenesDocument,
    "query GenesOfAPaper($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    title\n    gene {\n      totalCount\n      nodes {\n        uid\n        symbol\n        description\n      }\n    }\n  }\n}": types.GenesOfAPaperDocument,
    "query GenesOfManyPapers($pmids: [ID!]! = [\"22417847\", \"19966300\", \"8023157\"]) {\n  records {\n    pubmed(uids: $pmids) {\n      uid\n      gene(first: 1000) {\n        nodes {\n          uid\n        }\n      }\n    }\n  }\n}": types.GenesOfManyPapersDocument,
    "query HumanProteinsOfAGene($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    all: protein {\n      totalCount\n    }\n    human: protein(filter: {term: \"txid9606[ORGN]\"}) {\n      totalCount\n      nodes {\n        uid\n        accessionVersion\n        organism\n      }\n    }\n  }\n}": types.HumanProteinsOfAGeneDocument,
    "query LibraryLinks($pmid: ID! = \"31978945\", $holding: String) {\n  pubmed(uid: $pmid) {\n    title\n    libraryLinks(holding: $holding) {\n      url\n      provider {\n        name\n        abbreviation\n      }\n    }\n  }\n}": types.LibraryLinksDocument,
    "query LinkOutOfAGene($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    hasLinkOut\n    linkOut {\n      url\n      linkName\n      categories\n      provider {\n        name\n      }\n    }\n  }\n}": types.LinkOutOfAGeneDocument,
    "query LinkOutOfAPaper($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    title\n    linkOut {\n      url\n      iconUrl\n      categories\n      attributes\n      provider {\n        name\n      }\n    }\n    fullText: linkOut(category: \"Full Text Sources\") {\n      url\n    }\n  }\n}": types.LinkOutOfAPaperDocument,
    "query ManyGenes($uids: [ID!]! = [\"7157\", \"672\", \"675\"]) {\n  records {\n    gene(uids: $uids) {\n      uid\n      symbol\n      omim(first: 3) {\n        nodes {\n          title\n        }\n      }\n      clinvar(first: 3) {\n        totalCount\n      }\n    }\n  }\n}": types.ManyGenesDocument,
    "query PapersOfAGene($gene: ID! = \"7157\", $after: String) {\n  gene(uid: $gene) {\n    pubmed(first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        uid\n        title\n        pubDate\n      }\n    }\n  }\n}": types.PapersOfAGeneDocument,
    "query PlanATraversal($query: String! = \"query ($gene: ID!) { gene(uid: $gene) { symbol pubmed { nodes { title related(first: 3) { nodes { title } } } } } }\", $variables: JSON = {gene: \"7157\"}) {\n  plan(query: $query, variables: $variables) {\n    calls {\n      best\n      worst\n    }\n    seconds {\n      best\n      worst\n    }\n    levels {\n      questions {\n        utility\n        about\n        ids {\n          worst\n        }\n        calls {\n          best\n          worst\n        }\n      }\n    }\n    fields {\n      path\n      cost\n    }\n    notes\n  }\n}": types.PlanATraversalDocument,
    "query PublisherPage($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    title\n    primaryLinkOut {\n      url\n      provider {\n        name\n      }\n    }\n  }\n}": types.PublisherPageDocument,
    "query RateLimit {\n  rateLimit {\n    limit\n    remaining\n    queued\n    inFlight\n    expectedWaitMs\n    cooling\n    slowedBy\n    key\n  }\n}": types.RateLimitDocument,
    "query RecordsByNames($symbols: [String!]! = [\"TP53\", \"BRCA1\", \"HER2\"], $papers: [ID!]! = [\"10.1093/nar/gkh340\", \"PMC390337\", \"PMID:219391\"]) {\n  records {\n    gene(symbols: $symbols) {\n      uid\n      symbol\n      curie\n    }\n    pubmed(ids: $papers) {\n      uid\n      title\n      curie\n    }\n  }\n}": types.RecordsByNamesDocument,
    "query RelatedArticles($pmid: ID! = \"8023157\") {\n  pubmed(uid: $pmid) {\n    title\n    related {\n      totalCount\n      nodes {\n        uid\n        title\n      }\n    }\n  }\n}": types.RelatedArticlesDocument,
    "query RelatedInYears($pmid: ID! = \"8023157\", $from: String! = \"2005\", $to: String! = \"2015\") {\n  pubmed(uid: $pmid) {\n    related(filter: {publishedBetween: {from: $from, to: $to}}) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}": types.RelatedInYearsDocument,
    "query ResolveNames($names: [String!]! = [\"TP53\", \"HER2\", \"10.1093/nar/gkh340\", \"PMID:219391\", \"GSE93374\", \"NP_000537.2\", \"NOPE9\"]) {\n  resolve(names: $names) {\n    input\n    kind\n    status\n    matches {\n      how\n      record {\n        curie\n        title\n      }\n    }\n    note\n  }\n}": types.ResolveNamesDocument,
    "query Routes($maxHops: Int = 2) {\n  routes(from: clinvar, to: structure, maxHops: $maxHops, first: 3) {\n    databases\n    hops {\n      link {\n        name\n        field\n        kind\n        label\n      }\n      alternatives {\n        name\n      }\n    }\n    query\n  }\n}": types.RoutesDocument,
    "query StoreSearch($term: String! = \"TP53 cancer\") {\n  history {\n    search(db: pubmed, term: $term) {\n      webEnv\n      queryKey\n      count\n      problems\n    }\n  }\n}\n\nquery LinkStoredSearch($webEnv: String!, $queryKey: String!) {\n  history {\n    links(name: \"pubmed_gene\", webEnv: $webEnv, queryKey: $queryKey) {\n      webEnv\n      queryKey\n      count\n    }\n  }\n}": types.StoreSearchDocument,
    "query SearchToGenes($term: String! = \"TP53 cancer\", $first: Int = 10) {\n  search {\n    pubmed(term: $term, first: $first) {\n      totalCount\n      queryTranslation\n      warnings\n      nodes {\n        uid\n        title\n        gene(first: 5) {\n          nodes {\n            uid\n            symbol\n            chromosome\n          }\n        }\n      }\n    }\n  }\n}": types.SearchToGenesDocument,
    "query StoreLinks($pmids: [ID!]! = [\"22417847\"]) {\n  history {\n    links(name: \"pubmed_gene\", uids: $pmids) {\n      db\n      webEnv\n      queryKey\n      count\n    }\n  }\n}": types.StoreLinksDocument,
    "query StructuresOfAProtein($accession: String! = \"P04637\") {\n  protein(accession: $accession) {\n    accession\n    title\n    structure {\n      totalCount\n      nodes {\n        pdbAccession\n        title\n        method\n        resolution\n      }\n    }\n  }\n}": types.StructuresOfAProteinDocument,
    "query TextAndSequence {\n  pubmed(uid: \"24349601\") {\n    abstract\n    meshHeadings {\n      descriptor\n      isMajor\n    }\n    referenceList {\n      citation\n      pmid\n    }\n  }\n  protein(uid: \"120407068\") {\n    fasta(from: 94, to: 292)\n  }\n}": types.TextAndSequenceDocument,
    "query WithAnApiKey($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    gene {\n      nodes {\n        uid\n        symbol\n      }\n    }\n  }\n}": types.WithAnApiKeyDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AnyRecord($ids: [ID!]! = [\"Z2VuZTo3MTU3\"], $linkName: String! = \"gene_omim\") {\n  nodes(ids: $ids) {\n    id\n    ... on Record {\n      db\n      uid\n      title\n      url\n      links(name: $linkName, first: 3) {\n        totalCount\n        edges {\n          linkName\n          node {\n            db\n            uid\n            title\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').AnyRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AvailableLinks($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    availableLinks {\n      name\n      to\n      menuLabel\n      field\n    }\n    linkCounts(names: [\"gene_pubmed\", \"gene_clinvar\"]) {\n      name\n      count\n    }\n  }\n}"): typeof import('./graphql.js').AvailableLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ByOtherNames {\n  gene(symbol: \"TP53\") {\n    uid\n    title\n  }\n  mouse: gene(symbol: \"Trp53\", organism: \"Mus musculus\") {\n    uid\n    title\n  }\n  protein(accession: \"NP_000537.3\") {\n    uid\n    title\n  }\n  structure(pdb: \"1TUP\") {\n    title\n  }\n  pubmed(doi: \"10.1056/NEJMoa2001017\") {\n    uid\n    title\n  }\n  snp(rs: \"rs429358\") {\n    uid\n  }\n}"): typeof import('./graphql.js').ByOtherNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Catalog {\n  linkNames(from: clinvar) {\n    name\n    field\n    to\n    label\n    scored\n  }\n}"): typeof import('./graphql.js').CatalogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CitedIn($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    citedIn(orderBy: DATE) {\n      totalCount\n      countsByYear {\n        year\n        count\n      }\n      nodes {\n        uid\n        title\n        pubDate\n      }\n    }\n  }\n}"): typeof import('./graphql.js').CitedInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GeneReport($uid: ID!, $papers: Int! = 3, $after: String) {\n  gene(uid: $uid) {\n    id\n    symbol\n    description\n    organism {\n      scientificName\n    }\n    pubmed(first: $papers, after: $after) {\n      totalCount\n      nodes {\n        id\n        uid\n        title\n        pubDate\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): typeof import('./graphql.js').GeneReportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ClosestArticles($pmid: ID! = \"26186194\", $minScore: Float) {\n  pubmed(uid: $pmid) {\n    title\n    related(first: 20, minScore: $minScore) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ClosestArticlesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CommonPapersOfGenes($genes: [ID!]! = [\"7157\", \"672\", \"675\"], $atLeast: Int = 2, $first: Int = 5) {\n  commonLinks(of: $genes, name: \"gene_pubmed\", atLeast: $atLeast, first: $first) {\n    totalCount\n    complete\n    missing {\n      input\n      code\n    }\n    edges {\n      sourceCount\n      sources {\n        uid\n      }\n      lift\n      node {\n        uid\n        title\n      }\n    }\n  }\n}"): typeof import('./graphql.js').CommonPapersOfGenesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ConnectTwoGenes($from: ID! = \"NCBIGene:7157\", $to: ID! = \"NCBIGene:672\", $first: Int = 3) {\n  paths(from: $from, to: $to, maxHops: 2, via: [\"pubmed\"], first: $first) {\n    status\n    summary\n    paths {\n      score\n      records {\n        curie\n        title\n      }\n      edges {\n        linkName\n        asOf\n      }\n    }\n    frontier {\n      reason\n      linkName\n      ways\n    }\n  }\n}"): typeof import('./graphql.js').ConnectTwoGenesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query DistinctPapersOfGenes($uids: [ID!]! = [\"7157\", \"672\", \"675\"], $first: Int = 20) {\n  unionLinks(from: gene, uids: $uids, name: \"gene_pubmed\", first: $first) {\n    totalCount\n    nodes {\n      uid\n      title\n    }\n  }\n}"): typeof import('./graphql.js').DistinctPapersOfGenesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FirstLook {\n  gene(uid: \"7157\") {\n    symbol\n    pubmed(first: 2) {\n      totalCount\n      nodes {\n        title\n        related(first: 1) {\n          edges {\n            score\n            node {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').FirstLookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GeneToStructures($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    protein(first: 1000) {\n      totalCount\n      nodes {\n        uid\n        accessionVersion\n        structure(first: 1000) {\n          nodes {\n            uid\n            pdbAccession\n            title\n            resolution\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').GeneToStructuresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GeneRifGenes($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    geneRif {\n      nodes {\n        uid\n        symbol\n      }\n    }\n    gene {\n      totalCount\n    }\n  }\n}"): typeof import('./graphql.js').GeneRifGenesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GenesOfAPaper($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    title\n    gene {\n      totalCount\n      nodes {\n        uid\n        symbol\n        description\n      }\n    }\n  }\n}"): typeof import('./graphql.js').GenesOfAPaperDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query GenesOfManyPapers($pmids: [ID!]! = [\"22417847\", \"19966300\", \"8023157\"]) {\n  records {\n    pubmed(uids: $pmids) {\n      uid\n      gene(first: 1000) {\n        nodes {\n          uid\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').GenesOfManyPapersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HumanProteinsOfAGene($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    all: protein {\n      totalCount\n    }\n    human: protein(filter: {term: \"txid9606[ORGN]\"}) {\n      totalCount\n      nodes {\n        uid\n        accessionVersion\n        organism\n      }\n    }\n  }\n}"): typeof import('./graphql.js').HumanProteinsOfAGeneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LibraryLinks($pmid: ID! = \"31978945\", $holding: String) {\n  pubmed(uid: $pmid) {\n    title\n    libraryLinks(holding: $holding) {\n      url\n      provider {\n        name\n        abbreviation\n      }\n    }\n  }\n}"): typeof import('./graphql.js').LibraryLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LinkOutOfAGene($gene: ID! = \"7157\") {\n  gene(uid: $gene) {\n    symbol\n    hasLinkOut\n    linkOut {\n      url\n      linkName\n      categories\n      provider {\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql.js').LinkOutOfAGeneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LinkOutOfAPaper($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    title\n    linkOut {\n      url\n      iconUrl\n      categories\n      attributes\n      provider {\n        name\n      }\n    }\n    fullText: linkOut(category: \"Full Text Sources\") {\n      url\n    }\n  }\n}"): typeof import('./graphql.js').LinkOutOfAPaperDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ManyGenes($uids: [ID!]! = [\"7157\", \"672\", \"675\"]) {\n  records {\n    gene(uids: $uids) {\n      uid\n      symbol\n      omim(first: 3) {\n        nodes {\n          title\n        }\n      }\n      clinvar(first: 3) {\n        totalCount\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ManyGenesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PapersOfAGene($gene: ID! = \"7157\", $after: String) {\n  gene(uid: $gene) {\n    pubmed(first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        uid\n        title\n        pubDate\n      }\n    }\n  }\n}"): typeof import('./graphql.js').PapersOfAGeneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PlanATraversal($query: String! = \"query ($gene: ID!) { gene(uid: $gene) { symbol pubmed { nodes { title related(first: 3) { nodes { title } } } } } }\", $variables: JSON = {gene: \"7157\"}) {\n  plan(query: $query, variables: $variables) {\n    calls {\n      best\n      worst\n    }\n    seconds {\n      best\n      worst\n    }\n    levels {\n      questions {\n        utility\n        about\n        ids {\n          worst\n        }\n        calls {\n          best\n          worst\n        }\n      }\n    }\n    fields {\n      path\n      cost\n    }\n    notes\n  }\n}"): typeof import('./graphql.js').PlanATraversalDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PublisherPage($pmid: ID! = \"31978945\") {\n  pubmed(uid: $pmid) {\n    title\n    primaryLinkOut {\n      url\n      provider {\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql.js').PublisherPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RateLimit {\n  rateLimit {\n    limit\n    remaining\n    queued\n    inFlight\n    expectedWaitMs\n    cooling\n    slowedBy\n    key\n  }\n}"): typeof import('./graphql.js').RateLimitDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RecordsByNames($symbols: [String!]! = [\"TP53\", \"BRCA1\", \"HER2\"], $papers: [ID!]! = [\"10.1093/nar/gkh340\", \"PMC390337\", \"PMID:219391\"]) {\n  records {\n    gene(symbols: $symbols) {\n      uid\n      symbol\n      curie\n    }\n    pubmed(ids: $papers) {\n      uid\n      title\n      curie\n    }\n  }\n}"): typeof import('./graphql.js').RecordsByNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RelatedArticles($pmid: ID! = \"8023157\") {\n  pubmed(uid: $pmid) {\n    title\n    related {\n      totalCount\n      nodes {\n        uid\n        title\n      }\n    }\n  }\n}"): typeof import('./graphql.js').RelatedArticlesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RelatedInYears($pmid: ID! = \"8023157\", $from: String! = \"2005\", $to: String! = \"2015\") {\n  pubmed(uid: $pmid) {\n    related(filter: {publishedBetween: {from: $from, to: $to}}) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').RelatedInYearsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ResolveNames($names: [String!]! = [\"TP53\", \"HER2\", \"10.1093/nar/gkh340\", \"PMID:219391\", \"GSE93374\", \"NP_000537.2\", \"NOPE9\"]) {\n  resolve(names: $names) {\n    input\n    kind\n    status\n    matches {\n      how\n      record {\n        curie\n        title\n      }\n    }\n    note\n  }\n}"): typeof import('./graphql.js').ResolveNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Routes($maxHops: Int = 2) {\n  routes(from: clinvar, to: structure, maxHops: $maxHops, first: 3) {\n    databases\n    hops {\n      link {\n        name\n        field\n        kind\n        label\n      }\n      alternatives {\n        name\n      }\n    }\n    query\n  }\n}"): typeof import('./graphql.js').RoutesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StoreSearch($term: String! = \"TP53 cancer\") {\n  history {\n    search(db: pubmed, term: $term) {\n      webEnv\n      queryKey\n      count\n      problems\n    }\n  }\n}\n\nquery LinkStoredSearch($webEnv: String!, $queryKey: String!) {\n  history {\n    links(name: \"pubmed_gene\", webEnv: $webEnv, queryKey: $queryKey) {\n      webEnv\n      queryKey\n      count\n    }\n  }\n}"): typeof import('./graphql.js').StoreSearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SearchToGenes($term: String! = \"TP53 cancer\", $first: Int = 10) {\n  search {\n    pubmed(term: $term, first: $first) {\n      totalCount\n      queryTranslation\n      warnings\n      nodes {\n        uid\n        title\n        gene(first: 5) {\n          nodes {\n            uid\n            symbol\n            chromosome\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').SearchToGenesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StoreLinks($pmids: [ID!]! = [\"22417847\"]) {\n  history {\n    links(name: \"pubmed_gene\", uids: $pmids) {\n      db\n      webEnv\n      queryKey\n      count\n    }\n  }\n}"): typeof import('./graphql.js').StoreLinksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StructuresOfAProtein($accession: String! = \"P04637\") {\n  protein(accession: $accession) {\n    accession\n    title\n    structure {\n      totalCount\n      nodes {\n        pdbAccession\n        title\n        method\n        resolution\n      }\n    }\n  }\n}"): typeof import('./graphql.js').StructuresOfAProteinDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TextAndSequence {\n  pubmed(uid: \"24349601\") {\n    abstract\n    meshHeadings {\n      descriptor\n      isMajor\n    }\n    referenceList {\n      citation\n      pmid\n    }\n  }\n  protein(uid: \"120407068\") {\n    fasta(from: 94, to: 292)\n  }\n}"): typeof import('./graphql.js').TextAndSequenceDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WithAnApiKey($pmid: ID! = \"22417847\") {\n  pubmed(uid: $pmid) {\n    gene {\n      nodes {\n        uid\n        symbol\n      }\n    }\n  }\n}"): typeof import('./graphql.js').WithAnApiKeyDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
