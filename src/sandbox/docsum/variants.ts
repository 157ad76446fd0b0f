import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { type Docsum, type DocsumBuilder, listOf, ZERO } from '../records/docsum.js';
import { firstGene, text, texts } from '../records/facts.js';

/** Variants and what they cause. */
export const variants: Readonly<Record<'snp' | 'clinvar' | 'omim', DocsumBuilder>> = {
  snp: { build: buildSnp },
  clinvar: { build: buildClinvar },
  omim: { build: buildOmim },
};

/** The members of dbSNP since its rebuild (recorded 2025). */
function buildSnp(uid: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const rs = text(facts, 'rs').replace('rs', '') || uid;
  const chrpos = text(facts, 'chrpos') || position(facts, 'positionGRCh38');
  const [chromosome = ''] = chrpos.split(':');
  const geneIds = new Map(
    graph.links('snp_gene', uid).map((geneid) => [text(graph.record('gene', geneid) ?? {}, 'symbol'), geneid]),
  );
  return {
    SNP_ID: Number(rs),
    ALLELE_ORIGIN: '',
    GLOBAL_MAFS: listOf('MAF', []),
    GLOBAL_POPULATION: '',
    GLOBAL_SAMPLESIZE: '0',
    SUSPECTED: '',
    CLINICAL_SIGNIFICANCE: '',
    GENES: listOf(
      'GENE_E',
      texts(facts, 'genes').map((name) => ({ NAME: name, GENE_ID: geneIds.get(name) ?? '' })),
    ),
    ACC: '',
    CHR: chromosome,
    HANDLE: '',
    SPDI: '',
    FXN_CLASS: text(facts, 'fxnClass') || text(facts, 'context'),
    VALIDATED: '',
    DOCSUM: '',
    TAX_ID: 9606,
    ORIG_BUILD: ZERO,
    UPD_BUILD: ZERO,
    CREATEDATE: '',
    UPDATEDATE: '',
    SS: '',
    ALLELE: '',
    SNP_CLASS: text(facts, 'snpClass') || 'snv',
    CHRPOS: chrpos,
    CHRPOS_PREV_ASSM: position(facts, 'positionGRCh37'),
    // A merged number answers with the surviving one.
    TEXT: rs === uid ? '' : `MergedRs=${rs}`,
    SNP_ID_SORT: rs.padStart(10, '0'),
    CLINICAL_SORT: '0',
    CITED_SORT: '',
    CHRPOS_SORT: (chrpos.split(':')[1] ?? '').padStart(10, '0'),
    MERGED_SORT: rs === uid ? '0' : '1',
  };
}

function position(facts: RecordFacts, member: string): string {
  const [chromosome, place] = [text(facts, 'chromosome'), text(facts, member)];
  return chromosome === '' || place === '' ? '' : `${chromosome}:${place}`;
}

/** The members of ClinVar since its three classifications of 2024. */
function buildClinvar(uid: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const symbol = text(facts, 'gene');
  const gene = firstGene(graph, 'clinvar_gene', uid);
  const [firstName] = texts(facts, 'hgvs');
  const composed = `${symbol} ${text(facts, 'variant') || `variation ${uid}`}`;
  const title = text(facts, 'title') || (firstName ?? composed);
  const consequences = texts(facts, 'variantTypes').map((term) => term.replaceAll('_', ' '));
  const conditions = texts(facts, 'conditions');
  const concepts = texts(facts, 'medgenConcepts');
  const paired = conditions.length === concepts.length;
  return {
    obj_type: text(facts, 'variantType'),
    accession: `VCV${uid.padStart(9, '0')}`,
    accession_version: '',
    title,
    variation_set: listOf('variation', [
      {
        measure_id: text(facts, 'alleleId'),
        variation_xrefs: listOf(
          'variation_xref',
          graph.links('clinvar_snp', uid).map((rs) => ({ db_source: 'dbSNP', db_id: rs })),
        ),
        variation_name: title,
        cdna_change: '',
        aliases: listOf('string', texts(facts, 'hgvs').slice(1)),
        variation_loc: listOf('assembly_set', []),
        allele_freq_set: listOf('allele_freq', []),
        variant_type: text(facts, 'variantType'),
        canonical_spdi: '',
      },
    ]),
    supporting_submissions: { scv: listOf('string', []), rcv: listOf('string', texts(facts, 'rcv')) },
    germline_classification: classification(
      texts(facts, 'significance').join('; '),
      conditions.map((name, place) => ({
        trait_xrefs: listOf('trait_xref', paired ? [{ db_source: 'MedGen', db_id: concepts[place] ?? '' }] : []),
        trait_name: name,
      })),
    ),
    clinical_impact_classification: classification('', []),
    oncogenicity_classification: classification('', []),
    record_status: '',
    gene_sort: symbol,
    chr_sort: text(gene?.facts ?? {}, 'chromosome').padStart(2, '0'),
    location_sort: '',
    variation_set_name: '',
    variation_set_id: '',
    genes: listOf('gene', symbol === '' ? [] : [{ symbol, geneid: gene?.geneid ?? '', strand: '', source: '' }]),
    molecular_consequence_list: listOf('string', consequences),
    protein_change: text(facts, 'variant'),
    fda_recognized_database: '',
  };
}

function classification(description: string, traits: readonly Docsum[]): Docsum {
  return {
    description,
    last_evaluated: '',
    review_status: '',
    fda_recognized_database: '',
    trait_set: listOf('trait', traits),
  };
}

/** OMIM writes titles in capitals; where the sample has no name, the genes stand for it. */
function buildOmim(uid: string, facts: RecordFacts): Docsum {
  return {
    Oid: uid,
    Title: text(facts, 'phenotypeName').toUpperCase() || texts(facts, 'genes').join('; '),
    AltTitles: '',
    Locus: '',
  };
}
