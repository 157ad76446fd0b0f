import { type Answer, element, jsonAnswer, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { type LinkQuestion, type LinkSet, readLinkSet } from './link-sets.js';

/** The answer to `neighbor` and `neighbor_score`: a link set for each group of sources. */
export function linksAnswer(question: LinkQuestion, scored: boolean, json: boolean, context: SandboxContext): Answer {
  const sets = question.groups.map((uids) => readLinkSet(uids, question, context));
  return json
    ? jsonAnswer('elink', { linksets: sets.map((set) => jsonOf(set, scored)) })
    : xmlAnswer('eLinkResult', `\n${sets.map((set) => xmlOf(set, scored)).join('')}`);
}

/** Names without links are left out, and `linksetdbs` with them; scores are numbers, ids are strings (recorded 2025, 2026). */
function jsonOf({ dbFrom, ids, lists }: LinkSet, scored: boolean): object {
  const linksetdbs = lists.map(({ dbTo, linkName, links }) => ({
    dbto: dbTo,
    linkname: linkName,
    links: scored ? links : links.map(({ id }) => id),
  }));
  return { dbfrom: dbFrom, ids, ...(linksetdbs.length > 0 && { linksetdbs }) };
}

function xmlOf({ dbFrom, ids, lists }: LinkSet, scored: boolean): string {
  const idList = ids.map((id) => `      ${element('Id', id)}\n`).join('');
  const linkSetDbs = lists.map(({ dbTo, linkName, links }) => {
    const each = links.map(({ id, score }) => {
      const scoreLine = scored ? `\t\t\t\t${element('Score', score)}\n` : '';
      return `        <Link>\n\t\t\t\t${element('Id', id)}\n${scoreLine}\t\t\t</Link>\n`;
    });
    const head = `      ${element('DbTo', dbTo)}\n      ${element('LinkName', linkName)}\n      \n`;
    return `    <LinkSetDb>\n${head}${each.join('')}      \n    </LinkSetDb>\n`;
  });
  return `\n  <LinkSet>\n    ${element('DbFrom', dbFrom)}\n    <IdList>\n${idList}    </IdList>\n${linkSetDbs.join('')}  </LinkSet>\n`;
}
