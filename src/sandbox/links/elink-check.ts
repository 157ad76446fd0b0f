import type { LinkName } from '../../catalog/catalog.js';
import { type Answer, element, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { linkOutOf } from './link-out.js';
import { isScored, relatedArticles } from './related.js';

/** Lists link names, or tells whether there are links inside the database or LinkOut pages. */
type CheckCommand = 'acheck' | 'ncheck' | 'lcheck';

export function isCheckCommand(command: string): command is CheckCommand {
  return ['acheck', 'ncheck', 'lcheck'].includes(command);
}

/** The rank of most links in Entrez' menu, and the ranks of some others (recorded 2013). */
const USUAL_PRIORITY = 128;
const PRIORITIES: Readonly<Record<string, number>> = {
  pubmed_protein: 140,
  pubmed_pmc_refs: 180,
  pubmed_pubmed: 1,
};

/** The pseudo link that stands for LinkOut (recorded 2008 to 2025). */
const EXTERNAL = infoElement('LinkOut', 'ExternalLink', 'LinkOut', 'LinkOut', 255);

/** The answer to a check command: a link set for each group, in it an entry for each record (recorded 2008 to 2025). */
export function checkAnswer(
  command: CheckCommand,
  dbFrom: string,
  groups: readonly (readonly string[])[],
  targets: ReadonlySet<string>,
  context: SandboxContext,
): Answer {
  const flag = (value: boolean): 'Y' | 'N' => (value ? 'Y' : 'N');
  const entry = (uid: string): string => {
    switch (command) {
      case 'acheck':
        return idLinkSet(uid, dbFrom, targets, context);
      case 'ncheck':
        return `\t\t\t<Id HasNeighbor="${flag(linksOf(uid, dbFrom, context).some(({ to }) => to === dbFrom))}">${uid}</Id>\n`;
      case 'lcheck':
        return `\t\t\t<Id HasLinkOut="${flag(linkOutOf(dbFrom, uid, context.graph).length > 0)}">${uid}</Id>\n`;
      default:
        throw new Error(`unknown command ${String(command satisfies never)}`);
    }
  };
  const sets = groups.map(
    (uids) =>
      `\t<LinkSet>\n\t\t${element('DbFrom', dbFrom)}\n\t\t<IdCheckList>\n${uids.map(entry).join('')}\t\t</IdCheckList>\n\t</LinkSet>\n`,
  );
  return xmlAnswer('eLinkResult', `\n${sets.join('')}`);
}

function idLinkSet(uid: string, dbFrom: string, targets: ReadonlySet<string>, context: SandboxContext): string {
  const infos = linksOf(uid, dbFrom, context)
    .filter(({ to }) => targets.size === 0 || targets.has(to))
    .map(({ name, to, label }) =>
      infoElement(to, name, label, label.replace(/ Links$/, ''), PRIORITIES[name] ?? USUAL_PRIORITY),
    );
  const external = targets.size === 0 && linkOutOf(dbFrom, uid, context.graph).length > 0 ? EXTERNAL : '';
  return `\t\t\t<IdLinkSet>\n\t\t\t\t${element('Id', uid)}\n${infos.join('')}${external}\t\t\t</IdLinkSet>\n`;
}

/** `MenuTag` and `HtmlTag` may be empty (recorded 2008). No link of the sample has the optional `Url`. */
function infoElement(dbTo: string, linkName: string, menuTag: string, htmlTag: string, priority: number): string {
  const members = [
    element('DbTo', dbTo),
    element('LinkName', linkName),
    element('MenuTag', menuTag),
    element('HtmlTag', htmlTag),
    element('Priority', priority),
  ];
  return `\t\t\t\t<LinkInfo>\n${members.map((member) => `\t\t\t\t\t${member}\n`).join('')}\t\t\t\t</LinkInfo>\n`;
}

/** The link names under which a record has links, by target and name; a scored list of only the record itself is none. */
function linksOf(uid: string, dbFrom: string, { catalog, graph }: SandboxContext): readonly LinkName[] {
  return catalog
    .linksFrom(dbFrom)
    .filter(({ name }) =>
      isScored(name) ? relatedArticles(name, uid, graph).length > 1 : graph.links(name, uid).length > 0,
    )
    .toSorted((a, b) => (`${a.to} ${a.name}` < `${b.to} ${b.name}` ? -1 : 1));
}
