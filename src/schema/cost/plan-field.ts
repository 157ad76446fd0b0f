import { inSlices } from '../../eutils/body/slices.js';
import { turns } from '../../turns.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { Builder } from '../core/builder.js';
import type { FieldCost, FieldReport } from './field-report.js';
import { type CachedAnswers, type Plan, planSteps } from './estimate.js';
import type { PredictedCalls, PredictedLevel, Range } from './prediction.js';
import { costsNothing } from './dry-run-extension.js';
import type { WrittenOperation } from './read-operation.js';

const COSTS: Readonly<Record<FieldCost, { readonly description: string }>> = {
  FREE: { description: 'Asks nothing.' },
  CACHED: { description: 'Asks nothing: all answers it needs are known.' },
  PARTLY_CACHED: { description: 'Some of the answers it needs are known, others are asked for.' },
  ASKED: { description: 'Its answers are asked for; siblings and other fields may share the calls.' },
  UNFORESEEN: { description: 'What it asks cannot be foreseen, and is not counted.' },
};

/** A plan that an operation has requested; it may do so hundreds of times. */
interface Made {
  readonly written: WrittenOperation;
  readonly plan: Promise<Plan>;
}

/** Adds `plan`: what an operation would cost, before it is asked. */
export function addPlan(builder: Builder): void {
  const plan = planType(builder);
  // One at a time, each in a turn of its own: an operation may want hundreds, and all others would wait for them.
  let before: Promise<unknown> = Promise.resolve();
  const made = new WeakMap<Operation, Made[]>();
  builder.queryField('plan', (t) =>
    t.field({
      type: plan,
      description:
        'What a query would cost now, without asking it: upstream calls level by level, and time. At best, lists that are not known are empty; at worst, each fills its page with different records. Named records are taken to exist, and nothing to fail. Not counted: retries, and calls into which a batch is divided while permits are idle.',
      args: {
        query: t.arg.string({ required: true, description: 'The query, as it would be asked.' }),
        variables: t.arg({ type: 'JSON', description: 'Its variables: an object with a member for each.' }),
        operationName: t.arg.string({ description: 'Which operation is meant, where the query holds several.' }),
      },
      // Neither does a plan within a plan, whose query is not looked at.
      extensions: costsNothing,
      resolve: (_root, written, context, { schema }) => {
        const { operation } = context;
        operation.noStore();
        const others = made.get(operation) ?? [];
        const same = others.find((other) => isSame(other.written, written));
        if (same) {
          return same.plan;
        }
        const planned = before.then(() => inSlices(planSteps(written, context, schema)));
        before = planned.then(
          () => turns.next(),
          () => turns.next(),
        );
        made.set(operation, [...others, { written, plan: planned }]);
        return planned;
      },
    }),
  );
}

function isSame(one: WrittenOperation, other: WrittenOperation): boolean {
  return one.query === other.query && one.variables === other.variables && one.operationName === other.operationName;
}

function planType(builder: Builder) {
  const range = builder.objectRef<Range>('PlannedRange').implement({
    description: 'A number as far as it can be foreseen.',
    fields: (t) => ({
      best: t.exposeFloat('best', { nullable: false, description: 'In the best case.' }),
      worst: t.exposeFloat('worst', { nullable: false, description: 'In the worst case.' }),
    }),
  });
  const question = builder.objectRef<PredictedCalls>('PlannedQuestion').implement({
    description: 'Calls of one kind at one level.',
    fields: (t) => ({
      utility: t.exposeString('utility', { nullable: false, description: 'The E-utility, such as elink.' }),
      about: t.exposeString('about', {
        nullable: false,
        description: 'Link name, database or command, such as gene_pubmed.',
      }),
      ids: t.expose('ids', {
        type: range,
        nullable: false,
        description: 'How many records, terms or sets it is asked about.',
      }),
      calls: t.expose('calls', { type: range, nullable: false, description: 'How many calls that takes.' }),
    }),
  });
  const level = builder.objectRef<PredictedLevel>('PlannedLevel').implement({
    description: 'Calls that can be made at the same time, since they wait for the same answers.',
    fields: (t) => ({
      calls: t.expose('calls', { type: range, nullable: false, description: 'All calls of this level.' }),
      questions: t.expose('questions', {
        type: [question],
        nullable: false,
        description: 'The calls by what they ask.',
      }),
    }),
  });
  const cached = builder.objectRef<CachedAnswers>('PlannedCacheHits').implement({
    description: 'Answers that are known already.',
    fields: (t) => ({
      utility: t.exposeString('utility', { nullable: false, description: 'The E-utility that gave them.' }),
      about: t.exposeString('about', { nullable: false, description: 'Link name, database or command.' }),
      answers: t.exposeInt('answers', { nullable: false, description: 'How many.' }),
    }),
  });
  const cost = builder.enumType('PlannedCost', { description: 'What a field costs by itself.', values: COSTS });
  const field = builder.objectRef<FieldReport>('PlannedField').implement({
    description: 'A selected field, and what it asks for by itself.',
    fields: (t) => ({
      path: t.exposeString('path', {
        nullable: false,
        description: 'Where it stands in the answer, such as gene.pubmed.',
      }),
      cost: t.expose('cost', { type: cost, nullable: false, description: 'What it costs.' }),
      asks: t.exposeStringList('asks', {
        nullable: false,
        description: 'Utility and subject of the answers it needs, known or not.',
      }),
    }),
  });
  return builder.objectRef<Plan>('Plan').implement({
    description: 'What an operation would cost at this moment.',
    fields: (t) => ({
      calls: t.expose('calls', { type: range, nullable: false, description: 'All upstream calls.' }),
      seconds: t.expose('seconds', {
        type: range,
        nullable: false,
        description:
          'Time at the present budget and queue. Each level takes the wait for permits and the time of its slowest answer, as learned from earlier calls; half a second where none were made.',
      }),
      levels: t.expose('levels', {
        type: [level],
        nullable: false,
        description: 'Round trips: each level waits for answers of those before.',
      }),
      cached: t.expose('cached', {
        type: [cached],
        nullable: false,
        description: 'Answers that the operation would take from the cache, as far as it is known what it needs.',
      }),
      fields: t.expose('fields', {
        type: [field],
        nullable: false,
        description: 'The selected fields: all without fields below them, and those of the others that ask something.',
      }),
      complete: t.exposeBoolean('complete', {
        nullable: false,
        description: 'Whether all that the operation asks could be foreseen; notes say what could not.',
      }),
      notes: t.exposeStringList('notes', {
        nullable: false,
        description: 'Where fields will fail, or what they ask cannot be foreseen.',
      }),
    }),
  });
}
