import { type Answer, element, jsonAnswer, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { type LinkQuestion, readLinkSet } from './link-sets.js';
import type { Parameters } from '../http/parameters.js';

interface StoredLinks {
  readonly dbFrom: string;
  readonly ids: readonly string[];
  readonly lists: readonly { readonly dbTo: string; readonly linkName: string; readonly queryKey: string }[];
}

/**
 * The answer to `neighbor_history`: the targets are stored, one `query_key` for each group of sources and link name, all
 * in one `WebEnv`, that of the request while it lives (recorded 2008, 2026).
 *
 * Names without links have no entry; what NCBI answers then is unrecorded.
 */
export function historyAnswer(question: LinkQuestion, params: Parameters, context: SandboxContext): Answer {
  const webEnv = context.stored.open(params.get('webenv'));
  const sets = question.groups.map((uids): StoredLinks => {
    const { dbFrom, ids, lists } = readLinkSet(uids, question, context);
    return {
      dbFrom,
      ids,
      lists: lists.map(({ dbTo, linkName, links }) => {
        const targets = { db: dbTo, uids: links.map(({ id }) => id) };
        return { dbTo, linkName, queryKey: context.stored.store(webEnv, targets) };
      }),
    };
  });
  return params.json
    ? jsonAnswer('elink', { linksets: sets.map((set) => jsonOf(set, webEnv)) })
    : xmlAnswer('eLinkResult', `\n${sets.map((set) => xmlOf(set, webEnv)).join('')}`);
}

function jsonOf({ dbFrom, ids, lists }: StoredLinks, webenv: string): object {
  const linksetdbhistories = lists.map(({ dbTo, linkName, queryKey }) => ({
    dbto: dbTo,
    linkname: linkName,
    querykey: queryKey,
  }));
  return { dbfrom: dbFrom, ids, ...(linksetdbhistories.length > 0 && { linksetdbhistories }), webenv };
}

function xmlOf({ dbFrom, ids, lists }: StoredLinks, webEnv: string): string {
  const idList = ids.map((id) => `\t\t${element('Id', id)}\n`).join('');
  const histories = lists.map(
    ({ dbTo, linkName, queryKey }) =>
      `\t<LinkSetDbHistory>\n\t\t${element('DbTo', dbTo)}\n\t\t${element('LinkName', linkName)}\n\t\t${element('QueryKey', queryKey)}\n\t</LinkSetDbHistory>\n`,
  );
  return `<LinkSet>\n\t${element('DbFrom', dbFrom)}\n\t<IdList>\n${idList}\t</IdList>\n${histories.join('')}\t${element('WebEnv', webEnv)}\n</LinkSet>\n`;
}
