import type { Identifier } from '../identifier.js';
import { textsAt } from '../../summaries/docsum.js';

/** The versions of the chromosomes 1 to 22, X and Y in GRCh38, on which dbSNP places variants. */
const VERSIONS = [11, 12, 12, 12, 10, 12, 14, 11, 12, 11, 10, 12, 11, 9, 10, 10, 11, 10, 10, 11, 9, 11, 11, 10];

const SPDI = /^NC_0*(\d{1,2})\.(\d{1,2}):(\d{1,9}):([ACGTN]*):([ACGTN]*)$/i;
/** A substitution as HGVS writes it, which counts bases from 1. */
export const SUBSTITUTION = /^NC_0*(\d{1,2})\.(\d{1,2})(?:\([\w.-]{1,30}\))?:g\.(\d{1,9})([ACGT])>([ACGT])$/i;

/** A variant by what it changes where: it is searched by its place, and its summary shows the change. */
export const spdi: Identifier & Required<Pick<Identifier, 'search'>> = {
  argument: 'spdi',
  plural: 'spdi',
  expected: 'a change on a chromosome of GRCh38 such as NC_000008.11:19956017:A:G or NC_000008.11:g.19956018A>G',
  parse: (value) => {
    const place = SPDI.exec(value.trim());
    const substitution = SUBSTITUTION.exec(value.trim());
    const [, number = '', version = '', position = '', deleted = '', inserted = ''] = place ?? substitution ?? [];
    if (number === '' || VERSIONS[Number(number) - 1] !== Number(version) || Number(position) < (place ? 0 : 1)) {
      return undefined;
    }
    const start = Number(position) - (place ? 0 : 1);
    return `NC_${number.padStart(6, '0')}.${version}:${start}:${deleted}:${inserted}`.toUpperCase();
  },
  recognize: SPDI,
  prefixes: ['spdi'],
  how: 'NAME',
  search: {
    term: (value) => {
      const [, number = '', , start = ''] = SPDI.exec(value) ?? [];
      return `(${chromosome(Number(number))}[CHR] AND ${Number(start) + 1}[CPOS])`;
    },
    namesIn: (summary) => textsAt(summary, 'spdi', ',') ?? [],
  },
};

function chromosome(number: number): string {
  return number === 23 ? 'X' : number === 24 ? 'Y' : String(number);
}
