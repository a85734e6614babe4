import { decimal, sum, type DecimalText } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import type { DocumentBlock, DocumentOrigin, OfficialDocument } from '#core/report/official-document.ts';
import { provinceOf, provinceWords } from '#core/report/province.ts';
import {
  countText,
  joinNames,
  pointsText,
  shareText,
  shortcomingTitle,
  withinSentence,
} from '#core/report/official-wording.ts';
import {
  changeText,
  goalSentence,
  lackText,
  laterGoalSentence,
  ofMaximum,
  sentence,
  spanCell,
  spanText,
  type PointsSpan,
} from './comparison.ts';
import { assessmentAnnexes } from './self-assessment-annexes.ts';
import {
  listGaps,
  type AssessedComponent,
  type AssessedGroup,
  type SelfAssessmentFacts,
} from './self-assessment-facts.ts';
import { SIMULATED_NOTE } from './simulated.ts';

const byLoss = (a: AssessedComponent, b: AssessedComponent): number =>
  decimal(b.maximum).minus(b.points.low).comparedTo(decimal(a.maximum).minus(a.points.low));

const nameOf = ({ code, name }: AssessedGroup): string => `${code}. ${name}`;

const openSentence = (components: readonly AssessedComponent[]): string => {
  const open = components.filter(({ points: { low, high } }) => !decimal(low).equals(high));
  return open.length === 0
    ? ''
    : ` Chỉ số được tính theo khoảng điểm: ${joinNames(open.map(({ code }) => code))}.`;
};

/** A goal of an earlier year is over: nothing is said of it. */
const goalText = ({ points, goal, goalYear, year }: SelfAssessmentFacts): string => {
  const aimed = goalYear ?? year;
  if (goal === null || aimed < year) return '';
  return aimed === year
    ? ` ${goalSentence(points, goal, 'kết quả tự đánh giá')}`
    : ` ${laterGoalSentence(points, goal, aimed)}`;
};

const resultParagraphs = (facts: SelfAssessmentFacts): readonly DocumentBlock[] => {
  const { points, maximum, published, groups, components } = facts;
  const gaps = listGaps(components);
  const full = components.length - gaps.length;
  const told = [
    full === 0
      ? 'chưa có chỉ số đạt điểm tối đa'
      : `${countText(full)} chỉ số đạt điểm tối đa (${shareText(full, components.length)})`,
    ...(gaps.length === 0 ? [] : [`${countText(gaps.length)} chỉ số chưa đạt điểm tối đa`]),
  ];
  const before =
    published === null
      ? []
      : [
          `So với kết quả công bố năm ${String(published.year)} (${published.note}), kết quả tự đánh giá ${changeText(points, published.points)}.`,
        ];
  return [
    {
      kind: 'paragraph',
      text: `Tổng điểm tự đánh giá chỉ số chuyển đổi số năm ${String(facts.year)} của ${provinceWords(provinceOf(facts)).named} là ${spanText(points)} điểm trên ${pointsText(maximum)} điểm, đạt ${shareSpan(points, maximum)} tổng điểm.${goalText(facts)}`,
    },
    ...before.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
    {
      kind: 'paragraph',
      text: `Trong ${countText(components.length)} chỉ số thành phần thuộc ${countText(groups.length)} chỉ số chính, ${told.join('; ')}.${openSentence(components)}`,
    },
  ];
};

const shareSpan = ({ low, high }: PointsSpan, maximum: DecimalText): string => {
  const [from, to] = [shareText(low, maximum), shareText(high, maximum)];
  return from === to ? from : `từ ${from} đến ${to}`;
};

// Each row is rounded once, and so is the total: their sum may differ from it by a hundredth.
const roundingNote = ({ groups, points }: SelfAssessmentFacts): string | null => {
  const addsUp = (end: keyof PointsSpan): boolean =>
    sum(groups.map((group) => decimal(group.points[end]))).equals(points[end]);
  return addsUp('low') && addsUp('high') ? null : 'tổng điểm được cộng trước khi làm tròn';
};

