/** An answer of NCBI that takes seconds to read. */
interface LargeAnswer {
  readonly name: string;
  /** The gene whose links it has. */
  readonly uid: string;
  readonly links: number;
  readonly bodies: () => { readonly json: string; readonly xml: string };
}

const uidsOf = (length: number): string[] => Array.from({ length }, (_, index) => String(90_000_000 - index));

/** What NCBI answers in JSON where the XML is above 10 MB. */
const REFUSAL = JSON.stringify({
  header: { type: 'elink', version: '0.3' },
  eutilsresult: { ERROR: 'Input XML size is 19350188 bytes, and cannot be transformed to JSON. the max size is 10MB' },
});

function linksInXml(uid: string, uids: readonly string[]): string {
  const links = uids.map((id) => `\t\t\t<Link>\n\t\t\t\t<Id>${id}</Id>\n\t\t\t</Link>\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8" ?><eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList><Id>${uid}</Id></IdList><LinkSetDb><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName>${links}</LinkSetDb></LinkSet></eLinkResult>`;
}

function linksInJson(uid: string, links: readonly string[]): string {
  const linksets = [{ dbfrom: 'gene', ids: [uid], linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links }] }];
  return JSON.stringify({ header: { type: 'elink', version: '0.3' }, linksets });
}

export const LARGE_ANSWERS: readonly LargeAnswer[] = [
  {
    name: '450,000 links in XML, 20 MB',
    uid: '9000001',
    links: 450_000,
    bodies: () => ({ json: REFUSAL, xml: linksInXml('9000001', uidsOf(450_000)) }),
  },
  {
    name: '1,800,000 links in JSON, 20 MB',
    uid: '9000002',
    links: 1_800_000,
    bodies: () => ({ json: linksInJson('9000002', uidsOf(1_800_000)), xml: '' }),
  },
];
