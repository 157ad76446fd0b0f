import { matches, texts } from '../naive.js';

/*
 * NCBI's JSON for the check and LinkOut commands is not recorded. These write a recorded XML answer with the keys that
 * the clients of that form agree on, so that the decoders can be held to it.
 */

type Json = Readonly<Record<string, unknown>>;

/** An answer of `acheck` in JSON. */
export function linkInfosInJson(xml: string): string {
  return inLinkSets(xml, (set) => ({
    idchecklist: {
      idlinksets: matches(set, /<IdLinkSet>(.*?)<\/IdLinkSet>/gs).map((entry) => ({
        id: texts(entry, 'Id')[0],
        linkinfos: matches(entry, /<LinkInfo>(.*?)<\/LinkInfo>/gs).map((info) =>
          members(info, ['DbTo', 'LinkName', 'MenuTag', 'HtmlTag', 'Url', 'Priority']),
        ),
      })),
    },
  }));
}

/** An answer of `ncheck` or `lcheck` in JSON. */
export function checksInJson(xml: string): string {
  return inLinkSets(xml, (set) => ({
    idchecklist: {
      ids: [...set.matchAll(/<Id (Has\w+)="([YN])">(\d+)</g)].map(([, name = '', flag, value]) => ({
        value,
        [name.toLowerCase()]: flag,
      })),
    },
  }));
}

/** An answer of `llinks` or `prlinks` in JSON. */
export function linkOutInJson(xml: string): string {
  return inLinkSets(xml, (set) => ({
    idurllist: matches(set, /<IdUrlSet>(.*?)<\/IdUrlSet>/gs).map((entry) => ({
      id: texts(entry, 'Id')[0],
      objurls: matches(entry, /<ObjUrl>(.*?)<\/ObjUrl>/gs).map(objUrl),
      ...(entry.includes('<Info>') && { info: texts(entry, 'Info')[0] }),
    })),
  }));
}

function objUrl(page: string): Json {
  const [provider = ''] = matches(page, /<Provider>(.*?)<\/Provider>/gs);
  const rest = page.replace(/<Provider>.*<\/Provider>/s, '');
  const address = (element: string): Json => {
    const [value] = texts(rest, element);
    return value === undefined ? {} : { [element.toLowerCase()]: { value } };
  };
  return {
    ...address('Url'),
    ...address('IconUrl'),
    ...members(rest, ['LinkName']),
    subjecttypes: texts(rest, 'SubjectType'),
    categories: texts(rest, 'Category'),
    attributes: texts(rest, 'Attribute'),
    provider: members(provider, ['Name', 'NameAbbr', 'Id', 'Url']),
  };
}

function inLinkSets(xml: string, content: (set: string) => Json): string {
  const linksets = matches(xml, /<LinkSet>(.*?)<\/LinkSet>/gs).map((set) => ({
    dbfrom: texts(set, 'DbFrom')[0],
    ...content(set),
  }));
  return JSON.stringify({ header: { type: 'elink', version: '0.3' }, linksets });
}

function members(xml: string, elements: readonly string[]): Json {
  return Object.fromEntries(elements.flatMap((name) => texts(xml, name).map((text) => [name.toLowerCase(), text])));
}

/** Every object in the lists of this name, wherever they stand in a JSON text. */
export function objectsUnder(json: string, name: string): Json[] {
  const found: Json[] = [];
  JSON.parse(json, (key, value: unknown) => {
    if (key === name && Array.isArray(value)) {
      found.push(...value.filter((each): each is Json => typeof each === 'object' && each !== null));
    }
    return value;
  });
  return found;
}
