import type { Sliced } from '../body/slices.js';
import { child, childrenNamed, mapElements, type XmlElement } from '../body/xml.js';
import { lineOf } from './article-xml.js';

/** An author as the publisher named him: a person by the last name, or a group by its whole name. */
export interface Author {
  readonly lastName?: string;
  readonly foreName?: string;
  readonly initials?: string;
  /** Such as `Jr`. */
  readonly suffix?: string;
  readonly collectiveName?: string;
  /** As `0000-0002-1825-0097`. */
  readonly orcid?: string;
  /** In the words of the publisher, in order. */
  readonly affiliations: readonly string[];
  /** Whether the article says that several authors contributed equally, and this is one of them. */
  readonly contributedEqually: boolean;
}

/** Who paid for the work, as far as it is known. */
export interface Grant {
  readonly number?: string;
  /** Of a funder inside its agency, such as `CA`. */
  readonly acronym?: string;
  readonly agency?: string;
  readonly country?: string;
}

/** A list that may be cut. */
export interface PartialList<T> {
  readonly items: readonly T[];
  /** Whether PubMed says that these are all. */
  readonly isComplete: boolean;
}

/** The authors of an article, book or chapter; editors are none. */
export function* authorsIn(element: XmlElement): Sliced<PartialList<Author>> {
  const lists = childrenNamed(element, 'AuthorList').filter(({ attributes }) => attributes.Type !== 'editors');
  const authors = lists.flatMap((list) => childrenNamed(list, 'Author'));
  return { items: yield* mapElements(authors, author), isComplete: areComplete(lists) };
}

/** The grants of an article. */
export function* grantsIn(element: XmlElement): Sliced<PartialList<Grant>> {
  const lists = childrenNamed(element, 'GrantList');
  const grants = lists.flatMap((list) => childrenNamed(list, 'Grant'));
  return { items: yield* mapElements(grants, grant), isComplete: areComplete(lists) };
}

function areComplete(lists: readonly XmlElement[]): boolean {
  return lists.every(({ attributes }) => attributes.CompleteYN !== 'N');
}

function author(element: XmlElement): Author {
  const affiliations = [
    // Before 2015 an author had one affiliation, without a group around it.
    ...childrenNamed(element, 'Affiliation'),
    ...childrenNamed(element, 'AffiliationInfo').flatMap((info) => childrenNamed(info, 'Affiliation')),
  ];
  return {
    ...lineIn(element, 'LastName', 'lastName'),
    ...lineIn(element, 'ForeName', 'foreName'),
    ...lineIn(element, 'Initials', 'initials'),
    ...lineIn(element, 'Suffix', 'suffix'),
    ...lineIn(element, 'CollectiveName', 'collectiveName'),
    ...orcidOf(element),
    affiliations: affiliations.map(lineOf).filter((text) => text !== ''),
    contributedEqually: element.attributes.EqualContrib === 'Y',
  };
}

function grant(element: XmlElement): Grant {
  return {
    ...lineIn(element, 'GrantID', 'number'),
    ...lineIn(element, 'Acronym', 'acronym'),
    ...lineIn(element, 'Agency', 'agency'),
    ...lineIn(element, 'Country', 'country'),
  };
}

/** Publishers write an ORCID as a number, with or without hyphens, or as an address; what has another form is none. */
function orcidOf(element: XmlElement): { readonly orcid?: string } {
  for (const identifier of childrenNamed(element, 'Identifier')) {
    const [, ...groups] = /(?:^|\/)(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])$/i.exec(lineOf(identifier)) ?? [];
    if (identifier.attributes.Source === 'ORCID' && groups.length > 0) {
      return { orcid: groups.join('-').toUpperCase() };
    }
  }
  return {};
}

function lineIn<Name extends string>(element: XmlElement, name: string, as: Name): Partial<Record<Name, string>> {
  const found = child(element, name);
  const line = found === undefined ? '' : lineOf(found);
  return line === '' ? {} : ({ [as]: line } as Record<Name, string>);
}
