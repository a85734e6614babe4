import type { DocumentReference, PlanReading, Provenance } from '#core/plan-reading/reading.ts';

/** An item without the words of its source: values, names, agencies, days and the place stay. */
const withoutWords = <Item extends Provenance>(item: Item): Item => {
  const { continuation: _continuation, sourceDefect: _defect, note: _note, ...facts } = item;
  return { ...facts, quote: '' } as Item;
};

const withoutNote = <Item extends Provenance & { readonly leadNote?: string | null }>(item: Item): Item => {
  const { leadNote: _leadNote, ...facts } = withoutWords(item);
  return facts as Item;
};

const referenceFacts = ({ note: _note, ...reference }: DocumentReference): DocumentReference => ({
  ...reference,
  quote: null,
});

/** The reading without the text of the document: what may be kept where the document itself may not. */
export const factsOnly = (reading: PlanReading): PlanReading => ({
  document: { ...reading.document, legalBasis: reading.document.legalBasis.map(referenceFacts) },
  targets: reading.targets.map(withoutNote),
  tasks: reading.tasks.map(withoutWords),
  projects: reading.projects.map((project) => ({
    ...withoutWords(project),
    legalBasis: project.legalBasis.map(referenceFacts),
  })),
  indicatorScores: reading.indicatorScores.map(withoutWords),
  gaps: reading.gaps.map(withoutWords),
  results: reading.results.map(withoutWords),
  resources: reading.resources.map(withoutWords),
  citedDocuments: reading.citedDocuments.map(withoutWords),
  reportingDuties: reading.reportingDuties.map(withoutWords),
  warnings: [],
});
