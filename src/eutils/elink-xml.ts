import { backendFailure } from './backend-failure.js';
import { linkSetDb, type LinkSet, type LinkSetDb, type ScoredUid } from './link-set.js';
import { malformed } from './malformed.js';
import { numberOf, textOfScalar, uidOf } from './shape.js';
import { child, childrenNamed, parseXml, textOf, type XmlElement } from './xml.js';

/**
 * Reads the link sets of an ELink answer in XML. A set without `LinkSetDb` has no links.
 *
 * @throws EntrezError as {@link backendFailure} names it for an `ERROR` beside or instead of the sets;
 * `MALFORMED_RESPONSE`, retryable, for everything that is not of the expected shape.
 */
export function linkSetsInXml(body: string): LinkSet[] {
  const root = parseXml(body);
  const sentence = errorIn(root);
  if (sentence !== undefined) {
    throw backendFailure(sentence);
  }
  if (root.name !== 'eLinkResult') {
    throw malformed('NCBI sent an XML document that is no ELink answer.');
  }
  return childrenNamed(root, 'LinkSet').map(readLinkSet);
}

function errorIn(element: XmlElement): string | undefined {
  const errors = childrenNamed(element, 'ERROR');
  return errors.length === 0 ? undefined : errors.map(textOf).join('; ');
}

function readLinkSet(set: XmlElement): LinkSet {
  const dbs = childrenNamed(set, 'LinkSetDb');
  const idList = child(set, 'IdList');
  const sentence = errorIn(set) ?? dbs.map(errorInDb).find((text) => text !== undefined);
  return {
    from: contentOf(set, 'DbFrom')?.trim() ?? '',
    ids: idList === undefined ? [] : childrenNamed(idList, 'Id').map((id) => textOfScalar(textOf(id), 'IdList')),
    linkSetDbs: dbs.filter((db) => errorInDb(db) === undefined).map(readLinkSetDb),
    ...(sentence !== undefined && { error: backendFailure(sentence) }),
  };
}

/** Until 2008 `<Info>Empty result</Info>` stood in place of links there were not; any other words are a failure. */
function errorInDb(db: XmlElement): string | undefined {
  const info = contentOf(db, 'Info');
  return errorIn(db) ?? (info === undefined || /^\s*empty result/i.test(info) ? undefined : info);
}

function readLinkSetDb(db: XmlElement): LinkSetDb {
  const links = childrenNamed(db, 'Link').map(readLink);
  return linkSetDb(
    textOfScalar(contentOf(db, 'DbTo'), 'DbTo'),
    textOfScalar(contentOf(db, 'LinkName'), 'LinkName'),
    links,
  );
}

function readLink(link: XmlElement): ScoredUid {
  const score = contentOf(link, 'Score');
  return {
    uid: uidOf(contentOf(link, 'Id'), 'Link'),
    score: score === undefined ? undefined : numberOf(score, 'Score'),
  };
}

function contentOf(element: XmlElement, name: string): string | undefined {
  const found = child(element, name);
  return found && textOf(found);
}
