import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { plainTextOf } from '#core/report/official-document.ts';
import type { FindingFact, FindingsLetterFacts } from './finding-facts.ts';
import { writeFindingsLetter } from './findings-letter.ts';

const side = (document: string, says: string, line: number | null = 3) => ({
  ...{ document, line, says },
  quote: 'Tỷ lệ hồ sơ trực tuyến',
});

const finding = (members: Partial<FindingFact> = {}): FindingFact => ({
  ...{ kind: 'Hai giá trị chỉ tiêu khác nhau', severity: 'high', subject: 'Tỷ lệ hồ sơ trực tuyến' },
  ...{ explanation: 'Một trong hai chỉ tiêu không đúng.', remark: '', advice: 'Thống nhất một giá trị.' },
  leads: ['Sở Tư pháp'],
  sides: [side('Kế hoạch A', 'Chỉ tiêu: 85%, năm 2026'), side('Kế hoạch B', 'Chỉ tiêu: 87%, năm 2026')],
  ...members,
});

const letterOn = (members: Partial<FindingsLetterFacts>) =>
  writeFindingsLetter(
    {
      ...{ kind: 'findings-letter', province: 'Đồng Tháp', asOf: plainDate('2026-11-29'), document: null },
      ...{ addressee: 'Sở Tư pháp', narrowedTo: [], simulated: false, findings: [finding()] },
      ...members,
    },
    null,
  );

const rowsOf = (letter: ReturnType<typeof letterOn>): readonly (readonly string[])[] =>
  (letter.annexes[0]?.blocks ?? []).flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => (row.kind === 'title' ? [row.title] : row.cells).map(plainTextOf))
      : [],
  );

describe('a letter on contradictions', () => {
  it('asks for each gravity on its own, and says what it is narrowed to', () => {
    const letter = letterOn({
      document: 'dự thảo Kế hoạch C',
      narrowedTo: ['chỉ số thành phần 6.5'],
      findings: [finding(), finding({ severity: 'low' }), finding({ severity: 'low' })],
    });
    const [lead, , points] = letter.blocks;
    expect(lead?.kind === 'paragraph' && plainTextOf(lead.text)).toBe(
      'Qua đối chiếu dự thảo Kế hoạch C với các văn bản khác, với số liệu và quy tắc tính điểm, trong phạm vi chỉ số thành phần 6.5, đến ngày 29/11/2026 còn 03 nội dung chưa thống nhất, gồm 01 nội dung cần quyết định và 02 nội dung cần sửa câu chữ (chi tiết tại Phụ lục kèm theo).',
    );
    expect(points?.kind === 'points' && points.items).toHaveLength(2);
    expect(letter.head.subject).toBe('góp ý dự thảo Kế hoạch C');
  });

  it('asks for one gravity alone in a sentence', () => {
    const [, request] = letterOn({ findings: [finding({ severity: 'low' })] }).blocks;
    expect(request?.kind === 'paragraph' && plainTextOf(request.text)).toBe(
      'Đề nghị cơ quan chủ trì soạn thảo chỉnh sửa cách ghi của 01 nội dung cho thống nhất.',
    );
  });

  it('tells once what is the same for a kind, and the year that all sides speak of with the subject', () => {
    const rows = rowsOf(letterOn({ findings: [finding(), finding({ severity: 'medium', remark: 'Xem.' })] }));
    expect(rows).toEqual([
      [
        'Hai giá trị chỉ tiêu khác nhau (02). Một trong hai chỉ tiêu không đúng. Đề nghị: Thống nhất một giá trị.',
      ],
      [
        ...['1', 'Tỷ lệ hồ sơ trực tuyến, năm 2026 (cần quyết định)'],
        '[1] dòng 3: Chỉ tiêu: 85%; [2] dòng 3: Chỉ tiêu: 87%',
      ],
      [
        ...['2', 'Tỷ lệ hồ sơ trực tuyến, năm 2026 (cần xem lại). Xem.'],
        '[1] dòng 3: Chỉ tiêu: 85%; [2] dòng 3: Chỉ tiêu: 87%',
      ],
    ]);
  });

  it('joins the lines of a document that say the same, and counts the places that are left out', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) =>
      side(`Kế hoạch ${name}`, 'Tên khác', null),
    );
    const [, row] = rowsOf(letterOn({ findings: [finding({ sides: many })] }));
    expect(row?.[2]).toMatch(/^\[1\]: Tên khác; .*\[5\]: Tên khác; và 02 nơi khác$/u);
    const same = [side('Kế hoạch A', 'Chỉ tiêu: 85%', 3), side('Kế hoạch A', 'Chỉ tiêu: 85%', 9)];
    expect(rowsOf(letterOn({ findings: [finding({ sides: same })] }))[1]?.[2]).toBe(
      '[1] dòng 3, 9: Chỉ tiêu: 85%',
    );
  });
});
