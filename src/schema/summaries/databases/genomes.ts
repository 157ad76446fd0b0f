import { date, integer, type SummaryFields, text } from '../field-spec.js';

/** Genomes of species, as the former resource Genome has them; assemblies are more up to date. */
export const genome: SummaryFields = {
  organism: text('organism_name', 'Organism.'),
  kingdom: text('organism_kingdom', 'Kingdom, such as Eukaryotes.'),
  group: text('organism_group', 'Group of organisms.'),
  subgroup: text('organism_subgroup', 'Group within the group, such as Fishes.'),
  definition: text('defline', 'The genome in a line.'),
  bioprojectUid: text('projectid', 'BioProject uid.', { none: ['0'] }),
  bioprojectAccession: text('project_accession', 'BioProject accession.'),
  status: text('status', 'State of the genome, such as Draft.'),
  chromosomeCount: integer('number_of_chromosomes', 'Chromosomes.'),
  plasmidCount: integer('number_of_plasmids', 'Plasmids.'),
  organelleCount: integer('number_of_organelles', 'Organelles.'),
  assemblyName: text('assembly_name', 'Name of the reference assembly.'),
  assemblyAccession: text('assembly_accession', 'Accession of the reference assembly.'),
  assemblyUid: text('assemblyid', 'Assembly uid of the reference assembly.', { none: ['0'] }),
  createDate: date('create_date', 'Day of creation.'),
};
