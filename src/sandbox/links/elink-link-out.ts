import { type Answer, element, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { libraryPagesOf, linkOutOf, type LinkOutPage, primaryPageOf } from './link-out.js';

/** All pages but libraries', the publisher's page only, or libraries' pages only. */
type LinkOutCommand = 'llinks' | 'prlinks' | 'llinkslib';

export function isLinkOutCommand(command: string): command is LinkOutCommand {
  return ['llinks', 'prlinks', 'llinkslib'].includes(command);
}

/**
 * The answer to a LinkOut command: a link set for each group, in it an entry for each record (recorded 2025).
 *
 * @param holding - only pages of the provider with this abbreviation; `prlinks` does not take it.
 */
export function linkOutAnswer(
  command: LinkOutCommand,
  dbFrom: string,
  groups: readonly (readonly string[])[],
  holding: string | undefined,
  { graph }: SandboxContext,
): Answer {
  const pagesOf = (uid: string): readonly LinkOutPage[] => {
    if (command === 'prlinks') {
      return primaryPageOf(dbFrom, uid, graph);
    }
    const pages = command === 'llinks' ? linkOutOf(dbFrom, uid, graph) : libraryPagesOf(dbFrom, uid, graph);
    return pages.filter(({ provider }) => holding === undefined || provider.abbreviation === holding);
  };
  const sets = groups.map((uids) => {
    const urlSets = uids.map((uid) => urlSet(uid, pagesOf(uid)));
    return `<LinkSet>${element('DbFrom', dbFrom)}<IdUrlList>${urlSets.join('')}</IdUrlList></LinkSet>\n`;
  });
  return xmlAnswer('eLinkResult', `\n\n${sets.join('')}`);
}

function urlSet(uid: string, pages: readonly LinkOutPage[]): string {
  const content = pages.length === 0 ? `\t${element('Info', 'No links')}\n` : pages.map(objUrl).join('');
  return `<IdUrlSet>\n\t${element('Id', uid)}\n${content}</IdUrlSet>\n`;
}

/** Without `SubjectType` and the provider's `Url`, which NCBI leaves out though the DTD demands them (recorded 2025). */
function objUrl({ url, iconUrl, linkName, category, attributes, provider }: LinkOutPage): string {
  const members = [
    element('Url', url),
    ...(iconUrl === undefined ? [] : [element('IconUrl', iconUrl)]),
    ...(linkName === undefined ? [] : [element('LinkName', linkName)]),
    element('Category', category),
    ...attributes.map((attribute) => element('Attribute', attribute)),
    '<Provider>',
    `\t${element('Name', provider.name)}`,
    `\t${element('NameAbbr', provider.abbreviation)}`,
    `\t${element('Id', provider.id)}`,
    '</Provider>',
  ];
  return `\t<ObjUrl>\n${members.map((member) => `\t\t${member}\n`).join('')}\t</ObjUrl>\n`;
}
