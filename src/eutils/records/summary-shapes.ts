/**
 * What NCBI's DTDs say about the JSON form of document summaries, by which the XML form is read (protocol: recorded pairs
 * of both forms 2013, DTDs of today for gene and ClinVar). Members are named as in JSON: by the element in lower case.
 */

/** Members that are lists in JSON, however many elements they have. */
const LISTS: ReadonlySet<string> = words(`
  aliases allele_freq_set analytes anomalouslist articleids assaysourcenamelist attributes authorlist authors
  biosystemslist broadheading categorylist certifications children citations comment commentlist compoundidlist
  conditionlist conditionlist2 d_analysis_ancestor d_analysis_parent d_dataset_ancestor d_dataset_parent
  d_document_ancestor d_document_parent d_study_ancestor d_study_disease_list d_study_genotype_platform_list
  d_study_project_list d_study_type_list d_variable_ancestor d_variable_parent dbvaralleleoriginlist
  dbvaralleletypelist dbvarclinicalsignificancelist dbvarevidencelist dbvargenelist dbvarmethodlist
  dbvarplacementlist dbvarremappedassemblylist dbvarsamplelist dbvarstudyorglist dbvarsubmittedassemblylist
  dbvarvarianttypelist doccontriblist ds_headingmappedtolist ds_idxlinks ds_meshterms ds_palist ds_papx
  ds_previousindexing ds_seerelated ds_subheading exclfromrefseq extrelations gb_bioprojects gb_projects genes
  genomicinfo global_mafs history homologenedatalist idtypes infraspecieslist issnlist lang linkedsystems
  locationhist masking meshheadinglist meshtermlist method methodlist mim molecular_consequence_list organismlist
  otherurl pdbaccsynlist pharmactionlist phenotype_category_list phenotype_list project project_objectives_list
  projects propertylist proteintargetlist publicationinfolist pubmedids pubtype rcv references relations
  resourceinfolist rs_bioprojects rs_projects samples scv sequencetype sitedescriptions smallmolecules
  snp_gene_info_list sourcecategorylist sourcedb sourceidlist sourcenamelist specimens srccontriblist statistics
  submitter_organization_list substanceidlist synonymlist taxonomy term testpurpose testtargetlist titlemainlist
  titleotherlist topcidlist topfivecidlist trait_set trait_xrefs variation_loc variation_set variation_xrefs
  xrefasurllist xrefdburllist`);

/** Members that are numbers in JSON, by database; they are texts in all others. */
const NUMBERS: Readonly<Record<string, ReadonlySet<string>>> = {
  pubmed: words('idtypen pmcrefcount pmid viewcount'),
  gene: words(`
    chrstart chrstop currentid exoncount geneweight status taxid`),
  protein: words('count flags gi slen taxid'),
  nuccore: words('count flags gi slen taxid'),
  structure: words('biopolymercount othermoleculecount'),
  snp: words('orig_build snp_id tax_id upd_build'),
  taxonomy: words('taxid'),
  biosample: words('sortkey'),
  bioproject: words('project_id sort_by_datatype sort_by_organism sort_by_projecttype taxid'),
  gds: words('n_samples'),
  geoprofiles: words('aflag aoutl rmean rstd'),
  pccompound: words(`
    activeaidcount atomchiralcount atomchiraldefcount atomchiralundefcount bondchiralcount bondchiraldefcount
    bondchiralundefcount cid covalentunitcount heavyatomcount hydrogenbondacceptorcount hydrogenbonddonorcount
    inactiveaidcount isotopeatomcount probeaidcount rotatablebondcount tautomercount totalaidcount
    totalformalcharge`),
  pcsubstance: words(`
    activeaidcount atomchiralcount atomchiraldefcount atomchiralundefcount bondchiralcount bondchiraldefcount
    bondchiralundefcount covalentunitcount heavyatomcount hydrogenbondacceptorcount hydrogenbonddonorcount
    inactiveaidcount isotopeatomcount probeaidcount rotatablebondcount sid tautomercount totalaidcount
    totalformalcharge`),
  pcassay: words(`
    activecidcount activepanelcidcnt activepanelsidcnt activesidcount aid cddid cid gi inactivecidcount
    inactivesidcount inconclusivecidcount inconclusivesidcount numberofcidswithactivityconcmicromolar
    numberofcidswithactivityconcnanomolar numberofsidswithactivityconcmicromolar
    numberofsidswithactivityconcnanomolar probecidcount probesidcount readoutcount targetcount totalcidcount
    totalsidcount unspecifiedcidcount unspecifiedsidcount`),
  books: words('bookid chapterid'),
  homologene: words('taxid'),
  assembly: words('assemblystatussort bioprojectid contign50 scaffoldn50'),
  genome: words('number_of_chromosomes number_of_organelles number_of_plasmids weight'),
  gtr: words('geneid'),
  cdd: words('livepssmid numbersites pssmlength status structurerepresentative'),
  popset: words('count flags gi taxid'),
  ipg: words('slen'),
  dbvar: words(`
    chr_end chr_inner_end chr_inner_start chr_outer_end chr_outer_start chr_start id pmid project_id sample_count
    subject_phenotype_status support_variant_count tax_id validation_status variant_call_count variant_size`),
  gap: words(
    'd_num_analyses_in_subtree d_num_descendants_in_subtree d_num_documents_in_subtree d_num_participants_in_subtree d_num_variables_in_subtree',
  ),
  gapplus: words(`
    distance gene_start gene_stop pmid pvalue_log total_discovery_sample total_replication_sample total_sample`),
  blastdbinfo: words(`
    maxlength n50 numsequences perc25 perc50 perc75 taxid`),
  proteinclusters: words(`
    averagelength domains paralogs total_dups total_genera total_prots total_publications`),
  biosystems: words('cidcount genecount proteincount sidcount'),
  ncbisearch: words('linkcount'),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Whether a member is a list in JSON. */
export function isListMember(member: string): boolean {
  return LISTS.has(member);
}

/** Whether a member of a summary of this database is a number in JSON. */
export function isNumberMember(db: string, member: string): boolean {
  return Object.hasOwn(NUMBERS, db) && NUMBERS[db]?.has(member) === true;
}
