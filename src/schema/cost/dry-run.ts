import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isObjectType,
  Kind,
} from 'graphql';

import { typeName } from '../../catalog/names.js';
import type { Sliced } from '../../eutils/body/slices.js';
import type { Loaders } from '../../loading/loaders.js';
import { type Selected, selectedBelow } from '../core/selection.js';
import { nameIn } from '../core/type-prefix.js';
import { RecordSet, START } from './record-set.js';
import { FieldReport } from './field-report.js';
import { PlannedCalls } from './planned-calls.js';
import type { PlannedOperation } from './read-operation.js';
import { summaryQuestion } from './record-queries.js';
import type { Estimate } from './dry-run-extension.js';
import { EstimateScope } from './dry-run-scope.js';

type Path = GraphQLResolveInfo['path'];

/** What stands for the value of the query type. */
const ROOT = RecordSet.known('', ['root'], START);

/**
 * Acts out an operation from its root to its leaves: what it would ask and hold, without asking anybody. It knows no
 * field but by what its extensions say.
 */
export class DryRun {
  readonly plannedCalls: PlannedCalls;
  readonly #fields = new Map<string, FieldReport>();
  readonly #operation: PlannedOperation;
  readonly #loaders: Loaders;

  /** @param notBefore - Known answers to calls that were sent before are too old for the operation. */
  constructor(operation: PlannedOperation, loaders: Loaders, notBefore: number) {
    this.plannedCalls = new PlannedCalls(notBefore);
    this.#operation = operation;
    this.#loaders = loaders;
  }

  /** Acts out all fields, with a pause after each: hundreds of them can be about a thousand records each. */
  *run(): Sliced<void> {
    const { queryType, operation: definition } = this.#operation;
    const name = { kind: Kind.NAME, value: queryType.name } as const;
    const nodes = [{ kind: Kind.FIELD, name, selectionSet: definition.selectionSet } as const];
    const path = { prev: undefined, key: queryType.name, typename: undefined };
    yield* this.#walk(this.#info(nodes, queryType, queryType, path), queryType, [ROOT], undefined);
  }

  /** The selected fields in the order of the operation; of those with fields below them, only those that cost something. */
  get fields(): readonly FieldReport[] {
    return [...this.#fields.values()].filter(
      ({ isLeaf, cost, notes }) => isLeaf || cost !== 'FREE' || notes.length > 0,
    );
  }

  /** Acts out the fields that are selected below the field of `above`, which holds objects of a type. */
  *#walk(
    above: GraphQLResolveInfo,
    type: GraphQLObjectType,
    holders: readonly RecordSet[],
    path: Path | undefined,
  ): Sliced<void> {
    const holding = holders.filter(({ size }) => size > 0);
    if (holding.length === 0) {
      return;
    }
    for (const selected of selectedBelow(above, { nodes: [...above.fieldNodes] }, type)) {
      const key = selected.nodes[0]?.alias?.value ?? selected.field.name;
      yield* this.#act(selected, type, holding, { prev: path, key, typename: type.name });
      yield;
    }
  }

  *#act(
    { field, nodes }: Selected,
    parentType: GraphQLObjectType,
    holders: readonly RecordSet[],
    path: Path,
  ): Sliced<void> {
    const info = this.#info(nodes, parentType, field.type, path);
    const report = this.#report(textOf(path), getNamedType(field.type));
    const scope = new EstimateScope(this.#loaders, this.plannedCalls, info, report);
    if (!isForeseen(field)) {
      report.giveUp();
      return;
    }
    const [node] = nodes;
    const held = scope.attempt(() => {
      const args = node ? getArgumentValues(field, node, this.#operation.variableValues) : {};
      return holders.flatMap((holder) => estimate(field, holder, args, scope));
    });
    for (const [type, recordSets] of this.#byType(held ?? [], getNamedType(field.type))) {
      yield* this.#walk(info, type, recordSets, path);
    }
  }

  /** The object types that record sets have; where the schema names no object type, their databases tell it. */
  #byType(
    recordSets: readonly RecordSet[],
    named: GraphQLNamedType,
  ): (readonly [GraphQLObjectType, readonly RecordSet[]])[] {
    if (isObjectType(named)) {
      return [[named, recordSets]];
    }
    if (!isAbstractType(named)) {
      return [];
    }
    const { schema } = this.#operation;
    return [...new Set(recordSets.map(({ db }) => db))].flatMap((db) => {
      const type = schema.getType(nameIn(schema, typeName(db)));
      return isObjectType(type) ? [[type, recordSets.filter((recordSet) => recordSet.db === db)] as const] : [];
    });
  }

  #report(path: string, type: GraphQLNamedType): FieldReport {
    const report = this.#fields.get(path) ?? new FieldReport(path, isLeafType(type));
    this.#fields.set(path, report);
    return report;
  }

  /** What the resolver of a field would be told. */
  #info(
    fieldNodes: FieldNode[],
    parentType: GraphQLObjectType,
    returnType: GraphQLOutputType,
    path: Path,
  ): GraphQLResolveInfo {
    const fieldName = fieldNodes[0]?.name.value ?? '';
    return { ...this.#operation, fieldName, fieldNodes, returnType, parentType, path, rootValue: undefined };
  }
}

/** What a field would hold that is resolved on the records of a set. */
function estimate(
  { extensions }: GraphQLField<unknown, unknown>,
  holder: RecordSet,
  args: object,
  scope: EstimateScope,
): readonly RecordSet[] {
  const act = extensions.estimate as Estimate | undefined;
  if (act) {
    return act(holder, args as never, scope);
  }
  if (extensions.readsSummary === true) {
    scope.ask(summaryQuestion(scope.loaders, holder.db), holder);
    return [];
  }
  return [holder];
}

/** Whether it is known what a field asks. A resolver that looks at the context must tell, since it may ask anything. */
function isForeseen({ extensions, resolve }: GraphQLField<unknown, unknown>): boolean {
  const looksAtContext = (resolve?.length ?? 0) > 2;
  return !looksAtContext || extensions.estimate !== undefined || extensions.readsSummary === true;
}

function textOf(path: Path): string {
  return path.prev ? `${textOf(path.prev)}.${path.key}` : String(path.key);
}
