import { element, escapeXml } from '../http/answer.js';
import { readSample } from '../sample-data.js';

/** A person among the authors of an article, beyond the name that its summary prints. */
interface Person {
  readonly foreName: string;
  readonly orcid?: string;
  readonly affiliations?: readonly string[];
}

interface Term {
  readonly name: string;
  readonly ui: string;
  readonly isMajor: boolean;
}

/** What `sample/articles.json` has of an article beyond its citation. */
interface Extras {
  /** By the names that summaries print. */
  readonly people: Readonly<Record<string, Person>>;
  readonly grants?: readonly Readonly<Record<'number' | 'acronym' | 'agency' | 'country', string>>[];
  readonly meshHeadings?: readonly (Term & { readonly qualifiers?: readonly Term[] })[];
}

let sample: Readonly<Record<string, Extras>> | undefined;

function extrasOf(pmid: string): Extras | undefined {
  sample ??= readSample('articles') as Readonly<Record<string, Extras>>;
  return sample[pmid];
}

/** An author by last name and initials; a name of another form is that of a group. */
export function authorElement(pmid: string, printed: string): string {
  const [, lastName, initials] = /^(.+) (\p{Lu}{1,4})$/u.exec(printed) ?? [];
  if (lastName === undefined || initials === undefined) {
    return `<Author ValidYN="Y">${element('CollectiveName', printed)}</Author>`;
  }
  const { foreName, orcid, affiliations = [] } = extrasOf(pmid)?.people[printed] ?? {};
  const members = [
    element('LastName', lastName),
    foreName === undefined ? '' : element('ForeName', foreName),
    element('Initials', initials),
    orcid === undefined ? '' : `<Identifier Source="ORCID">${orcid}</Identifier>`,
    ...affiliations.map((place) => `<AffiliationInfo>${element('Affiliation', place)}</AffiliationInfo>`),
  ];
  return `<Author ValidYN="Y">${members.join('')}</Author>`;
}

/** A `GrantList`; nothing where the sample knows no grant. */
export function grantList(pmid: string): string {
  const grants = (extrasOf(pmid)?.grants ?? []).map(
    ({ number, acronym, agency, country }) =>
      `<Grant>${element('GrantID', number)}${element('Acronym', acronym)}${element('Agency', agency)}${element('Country', country)}</Grant>`,
  );
  return grants.length === 0 ? '' : `<GrantList CompleteYN="Y">${grants.join('')}</GrantList>`;
}

/** A `MeshHeadingList`; nothing where the sample knows no subject. */
export function meshHeadingList(pmid: string): string {
  const headings = (extrasOf(pmid)?.meshHeadings ?? []).map(
    ({ qualifiers = [], ...descriptor }) =>
      `<MeshHeading>${termElement('DescriptorName', descriptor)}${qualifiers.map((each) => termElement('QualifierName', each)).join('')}</MeshHeading>`,
  );
  return headings.length === 0 ? '' : `<MeshHeadingList>${headings.join('')}</MeshHeadingList>`;
}

function termElement(tag: string, { name, ui, isMajor }: Term): string {
  return `<${tag} UI="${ui}" MajorTopicYN="${isMajor ? 'Y' : 'N'}">${escapeXml(name)}</${tag}>`;
}