const summaryTable = (facts: SelfAssessmentFacts): readonly DocumentBlock[] => {
  const origin = `bản chốt điểm “${facts.snapshot.name}” lúc ${facts.snapshot.takenAt}`;
  return [
    {
      kind: 'table',
      caption: `Bảng 1. Kết quả tự đánh giá theo chỉ số chính năm ${String(facts.year)}`,
      columns: [
        { title: 'STT', share: 13, align: 'center' },
        { title: 'Chỉ số chính', share: 56, align: 'left' },
        { title: 'Điểm tối đa', share: 24, align: 'right' },
        { title: 'Điểm tự đánh giá', share: 40, align: 'right' },
        { title: 'Tỷ lệ đạt', share: 34, align: 'right' },
      ],
      rows: [
        ...facts.groups.map((group) => ({
          kind: 'cells' as const,
          cells: [
            group.code,
            group.name,
            pointsText(group.maximum),
            spanCell(group.points),
            shareSpan(group.points, group.maximum).replace('từ ', '').replace(' đến ', ' - '),
          ],
        })),
        {
          kind: 'total',
          cells: [
            '',
            'Tổng điểm',
            pointsText(facts.maximum),
            spanCell(facts.points),
            shareSpan(facts.points, facts.maximum).replace('từ ', '').replace(' đến ', ' - '),
          ],
        },
      ],
      note: roundingNote(facts),
      source: origin,
    },
    {
      kind: 'chart',
      caption: 'Biểu đồ 1. Điểm tự đánh giá so với điểm tối đa theo chỉ số chính',
      unit: 'điểm',
      categories: facts.groups.map(({ name }) => name),
      series: [
        { name: 'Điểm tự đánh giá (mức chắc chắn)', values: facts.groups.map(({ points }) => points.low) },
        { name: 'Điểm tối đa', values: facts.groups.map(({ maximum }) => maximum) },
      ],
      source: origin,
    },
  ];
};

const groupParagraphs = (facts: SelfAssessmentFacts): readonly DocumentBlock[] => {
  const members = groupBy(facts.components, ({ groupCode }) => groupCode);
  return [
    {
      kind: 'points',
      items: facts.groups.map((group) => {
        const components = members.get(group.code) ?? [];
        const gaps = listGaps(components);
        const result = `đạt ${ofMaximum(group.points, group.maximum)}`;
        const full = components.length - gaps.length;
        const counted =
          gaps.length === 0
            ? `cả ${countText(components.length)} chỉ số thành phần đạt điểm tối đa`
            : `${full === 0 ? 'chưa có' : countText(full)} chỉ số thành phần đạt điểm tối đa; chưa đạt điểm tối đa: ${joinNames(
                gaps.map((gap) => `${gap.code} (${ofMaximum(gap.points, gap.maximum)})`),
              )}`;
        return [
          { text: `${group.name}: `, bold: true },
          { text: sentence(`${result}; ${counted}`).replace(/^Đ/u, 'đ') },
        ];
      }),
    },
    {
      kind: 'paragraph',
      text: `Điểm từng chỉ số thành phần tại ${assessmentAnnexes(facts).components} kèm theo.`,
    },
  ];
};

const LARGEST = 8;

const shortcomingBlocks = (facts: SelfAssessmentFacts): readonly DocumentBlock[] => {
  const gaps = listGaps(facts.components).toSorted(byLoss);
  const largest = gaps.slice(0, LARGEST);
  if (largest.length === 0) return [];
  return [
    { kind: 'heading', level: 1, title: shortcomingTitle(largest.some(({ cause }) => cause !== null)) },
    {
      kind: 'paragraph',
      text: `${countText(gaps.length)} chỉ số thành phần chưa đạt điểm tối đa${gaps.length > largest.length ? `; trong đó ${countText(largest.length)} chỉ số còn thiếu điểm nhiều nhất gồm` : ', gồm'}:`,
    },
    {
      kind: 'points',
      items: largest.map((gap) => {
        const reached = gap.current === null ? '' : `, số liệu đạt ${gap.current}`;
        const cause = gap.cause === null ? '' : ` Nguyên nhân: ${sentence(gap.cause)}`;
        return `Chỉ số ${nameOf(gap)}: đạt ${ofMaximum(gap.points, gap.maximum)}${reached}; ${lackText(gap.points, gap.maximum)} so với điểm tối đa.${cause}`;
      }),
    },
    {
      kind: 'paragraph',
      text: `Nội dung chi tiết từng chỉ số thành phần chưa đạt điểm tối đa tại ${assessmentAnnexes(facts).gaps ?? ''} kèm theo.`,
    },
  ];
};

