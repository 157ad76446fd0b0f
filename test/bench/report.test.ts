import { describe, expect, it } from 'vitest';

import { conditions, misses, withFigures } from '../../bench/report.js';

const FIGURE = { what: 'calls', measured: '26', comparedWith: '13', ratio: 2, goal: '1.00' };

describe('the report of a bench', () => {
  it('says where, with what and when it was measured', () => {
    expect(conditions('abc1234', new Date('2026-11-29T12:00:00Z'))).toMatch(
      /^\d+ cores \(.+\), load [\d.]+ before the first measurement, Node v\d+\.\d+\.\d+, commit abc1234, 2026-11-29\.$/,
    );
  });

  it('takes the place of what the same benches measured last, and leaves the rest', () => {
    const block = (name: string, table: string) => ({ name, conditions: 'Here and now.', table });
    const readme =
      '# Benchmarks\n\nText.\n\n## Last measured\n\nOld.\n\n| without a name |\n\n### calls\n\nThere.\n\n| old |\n\n### warm\n\nThere.\n\n| stays |\n\n## After\n\nMore.\n';
    const once = withFigures(readme, [block('calls', '| new |\n| --- |'), block('store', '| other |')]);
    expect(once).toBe(
      '# Benchmarks\n\nText.\n\n## Last measured\n\nMissed goals are in bold.\n\n### calls\n\nHere and now.\n\n| new |\n| --- |\n\n### warm\n\nThere.\n\n| stays |\n\n### store\n\nHere and now.\n\n| other |\n\n## After\n\nMore.\n',
    );
    expect(withFigures(once, [])).toBe(once);
    expect(() => withFigures('# Benchmarks\n', [])).toThrow('no heading "## Last measured"');
  });

  it('knows a missed goal in figures and in tables', () => {
    expect(misses([{ ...FIGURE, met: true }, FIGURE])).toBe(false);
    expect(misses([{ ...FIGURE, met: false }])).toBe(true);
    expect(misses({ columns: ['a'], rows: [['1'], [{ text: '2', met: false }]] })).toBe(true);
    expect(misses({ columns: ['a'], rows: [['1'], [{ text: '2', met: true }]] })).toBe(false);
  });
});
