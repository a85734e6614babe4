import { decimal, type DecimalText } from '#core/kernel/decimal.ts';
import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import {
  addresseeLines,
  annexReference,
  closeLines,
  dateLine,
  KIND_NAMES,
  numberLine,
  originLine,
} from '#core/report/head-lines.ts';
import { labelBlocks } from '#core/report/numbering.ts';
import { plainTextOf, type OfficialDocument } from '#core/report/official-document.ts';
import {
  capitalized,
  countText,
  dayInFigures,
  dayInWords,
  dayOrBlanks,
  periodText,
  pointsText,
  shareText,
} from '#core/report/official-wording.ts';
import { spanCell, type PointsSpan } from '#core/report/writing/comparison.ts';
import { reachedText, verdictText } from '#core/report/writing/judge-target.ts';
import type { DifficultyAnswerFacts } from '#core/report/writing/difficulty-answer.ts';
import {
  countFindings,
  groupFindings,
  SEVERITY_NAMES,
  type FindingSideFact,
  type FindingsLetterFacts,
} from '#core/report/writing/finding-facts.ts';
import type { AgencyReportFacts, ProgressReportFacts } from '#core/report/writing/progress-report.ts';
import { lateByLead, type ReminderFacts } from '#core/report/writing/reminder-letter.ts';
import type { AnnouncementFacts } from '#core/report/writing/result-announcement.ts';
import {
  listGaps,
  type AssessedComponent,
  type SelfAssessmentFacts,
} from '#core/report/writing/self-assessment-facts.ts';
import { dueText, progressText, stateText } from '#core/report/writing/task-annexes.ts';
import { countTasks } from '#core/report/writing/task-facts.ts';
import type { DocumentFacts } from '#core/report/writing/write-document.ts';

/** What placeholders are filled with: texts, flags, and lists of the same. */
export type TemplateData = Readonly<Record<string, TemplateValue>>;
type TemplateValue = string | boolean | readonly { readonly [name: string]: TemplateValue }[];

const numbered = <Item>(
  items: readonly Item[],
  dataOf: (item: Item) => TemplateData,
): readonly TemplateData[] => items.map((item, place) => ({ stt: String(place + 1), ...dataOf(item) }));

/** The text as paragraphs: headings without their numbers, which Word gives them, and points with their letters. */
const textOf = ({ blocks }: OfficialDocument): readonly TemplateData[] => {
  const line = (kind: 'la_muc_1' | 'la_muc_2' | 'la_doan', text: string): TemplateData => ({
    ...{ la_muc_1: false, la_muc_2: false, la_doan: false },
    ...{ [kind]: true, van_ban: text },
  });
  return labelBlocks(blocks).flatMap((block) => {
    switch (block.kind) {
      case 'heading':
        return [line(block.level === 1 ? 'la_muc_1' : 'la_muc_2', block.title)];
      case 'paragraph':
        return [line('la_doan', plainTextOf(block.text))];
      case 'points':
        return block.items.map(({ label, text }) => line('la_doan', `${label} ${plainTextOf(text)}`));
      case 'dashes':
        return block.items.map((text) => line('la_doan', `- ${plainTextOf(text)}`));
      case 'table':
      case 'chart':
        return [];
    }
  });
};

const headData = (document: OfficialDocument): TemplateData => {
  const { head, signature, origin } = document;
  return {
    co_quan_chu_quan: head.parentBody ?? '',
    co_quan_ban_hanh: head.issuingBody.join(' '),
    ten_co_quan: head.issuerName,
    so_va_ky_hieu: numberLine(head),
    so: head.number === null ? '' : String(head.number),
    ky_hieu: head.symbol,
    dia_danh: head.place,
    ngay_ban_hanh: dayOrBlanks(head.issuedOn, head.year),
    dia_danh_ngay_thang: dateLine(head),
    nam: String(head.year),
    ten_loai: KIND_NAMES[head.kind] ?? 'Công văn',
    trich_yeu: head.subject,
    kinh_gui: addresseeLines(document.addressees).join('\n'),
    tham_quyen_ky: signature.authority.join('\n'),
    nguoi_ky: signature.signer ?? '',
    noi_nhan: closeLines(document.recipients)
      .map((text) => `- ${text}`)
      .join('\n'),
    kem_theo: annexReference(head),
    nguon_goc: origin === null ? '' : originLine(origin),
    ma_van_ban: origin?.id ?? '',
    ma_kiem_tra: origin?.factsHash ?? '',
    can_cu: closeLines(document.bases).map((dong) => ({ dong })),
    noi_dung: textOf(document),
  };
};

