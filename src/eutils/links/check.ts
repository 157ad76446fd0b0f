import type { Text } from '../body/text.js';
import { errorIn } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import type { EntrezError } from '../failures/errors.js';
import { answersInSets, boundedParts, errorInParts } from './elink-records.js';
import { contradiction, malformed } from '../failures/malformed.js';
import type { RecordAnswer } from '../body/record-answers.js';
import { isPageAddress } from './page-address.js';
import {
  nameOf,
  objectOf,
  optionalCount,
  optionalList,
  optionalText,
  textOfScalar,
  type JsonObject,
} from '../body/shape.js';
import type { EutilsRequest } from '../wire.js';
import { contentOf, errorInXml, hasOthers, membersOf } from '../body/xml-answer.js';
import { atOnce, readAnswer, type Sliced } from '../body/slices.js';
import { elementsOf } from '../body/xml.js';

/** Which links there are (`acheck`), whether there are neighbours in the same database (`ncheck`) or LinkOut (`lcheck`). */
type AvailableLinks = Map<string, readonly AvailableLink[] | EntrezError>;
type Checks = Map<string, boolean | EntrezError>;

export type CheckCommand = 'acheck' | 'ncheck' | 'lcheck';

/** The commands whose answer is a yes or a no. */
type YesOrNo = Exclude<CheckCommand, 'acheck'>;

export interface CheckQuestion {
  readonly command: CheckCommand;
  readonly db: string;
  readonly uids: readonly string[];
}

/** The attributes of a checked id. */
const FLAGS: readonly string[] = ['HasNeighbor', 'HasLinkOut'];

/** A link name a record has at least one link under. */
export interface AvailableLink {
  /** The target database; not to be derived from the name. `LinkOut` stands for pages outside NCBI. */
  readonly to: string;
  readonly linkName: string;
  /** What Entrez writes into the menu of all links. */
  readonly menuTag?: string;
  /** What Entrez writes beside the record. */
  readonly htmlTag?: string;
  /** A page that shows the links, with `<@UID@>` in place of the uid. */
  readonly url?: string;
  /** The rank in Entrez's menu, lowest first. */
  readonly priority?: number;
}

/** Whether it is the pseudo link `ExternalLink` to `LinkOut`: the record has pages outside NCBI. */
export function isExternalLink({ to }: AvailableLink): boolean {
  return to === 'LinkOut';
}

/** Asks ELink to check records: a comma list, since the answer has an entry for each, in XML, the only form recorded. */
export function checkRequest({ command, db, uids }: CheckQuestion): EutilsRequest {
  return {
    utility: 'elink',
    retmode: 'xml',
    params: [
      ['dbfrom', db],
      ['cmd', command],
      ['retmode', 'xml'],
      ['id', uids.join(',')],
    ],
    idCount: uids.length,
  };
}

/**
 * Reads which links records have (`acheck`), in NCBI's order. A record without links has an empty list; one that NCBI
 * says nothing about is absent; one that failed has its EntrezError.
 *
 * @param uids - the asked ones: a failure that names no record stands for those without an answer.
 * @param db - their database, which the answer must echo.
 * @throws EntrezError for the whole answer: `UPSTREAM_UNAVAILABLE`, `UNSUPPORTED_COMMAND`, `UNKNOWN_ID` or
 * `BAD_USER_INPUT` when NCBI reports an error at its top; `MALFORMED_RESPONSE`, retryable, when it cannot be read.
 */
export function decodeAvailableLinks(body: Text, uids: readonly string[], db?: string): AvailableLinks {
  return atOnce(availableLinksIn(body, uids, db));
}

/** Reads available links as {@link decodeAvailableLinks} does, those of a large answer with pauses. */
export function readAvailableLinks(
  body: Text,
  uids: readonly string[],
  db: string,
): AvailableLinks | Promise<AvailableLinks> {
  return readAnswer(body, availableLinksIn(body, uids, db));
}

function availableLinksIn(body: Text, uids: readonly string[], db?: string): Sliced<AvailableLinks> {
  return answersInSets<readonly AvailableLink[]>(
    body,
    {
      name: 'IdCheckList',
      entry: 'IdLinkSet',
      part: { name: 'LinkInfo', members: membersOf },
      inXml: (set, links) => linksOf(contentOf(set, 'Id'), links, errorInXml(set)),
      isStrange: (set) => hasOthers(set, ['Id']),
      entriesOf: (list) => optionalList(objectOf(list, 'idchecklist').idlinksets, 'idlinksets'),
      inJson: (set) => {
        const links = optionalList(set.linkinfos, 'linkinfos').map((link) => objectOf(link, 'linkinfos'));
        return linksOf(set.id, links, errorIn(set));
      },
      members: ['id', 'linkinfos'],
      isNone: (links) => links.length === 0,
    },
    uids,
    db,
  );
}

