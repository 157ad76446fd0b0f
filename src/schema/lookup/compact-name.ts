/** A name as registries of identifiers write it: what it belongs to, and its form there. */
export interface CompactName {
  /** In lower case. */
  readonly prefix: string;
  readonly local: string;
}

/** Longer texts are no names of records. */
export const MAX_NAME_LENGTH = 500;

/** Addresses of records: the name is in the first group, or the prefix is and the name in the second. */
const ADDRESSES: readonly (readonly [host: RegExp, path: RegExp, prefix?: string])[] = [
  [/^(?:www\.)?(?:dx\.)?doi\.org$/, /^\/(10\.[^?#]+)/, 'doi'],
  [/^pubmed\.ncbi\.nlm\.nih\.gov$/, /^\/(\d+)/, 'pubmed'],
  [/^pubmed\.ncbi\.nlm\.nih\.gov$/, /^\/?\?(?:.*&)?term=(\d+)(?:\[(?:uid|pmid)\])?(?:[&#]|$)/i, 'pubmed'],
  [/^pmc\.ncbi\.nlm\.nih\.gov$/, /^\/articles\/(PMC\d+)/i, 'pmc'],
  [/^pmc\.ncbi\.nlm\.nih\.gov$/, /^\/articles\/pmid\/(\d+)/i, 'pubmed'],
  [/^(?:www\.)?(?:europepmc\.org)$/, /^\/(?:article|abstract)\/MED\/(\d+)/i, 'pubmed'],
  [/^(?:www\.)?(?:europepmc\.org)$/, /^\/(?:article\/PMC|articles)\/(PMC\d+)/i, 'pmc'],
  [/^pubchem\.ncbi\.nlm\.nih\.gov$/, /^\/compound\/(\d+)/i, 'pccompound'],
  [/^pubchem\.ncbi\.nlm\.nih\.gov$/, /^\/substance\/(\d+)/i, 'pcsubstance'],
  [/^pubchem\.ncbi\.nlm\.nih\.gov$/, /^\/bioassay\/(\d+)/i, 'pcassay'],
  [/^(?:www\.)?omim\.org$/, /^\/entry\/(\d+)/, 'omim'],
  [/^(?:www\.)?rcsb\.org$/, /^\/pdb\/explore(?:\/explore\.do|\.do)?\?(?:.*&)?structureId=(\w+)/i, 'pdb'],
  [/^(?:www\.)?rcsb\.org$/, /^\/(?:structure|pdb\/explore)\/(\w+)(?:[/?#]|$)/i, 'pdb'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/pdbe\/entry\/pdb\/(\w+)/i, 'pdb'],
  [/^(?:www\.)?pdbj\.org$/, /^\/(?:mine|emnavi)\/\w+\/(\w+)/i, 'pdb'],
  [/^(?:www\.)?wwpdb\.org$/, /^\/pdb\?id=(\w+)/i, 'pdb'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/biosamples\/samples\/(SAM\w+)/i, 'biosample'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/interpro\/entry\/(?:pfam|smart|cdd)\/(\w+)/i, 'cdd'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/ena\/(?:browser|data)\/view\/(PRJ\w+)/i, 'bioproject'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/ena\/(?:browser|data)\/view\/(SAM\w+)/i, 'biosample'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/ena\/(?:browser|data)\/view\/([DES]R[APRSXZ]\d+)/i, 'insdc.sra'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/ena\/(?:browser|data)\/(?:api\/\w+\/|view\/)(GCA_[\d.]+)/i, 'insdc.gca'],
  [/^(?:www\.)?ebi\.ac\.uk$/, /^\/ena\/(?:browser|data)\/(?:api\/\w+\/|view\/)([A-Z]{1,6}\d+(?:\.\d+)?)/i, 'insdc'],
  [/^(?:www\.|rest\.|purl\.)?uniprot\.org$/, /^\/(?:uniprotkb|uniprot)\/(\w+)/i, 'uniprot'],
  [/^(?:www\.|rest\.|purl\.)?uniprot\.org$/, /^\/taxonomy\/(\d+)/i, 'taxonomy'],
  [/^files\.rcsb\.org$/, /^\/(?:download|view)\/(\w{4})\./i, 'pdb'],
  [/^(?:www\.)?genenames\.org$/, /hgnc_id[=/](?:HGNC:)?(\d+)/i, 'hgnc'],
  [/^(?:www\.)?alliancegenome\.org$/, /^\/gene\/(HGNC|MGI):(\d+)/i],
  [/^(?:www\.)?informatics\.jax\.org$/, /^\/(?:accession|marker)\/(MGI:\d+)/i, 'mgi'],
  [/^(?:www\.)?orpha\.net$/, /^\/(?:ORDO\/Orphanet_|\w{2}\/disease\/detail\/|.*[?&]Expert=)(\d+)/i, 'orphanet'],
  [/^(?:hpo\.jax\.org|(?:www\.)?monarchinitiative\.org)$/, /^\/(?:[a-z]+\/){0,3}(HP|MONDO):(\d+)/i],
  [/^meshb\.nlm\.nih\.gov$/, /^\/record\/ui\?(?:.*&)?ui=(\w+)/i, 'mesh'],
  [/^id\.nlm\.nih\.gov$/, /^\/mesh\/(\w+)/, 'mesh'],
  [/^(?:\w+\.)?ensembl\.org$/, /^\/(?:lookup\/)?id\/(\w+)/, 'ensembl'],
  [/^(?:\w+\.)?ensembl\.org$/, /^\/\w+\/Gene\/\w+\?(?:.*[&;])?g=(\w+)/i, 'ensembl'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/pmc\/articles\/(PMC\d+)/i, 'pmc'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/(?:pmc\/articles\/pmid|m\/pubmed)\/(\d+)/i, 'pubmed'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/clinvar\/variation\/(\d+)/i, 'clinvar'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/clinvar\/(\w+)/i, 'clinvar'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/structure\/pdb\/(\w+)/i, 'pdb'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/structure\/mmdb\/mmdbsrv\.cgi\?(?:.*&)?uid=(\w+)/i, 'structure'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/structure\/cdd\/(?:cddsrv\.cgi\?(?:.*&)?uid=)?(\w+)/i, 'cdd'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/taxonomy\/browser\/wwwtax\.cgi\?(?:.*&)?id=(\d+)/i, 'taxonomy'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/geo\/query\/acc\.cgi\?(?:.*&)?acc=(\w+)/i, 'geo'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/sites\/GDSbrowser\/?\?(?:.*&)?acc=(\w+)/i, 'geo'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/variation\/view\/?\?(?:.*&)?q=(rs\d+)/i, 'dbsnp'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/datasets\/gene\/(?:id\/)?(\w+)/i, 'gene'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/datasets\/(?:taxonomy|genome\/taxonomy)\/(\w+)/i, 'taxonomy'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/datasets\/genome\/([\w.]+)/i, 'assembly'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/snp\/(rs\d+)/i, 'dbsnp'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/projects\/SNP\/snp_ref\.cgi\?(?:.*&)?rs=(?:rs)?(\d+)/i, 'dbsnp'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/projects\/gap\/.*[?&]study_id=([\w.]+)/i, 'gap'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/gtr\/tests\/([\w.]+)/i, 'gtr'],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/dbvar\/variants\/(\w+)/i, 'dbvar'],
  [/^(?:www|trace)\.ncbi\.nlm\.nih\.gov$/, /^\/Traces\/.*[?&](?:acc|run)=(\w+)/i, 'sra'],
  // Addresses of forms name the database and the record in any order.
  [
    /^(?:www\.)?ncbi\.nlm\.nih\.gov$/,
    /^\/(?:sites\/)?entrez(?:\/(?:query|viewer)\.fcgi)?\?(?=(?:.*&)?db=(\w+))(?:.*&)?(?:list_uids|uid|id|term)=([\w.]+)(?:&|$)/i,
  ],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/([a-z]+)\/?\?(?:.*&)?term=([\w.]+)(?:[&#]|$)/i],
  [/^(?:www\.)?ncbi\.nlm\.nih\.gov$/, /^\/([a-z]+)\/([\w.]+)(?:\[(?:uid|accn)\])?\/?(?:[?#]|$)/i],
  [/^(?:www\.|registry\.)?(?:identifiers\.org|bioregistry\.io|n2t\.net)$/, /^\/([^/:]+)[:/](.+)$/],
  [/^purl\.obolibrary\.org$/, /^\/obo\/([A-Za-z]+)_(\w+)$/],
];

/** An address, which people copy with or without its scheme. */
export const ADDRESS = /^(?:(?:https?|ftp):\/\/|(?:[a-z\d-]+\.)+(?:org|gov|net|io|uk)\/)/i;

/**
 * Takes a CURIE such as `NCBIGene:7157`, or the address of a record's page, apart; undefined for anything else. Whether
 * there is such a prefix is not looked at.
 */
export function readCompact(text: string): CompactName | undefined {
  if (text.length > MAX_NAME_LENGTH) {
    return undefined;
  }
  if (ADDRESS.test(text)) {
    return readAddress(/^https?:/i.test(text) ? text : `https://${text}`);
  }
  const [, prefix, local] = /^([A-Za-z][\w.\- ]{0,30}):\s*(\S.*)$/.exec(text) ?? [];
  return prefix === undefined || local === undefined ? undefined : { prefix: prefix.toLowerCase(), local };
}

function readAddress(text: string): CompactName | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) {
    return undefined;
  }
  const path = decoded(`${url.pathname}${url.search}${url.hash}`);
  for (const [host, pattern, prefix] of ADDRESSES) {
    const [, first, second] = (host.test(url.hostname) ? pattern.exec(path) : null) ?? [];
    if (first !== undefined && prefix !== undefined) {
      return { prefix, local: first };
    }
    if (first !== undefined && second !== undefined) {
      return { prefix: first.toLowerCase(), local: second };
    }
  }
  return undefined;
}

/** An address that is encoded wrongly is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
