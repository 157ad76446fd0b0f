/** The colour and shape of the records of a database. */
export interface Look {
  readonly colour: string;
  readonly shape: Shape;
}

export type Shape = keyof typeof CORNERS;

type Corner = readonly [x: number, y: number];

/** Corners of shapes of about equal area, for a radius of 1; none for a circle. */
const CORNERS = {
  circle: [],
  square: polygon(4, 45, 1.22),
  diamond: polygon(4, 0, 1.28),
  triangle: polygon(3, -90, 1.42),
  wedge: polygon(3, 90, 1.42),
  pentagon: polygon(5, -90, 1.14),
  hexagon: polygon(6, 0, 1.1),
  star: star(5, 1.42, 0.68),
  cross: cross(1.25, 0.46),
} satisfies Record<string, readonly Corner[]>;

/** Colours with a contrast of at least 3 to 1 on the canvas of both themes. */
const LOOKS: Readonly<Record<string, Look>> = {
  gene: { colour: '#e8710a', shape: 'hexagon' },
  pubmed: { colour: '#3b7ddd', shape: 'circle' },
  pmc: { colour: '#1d9bb5', shape: 'square' },
  books: { colour: '#5c7cfa', shape: 'pentagon' },
  protein: { colour: '#2b9348', shape: 'diamond' },
  nuccore: { colour: '#0b8a7d', shape: 'triangle' },
  structure: { colour: '#9c4dcc', shape: 'square' },
  snp: { colour: '#d6336c', shape: 'wedge' },
  clinvar: { colour: '#dc3c3c', shape: 'star' },
  omim: { colour: '#b8860b', shape: 'pentagon' },
  medgen: { colour: '#c2559b', shape: 'cross' },
  gtr: { colour: '#a0614a', shape: 'diamond' },
  mesh: { colour: '#5f7cf0', shape: 'triangle' },
  taxonomy: { colour: '#6a994e', shape: 'star' },
  pccompound: { colour: '#7950f2', shape: 'hexagon' },
  pcsubstance: { colour: '#9775fa', shape: 'circle' },
  pcassay: { colour: '#845ef7', shape: 'cross' },
  gds: { colour: '#a37c12', shape: 'square' },
  geoprofiles: { colour: '#a37c12', shape: 'triangle' },
  bioproject: { colour: '#4c7a8c', shape: 'pentagon' },
  biosample: { colour: '#4c7a8c', shape: 'circle' },
  sra: { colour: '#4c7a8c', shape: 'wedge' },
  assembly: { colour: '#4c7a8c', shape: 'hexagon' },
  cdd: { colour: '#5f8f3e', shape: 'wedge' },
  dbvar: { colour: '#c0504d', shape: 'diamond' },
};
const OTHER: Look = { colour: '#868e96', shape: 'circle' };

export function lookOf(db: string): Look {
  return LOOKS[db] ?? OTHER;
}

/** The corners of a shape around a point; none for a circle. */
export function cornersOf(shape: Shape, x: number, y: number, radius: number): readonly Corner[] {
  return CORNERS[shape].map(([dx, dy]) => [x + dx * radius, y + dy * radius]);
}

function polygon(count: number, startDegrees: number, radius: number): Corner[] {
  return Array.from({ length: count }, (_none, index) => onCircle(startDegrees + (index * 360) / count, radius));
}

function star(points: number, outer: number, inner: number): Corner[] {
  return Array.from({ length: points * 2 }, (_none, index) =>
    onCircle(-90 + (index * 180) / points, index % 2 === 0 ? outer : inner),
  );
}

function cross(length: number, half: number): Corner[] {
  return [
    [-half, -length],
    [half, -length],
    [half, -half],
    [length, -half],
    [length, half],
    [half, half],
    [half, length],
    [-half, length],
    [-half, half],
    [-length, half],
    [-length, -half],
    [-half, -half],
  ];
}

function onCircle(degrees: number, radius: number): Corner {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle) * radius, Math.sin(angle) * radius];
}