const progressData = (facts: ProgressReportFacts | AgencyReportFacts): TemplateData => {
  const { all, completed, completedLate, running, overdue, paused, undated } = countTasks(facts.tasks);
  return {
    ky_bao_cao: periodText(facts.period),
    den_ngay: dayInFigures(facts.asOf),
    tong_nhiem_vu: countText(all),
    nhiem_vu_hoan_thanh: countText(completed),
    nhiem_vu_hoan_thanh_qua_han: countText(completedLate),
    nhiem_vu_trong_han: countText(running),
    nhiem_vu_qua_han: countText(overdue),
    nhiem_vu_tam_dung: countText(paused),
    nhiem_vu_chua_co_thoi_han: countText(undated),
    ty_le_hoan_thanh: shareText(completed, all),
    nhiem_vu: numbered(facts.tasks, (task) => ({
      ...{ ten: task.name, ke_hoach: task.plan, thoi_han: dueText(task), ket_qua: progressText(task) },
      co_quan_chu_tri: task.leads.join('; '),
      co_quan_phoi_hop: task.coordinating.join('; '),
      tinh_trang: stateText(task),
    })),
    chi_tieu: numbered(facts.targets, (target) => ({
      ...{ ten: target.name, ke_hoach: target.plan, muc_phan_dau: target.wanted },
      co_quan_chu_tri: target.leads.join('; '),
      ...{ ket_qua: reachedText(target), danh_gia: verdictText(target) },
    })),
  };
};

const reminderData = (facts: ReminderFacts): TemplateData => ({
  tong_nhiem_vu: countText(facts.tasks.length),
  den_ngay: dayInFigures(facts.asOf),
  bao_cao_truoc_ngay: dayInWords(facts.answerBy),
  co_quan: lateByLead(facts.tasks).map(([lead, tasks]) => ({
    ten: capitalized(lead),
    so_nhiem_vu: countText(tasks.length),
    nhiem_vu: numbered(tasks, (task) => ({
      ...{ ten: task.name, ke_hoach: task.plan },
      thoi_han: task.lastDay === null ? dueText(task) : dayInFigures(task.lastDay),
      so_ngay_qua_han: task.lastDay === null ? '' : countText(daysBetween(task.lastDay, facts.asOf)),
    })),
  })),
});

/** Points as documents write them, and both bounds as plain numbers. */
const pointsData = ({ low, high }: PointsSpan, maximum: DecimalText): TemplateData => ({
  diem: spanCell({ low, high }),
  ...{ diem_thap_nhat: low, diem_cao_nhat: high },
  diem_toi_da: pointsText(maximum),
});

const shareOf = ({ low }: PointsSpan, maximum: DecimalText): string =>
  `${decimal(low).times(100).div(maximum).toDecimalPlaces(1).toFixed().replace('.', ',')}%`;

const componentData = (component: AssessedComponent): TemplateData => ({
  ...{ ma: component.code, ten: component.name, so_lieu: component.current ?? '' },
  ...pointsData(component.points, component.maximum),
  ...{ nguyen_nhan: component.cause ?? '', giai_phap: component.remedy ?? '' },
  ...{ ghi_chu: component.remark ?? '', muc_phan_dau: component.target ?? '' },
  co_quan_chu_tri: component.leads.join('; '),
  co_quan_phoi_hop: component.coordinating.join('; '),
  thoi_han: component.due ?? '',
});