function linksOf(
  id: unknown,
  links: readonly JsonObject[],
  sentence: string | undefined,
): RecordAnswer<readonly AvailableLink[]> {
  const failure = sentence ?? errorInParts(links);
  return {
    uid: textOfScalar(id, 'IdLinkSet'),
    answer: failure === undefined ? distinct(boundedParts(links).map(availableLink)) : backendFailure(failure),
  };
}

/** A link name leads into one database, whatever else is said of it. */
function distinct(links: readonly AvailableLink[]): readonly AvailableLink[] | EntrezError {
  const byName = new Map<string, AvailableLink>();
  for (const link of links) {
    const earlier = byName.get(link.linkName);
    if (earlier !== undefined && earlier.to !== link.to) {
      return contradiction('NCBI sent one link name with two databases to which it leads.');
    }
    byName.set(link.linkName, earlier ?? link);
  }
  return [...byName.values()];
}

function availableLink(link: JsonObject): AvailableLink {
  const menuTag = optionalText(link.menutag);
  const htmlTag = optionalText(link.htmltag);
  const url = optionalText(link.url);
  const priority = optionalCount(link.priority);
  return {
    to: nameOf(link.dbto, 'DbTo'),
    linkName: nameOf(link.linkname, 'LinkName'),
    ...(menuTag !== undefined && { menuTag }),
    ...(htmlTag !== undefined && { htmlTag }),
    ...(url !== undefined && isPageAddress(url) && { url }),
    ...(priority !== undefined && { priority }),
  };
}

/**
 * Reads whether records have neighbours (`ncheck`) or LinkOut pages (`lcheck`). A record that NCBI says nothing about is
 * absent; one that failed has its EntrezError.
 *
 * @param uids - the asked ones: a failure that names no record stands for those without an answer.
 * @param db - their database, which the answer must echo.
 * @param command - the requested check; the result of the other one is none.
 * @throws EntrezError for the whole answer, as {@link decodeAvailableLinks} does.
 */
export function decodeChecks(body: Text, uids: readonly string[], db?: string, command?: YesOrNo): Checks {
  return atOnce(checksIn(body, uids, db, command));
}

/** Reads checks as {@link decodeChecks} does, those of a large answer with pauses. */
export function readChecks(
  body: Text,
  uids: readonly string[],
  db: string,
  command?: YesOrNo,
): Checks | Promise<Checks> {
  return readAnswer(body, checksIn(body, uids, db, command));
}

function checksIn(body: Text, uids: readonly string[], db?: string, command?: YesOrNo): Sliced<Checks> {
  const flagOf = (neighbor: unknown, linkOut: unknown): unknown =>
    (command === 'lcheck' ? undefined : neighbor) ?? (command === 'ncheck' ? undefined : linkOut);
  return answersInSets<boolean>(
    body,
    {
      name: 'IdCheckList',
      entry: 'Id',
      inXml: (id) => {
        const uid = id.children.filter((part) => typeof part === 'string').join('');
        return checkOf(uid, flagOf(id.attributes.HasNeighbor, id.attributes.HasLinkOut), errorInXml(id));
      },
      isStrange: (id) => elementsOf(id).length > 0 || Object.keys(id.attributes).some((name) => !FLAGS.includes(name)),
      entriesOf: (list) => optionalList(objectOf(list, 'idchecklist').ids, 'ids'),
      inJson: (id) => checkOf(id.value, flagOf(id.hasneighbor, id.haslinkout), errorIn(id)),
      members: ['value', 'hasneighbor', 'haslinkout'],
      isNone: (flag) => !flag,
    },
    uids,
    db,
  );
}

function checkOf(id: unknown, flag: unknown, sentence: string | undefined): RecordAnswer<boolean> {
  const uid = textOfScalar(id, 'Id');
  if (sentence !== undefined) {
    return { uid, answer: backendFailure(sentence) };
  }
  return {
    uid,
    answer: flag === 'Y' || flag === 'N' ? flag === 'Y' : malformed('NCBI checked a record without saying the result.'),
  };
}
