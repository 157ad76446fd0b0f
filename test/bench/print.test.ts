import { describe, expect, it } from 'vitest';

import { printTable, tableOf } from '../../bench/print.js';

describe('printTable', () => {
  const figure = { what: 'calls', measured: '26', comparedWith: '13', ratio: 2, goal: '1.00' };

  it('writes figures as Markdown, in columns', () => {
    expect(printTable(tableOf([{ ...figure, met: true }]))).toBe(
      [
        '| what  | measured | compared with | ratio | goal |',
        '| ----- | -------- | ------------- | ----- | ---- |',
        '| calls | 26       | 13            | 2.00  | 1.00 |',
      ].join('\n'),
    );
  });

  it('marks a goal that was missed, and only that', () => {
    expect(printTable(tableOf([{ ...figure, met: false }]))).toContain('| **1.00** missed |');
    expect(printTable(tableOf([figure]))).not.toContain('missed');
  });
});
