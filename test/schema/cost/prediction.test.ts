import { describe, expect, it } from 'vitest';

import { RecordSet, START } from '../../../src/schema/cost/record-set.js';
import { PlannedCalls } from '../../../src/schema/cost/planned-calls.js';
import { neverKnown } from '../../../src/schema/cost/planned-query.js';
import { type PredictedLevel, predictLevels, predictSeconds } from '../../../src/schema/cost/prediction.js';

const FREE = { limit: 3, remaining: 3, expectedWait: 0, slowedBy: 1 };

function levelsOf(...calls: readonly number[]): PredictedLevel[] {
  return calls.map((count) => ({
    calls: { best: count, worst: count },
    answer: { best: 0.5, worst: 0.5 },
    questions: [],
  }));
}

describe('the predicted levels', () => {
  const links = { ...neverKnown('elink', 'gene_pubmed'), batchSize: 100, fusedAs: 'gene pubmed' };

  it('tell the calls of each question, best and worst', () => {
    const plannedCalls = new PlannedCalls();
    const { missing } = plannedCalls.ask(
      links,
      RecordSet.known(
        'gene',
        Array.from({ length: 150 }, (_, index) => `${index}`),
        START,
      ),
    );
    plannedCalls.ask(
      { ...neverKnown('esummary', 'pubmed'), batchSize: 500 },
      RecordSet.unknown('pubmed', 3000, missing?.since ?? START),
    );
    expect(predictLevels(plannedCalls)).toEqual([
      {
        calls: { best: 2, worst: 2 },
        answer: { best: 0.5, worst: 0.5 },
        questions: [
          { utility: 'elink', about: 'gene_pubmed', ids: { best: 150, worst: 150 }, calls: { best: 2, worst: 2 } },
        ],
      },
      {
        calls: { best: 0, worst: 7 },
        answer: { best: 0, worst: 0.5 },
        questions: [
          { utility: 'esummary', about: 'pubmed', ids: { best: 0, worst: 3000 }, calls: { best: 0, worst: 7 } },
        ],
      },
    ]);
  });

  it('let questions that may be fused share calls in the best case', () => {
    const plannedCalls = new PlannedCalls();
    const sources = RecordSet.known('gene', ['7157'], START);
    plannedCalls.ask(links, sources);
    plannedCalls.ask({ ...links, about: 'gene_pubmed_rif' }, sources);
    expect(predictLevels(plannedCalls).map(({ calls }) => calls)).toEqual([{ best: 1, worst: 2 }]);
  });

  it('let a batch wait for keys of later levels in the best case', () => {
    const plannedCalls = new PlannedCalls();
    plannedCalls.ask(links, RecordSet.known('gene', ['7157'], START));
    plannedCalls.ask(links, RecordSet.known('gene', ['672'], { ...START, level: 1 }));
    expect(predictLevels(plannedCalls).map(({ calls }) => calls)).toEqual([
      { best: 1, worst: 1 },
      { best: 0, worst: 1 },
    ]);
  });
});

describe('the predicted time of an answer', () => {
  const common = { base: 300, perId: 2 };
  const genes = RecordSet.known(
    'gene',
    Array.from({ length: 150 }, (_, index) => `${index}`),
    START,
  );

  it('is what was learned of its question, for the ids that a call has', () => {
    const plannedCalls = new PlannedCalls();
    plannedCalls.ask(
      { ...neverKnown('elink', 'gene_pubmed'), batchSize: 100, latency: { base: 100, perId: 20 } },
      genes,
    );
    expect(predictLevels(plannedCalls, common).map(({ answer }) => answer)).toEqual([{ best: 1.6, worst: 1.6 }]);
  });

  it('is what all calls take where nothing was learned of its question', () => {
    const plannedCalls = new PlannedCalls();
    plannedCalls.ask({ ...neverKnown('elink', 'gene_pubmed'), batchSize: 150 }, genes);
    expect(predictLevels(plannedCalls, common).map(({ answer }) => answer)).toEqual([{ best: 0.6, worst: 0.6 }]);
  });

  it('is that of the slowest question of its level', () => {
    const plannedCalls = new PlannedCalls();
    plannedCalls.ask(
      { ...neverKnown('elink', 'gene_pubmed'), batchSize: 150, latency: { base: 100, perId: 20 } },
      genes,
    );
    plannedCalls.ask({ ...neverKnown('esummary', 'gene'), batchSize: 150 }, genes);
    const levels = predictLevels(plannedCalls, common);
    expect(levels.map(({ answer }) => answer)).toEqual([{ best: 3.1, worst: 3.1 }]);
    expect(predictSeconds(levels, FREE)).toEqual({ best: 3.1, worst: 3.1 });
  });
});

describe('the predicted time', () => {
  it('is none for nothing', () => {
    expect(predictSeconds([], FREE)).toEqual({ best: 0, worst: 0 });
  });

  it('is that of the answers, as long as there are permits', () => {
    expect(predictSeconds(levelsOf(1, 1, 1), FREE).worst).toBe(1.5);
  });

  it('is that of the permits for many calls', () => {
    expect(predictSeconds(levelsOf(300), FREE).worst).toBe(99.5);
    expect(predictSeconds(levelsOf(1, 299), FREE).worst).toBe(99.5 + 0.5);
  });

  it('grows with the queue, with permits that are spent, and when requests are slowed down', () => {
    expect(predictSeconds(levelsOf(1), { ...FREE, remaining: 0, expectedWait: 2000 }).worst).toBe(2.5);
    expect(predictSeconds(levelsOf(3), { ...FREE, remaining: 1 }).worst).toBe(1.5);
    expect(predictSeconds(levelsOf(4), { ...FREE, slowedBy: 2 }).worst).toBe(2.5);
  });
});
