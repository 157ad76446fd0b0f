import type { Citation, CitationAnswer } from '../../../eutils/search/ecitmatch.js';
import { checkListLength } from '../../core/arguments.js';
import type { Builder } from '../../core/builder.js';
import type { Context } from '../../core/context.js';
import { EntrezRecord } from '../../core/record.js';
import { estimated } from '../../cost/dry-run-extension.js';
import { summaryQuestion } from '../../cost/record-queries.js';
import type { RecordRef } from '../../links/link-fields.js';
import {
  type CitationInput,
  disagreements,
  estimateCitations,
  matchCitation,
  readCitation,
  reasonOf,
} from './match-citation.js';

/** Citations that can be matched at once. */
const MAX_CITATIONS = 1000;

interface CitationMatch {
  readonly key: string | null;
  readonly outcome: Promise<{ readonly citation: Citation; readonly answer: CitationAnswer }>;
}

const STATUSES = {
  FOUND: 'One article fits.',
  AMBIGUOUS: 'Several articles fit.',
  NOT_FOUND: 'NCBI finds none.',
};

/** The input type of a printed citation. */
export function citationInputType(builder: Builder) {
  return builder.inputType('CitationInput', {
    description: 'What is known of a printed article. Journal, volume and first page together decide.',
    fields: (t) => ({
      journal: t.string({ description: 'Name or abbreviation of the journal, such as Proc Natl Acad Sci U S A.' }),
      year: t.id({ description: 'Year, such as 1991.' }),
      volume: t.id({ description: 'Volume, such as 10 or 10(1).' }),
      firstPage: t.id({ description: 'First page, such as 56 or e1000; of 56-66, the first is taken.' }),
      author: t.string({ description: 'An author by last name and initials, such as Mann BJ.' }),
      key: t.id({ description: 'A text of yours that the match repeats.' }),
    }),
  });
}

/** Adds `citationMatch`: the articles of printed citations. */
export function addCitationMatch(
  builder: Builder,
  input: ReturnType<typeof citationInputType>,
  pubmed: RecordRef,
): void {
  const match = citationMatchType(builder, pubmed);
  builder.queryField('citationMatch', (t) =>
    t.field({
      type: [match],
      nullable: false,
      description:
        'The PubMed articles of printed citations, in their order. Asks ECitMatch, for 500 citations in a call.',
      args: {
        citations: t.arg({
          type: [input],
          required: true,
          description: `From 1 to ${MAX_CITATIONS} citations. Bars and line ends in them count as blanks.`,
        }),
      },
      extensions: estimated((_root, { citations }: { citations: readonly CitationInput[] }, scope) => {
        checkListLength(citations, MAX_CITATIONS, 'citations');
        const read = citations.flatMap((each, index) => scope.attempt(() => readCitation(each, placeOf(index))) ?? []);
        return estimateCitations(read, scope);
      }),
      resolve: (_root, { citations }, context) => {
        checkListLength(citations, MAX_CITATIONS, 'citations');
        return citations.map((each, index): CitationMatch => {
          const outcome = matchOf(each, placeOf(index), context);
          // Fields that are selected meet the failure again.
          outcome.catch(() => undefined);
          return { key: each.key ?? null, outcome };
        });
      },
    }),
  );
}

function placeOf(index: number): string {
  return `citations[${index}]`;
}

async function matchOf(
  input: CitationInput,
  argument: string,
  context: Context,
): Promise<Awaited<CitationMatch['outcome']>> {
  const citation = readCitation(input, argument);
  return { citation, answer: await matchCitation(citation, context) };
}

function citationMatchType(builder: Builder, pubmed: RecordRef) {
  const status = builder.enumType('CitationStatus', {
    description: 'What became of a citation.',
    values: Object.fromEntries(Object.entries(STATUSES).map(([name, description]) => [name, { description }])),
  });
  return builder.objectRef<CitationMatch>('CitationMatch').implement({
    description: 'A citation and its article. A failure of NCBI is an error of the fields below, never NOT_FOUND.',
    fields: (t) => ({
      key: t.exposeID('key', { description: 'The key that was given.' }),
      status: t.field({
        type: status,
        description: 'What became of the citation; null with an error when NCBI failed to say so.',
        resolve: async ({ outcome }) => (await outcome).answer.status,
      }),
      pubmed: t.field({
        type: pubmed,
        description: 'The article, where just one fits.',
        resolve: async ({ outcome }) => {
          const { answer } = await outcome;
          return answer.status === 'FOUND' ? new EntrezRecord('pubmed', answer.uid) : null;
        },
      }),
      candidates: t.field({
        type: [pubmed],
        description: 'The articles that fit, where they are several and NCBI names them.',
        resolve: async ({ outcome }) => {
          const { answer } = await outcome;
          return answer.status === 'AMBIGUOUS' ? answer.uids.map((uid) => new EntrezRecord('pubmed', uid)) : [];
        },
      }),
      candidateCount: t.int({
        description: 'How many articles fit.',
        resolve: async ({ outcome }) => {
          const { answer } = await outcome;
          return answer.status === 'AMBIGUOUS' ? answer.count : answer.status === 'FOUND' ? 1 : 0;
        },
      }),
      note: t.string({
        description: 'Why no article was found, where NCBI says so.',
        resolve: async ({ outcome }) => reasonOf((await outcome).answer),
      }),
      disagreements: t.stringList({
        description:
          'What the article says otherwise, such as "author: Gerstein HC": NCBI passes over a wrong year or author. Asks ESummary.',
        extensions: estimated((articles, _args, scope) => {
          scope.ask(summaryQuestion(scope.loaders, 'pubmed'), articles);
          return [];
        }),
        resolve: async ({ outcome }, _args, context) => {
          const { citation, answer } = await outcome;
          return answer.status === 'FOUND'
            ? disagreements(citation, await new EntrezRecord('pubmed', answer.uid).summary(context))
            : [];
        },
      }),
    }),
  });
}
