import { describe, expect, it } from 'vitest';

import { conditions, misses, withFigures } from '../../bench/report.js';

const FIGURE = { what: 'calls', measured: '26', comparedWith: '13', ratio: 2, goal: '1.00' };

describe('the report of a bench', () => {
  it('says where, with what and when it was measured', () => {
    expect(conditions('abc1234', new Date('2026-11-29T12:00:00Z'))).toMatch(
      /^\d+ cores \(.+\), load [\d.]+ before the first measurement, Node v\d+\.\d+\.\d+, commit abc1234, 2026-11-29\.$/,
    );
  });

  it('takes the place of the last one, and leaves the rest', () => {
    const readme = '# Benchmarks\n\nText.\n\n## Last measured\n\nOld.\n\n| old |\n\n## After\n\nMore.\n';
    expect(withFigures(readme, 'Here and now.', ['| one |', '| two |'])).toBe(
      '# Benchmarks\n\nText.\n\n## Last measured\n\nHere and now. Missed goals are in bold.\n\n| one |\n\n| two |\n\n## After\n\nMore.\n',
    );
    expect(() => withFigures('# Benchmarks\n', '', [])).toThrow('no heading "## Last measured"');
  });

  it('knows a missed goal in figures and in tables', () => {
    expect(misses([{ ...FIGURE, met: true }, FIGURE])).toBe(false);
    expect(misses([{ ...FIGURE, met: false }])).toBe(true);
    expect(misses({ columns: ['a'], rows: [['1'], [{ text: '2', met: false }]] })).toBe(true);
    expect(misses({ columns: ['a'], rows: [['1'], [{ text: '2', met: true }]] })).toBe(false);
  });
});