const assessmentData = (facts: SelfAssessmentFacts): TemplateData => {
  const { points, maximum, components } = facts;
  return {
    ...{ nam_danh_gia: String(facts.year), nam_sau: String(facts.nextYear) },
    tong_diem: spanCell(points),
    ...{ tong_diem_thap_nhat: points.low, tong_diem_cao_nhat: points.high },
    diem_toi_da: pointsText(maximum),
    ty_le_dat: shareOf(points, maximum),
    chi_so_chinh: numbered(facts.groups, (group) => ({
      ...{ ma: group.code, ten: group.name, ty_le_dat: shareOf(group.points, group.maximum) },
      ...pointsData(group.points, group.maximum),
    })),
    chi_so_thanh_phan: numbered(components, componentData),
    chi_so_chua_dat: numbered(listGaps(components), componentData),
    chi_so_phan_dau: numbered(
      components.filter(({ target }) => target !== null),
      componentData,
    ),
  };
};

const announcementData = (facts: AnnouncementFacts): TemplateData => ({
  nam_danh_gia: String(facts.year),
  bang_xep_hang: facts.leagues.map((league) => ({
    ...{ ten: league.frameworkTitle, nam: String(league.year), so_don_vi: countText(league.rows.length) },
    diem_toi_da: pointsText(league.maximum),
    don_vi: league.rows.map((row) => ({
      ...{ hang: row.rank.replace('=', ''), ten: row.name, diem: spanCell(row.points) },
      ...{ diem_thap_nhat: row.points.low, diem_cao_nhat: row.points.high },
      ty_le_dat: `${decimal(row.percent).toFixed(2).replace('.', ',')}%`,
      thay_doi: row.change === null ? '' : String(row.change),
    })),
  })),
});

const answerData = (facts: DifficultyAnswerFacts): TemplateData => ({
  ...{ co_quan_neu: facts.organization, ngay_neu: dayInFigures(facts.raisedOn), ve: facts.about.name },
  ...{ noi_dung_kho_khan: facts.words, de_xuat: facts.suggestion ?? '' },
  ...{ tra_loi: facts.answer, van_ban_tra_loi: facts.document ?? '' },
});

const sideText = ({ document, line, says }: FindingSideFact): string =>
  `${document}${line === null ? '' : `, dòng ${String(line)}`}: ${says}`;

const findingsData = (facts: FindingsLetterFacts): TemplateData => ({
  ...{ den_ngay: dayInFigures(facts.asOf), van_ban_gop_y: facts.document ?? '' },
  pham_vi: facts.narrowedTo.join('; '),
  tong_noi_dung: countText(facts.findings.length),
  so_can_quyet_dinh: countText(countFindings(facts.findings, 'high')),
  so_can_xem_lai: countText(countFindings(facts.findings, 'medium')),
  so_can_sua_cau_chu: countText(countFindings(facts.findings, 'low')),
  loai: groupFindings(facts.findings).map(({ kind, explanation, advice, findings }) => ({
    ...{ ten: kind, so_noi_dung: countText(findings.length), giai_thich: explanation, de_nghi: advice },
    chua_thong_nhat: numbered(findings, ({ subject, severity, remark, leads, sides }) => ({
      ...{ ten: subject, muc_do: SEVERITY_NAMES[severity], nhan_xet: remark },
      co_quan_chu_tri: leads.join('; '),
      cac_ben: sides.map(sideText).join('\n'),
      ben: sides.map((side) => ({
        ...{ ten_van_ban: side.document, so_dong: side.line === null ? '' : String(side.line) },
        ...{ ghi: side.says, trich: side.quote },
      })),
    })),
  })),
});

const kindData = (facts: DocumentFacts): TemplateData => {
  switch (facts.kind) {
    case 'progress-report':
    case 'agency-report':
      return progressData(facts);
    case 'reminder-letter':
      return reminderData(facts);
    case 'self-assessment':
      return assessmentData(facts);
    case 'result-announcement':
      return announcementData(facts);
    case 'difficulty-answer':
      return answerData(facts);
    case 'findings-letter':
      return findingsData(facts);
  }
};

/** All that the placeholders of a paper's template can be filled with: as `templateFieldsOf` lists it. */
export const templateDataOf = (document: OfficialDocument, facts: DocumentFacts): TemplateData => ({
  ...headData(document),
  ...kindData(facts),
});
