import type { Text } from '../body/text.js';
import { LinkGatherer, type ScoredUid } from './link-columns.js';
import { failureOf, type LinkSet, type LinkSetDb, OF_OTHER_COMMANDS } from './link-set.js';
import { numberOf, textOfScalar, uidOf } from '../body/shape.js';
import type { Sliced } from '../body/slices.js';
import { contentOf, errorInXml, hasOthers, plainTextOf, xmlAnswerInSlices } from '../body/xml-answer.js';
import { child, childrenNamed, textOf, type XmlElement } from '../body/xml.js';

/**
 * Reads the link sets of an ELink answer in XML. A set without `LinkSetDb` has no links.
 *
 * @throws EntrezError as {@link backendFailure} names it for an `ERROR` beside or instead of the sets;
 * `MALFORMED_RESPONSE`, retryable, for everything that is not of the expected shape.
 */
export function* linkSetsInXml(body: Text): Sliced<LinkSet[]> {
  const links = new Map<XmlElement, LinkGatherer>();
  const root = yield* xmlAnswerInSlices(body, 'eLinkResult', {
    'LinkSetDb/Link': (link, db) => {
      const gatherer = links.get(db) ?? new LinkGatherer();
      links.set(db, gatherer);
      gatherer.add(() => readLink(link));
    },
  });
  const isStrange = hasOthers(root, ['LinkSet']);
  const sets: LinkSet[] = [];
  for (const set of childrenNamed(root, 'LinkSet')) {
    sets.push(yield* readLinkSet(set, links, isStrange));
    yield;
  }
  return sets;
}

function* readLinkSet(
  set: XmlElement,
  links: ReadonlyMap<XmlElement, LinkGatherer>,
  isStrangeAnswer: boolean,
): Sliced<LinkSet> {
  const dbs = childrenNamed(set, 'LinkSetDb');
  const ids = childrenNamed(set, 'IdList').flatMap((list) => childrenNamed(list, 'Id'));
  const sentence = errorInXml(set) ?? dbs.map(errorInDb).find((text) => text !== undefined);
  const linkSetDbs: LinkSetDb[] = [];
  for (const db of dbs.filter((each) => errorInDb(each) === undefined)) {
    const columns = yield* (links.get(db) ?? new LinkGatherer()).columns();
    linkSetDbs.push({
      to: textOfScalar(contentOf(db, 'DbTo'), 'DbTo'),
      linkName: textOfScalar(contentOf(db, 'LinkName'), 'LinkName'),
      ...columns,
    });
  }
  return {
    from: contentOf(set, 'DbFrom') ?? '',
    ids: ids.map((id) => textOfScalar(plainTextOf(id), 'IdList')),
    linkSetDbs,
    ...failureOf({
      sentence,
      isOfOtherCommand: OF_OTHER_COMMANDS.some((name) => child(set, name) !== undefined),
      isStrange:
        isStrangeAnswer ||
        hasOthers(set, ['DbFrom', 'IdList', 'LinkSetDb']) ||
        dbs.some((db) => hasOthers(db, ['DbTo', 'LinkName', 'Info'])),
      linkSetDbs,
    }),
  };
}

/**
 * What went wrong with one link name. Until 2008 `<Info>Empty result</Info>` stood in place of links there were not;
 * any other words are a failure.
 */
function errorInDb(db: XmlElement): string | undefined {
  const info = child(db, 'Info');
  const text = info && textOf(info);
  return errorInXml(db) ?? (text === undefined || /^\s*empty result/i.test(text) ? undefined : text);
}

function readLink(link: XmlElement): ScoredUid {
  const score = contentOf(link, 'Score');
  return {
    uid: uidOf(contentOf(link, 'Id'), 'Link'),
    score: score === undefined ? undefined : numberOf(score, 'Score'),
  };
}
