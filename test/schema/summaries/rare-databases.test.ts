import { describe, expect, it } from 'vitest';

import { readAll as read } from '../read-all.js';

describe('the fields of', () => {
  it('a study of dbGaP, whose counts are numbers or text', () => {
    const doc = {
      d_object_type: 'study',
      d_study_results: {
        d_study_id: 'phs000001.v1.p1',
        d_num_participants_in_subtree: '600',
        d_num_variables_in_subtree: 12,
        d_study_disease_list: [{ d_disease_name: 'Cataract', d_disease_importance: 'primary' }],
        d_study_release_date: '2007/06/18 00:00',
      },
      d_variable_results: '',
      d_document_results: {},
    };
    expect(read('gap', doc)).toMatchObject({
      objectType: 'study',
      accession: 'phs000001.v1.p1',
      participantCount: 600,
      variableCount: 12,
      diseases: [{ name: 'Cataract', importance: 'primary' }],
      releaseDate: '2007-06-18',
      variableType: null,
    });
  });

  it('a variable of dbGaP', () => {
    const doc = {
      d_object_type: 'variable',
      d_variable_results: {
        d_variable_id: 'phv00000001.v1',
        d_variable_description: 'Height',
        d_variable_ancestor: [{ d_ancestor_id: 'phs000001.v1.p1', d_ancestor_name: 'A study' }],
      },
    };
    expect(read('gap', doc)).toMatchObject({
      accession: 'phv00000001.v1',
      description: 'Height',
      variableAncestors: [{ accession: 'phs000001.v1.p1', name: 'A study' }],
    });
  });

  it('a genome, whose texts may have attributes', () => {
    const doc = {
      organism_name: 'Felis catus',
      project_accession: { value: 'PRJNA1' },
      projectid: '0',
      status: 'Draft',
    };
    expect(read('genome', doc)).toMatchObject({
      organism: 'Felis catus',
      bioprojectAccession: 'PRJNA1',
      bioprojectUid: null,
      status: 'Draft',
    });
  });

  it('a cluster of proteins, whose missing texts are the word None', () => {
    const doc = {
      accn: 'PRK1',
      definition: { value: 'a protein' },
      gene: 'None',
      total_prots: '9',
      createdate: '2009/08/27 00:00',
    };
    expect(read('proteinclusters', doc)).toMatchObject({
      accession: 'PRK1',
      definition: 'a protein',
      geneSymbol: null,
      proteinCount: 9,
      createDate: '2009-08-27',
    });
  });

  it('groups and families of proteins', () => {
    expect(read('ipg', { accession: 'WP_1.1', slen: '133' })).toMatchObject({ accession: 'WP_1.1', length: 133 });
    expect(read('protfam', { dispfamilyacc: 'NF000001.1' })).toEqual({ accession: 'NF000001.1' });
  });

  it('a substance', () => {
    const doc = { currentsourcename: 'A', sourceid: 'B', molecularweight: '201.656680', synonymlist: ['C', 'D'] };
    expect(read('pcsubstance', doc)).toMatchObject({
      source: 'A',
      sourceId: 'B',
      molecularWeight: 201.65668,
      synonyms: ['C', 'D'],
    });
  });

  it('a GEO record with ties to others of GEO', () => {
    const doc = { relations: [{ relationtype: 'SuperSeries of', targetobject: 'GSE1', targetftplink: '' }] };
    expect(read('gds', doc)).toMatchObject({
      relations: [{ type: 'SuperSeries of', accession: 'GSE1', ftpLink: null }],
    });
  });
});
