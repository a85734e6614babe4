import { decimal, sum, type DecimalText } from '#core/kernel/decimal.ts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  DocumentOrigin,
  OfficialDocument,
} from '#core/report/official-document.ts';
import { capitalized, countText, joinNames, withinSentence } from '#core/report/official-wording.ts';
import { provinceOf, provinceWords, type ProvinceFacts, type ProvinceWords } from '#core/report/province.ts';
import { spanCell, spanText, type PointsSpan } from './comparison.ts';
import { SIMULATED_NOTE } from './simulated.ts';
import { tableAnnex } from './table-annex.ts';

/** How one agency or commune stands in a ranking. */
export interface RankedSubject {
  readonly name: string;
  /** As it is printed: "=3" for a place that several share. */
  readonly rank: string;
  readonly points: PointsSpan;
  /** Certain points per hundred at stake. */
  readonly percent: DecimalText;
  /** Places won since the ranking that it is compared with; null for who did not stand in it. */
  readonly change: number | null;
  /** Points of the main indicators in their order; null where one is not asked of the subject. */
  readonly groups: readonly (PointsSpan | null)[];
}

/** One ranking: all agencies, or all communes. */
export interface RankedLeague {
  readonly subjects: 'agency' | 'commune';
  readonly year: number;
  readonly frameworkTitle: string;
  readonly decision: string | null;
  readonly maximum: DecimalText;
  /** Maxima differ, so that shares are ranked instead of points. */
  readonly byPercent: boolean;
  readonly groupNames: readonly string[];
  readonly rows: readonly RankedSubject[];
  readonly snapshot: { readonly name: string; readonly takenAt: string };
  /** What places are compared with: "năm 2024"; null where nothing came before. */
  readonly comparedWith: string | null;
  readonly simulated: boolean;
}

/** All that an announcement of results says. */
export interface AnnouncementFacts extends ProvinceFacts {
  readonly kind: 'result-announcement';
  readonly year: number;
  readonly writtenIn: number;
  readonly leagues: readonly RankedLeague[];
}

type Subjects = RankedLeague['subjects'];

const COUNTED = { agency: 'cơ quan', commune: 'xã, phường' } as const satisfies Record<Subjects, string>;

const manyOf = (subjects: Subjects, { agencies }: ProvinceWords): string =>
  ({ agency: agencies, commune: 'Ủy ban nhân dân các xã, phường' })[subjects];

const SHOWN = 3;

const resultText = (row: RankedSubject, { byPercent }: RankedLeague): string =>
  byPercent ? `${decimal(row.percent).toFixed(2).replace('.', ',')}%` : `${spanText(row.points)} điểm`;

const named = (rows: readonly RankedSubject[], league: RankedLeague): string =>
  joinNames(rows.map((row) => `${withinSentence(row.name)} (${resultText(row, league)})`));

const meanText = (league: RankedLeague): string => {
  const { rows } = league;
  const meanOf = (values: readonly DecimalText[]): DecimalText =>
    sum(values.map((value) => decimal(value)))
      .div(values.length)
      .toFixed(2);
  if (league.byPercent) {
    return `${meanOf(rows.map(({ percent }) => percent)).replace('.', ',')}% số điểm được tính`;
  }
  const low = meanOf(rows.map(({ points }) => points.low));
  return `${spanText({ low, high: meanOf(rows.map(({ points }) => points.high)) })} điểm`;
};

const changeSentences = ({ rows, comparedWith, subjects }: RankedLeague): readonly string[] => {
  if (comparedWith === null) return [];
  const compared = rows.filter(({ change }) => change !== null);
  if (compared.length === 0) return [];
  const up = compared.filter(({ change }) => (change ?? 0) > 0);
  const down = compared.filter(({ change }) => (change ?? 0) < 0);
  const same = compared.length - up.length - down.length;
  const best = up.toSorted((a, b) => (b.change ?? 0) - (a.change ?? 0)).slice(0, SHOWN);
  const counted = COUNTED[subjects];
  const told = [
    ...(up.length === 0 ? [] : [`${countText(up.length)} ${counted} tăng hạng`]),
    ...(down.length === 0 ? [] : [`${countText(down.length)} ${counted} giảm hạng`]),
    ...(same === 0 ? [] : [`${countText(same)} ${counted} giữ nguyên thứ hạng`]),
  ];
  return [
    `So với ${comparedWith}, ${joinNames(told)}.`,
    ...(best.length === 0
      ? []
      : [
          `Tăng hạng nhiều nhất: ${joinNames(best.map(({ name, change }) => `${withinSentence(name)} (tăng ${countText(change ?? 0)} bậc)`))}.`,
        ]),
  ];
};

/** The first of a ranking, and whoever shares the place of the last of them. */
const firstOf = (rows: readonly RankedSubject[]): readonly RankedSubject[] => {
  const cut = rows[SHOWN - 1]?.rank;
  return rows.filter((row, place) => place < SHOWN || row.rank === cut);
};

const openNote = ({ rows, subjects }: RankedLeague): readonly string[] =>
  rows.every(({ points }) => decimal(points.low).equals(points.high))
    ? []
    : [
        `Thứ hạng tính theo mức điểm chắc chắn đạt được; ${COUNTED[subjects]} còn nội dung cần xác định được ghi theo khoảng điểm.`,
      ];

// Where a framework stands is said by the decision that issued it, not in its name.
const withoutStage = (title: string): string => title.replace(/\s*\((?:đề xuất|dự thảo)\)\s*$/iu, '');

