import { describe, expect, it } from 'vitest';

import { elementsOf, textIn, useSandbox } from '../sandbox-client.js';

describe('espell', () => {
  const { get } = useSandbox();
  const spell = async (db: string, term: string) => get(`espell.fcgi?${String(new URLSearchParams({ db, term }))}`);

  it('replaces unknown words and leaves all else as it was', async () => {
    expect(elementsOf(await spell('pubmed', 'brest cacner AND asthmaa[ti]'))).toBe(
      '<eSpellResult><Database>pubmed</Database><Query>brest cacner AND asthmaa[ti]</Query>' +
        '<CorrectedQuery>breast cancer AND asthma[ti]</CorrectedQuery><SpelledQuery><Replaced>breast</Replaced><Original> </Original>' +
        '<Replaced>cancer</Replaced><Original> AND </Original><Replaced>asthma</Replaced><Original>[ti]</Original></SpelledQuery><ERROR/></eSpellResult>',
    );
  });

  it.each([
    ['gene', 'tumer protein', 'tumor protein'],
    ['taxonomy', 'Homo sapines', 'Homo sapiens'],
    ['pubmed', 'cancer', ''],
    ['pubmed', 'xqzwvkjy', ''],
    ['pubmed', '', ''],
  ])('corrects in %s %j to %j', async (db, term, corrected) => {
    expect(textIn(await spell(db, term), 'CorrectedQuery')).toBe(corrected);
  });

  it('names an unknown database in its error', async () => {
    expect((await spell('nothing', 'cancer')).body).toContain('<ERROR>Invalid db name specified: nothing</ERROR>');
  });
});
