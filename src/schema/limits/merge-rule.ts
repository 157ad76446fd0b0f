import {
  type ASTVisitor,
  type FieldNode,
  getNamedType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValidationContext,
} from 'graphql';

import { canonicalArguments, streamArguments } from './canonical-arguments.js';
import { expandedSelections, type Fragments, fragmentsOf, tooLarge } from './document-limits.js';

/** Fields that one document may make the rule look at; those of a real one are looked at once or twice each. */
const MAX_STEPS = 200_000;

type MetaField = GraphQLField<unknown, unknown>;
type NamedType = GraphQLNamedType | undefined;

/** A selection set with the type it selects from. */
interface Place {
  readonly type: NamedType;
  readonly selections: SelectionSetNode;
}

/** A field where it is selected. */
interface Occurrence {
  readonly node: FieldNode;
  readonly parent: NamedType;
  readonly field: MetaField | undefined;
}

/**
 * Fields that fill the same member of a response must be the same field with the same arguments, and have the same shape
 * where their parents exclude each other (GraphQL, "Field Selection Merging"). Differs from the rule of graphql-js in its
 * cost: each field is compared with one other, so that time grows with the document and not with its square. Knows
 * `@stream`. A document whose fragments contain each other is left to the rule about that.
 */
export function MergeableFieldsRule(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      if (expandedSelections(document) === Infinity) {
        return;
      }
      const check = new MergeCheck(context, fragmentsOf(document));
      try {
        for (const definition of document.definitions) {
          if (definition.kind === Kind.OPERATION_DEFINITION) {
            const type = context.getSchema().getRootType(definition.operation) ?? undefined;
            check.merge([{ type, selections: definition.selectionSet }], []);
          }
        }
      } catch (error) {
        if (!(error instanceof TooManySteps)) {
          throw error;
        }
        context.reportError(tooLarge('The fields of this operation overlap in too many ways. Use fewer fragments.'));
      }
    },
  };
}

class TooManySteps extends Error {}

class MergeCheck {
  readonly #context: ValidationContext;
  readonly #fragments: Fragments;
  readonly #arguments = new Map<FieldNode, string>();
  #steps = 0;

  constructor(context: ValidationContext, fragments: Fragments) {
    this.#context = context;
    this.#fragments = fragments;
  }

  /**
   * Checks selection sets that are merged into one.
   *
   * @param trail - The members above, as far as several fields fill them.
   */
  merge(places: readonly Place[], trail: readonly string[]): void {
    for (const [member, occurrences] of this.#collect(places)) {
      const [first] = occurrences;
      if (first && occurrences.length === 1) {
        this.merge(placesOf(occurrences), []);
        continue;
      }
      const path = [...trail, member];
      const groups = this.#overlapping(occurrences);
      const agree = groups.every((group) => this.#agree(group, path));
      if (agree && this.#haveOneShape(occurrences, path)) {
        for (const group of groups) {
          this.merge(placesOf(group), path);
        }
        if (groups.length > 1) {
          this.#mergeShapes(placesOf(occurrences), path);
        }
      }
    }
  }

  /** Checks selection sets that never are in one object, so that only the shapes of their fields must agree. */
  #mergeShapes(places: readonly Place[], trail: readonly string[]): void {
    for (const [member, occurrences] of this.#collect(places)) {
      const path = [...trail, member];
      if (this.#haveOneShape(occurrences, path)) {
        this.#mergeShapes(placesOf(occurrences), path);
      }
    }
  }

