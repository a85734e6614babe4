import type { Measurable, ProposedLink } from '#core/consistency/measures/measure-link.ts';
import { proposeLinks } from '#core/consistency/measures/propose-links.ts';
import type { TargetRecord, YearFigure } from '#core/consistency/records/records.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { listIndicators, type Framework } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import { readRelationVersion } from './data-version.ts';
import { findLatestFramework } from './index-records.ts';
import { keepForVersion } from './keep-for-version.ts';
import { componentKey, dataItemKey, listTargetKeys } from './measure-keys.ts';
import { listRegisterRecords } from './register-records.ts';

/** A figure that a target states for some years: to be reached, or reached. */
export interface YearValue extends YearFigure {
  readonly role: 'target' | 'current';
}

/** Something measurable with where it stands and what is said of it for the years. */
export interface RegisteredMeasurable {
  readonly measurable: Measurable;
  /** The same after a further import. */
  readonly key: string;
  /** Code of a component or data item; null for a target. */
  readonly code: string | null;
  /** Null for a component or data item. */
  readonly document: DocumentName | null;
  readonly line: number | null;
  readonly leadNames: readonly string[];
  readonly values: readonly YearValue[];
}

const plannedFor = (target: TargetRecord): readonly YearFigure[] => {
  if (target.phases.length > 0 || target.year === null) return target.phases;
  const { year, comparator, value, unit } = target;
  return [{ fromYear: year, toYear: year, comparator, value, unit }];
};

const valuesOf = (target: TargetRecord): readonly YearValue[] => {
  const planned = [...plannedFor(target), ...target.plannedValues];
  const reached = [...(target.baseline === null ? [] : [target.baseline]), ...target.actuals];
  const withUnit = (figure: YearFigure): YearFigure => ({ ...figure, unit: figure.unit ?? target.unit });
  return [
    ...planned.map((figure) => ({ ...withUnit(figure), role: 'target' as const })),
    ...reached.map((figure) => ({ ...withUnit(figure), role: 'current' as const })),
  ].filter(({ value }) => value !== null);
};

const measurableTarget = (
  target: TargetRecord,
  key: string,
  document: DocumentName | null,
): RegisteredMeasurable => ({
  measurable: {
    ...{ id: target.place.id, kind: 'target', name: target.name, basis: target.basis, unit: target.unit },
    ...{ indicatorCode: target.indicatorCode, framework: null },
    leads: target.leads.flatMap(({ code }) => code ?? []),
  },
  ...{ key, code: null, document, line: target.place.line },
  leadNames: target.leads.map(({ name }) => name),
  values: valuesOf(target),
});

type Served = Pick<Measurable, 'indicatorCode' | 'framework'> &
  Pick<RegisteredMeasurable, 'leadNames'> & { readonly leads: readonly string[] };

const ofFramework = (
  kind: 'component' | 'data-item',
  key: string,
  { code, name }: { readonly code: string; readonly name: LocalizedText },
  { leadNames, ...served }: Served,
): RegisteredMeasurable => ({
  measurable: { ...{ id: key, kind, name: name.vi, basis: null, unit: null }, ...served },
  ...{ key, code, document: null, line: null, leadNames, values: [] },
});

const measurablesOf = (framework: Framework): readonly RegisteredMeasurable[] =>
  listIndicators(framework).flatMap((indicator) => {
    const served = {
      ...{ framework: framework.code, indicatorCode: indicator.code },
      leads: indicator.leadAgencies.flatMap(({ organizationCode }) => organizationCode ?? []),
      leadNames: indicator.leadAgencies.map(({ name }) => name),
    };
    const items = framework.dataItems.filter(({ code }) => indicator.dataItems.includes(code));
    return [
      ofFramework('component', componentKey(framework.code, indicator.code), indicator, served),
      ...items.map((item) => ofFramework('data-item', dataItemKey(framework.code, item.code), item, served)),
    ];
  });

interface Linkable {
  /** By id. */
  readonly measurables: ReadonlyMap<string, RegisteredMeasurable>;
  /** All pairs that seem to be one, whatever was decided; the likeliest first. */
  readonly proposals: readonly ProposedLink[];
}

/** Everything measurable, and which pairs seem to be one measurable thing. */
export const listLinkable = keepForVersion(
  readRelationVersion,
  async (db: Db, today: PlainDate): Promise<Linkable> => {
    const { targets } = await listRegisterRecords(db, today);
    const keys = await listTargetKeys(db);
    const rows = await db.selectFrom('document').select(documentColumns).execute();
    const documents = new Map(rows.map((row) => [row.document_id, documentNameOf(row)]));
    const framework = await findLatestFramework(db);
    const all = [
      ...targets.map((target) =>
        measurableTarget(
          target,
          keys.get(target.place.id) ?? target.place.id,
          documents.get(target.place.documentId) ?? null,
        ),
      ),
      ...(framework ? measurablesOf(framework) : []),
    ];
    // A data item may serve several components: it is one thing.
    const measurables = new Map(all.map((one) => [one.measurable.id, one]));
    const named = [...measurables.values()].map(({ measurable }) => measurable);
    return { measurables, proposals: proposeLinks(named, []) };
  },
);
