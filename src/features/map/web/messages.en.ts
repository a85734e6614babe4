import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of the map. */
export const en: SameShape<typeof vi> = {
  page: 'Map',
  loadingTitle: 'Map of communes and wards',
  noneTitle: 'No figures of communes to draw yet',
  none: 'The map exists once communes have figures of a framework.',
  eyebrow: (framework, year) => `${framework} · ${year}`,
  finding: (low, high, count, column) =>
    `${count} communes and wards reach ${low} to ${high} points: ${column}`,
  findingRank: (first, last, column) => `${first} ranks first, ${last} last: ${column}`,
  findingNone: (column) => `No commune has points yet: ${column}`,
  total: 'total points',
  simulatedLead: 'The figures are made up for demonstration; they are not the province’s assessment.',
  rankingLink: 'See the ranking',
  filters: 'Choose what the map shows',
  filterLeague: 'Year',
  filterComponent: 'Indicator',
  wholeIndex: 'Total points',
  show: 'Shade by',
  shows: { points: 'Points', rank: 'Rank' },
  mapTitle: (column) => `Map: ${column}`,
  mapHint:
    'Arrow keys move to the next unit, Enter shows how its points come about. Numbers on the map are classes; a higher class is better.',
  legend: 'Legend',
  className: (number) => `Class ${number}`,
  pointsBetween: (from, to) => `${from} to under ${to} points`,
  pointsBetweenLast: (from, to) => `${from} to ${to} points`,
  ranksBetween: (from, to) => `ranks ${from} to ${to}`,
  unitCount: (count) => `${count} units`,
  noValue: 'Without points',
  chooseUnit: 'Point at or move to a commune to see its points.',
  unit: (name, points, maximum, rank) => `${name}: ${points} of ${maximum} points, rank ${rank}`,
  unitWithInterval: (unit, low, high) => `${unit}, within ${low}–${high}`,
  unitWithout: (name) => `${name}: without points`,
  columns: { unit: 'Unit', points: 'Points', rank: 'Rank', class: 'Class' },
  boundariesTitle: 'Boundaries',
  drawnFromCentres:
    'The map is drawn from the centre and area of each commune, so shapes are only approximate.',
  drawnFromBoundaries: (file, at) => `The map is drawn from the boundaries in ${file}, loaded at ${at}`,
  by: (name) => `by ${name}`,
  useCentres: 'Draw from centres',
  useBoundaries: 'Draw from boundaries',
  upload: 'Load boundaries (GeoJSON)',
  uploadHint:
    'A GeoJSON file of at most 6 MB, one feature for each commune with its code in properties.code. One flaw, and nothing is stored.',
  uploading: 'Checking and storing boundaries',
  uploaded: (count) => `Loaded the boundaries of ${count} communes and wards.`,
  uploadedAgain: 'This file was loaded last time: nothing changed.',
  source: (framework) =>
    `Source: points computed from the entered figures by ${framework}; centres and areas from the register of administrative units.`,
};
