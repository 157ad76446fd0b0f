import {
  type ArgumentNode,
  type DefinitionNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import type { Catalog } from './catalog.js';
import { type FilledOperation, filledIn } from './query-text.js';
import { partsOfId } from './record-id.js';

/** Fields that the page needs for itself. */
const OF_THE_PAGE = new Set(['__typename', 'id', 'db', 'url', 'linkName']);
/** Types whose fragments hold for any record, or for no record at all. */
const GENERAL = new Set(['Record', 'Node', 'RecordConnection']);

/** Fields of the root that compare records of any type. */
const COMPARISONS = new Set(['commonLinks', 'paths']);

/** Where a selection stands: the type of its record, undefined where that may be any. */
interface Place {
  readonly catalog: Catalog;
  readonly fragments: ReadonlyMap<string, SelectionSetNode>;
  readonly type: string | undefined;
  /** Whether it is below links that have no scores. */
  readonly isUnscored?: boolean;
  /** Below a comparison, whose records have no type of their own: the type whose fields are kept, empty for none. */
  readonly onlyType?: string | undefined;
  /** Whether it is in a fragment beside others, where fields of one name may differ by type. */
  readonly isBesideOthers?: boolean;
}

/**
 * Operations as a person would write them: `pubmed(uid: "1") { related(first: 25) { … } }` instead of `node(id: …)` and
 * `links(name: …)`, one operation for all, without fragments. It selects what the operations select, but for the fields
 * that only the page needs.
 */
export function learnableQuery(operations: readonly FilledOperation[], catalog: Catalog): string {
  const roots = operations.flatMap(({ document, variables }) => rootsOf(filledIn(document, variables), catalog));
  const merged = new Map<string, FieldNode>();
  for (const root of roots) {
    const key = root.name.value + (root.arguments ?? []).map((argument) => print(argument)).join();
    const known = merged.get(key);
    merged.set(key, known ? mergeFields(known, root) : root);
  }
  const name = operations.length === 1 ? nameOf(operations[0]?.document ?? '') : 'OpenGraph';
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    name: { kind: Kind.NAME, value: name },
    selectionSet: { kind: Kind.SELECTION_SET, selections: withAliases([...merged.values()]) },
  };
  return print(operation);
}

function nameOf(document: string): string {
  return /query (\w+)/.exec(document)?.[1] ?? 'Query';
}

function rootsOf(definitions: readonly DefinitionNode[], catalog: Catalog): FieldNode[] {
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each.selectionSet] as const] : [],
    ),
  );
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((selection) =>
    selection.kind === Kind.FIELD ? rootFields(selection, { catalog, fragments, type: undefined }) : [],
  );
}

/** A root field by a global id becomes one by database and uid. */
function rootFields(field: FieldNode, place: Place): FieldNode[] {
  const ids = (field.arguments ?? []).flatMap(({ value }) =>
    value.kind === Kind.LIST ? value.values : value.kind === Kind.STRING ? [value] : [],
  );
  const parts = ids.map((id) => (id.kind === Kind.STRING ? partsOfId(id.value) : undefined));
  if (!['node', 'nodes'].includes(field.name.value) || parts.includes(undefined)) {
    return [readable(field, place)];
  }
  return parts.flatMap((record) => {
    const { db = '', uid = '' } = record ?? {};
    const named = readable(
      { ...field, arguments: [argument('uid', uid)] },
      { ...place, type: place.catalog.typeOf(db) },
    );
    return [{ ...named, name: { kind: Kind.NAME, value: db } }];
  });
}

