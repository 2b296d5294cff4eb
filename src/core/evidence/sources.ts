/**
 * A publication that a number or a rule rests on. Names and references are given as printed; they are
 * not translated. `authors` is empty and `year` null where they were not on the page that was read.
 */
export interface Source {
  readonly authors: readonly string[];
  readonly year: number | null;
  /** Journal, volume and pages, or the name of the page; null where it was not seen. */
  readonly reference: string | null;
  readonly doi: string | null;
}

export const sourceIds = [
  'acsm-2021',
  'ayala-2013',
  'bandy-1997',
  'boyd-villa-2012',
  'cipriani-2012',
  'eccentric-review',
  'giangregorio-2015',
  'kippers-parker-1987',
  'kutsuna-watanabe-1984',
  'medeiros-2016',
  'nice-2017',
  'owen-2020',
  'reid-kim-2014',
  'senior-fitness-test',
] as const;
export type SourceId = (typeof sourceIds)[number];

/** Every publication that is cited. */
export const sources: Readonly<Record<SourceId, Source>> = {
  'acsm-2021': { authors: ['ACSM'], year: 2021, reference: null, doi: null },
  'ayala-2013': {
    authors: ['Ayala'],
    year: 2013,
    reference: 'Phys Ther Sport 14:98–104',
    doi: null,
  },
  'bandy-1997': { authors: ['Bandy'], year: 1997, reference: 'Phys Ther 77:1090–6', doi: null },
  'boyd-villa-2012': {
    authors: ['Boyd', 'Villa'],
    year: 2012,
    reference: 'BMC Musculoskelet Disord 13:245',
    doi: null,
  },
  'cipriani-2012': {
    authors: ['Cipriani'],
    year: 2012,
    reference: 'J Strength Cond Res 26:2119–29',
    doi: '10.1519/JSC.0b013e31823b862a',
  },
  'eccentric-review': {
    authors: [],
    year: null,
    reference: 'Med Sci Sports Exerc',
    doi: '10.1249/mss.0000000000003085',
  },
  'giangregorio-2015': {
    authors: ['Giangregorio'],
    year: 2015,
    reference: null,
    doi: '10.1007/s00198-014-2881-4',
  },
  'kippers-parker-1987': {
    authors: ['Kippers', 'Parker'],
    year: 1987,
    reference: 'Phys Ther 67:1680–4',
    doi: '10.1093/ptj/67.11.1680',
  },
  'kutsuna-watanabe-1984': {
    authors: ['Kutsuna', 'Watanabe'],
    year: 1984,
    reference: 'Jpn J Rehabil Med 21:215–219',
    doi: null,
  },
  'medeiros-2016': {
    authors: ['Medeiros'],
    year: 2016,
    reference: 'Physiother Theory Pract 32:438–445',
    doi: '10.1080/09593985.2016.1204401',
  },
  'nice-2017': { authors: ['NICE'], year: 2017, reference: 'BMJ 356:i6748', doi: null },
  'owen-2020': {
    authors: ['Owen'],
    year: 2020,
    reference: 'Br J Sports Med 54:1279',
    doi: null,
  },
  'reid-kim-2014': { authors: ['Reid', 'Kim'], year: 2014, reference: null, doi: null },
  'senior-fitness-test': {
    authors: ['Rikli', 'Jones'],
    year: null,
    reference: 'Senior Fitness Test',
    doi: null,
  },
};