  /** Groups fields that one object can have, as graphql-js takes it: only two object types exclude each other. */
  #overlapping(occurrences: readonly Occurrence[]): (readonly Occurrence[])[] {
    const byParent = new Map<NamedType, Occurrence[]>();
    for (const occurrence of occurrences) {
      const same = byParent.get(occurrence.parent);
      if (same) {
        same.push(occurrence);
      } else {
        byParent.set(occurrence.parent, [occurrence]);
      }
    }
    if (byParent.size === 1) {
      return [occurrences];
    }
    const parents = [...byParent.keys()];
    const abstract = parents.filter((parent) => !isObjectType(parent));
    const concrete = parents.filter(isObjectType);
    return (concrete.length > 0 ? concrete : abstract.slice(0, 1)).map((parent) => {
      const group = [...new Set([parent, ...abstract])].flatMap((type) => byParent.get(type) ?? []);
      this.#count(group.length);
      return group;
    });
  }

  /** Whether fields of one object are the same with the same arguments. */
  #agree([first, ...others]: readonly Occurrence[], path: readonly string[]): boolean {
    const differing = first && others.find((other) => this.#difference(first, other) !== undefined);
    if (first && differing) {
      this.#report(path, this.#difference(first, differing) ?? '', [first, differing]);
      return false;
    }
    return true;
  }

  #difference(one: Occurrence, other: Occurrence): string | undefined {
    const [oneName, otherName] = [one.node.name.value, other.node.name.value];
    if (oneName !== otherName) {
      return `"${oneName}" and "${otherName}" are different fields`;
    }
    if (this.#argumentsOf(one.node) !== this.#argumentsOf(other.node)) {
      return 'they have differing arguments';
    }
    return streamArguments(one.node) === streamArguments(other.node)
      ? undefined
      : 'they have differing stream directives';
  }

  /** Whether the types agree. As in graphql-js, `__typename` agrees with every type. */
  #haveOneShape(occurrences: readonly Occurrence[], path: readonly string[]): boolean {
    const [first, ...others] = occurrences.filter(({ field }) => field !== TypeNameMetaFieldDef);
    const type = first?.field?.type;
    const differing = others.find(({ field }) => type && field && !areSameShape(type, field.type));
    if (first && differing) {
      const types = `"${String(type)}" and "${String(differing.field?.type)}"`;
      this.#report(path, `they return conflicting types ${types}`, [first, differing]);
      return false;
    }
    return true;
  }

  #argumentsOf(node: FieldNode): string {
    const known = this.#arguments.get(node) ?? canonicalArguments(node.arguments);
    this.#arguments.set(node, known);
    return known;
  }

  #collect(places: readonly Place[]): ReadonlyMap<string, readonly Occurrence[]> {
    const members = new Map<string, Occurrence[]>();
    const spread = new Set<string>();
    for (const place of places) {
      this.#collectInto(members, place, spread);
    }
    return members;
  }

  #collectInto(members: Map<string, Occurrence[]>, { type, selections }: Place, spread: Set<string>): void {
    this.#count(selections.selections.length);
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        const occurrence = { node: selection, parent: type, field: this.#fieldOf(type, selection.name.value) };
        const member = selection.alias?.value ?? selection.name.value;
        const same = members.get(member);
        if (same) {
          same.push(occurrence);
        } else {
          members.set(member, [occurrence]);
        }
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD && spread.has(selection.name.value)) {
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        spread.add(selection.name.value);
      }
      if (part) {
        const condition = part.typeCondition?.name.value;
        const partType = condition === undefined ? type : this.#context.getSchema().getType(condition);
        this.#collectInto(members, { type: partType, selections: part.selectionSet }, spread);
      }
    }
  }

  #fieldOf(parent: NamedType, name: string): MetaField | undefined {
    if (name === TypeNameMetaFieldDef.name) {
      return isCompositeType(parent) ? TypeNameMetaFieldDef : undefined;
    }
    if (parent !== undefined && parent === this.#context.getSchema().getQueryType()) {
      if (name === SchemaMetaFieldDef.name) {
        return SchemaMetaFieldDef;
      }
      if (name === TypeMetaFieldDef.name) {
        return TypeMetaFieldDef;
      }
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  }

  #report([member = '', ...path]: readonly string[], reason: string, occurrences: readonly Occurrence[]): void {
    const below = path.map((name) => `subfields "${name}" conflict because `).join('');
    this.#context.reportError(
      new GraphQLError(
        `Fields "${member}" conflict because ${below}${reason}. Use different aliases on the fields to fetch both if this was intentional.`,
        { nodes: occurrences.map(({ node }) => node) },
      ),
    );
  }

  /** Types that overlap in many ways can make each field count once for each of them. */
  #count(fields: number): void {
    this.#steps += fields;
    if (this.#steps > MAX_STEPS) {
      throw new TooManySteps();
    }
  }
}

function placesOf(occurrences: readonly Occurrence[]): Place[] {
  return occurrences.flatMap(({ node: { selectionSet }, field }) =>
    selectionSet ? [{ type: field && getNamedType(field.type), selections: selectionSet }] : [],
  );
}

function areSameShape(one: GraphQLOutputType, other: GraphQLOutputType): boolean {
  if (isListType(one) || isListType(other)) {
    return isListType(one) && isListType(other) && areSameShape(one.ofType, other.ofType);
  }
  if (isNonNullType(one) || isNonNullType(other)) {
    return isNonNullType(one) && isNonNullType(other) && areSameShape(one.ofType, other.ofType);
  }
  return isLeafType(one) || isLeafType(other) ? one === other : true;
}
