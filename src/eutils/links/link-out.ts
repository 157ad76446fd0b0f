import type { Text } from '../body/text.js';
import { errorIn } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import { answersInSets, boundedParts, errorInParts } from './elink-records.js';
import type { EntrezError } from '../failures/errors.js';
import { contradiction } from '../failures/malformed.js';
import { isPageAddress } from './page-address.js';
import type { RecordAnswer } from '../body/record-answers.js';
import {
  isObject,
  listOf,
  objectOf,
  optionalList,
  optionalText,
  textOfScalar,
  type JsonObject,
} from '../body/shape.js';
import type { EutilsRequest } from '../wire.js';
import { contentOf, errorInXml, hasOthers, membersOf } from '../body/xml-answer.js';
import { atOnce, readAnswer, type Sliced } from '../body/slices.js';
import { child, childrenNamed, textOf, type XmlElement } from '../body/xml.js';

/**
 * All pages but libraries' (`llinks`), the publisher's page (`prlinks`), libraries' pages too (`llinkslib`, which NCBI
 * refuses since 2026-09).
 */
type LinkOuts = Map<string, readonly LinkOut[] | EntrezError>;

export type LinkOutCommand = 'llinks' | 'prlinks' | 'llinkslib';

export interface LinkOutQuestion {
  readonly command: LinkOutCommand;
  readonly db: string;
  readonly uids: readonly string[];
  /** Only the pages of this provider, by its abbreviation; `llinks` and `llinkslib` take it. */
  readonly holding?: string | undefined;
}

/** A page about a record outside NCBI. The same page may come twice, from different providers. */
export interface LinkOut {
  readonly url: string;
  /** Absolute, though NCBI writes it relative to its own site. */
  readonly iconUrl?: string;
  /** What the provider calls the page. */
  readonly linkName?: string;
  readonly subjectTypes: readonly string[];
  /** Such as `Full Text Sources`. */
  readonly categories: readonly string[];
  /** Such as `free resource`. */
  readonly attributes: readonly string[];
  readonly provider?: LinkOutProvider;
}

export interface LinkOutProvider {
  readonly name: string;
  /** What `holding` takes. */
  readonly nameAbbr?: string;
  readonly id?: string;
  readonly url?: string;
}

/** Asks ELink for pages outside NCBI: a comma list, since the answer has an entry for each record, in XML, as recorded. */
export function linkOutRequest({ command, db, uids, holding }: LinkOutQuestion): EutilsRequest {
  return {
    utility: 'elink',
    retmode: 'xml',
    params: [
      ['dbfrom', db],
      ['cmd', command],
      ...(holding === undefined ? [] : [['holding', holding] as const]),
      ['retmode', 'xml'],
      ['id', uids.join(',')],
    ],
    idCount: uids.length,
  };
}

/**
 * Reads the pages of records outside NCBI, in NCBI's order. What the DTD demands but NCBI leaves out (protocol: the
 * provider's address and the subject types, recorded 2025) may be absent. A record without pages has an empty list; one
 * that NCBI says nothing about is absent; one that failed has its EntrezError, which is `UNSUPPORTED_COMMAND` for all
 * when NCBI refuses the command.
 *
 * @param uids - the asked ones: a failure that names no record stands for those without an answer.
 * @param db - their database, which the answer must echo.
 * @throws EntrezError for the whole answer: `UPSTREAM_UNAVAILABLE`, `UNSUPPORTED_COMMAND`, `UNKNOWN_ID` or
 * `BAD_USER_INPUT` when NCBI reports an error at its top; `MALFORMED_RESPONSE`, retryable, when it cannot be read.
 */
export function decodeLinkOut(body: Text, uids: readonly string[], db?: string): LinkOuts {
  return atOnce(linkOutIn(body, uids, db));
}

/** Reads pages as {@link decodeLinkOut} does, those of a large answer with pauses. */
export function readLinkOut(body: Text, uids: readonly string[], db: string): LinkOuts | Promise<LinkOuts> {
  return readAnswer(body, linkOutIn(body, uids, db));
}