const leagueBlocks = (league: RankedLeague, words: ProvinceWords): readonly DocumentBlock[] => {
  const { rows, subjects } = league;
  const counted = COUNTED[subjects];
  const top = firstOf(rows);
  const last = firstOf(rows.toReversed()).toReversed();
  return [
    { kind: 'heading', level: 1, title: `Kết quả đánh giá, xếp hạng ${manyOf(subjects, words)}` },
    {
      kind: 'paragraph',
      text: `Năm ${String(league.year)}, ${countText(rows.length)} ${counted} được đánh giá theo ${withoutStage(league.frameworkTitle)}. Kết quả bình quân đạt ${meanText(league)}.`,
    },
    {
      kind: 'paragraph',
      text: `${capitalized(countText(top.length))} ${counted} dẫn đầu: ${named(top, league)}.`,
    },
    ...(rows.length > 2 * SHOWN && rows.length >= top.length + last.length
      ? [
          {
            kind: 'paragraph' as const,
            text: `${countText(last.length)} ${counted} có kết quả thấp nhất: ${named(last, league)}.`,
          },
        ]
      : []),
    ...[...changeSentences(league), ...openNote(league)].map((text): DocumentBlock => ({
      kind: 'paragraph',
      text,
    })),
  ];
};

const changeCell = (change: number | null): string => {
  if (change === null) return '-';
  if (change === 0) return '0';
  return change > 0 ? `+${String(change)}` : String(change);
};

const rankCell = (rank: string): string => rank.replace('=', '');

const leagueAnnex = (league: RankedLeague, words: ProvinceWords): DocumentAnnex =>
  tableAnnex(`Xếp hạng chuyển đổi số ${manyOf(league.subjects, words)} năm ${String(league.year)}`, {
    columns: [
      { title: 'Xếp hạng', share: 15, align: 'center' },
      { title: league.subjects === 'agency' ? 'Cơ quan' : 'Xã, phường', share: 58, align: 'left' },
      ...league.groupNames.map((title) => ({
        title,
        share: 19,
        align: 'right' as const,
        group: 'Điểm theo chỉ số chính',
      })),
      { title: 'Tổng điểm', share: 22, align: 'right' },
      { title: 'Tỷ lệ đạt (%)', share: 17, align: 'right' },
      ...(league.comparedWith === null
        ? []
        : [{ title: `Thay đổi bậc so với ${league.comparedWith}`, share: 20, align: 'center' as const }]),
    ],
    rows: league.rows.map((row) => ({
      kind: 'cells',
      cells: [
        rankCell(row.rank),
        row.name,
        ...row.groups.map((points) => (points === null ? 'Không tính' : spanCell(points))),
        spanCell(row.points),
        decimal(row.percent).toFixed(2).replace('.', ','),
        ...(league.comparedWith === null ? [] : [changeCell(row.change)]),
      ],
    })),
    source: `bản chốt điểm “${league.snapshot.name}” lúc ${league.snapshot.takenAt}${league.simulated ? '; có số liệu mô phỏng' : ''}`,
  });

const listDecisions = (leagues: readonly RankedLeague[]): readonly string[] => [
  ...new Set(leagues.flatMap(({ decision }) => (decision === null ? [] : [`Căn cứ ${decision}`]))),
];

/** The announcement of a year's results with the rankings as annexes. */
export const writeAnnouncement = (
  facts: AnnouncementFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const province = provinceOf(facts);
  const letterhead = provinceLetterhead(province);
  const words = provinceWords(province);
  // As protocol has them, in whichever order they were chosen.
  const leagues = [
    ...facts.leagues.filter(({ subjects }) => subjects === 'agency'),
    ...facts.leagues.filter(({ subjects }) => subjects === 'commune'),
  ];
  const whom = joinNames(leagues.map(({ subjects }) => manyOf(subjects, words)));
  const years = [...new Set(leagues.map(({ year }) => year))];
  // Rankings of different years stand in one announcement, each with its own.
  const whomAndWhen =
    years.length <= 1
      ? `${whom} năm ${String(facts.year)}`
      : joinNames(leagues.map(({ subjects, year }) => `${manyOf(subjects, words)} năm ${String(year)}`));
  const when = joinNames(years.toSorted((a, b) => a - b).map((year) => `năm ${String(year)}`));
  const annexes = leagues.length === 1 ? 'Phụ lục' : 'các Phụ lục';
  return {
    head: headOfPaper(letterhead, {
      kind: 'announcement',
      typeSymbol: 'TB',
      subject: `Kết quả đánh giá, xếp hạng mức độ chuyển đổi số của ${whomAndWhen}`,
      year: facts.writtenIn,
    }),
    addressees: [],
    bases: listDecisions(leagues),
    blocks: [
      {
        kind: 'paragraph',
        text: `${letterhead.issuerName} thông báo kết quả đánh giá, xếp hạng mức độ chuyển đổi số ${when} như sau:`,
      },
      ...(leagues.some(({ simulated }) => simulated) ? [SIMULATED_NOTE] : []),
      ...leagues.flatMap((league) => leagueBlocks(league, words)),
      { kind: 'heading', level: 1, title: 'Tổ chức thực hiện' },
      {
        kind: 'points',
        items: [
          `Thủ trưởng các cơ quan, đơn vị, địa phương căn cứ kết quả tại ${annexes} kèm theo, phân tích các chỉ số đạt điểm thấp, xác định nguyên nhân và tổ chức khắc phục trong năm ${String(facts.writtenIn)}.`,
          `Sở Khoa học và Công nghệ theo dõi, đôn đốc, hướng dẫn và tổng hợp kết quả thực hiện, báo cáo ${words.committee}.`,
        ],
      },
      {
        kind: 'paragraph',
        text: `${words.committee} thông báo để các cơ quan, đơn vị, địa phương biết, thực hiện./.`,
      },
    ],
    signature: letterhead.signature,
    recipients: words.recipients,
    annexes: leagues.map((league) => leagueAnnex(league, words)),
    origin,
  };
};
