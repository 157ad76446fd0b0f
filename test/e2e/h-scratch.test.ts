import { it } from 'vitest';
import { RunningGateway } from '../support/running-gateway.js';
it('tries', async () => {
  await using g = await RunningGateway.start();
  const q = async (query: string) => {
    const before = g.sandbox.requests.length;
    const { data, errors, extensions } = await g.query(query);
    console.log(query.trim(), '\n', JSON.stringify(data), '\n', JSON.stringify(errors?.map((e) => [e.path, e.message, e.extensions])), JSON.stringify(extensions.entrez.calls), extensions.entrez.cacheHits);
    for (const r of g.sandbox.requests.slice(before)) console.log('   ', r.utility, JSON.stringify(r.params.filter(([n]) => !['tool','email','retmode','version'].includes(n))));
  };
  await q('{ gene(symbol: "TP53") { uid symbol } b: gene(symbol: "brca1") { uid title } c: gene(symbol: "NOPE9") { uid } }');
  await q('{ gene(symbol: "TP53", organism: 10090) { uid symbol } b: gene(symbol: "Trp53", organism: "Mus musculus") { uid title } c: gene(symbol: "Trp53", organism: 10090) { uid } }');
  await q('{ pubmed(doi: "10.1055/s-0028-1085314") { uid title } b: pubmed(pmcid: "PMC390337") { uid title } c: pmc(doi: "10.1093/nar/gkh340") {uid title} d: pmc(pmid: 15034147) {uid} e: pmc(pmcid: 390337) { uid} }');
  await q('{ protein(accession: "P04637") { uid title } b: protein(accession: "NP_000537.3") { uid title sequence: length } c: protein(accession: "NP_000537.2") { uid } d: nuccore(accession: "S42443") {uid} e: nucleotide(accession: "S42443.1") {uid} }');
  await q('{ structure(pdb: "1tup") { uid title } snp(rs: "rs268") { uid title } omim(mim: 191170) { uid } taxonomy(name: "human") { uid title } t2: taxonomy(name: "Mus musculus") { uid }  clinvar(accession: "VCV000000009.4") { uid title } assembly(accession: "GCF_000315625.1") { uid } bioproject(accession: "PRJNA53577") { uid } biosample(accession: "SAMN00116900") { uid } gds(accession: "GSE93374") { uid } }');
  await q('{ search { pubmed(term: "TP53 cancre", first: 2, sort: "pub_date", minDate: "2000") { totalCount spelling queryTranslation notFound ignored messages warnings nodes { uid pubDate } pageInfo { window hasNextPage } } x: pubmed(term: "canser") { spelling } gene(term: "TP53[sym] AND xxyyzz[gene]") { totalCount spelling warnings notFound pageInfo { window } } } }');
});
