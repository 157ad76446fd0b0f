import { type Doc, textAt } from './docsum.js';
import { experimentTitle } from './databases/samples.js';
import { rsidOf } from './databases/variation.js';

/** Where the title is in most summaries, best first. */
const USUAL_PATHS = ['title', 'name', 'caption', 'accession'];

/** Where it is in the others. */
const TITLE_PATHS: Readonly<Record<string, readonly string[]>> = {
  assembly: ['assemblyname', 'assemblyaccession'],
  bioproject: ['project_title', 'project_name', 'project_acc'],
  dbvar: ['sv', 'study_displayname', 'st'],
  gap: [
    'd_study_results.d_study_name',
    'd_variable_results.d_variable_name',
    'd_document_results.d_document_name',
    'd_analysis_results.d_analysis_name',
    'd_dataset_results.d_dataset_name',
  ],
  gapplus: ['publication.title', 'snp_info.cited_snp'],
  gene: ['description', 'nomenclaturename', 'name'],
  genome: ['defline', 'organism_name'],
  gtr: ['testname', 'accession'],
  mesh: ['ds_meshterms.0'],
  nlmcatalog: ['titlemainlist.0.title', 'titlemainsort'],
  pcassay: ['assayname'],
  pccompound: ['synonymlist.0', 'iupacname'],
  pcsubstance: ['synonymlist.0', 'iupacname', 'sourceid'],
  proteinclusters: ['definition', 'accn'],
  structure: ['pdbdescr', 'pdbacc'],
  taxonomy: ['scientificname'],
};

/** The titles that are not simply a member of the summary. */
const TITLE_READERS: Readonly<Record<string, (doc: Doc) => string | null>> = { snp: rsidOf, sra: experimentTitle };

/**
 * The words by which people know a record: the title of an article, the full name of a gene, `rs328` for a variant. Null
 * where its summary has none.
 *
 * @throws EntrezError `MALFORMED_RESPONSE` where the title cannot be read.
 */
export function titleOf(db: string, doc: Doc): string | null {
  const read = TITLE_READERS[db];
  if (read !== undefined) {
    return read(doc);
  }
  for (const path of TITLE_PATHS[db] ?? USUAL_PATHS) {
    const title = textAt(doc, path);
    if (title !== null) {
      return title;
    }
  }
  return null;
}
