/** The tables of `sample/graph.json` while they are built, and the text they are written as. */

export type Value = string | number | boolean | readonly (string | number)[];
export type Summary = Readonly<Record<string, Value>>;
/** Database -> UID -> what is known. */
export type Records = Map<string, Map<string, Summary>>;
/** Link name -> source UID -> target UIDs. */
export type Links = Map<string, Map<string, Set<string>>>;

export function addRecord(records: Records, db: string, uid: string, summary: Summary): void {
  entry(records, db, () => new Map<string, Summary>()).set(uid, summary);
}

export function addLink(links: Links, name: string, from: string, to: string): void {
  const bySource = entry(links, name, () => new Map<string, Set<string>>());
  entry(bySource, from, () => new Set<string>()).add(to);
}

/** JSON with one record or link source per line in a fixed order: small, and readable in a diff. */
export function format(records: Records, links: Links, inverses: Readonly<Record<string, string>>): string {
  return `{\n"records":${block(records, (summary) => JSON.stringify(summary))},\n"links":${block(links, (targets) =>
    JSON.stringify([...targets].join(' ')),
  )},\n"inverses":${JSON.stringify(inverses)}\n}\n`;
}

function block<T>(groups: ReadonlyMap<string, ReadonlyMap<string, T>>, text: (value: T) => string): string {
  const group = ([name, members]: readonly [string, ReadonlyMap<string, T>]): string => {
    const lines = [...members]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([uid, value]) => `"${uid}":${text(value)}`);
    return `"${name}":{\n${lines.join(',\n')}}`;
  };
  return `{\n${[...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(group)
    .join(',\n')}}`;
}

/** How many records and links there are of each kind, one kind to a line. */
export function report(records: Records, links: Links): string {
  const counted = [
    ...[...records].map(([db, members]) => [db, members.size] as const),
    ...[...links].map(
      ([name, sources]) => [name, [...sources.values()].reduce((sum, targets) => sum + targets.size, 0)] as const,
    ),
  ];
  return `${counted.map(([name, count]) => `${name} ${count}`).join('\n')}\n`;
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) {
    return found;
  }
  const created = create();
  map.set(key, created);
  return created;
}