const directionBlocks = (facts: SelfAssessmentFacts): readonly DocumentBlock[] => {
  const gaps = listGaps(facts.components);
  const remedies = gaps
    .filter(({ remedy }) => remedy !== null)
    .toSorted(byLoss)
    .slice(0, LARGEST);
  const leads = [...new Set(gaps.flatMap((gap) => gap.leads))];
  const { committee } = provinceWords(provinceOf(facts));
  const annexes = assessmentAnnexes(facts);
  const striven =
    annexes.targets === undefined
      ? ''
      : ` và thực hiện các mức phấn đấu năm ${String(facts.nextYear)} tại ${annexes.targets}`;
  return [
    { kind: 'heading', level: 1, title: `Phương hướng, nhiệm vụ năm ${String(facts.nextYear)}` },
    ...(remedies.length === 0
      ? []
      : ([
          { kind: 'paragraph', text: 'Tập trung thực hiện các giải pháp sau:' },
          {
            kind: 'points',
            items: remedies.map(
              ({ code, remedy, leads: responsible }) =>
                `Chỉ số ${code}: ${sentence(remedy ?? '')}${responsible.length === 0 ? '' : ` Cơ quan chủ trì: ${responsible.join('; ')}.`}`,
            ),
          },
        ] satisfies DocumentBlock[])),
    ...(leads.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `${committee} chỉ đạo ${joinNames(leads.map(withinSentence))} chủ trì khắc phục các chỉ số thành phần được phân công tại ${annexes.gaps ?? ''}${striven}.`,
          },
        ]),
  ];
};

/** The self-assessment of a province by the index, with its gaps, its targets and every component as annexes. */
export const writeSelfAssessment = (
  facts: SelfAssessmentFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const province = provinceOf(facts);
  const letterhead = provinceLetterhead(province);
  const { named, committee, recipients } = provinceWords(province);
  const closing = `Trên đây là kết quả tự đánh giá chỉ số chuyển đổi số năm ${String(facts.year)} của ${named}; ${committee} kính báo cáo Bộ Khoa học và Công nghệ xem xét, đánh giá./.`;
  return {
    head: headOfPaper(letterhead, {
      kind: 'report',
      typeSymbol: 'BC',
      subject: `Tự đánh giá chỉ số chuyển đổi số (DTI) ${named} năm ${String(facts.year)}`,
      year: facts.nextYear,
    }),
    addressees: ['Bộ Khoa học và Công nghệ'],
    bases: facts.decision === null ? [] : [`Căn cứ ${facts.decision}`],
    blocks: [
      {
        kind: 'paragraph',
        text: `${letterhead.issuerName} báo cáo kết quả tự đánh giá chỉ số chuyển đổi số (DTI) năm ${String(facts.year)} như sau:`,
      },
      ...(facts.simulated ? [SIMULATED_NOTE] : []),
      { kind: 'heading', level: 1, title: 'Kết quả tự đánh giá' },
      { kind: 'heading', level: 2, title: 'Kết quả chung' },
      ...resultParagraphs(facts),
      ...summaryTable(facts),
      { kind: 'heading', level: 2, title: 'Kết quả theo chỉ số chính' },
      ...groupParagraphs(facts),
      ...shortcomingBlocks(facts),
      ...directionBlocks(facts),
      { kind: 'paragraph', text: closing },
    ],
    signature: letterhead.signature,
    recipients: ['Như trên', ...recipients],
    annexes: assessmentAnnexes(facts).list,
    origin,
  };
};
