import { groupBy } from '#core/kernel/group-by.ts';
import type {
  DocumentAnnex,
  DocumentTable,
  RichText,
  TableColumn,
  TableRow,
} from '#core/report/official-document.ts';
import { annexLabel } from '#core/report/head-lines.ts';
import { pointsText } from '#core/report/official-wording.ts';
import { ofMaximum, spanCell } from './comparison.ts';
import { listGaps, type AssessedComponent, type SelfAssessmentFacts } from './self-assessment-facts.ts';

type RowOf = (component: AssessedComponent, place: number) => readonly RichText[];

/** One table whose rows stand under the titles of the main indicators and are counted within each. */
const groupedTable = (
  { groups }: SelfAssessmentFacts,
  components: readonly AssessedComponent[],
  columns: readonly TableColumn[],
  rowOf: RowOf,
): DocumentTable => {
  const members = groupBy(components, ({ groupCode }) => groupCode);
  const rows = groups.flatMap(({ code, name }): TableRow[] => {
    const some = members.get(code) ?? [];
    if (some.length === 0) return [];
    return [
      { kind: 'title', title: `${code}. ${name}` },
      ...some.map((component, place): TableRow => ({ kind: 'cells', cells: rowOf(component, place) })),
    ];
  });
  return { kind: 'table', caption: null, columns, rows, source: null };
};

const withTarget = ({ components }: SelfAssessmentFacts): readonly AssessedComponent[] =>
  components.filter(({ target }) => target !== null);

const NUMBER: TableColumn = { title: 'STT', share: 13, align: 'center' };

/** What was not reached, why, and what is done about it: as the province's own plan lays it out. */
const gapAnnex = (facts: SelfAssessmentFacts): DocumentAnnex => ({
  title: `Đánh giá các chỉ số thành phần chưa đạt điểm tối đa năm ${String(facts.year)}`,
  orientation: 'landscape',
  blocks: [
    groupedTable(
      facts,
      listGaps(facts.components),
      [
        NUMBER,
        { title: 'Tên chỉ số', share: 66, align: 'left' },
        { title: 'Nguyên nhân', share: 62, align: 'left' },
        { title: 'Giải pháp', share: 66, align: 'left' },
        { title: 'Cơ quan chủ trì khắc phục', share: 34, align: 'left' },
        { title: 'Ghi chú', share: 22, align: 'left' },
      ],
      ({ code, name, points, maximum, current, cause, remedy, leads, remark }, place) => [
        String(place + 1),
        `${code}. ${name}: đạt ${ofMaximum(points, maximum)}${current === null ? '' : `, số liệu đạt ${current}`}`,
        cause ?? '',
        remedy ?? '',
        leads.join('; '),
        remark ?? '',
      ],
    ),
  ],
});

/** What is striven for in the year that follows, by whom and until when. */
const targetAnnex = (facts: SelfAssessmentFacts): DocumentAnnex => ({
  title: `Mức phấn đấu nâng cao chỉ số chuyển đổi số năm ${String(facts.nextYear)}`,
  orientation: 'landscape',
  blocks: [
    groupedTable(
      facts,
      withTarget(facts),
      [
        NUMBER,
        { title: 'Tên chỉ số', share: 70, align: 'left' },
        { title: `Hiện trạng năm ${String(facts.year)}`, share: 34, align: 'left' },
        { title: `Phấn đấu năm ${String(facts.nextYear)}`, share: 40, align: 'left' },
        { title: 'Cơ quan chủ trì', share: 40, align: 'left' },
        { title: 'Cơ quan phối hợp', share: 38, align: 'left' },
        { title: 'Thời gian hoàn thành', share: 28, align: 'center' },
      ],
      ({ code, name, current, target, leads, coordinating, due }, place) => [
        String(place + 1),
        `${code}. ${name}`,
        current ?? '',
        target ?? '',
        leads.join('; '),
        coordinating.join('; '),
        due ?? '',
      ],
    ),
  ],
});

/** Every component with its points. */
const componentAnnex = (facts: SelfAssessmentFacts): DocumentAnnex => ({
  title: `Điểm tự đánh giá các chỉ số thành phần năm ${String(facts.year)}`,
  orientation: 'portrait',
  blocks: [
    groupedTable(
      facts,
      facts.components,
      [
        NUMBER,
        { title: 'Chỉ số thành phần', share: 88, align: 'left' },
        { title: 'Số liệu', share: 24, align: 'right' },
        { title: 'Điểm tối đa', share: 20, align: 'right' },
        { title: 'Điểm tự đánh giá', share: 30, align: 'right' },
      ],
      ({ code, name, current, maximum, points }, place) => [
        String(place + 1),
        `${code}. ${name}`,
        current ?? '',
        pointsText(maximum),
        spanCell(points),
      ],
    ),
  ],
});

/** The annexes of a self-assessment with what the text calls them; one that would be empty is left out. */
interface AssessmentAnnexes {
  readonly list: readonly DocumentAnnex[];
  /** "Phụ lục I"; undefined where there is none. */
  readonly gaps: string | undefined;
  readonly targets: string | undefined;
  readonly components: string;
}

/** What is lacking, what is striven for, and every component. */
export const assessmentAnnexes = (facts: SelfAssessmentFacts): AssessmentAnnexes => {
  const gaps = listGaps(facts.components).length === 0 ? [] : [gapAnnex(facts)];
  const targets = withTarget(facts).length === 0 ? [] : [targetAnnex(facts)];
  const list = [...gaps, ...targets, componentAnnex(facts)];
  const label = (place: number): string => annexLabel(place, list.length);
  return {
    list,
    gaps: gaps.length === 0 ? undefined : label(0),
    targets: targets.length === 0 ? undefined : label(gaps.length),
    components: label(list.length - 1),
  };
};
