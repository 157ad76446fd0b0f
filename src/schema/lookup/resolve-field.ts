import type { InterfaceRef } from '@pothos/core';

import { turns } from '../../turns.js';
import { checkListLength } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import { parseOrganism } from '../core/query-arguments.js';
import type { EntrezRecord } from '../core/record.js';
import { estimated } from '../cost/dry-run-extension.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { estimateNames } from '../cost/estimates/names.js';
import type { RecordSet } from '../cost/record-set.js';
import { summaryQuestion } from '../cost/record-queries.js';
import type { SharedTypes } from '../records/record-interface.js';
import { MATCH_KINDS } from './match-kind.js';
import { type Match, type Outcome, type Readings, readReadings, resolveName } from './resolve.js';

/** Names that can be resolved at once. */
const MAX_NAMES = 1000;
/** Names that are read before other requests have their turn: some 5 ms. */
const NAMES_PER_TURN = 25;

interface NamedReadings {
  readonly input: string;
  readonly readings: Readings;
}

interface Resolution extends NamedReadings {
  readonly outcome: Promise<Outcome>;
}

interface ResolveArgs {
  readonly names: readonly string[];
  readonly in?: readonly string[] | null | undefined;
  readonly organism?: string | null | undefined;
}

const STATUSES = {
  FOUND: 'One record has this name.',
  AMBIGUOUS: 'Several records have this name, or one in each of several databases.',
  NOT_FOUND: 'No record was found, or the name has no form that any record has; the note says which.',
};

/** Adds `resolve`: the records of names of mixed kinds. */
export function addResolve(builder: Builder, { record, database }: SharedTypes): void {
  const resolution = resolutionType(builder, record);
  builder.queryField('resolve', (t) =>
    t.field({
      type: [resolution],
      nullable: false,
      description:
        'The records that names are of, whatever their kinds: accessions, DOIs, symbols, CURIEs, page addresses, titles, printed references. In their order, each name once for each time it is given.',
      args: {
        names: t.arg.stringList({ required: true, description: `From 1 to ${MAX_NAMES} names.` }),
        in: t.arg({
          type: [database],
          description:
            'Databases whose records are meant. Without them, names that no form tells apart are symbols, or, where no gene has them or of several words, taxa and titles of articles.',
        }),
        organism: t.arg.id({ description: 'Taxonomy uid or name of the organism of symbols. Default: 9606, human.' }),
      },
      extensions: estimated((_root, args: ResolveArgs, scope) => estimateResolve(args, scope)),
      resolve: async (_root, args, context) => {
        const names: NamedReadings[] = [];
        for (const name of readAll(args)) {
          names.push(name);
          if (names.length % NAMES_PER_TURN === 0) {
            await turns.next();
          }
        }
        // What all of them ask for is asked for at once.
        return names.map((name): Resolution => {
          const outcome = resolveName(name.readings, context);
          // Fields that are selected meet the failure again.
          outcome.catch(() => undefined);
          return { ...name, outcome };
        });
      },
    }),
  );
}

function resolutionType(builder: Builder, record: InterfaceRef<Builder['$inferSchemaTypes'], EntrezRecord>) {
  const status = builder.enumType('ResolutionStatus', {
    description: 'What became of a name.',
    values: Object.fromEntries(Object.entries(STATUSES).map(([name, description]) => [name, { description }])),
  });
  const how = builder.enumType('MatchKind', {
    description: 'How a record matches a name.',
    values: Object.fromEntries(Object.entries(MATCH_KINDS).map(([name, description]) => [name, { description }])),
  });
  const match = builder.objectRef<Match>('ResolutionMatch').implement({
    description: 'A record that a name may be of.',
    fields: (t) => ({
      how: t.expose('how', { type: how, nullable: false, description: 'How the record matches.' }),
      record: t.expose('record', { type: record, nullable: false, description: 'The record.' }),
    }),
  });
  return builder.objectRef<Resolution>('Resolution').implement({
    description: 'A name and the records it is of.',
    fields: (t) => ({
      input: t.exposeString('input', { nullable: false, description: 'The name as it was given.' }),
      kind: t.string({
        description: 'What the name was taken for: the argument of a root field, such as doi, symbol or uid.',
        resolve: async ({ outcome, readings }) => {
          const settled = await outcome.catch(() => undefined);
          return settled?.kind ?? readings.names[0]?.kind ?? null;
        },
      }),
      status: t.field({
        type: status,
        description: 'What became of the name; null with an error when NCBI failed to say so.',
        resolve: async ({ outcome }) => (await outcome).status,
      }),
      matches: t.field({
        type: [match],
        description: 'The records, at most 20; null with an error when NCBI failed to say so.',
        resolve: async ({ outcome }) => [...(await outcome).matches],
      }),
      note: t.string({
        description: 'What else is to be said, such as why no record was found.',
        resolve: async ({ outcome }) => (await outcome.catch(() => undefined))?.note ?? null,
      }),
    }),
  });
}

function* readAll({ names, in: databases, organism }: ResolveArgs): Generator<NamedReadings, void> {
  checkListLength(names, MAX_NAMES, 'names');
  if (databases) {
    checkListLength(databases, MAX_NAMES, 'in');
  }
  const scope = organism == null ? undefined : parseOrganism(organism, 'organism');
  const within = databases ? [...new Set(databases.map((db) => (db === 'nucleotide' ? 'nuccore' : db)))] : undefined;
  for (const input of names) {
    yield { input, readings: readReadings({ argument: 'names', value: input, scope }, within) };
  }
}

/** Acts out the searches, and the summaries that prove what they found. */
function estimateResolve(args: ResolveArgs, scope: EstimateScope): RecordSet[] {
  const names = [...readAll(args)].flatMap(({ readings }) => readings.names);
  return estimateNames(names, scope)
    .filter(({ size }) => size > 0)
    .map((records) => {
      scope.ask(summaryQuestion(scope.loaders, records.db), records);
      return records;
    });
}