function readable(field: FieldNode, place: Place): FieldNode {
  const { catalog } = place;
  const name = field.name.value;
  const link = name === 'links' ? linkOf(field, catalog) : undefined;
  // Fields of the root and of `search` bear the names of databases; a link field leads to its target.
  const type = name === 'links' ? link && catalog.typeOf(link.to) : (catalog.typeOf(name) ?? place.type);
  const onlyType = COMPARISONS.has(name) ? (catalog.typeOf(linkOf(field, catalog)?.to ?? '') ?? '') : place.onlyType;
  const isUnscored = link ? link.scored !== true : place.isUnscored === true;
  const below = link ? field.arguments?.filter(({ name: each }) => !['name', 'to'].includes(each.value)) : undefined;
  const { alias, ...plain } = field;
  return {
    ...plain,
    ...(alias && place.isBesideOthers === true && { alias }),
    ...(link && { name: { kind: Kind.NAME, value: link.field }, arguments: below ?? [] }),
    ...(field.selectionSet && {
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: selectionsOf(field.selectionSet, { ...place, type, isUnscored, onlyType }),
      },
    }),
  };
}

function linkOf({ arguments: given = [] }: FieldNode, catalog: Catalog) {
  const value = given.find(({ name }) => name.value === 'name')?.value;
  return value?.kind === Kind.STRING ? catalog.link(value.value) : undefined;
}

function selectionsOf({ selections }: SelectionSetNode, place: Place): SelectionNode[] {
  const flat = selections.flatMap((selection): SelectionNode[] => {
    switch (selection.kind) {
      case Kind.FIELD:
        return isOfThePage(selection, place) ? [] : [readable(selection, place)];
      case Kind.FRAGMENT_SPREAD: {
        const set = place.fragments.get(selection.name.value);
        return set ? selectionsOf(set, place) : [];
      }
      case Kind.INLINE_FRAGMENT: {
        const type = selection.typeCondition?.name.value ?? 'Record';
        if (GENERAL.has(type) || type === place.type) {
          return selectionsOf(selection.selectionSet, place);
        }
        const within = selectionsOf(selection.selectionSet, { ...place, type, isBesideOthers: true });
        return place.type !== undefined || (place.onlyType ?? type) !== type || within.length === 0
          ? []
          : [{ ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections: within } }];
      }
    }
  });
  return mergeSelections(flat);
}

function isOfThePage({ name: { value: name } }: FieldNode, { isUnscored = false, onlyType }: Place): boolean {
  return (
    (OF_THE_PAGE.has(name) && !(onlyType !== undefined && name === 'linkName')) || (name === 'score' && isUnscored)
  );
}

/** Selections without repetitions: the same field is selected once, with all that is selected below it. */
function mergeSelections(selections: readonly SelectionNode[]): SelectionNode[] {
  const merged = new Map<string, SelectionNode>();
  for (const selection of selections) {
    const key = selection.kind === Kind.FIELD ? fieldKey(selection) : print(selection);
    const known = merged.get(key);
    merged.set(
      key,
      known?.kind === Kind.FIELD && selection.kind === Kind.FIELD ? mergeFields(known, selection) : selection,
    );
  }
  return [...merged.values()];
}

function fieldKey({ name, arguments: given = [] }: FieldNode): string {
  return [name.value, ...given.map((each) => print(each))].join(' ');
}

function mergeFields(a: FieldNode, b: FieldNode): FieldNode {
  const selections = mergeSelections([...(a.selectionSet?.selections ?? []), ...(b.selectionSet?.selections ?? [])]);
  return selections.length === 0 ? a : { ...a, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** Root fields of one name get aliases, such as `gene7157`. */
function withAliases(fields: readonly FieldNode[]): FieldNode[] {
  return fields.map((field, index) => {
    const isAlone = fields.filter(({ name }) => name.value === field.name.value).length === 1;
    const [first] = field.arguments ?? [];
    const uid = first?.value.kind === Kind.STRING ? first.value.value.replaceAll(/\W/g, '') : String(index);
    return isAlone ? field : { ...field, alias: { kind: Kind.NAME, value: `${field.name.value}${uid}` } };
  });
}

function argument(name: string, value: string): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: { kind: Kind.STRING, value } };
}