function linkOutIn(body: Text, uids: readonly string[], db?: string): Sliced<LinkOuts> {
  return answersInSets<readonly LinkOut[]>(
    body,
    {
      name: 'IdUrlList',
      entry: 'IdUrlSet',
      part: { name: 'ObjUrl', members: pageInXml },
      inXml: (set, pages) =>
        pagesOf(contentOf(set, 'Id'), childrenNamed(set, 'Info').map(textOf), pages, errorInXml(set)),
      isStrange: (set) => hasOthers(set, ['Id', 'Info']),
      entriesOf: (list) => listOf(list, 'idurllist'),
      inJson: (set) => {
        const pages = optionalList(set.objurls, 'objurls').map((page) => objectOf(page, 'objurls'));
        return pagesOf(set.id, set.info === undefined ? [] : [set.info], pages, errorIn(set));
      },
      members: ['id', 'objurls', 'info'],
      isNone: (pages) => pages.length === 0,
    },
    uids,
    db,
  );
}

/** The members JSON has for a page. */
function pageInXml(page: XmlElement): JsonObject {
  const texts = (name: string): string[] => childrenNamed(page, name).map(textOf);
  const provider = child(page, 'Provider');
  return {
    ...membersOf(page),
    subjecttypes: texts('SubjectType'),
    categories: texts('Category'),
    attributes: texts('Attribute'),
    provider: provider && membersOf(provider),
  };
}

/** `Info` says `No links` in place of pages (protocol: recorded 2008); any other words are a failure. */
function pagesOf(
  id: unknown,
  infos: readonly unknown[],
  pages: readonly JsonObject[],
  sentence: string | undefined,
): RecordAnswer<readonly LinkOut[]> {
  const words = infos.map((info) => optionalText(info) ?? '').find((info) => !/^no links\W*$/i.test(info));
  const failure = sentence ?? errorInParts(pages) ?? words;
  const contradicts = infos.length > 0 && pages.length > 0;
  return {
    uid: textOfScalar(id, 'IdUrlSet'),
    answer:
      failure !== undefined
        ? backendFailure(failure)
        : contradicts
          ? contradiction('NCBI sent pages of a record beside words in their place.')
          : boundedParts(pages).map(linkOut),
  };
}

function linkOut(page: JsonObject): LinkOut {
  const url = textOfScalar(addressIn(page.url), 'Url');
  if (!isPageAddress(url)) {
    throw contradiction('NCBI sent something else than the address of a page.');
  }
  const iconUrl = absolute(addressIn(page.iconurl));
  const linkName = optionalText(page.linkname);
  const provider = isObject(page.provider) ? providerOf(page.provider) : undefined;
  return {
    url,
    ...(iconUrl !== undefined && { iconUrl }),
    ...(linkName !== undefined && { linkName }),
    subjectTypes: textsIn(page.subjecttypes),
    categories: textsIn(page.categories),
    attributes: textsIn(page.attributes),
    ...(provider !== undefined && { provider }),
  };
}

function providerOf(provider: JsonObject): LinkOutProvider | undefined {
  const nameAbbr = optionalText(provider.nameabbr);
  const name = optionalText(provider.name) ?? nameAbbr;
  const id = optionalText(provider.id);
  const url = addressIn(provider.url);
  return name === undefined
    ? undefined
    : {
        name,
        ...(nameAbbr !== undefined && { nameAbbr }),
        ...(id !== undefined && { id }),
        ...(url !== undefined && isPageAddress(url) && { url }),
      };
}

/** A text, or a text as `value`, beside which JSON has the language. */
function addressIn(address: unknown): string | undefined {
  return optionalText(isObject(address) ? address.value : address);
}

/** An icon is an ornament: one whose address is none is left out. */
function absolute(address: string | undefined): string | undefined {
  const site = 'https://www.ncbi.nlm.nih.gov';
  const url = address !== undefined && URL.canParse(address, site) ? new URL(address, site).href : undefined;
  return url !== undefined && isPageAddress(url) ? url : undefined;
}

function textsIn(list: unknown): string[] {
  return [list]
    .flat()
    .map(optionalText)
    .filter((text) => text !== undefined);
}
