import { describe, expect, it } from 'vitest';

import { decodeSpelling, spellRequest } from '../../../src/eutils/search/espell.js';
import { failureOf } from '../entrez-errors.js';

const spelt = (content: string) => `<?xml version="1.0"?>
<!DOCTYPE eSpellResult PUBLIC "-//NLM//DTD eSpellResult, 23 November 2004//EN" "https://example.org/eSpell.dtd">
<eSpellResult>
	<Database>pubmed</Database>
	${content}
</eSpellResult>
`;

const asked = (term: string) => ({ db: 'pubmed', term });

describe('spellRequest', () => {
  it('asks in XML, the only form there is', () => {
    expect(spellRequest({ db: 'pubmed', term: 'brest cancr' })).toEqual({
      utility: 'espell',
      retmode: 'xml',
      params: [
        ['db', 'pubmed'],
        ['term', 'brest cancr'],
        ['retmode', 'xml'],
      ],
      idCount: 0,
    });
  });
});

describe('decodeSpelling', () => {
  it('gives the corrected term with its operators as they were', () => {
    const body = spelt(`<Query>brest NOT cancr</Query><CorrectedQuery>breast not cancer</CorrectedQuery>
      <SpelledQuery>
        <Original></Original><Replaced>breast</Replaced>
        <Original> NOT </Original><Replaced>cancer</Replaced>
      </SpelledQuery><ERROR/>`);
    expect(decodeSpelling(body, asked('brest NOT cancr'))).toBe('breast NOT cancer');
  });

  it('takes the corrected term as it is where the parts are not given', () => {
    const body = spelt('<Query>cancr</Query><CorrectedQuery>cancer</CorrectedQuery><SpelledQuery/><ERROR/>');
    expect(decodeSpelling(body, asked('cancr'))).toBe('cancer');
  });

  it.each([
    ['no correction', 'cancer', '<Query>cancer</Query><CorrectedQuery></CorrectedQuery><SpelledQuery/><ERROR/>'],
    ['only parts that are kept', 'a', '<Query>a</Query><SpelledQuery><Original>a</Original></SpelledQuery><ERROR/>'],
    ['the same in lower case', 'BRCA1', '<Query>BRCA1</Query><CorrectedQuery>brca1</CorrectedQuery><ERROR/>'],
  ])('%s means nothing to correct', (_, term, content) => {
    expect(decodeSpelling(spelt(content), asked(term))).toBeNull();
  });

  it.each([
    [spelt('<ERROR>Invalid db name specified: nothing</ERROR>'), 'BAD_USER_INPUT'],
    [spelt('<ERROR>Empty term - nothing todo</ERROR>'), 'BAD_USER_INPUT'],
    [spelt('<ERROR>something</ERROR>'), 'UPSTREAM_UNAVAILABLE'],
    [spelt('<Query>x</Query><ERROR/>'), 'MALFORMED_RESPONSE'],
    [spelt('<Query>x</Query><CorrectedQuery/>timeout<ERROR/>'), 'MALFORMED_RESPONSE'],
    [spelt('<Query>x</Query><CorrectedQuery/><Corrected>y</Corrected><ERROR/>'), 'MALFORMED_RESPONSE'],
    [
      spelt('<Query>x</Query><CorrectedQuery/><SpelledQuery/><SpelledQuery><Replaced>y</Replaced></SpelledQuery>'),
      'MALFORMED_RESPONSE',
    ],
    [
      spelt('<Query>x</Query><CorrectedQuery/><SpelledQuery><Substituted>y</Substituted></SpelledQuery>'),
      'MALFORMED_RESPONSE',
    ],
    [spelt('<Query>x</Query><CorrectedQuery/><SpelledQuery>timeout</SpelledQuery>'), 'MALFORMED_RESPONSE'],
    [spelt('<Query>x</Query><CorrectedQuery><b>y</b></CorrectedQuery><SpelledQuery/>'), 'MALFORMED_RESPONSE'],
    [spelt('<Query>x</Query><CorrectedQuery>&lt;title&gt;502</CorrectedQuery><SpelledQuery/>'), 'MALFORMED_RESPONSE'],
    [
      spelt('<Query>x</Query><CorrectedQuery>NCBI C++ Exception: no answer</CorrectedQuery><SpelledQuery/>'),
      'MALFORMED_RESPONSE',
    ],
    [spelt('<Query>x</Query><CorrectedQuery/><ERROR/><ERROR>Search Backend failed</ERROR>'), 'UPSTREAM_UNAVAILABLE'],
    ['<eLinkResult/>', 'MALFORMED_RESPONSE'],
    ['', 'MALFORMED_RESPONSE'],
  ])('%s is %s', (body, code) => {
    expect(failureOf(() => decodeSpelling(body, asked('x'))).code).toBe(code);
  });
});
