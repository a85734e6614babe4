import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { openSecretBox } from '#server/auth/secret-box.ts';
import type { DigestLine } from './digest.ts';
import { writeDigestLetter } from './digest-letter.ts';

const lineOf = (change: Partial<DigestLine>): DigestLine => ({
  ...{
    kind: 'task',
    id: 'task',
    page: '/nhiem-vu/task?co-quan=STP#phan-viec',
    name: 'Số hóa sổ hộ tịch.',
    document: '12/KH-UBND',
    period: '',
  },
  ...{ organization: { code: 'STP', name: 'Sở Tư pháp' }, lastDay: plainDate('2026-11-27') },
  ...{ isLate: true, isDuty: true, ...change },
});

const letterOf = (language: 'vi' | 'en', lines: readonly DigestLine[], unreached = 0): string =>
  writeDigestLetter(
    'message',
    {
      person: {
        ...{ accountId: 'account', displayName: 'Nguyễn Thị Mai', email: 'mai@dongthap.gov.vn' },
        ...{ language, places: [], copyChannels: ['e-mail'] },
      },
      ...{ today: plainDate('2026-11-28'), lines, unreached },
    },
    { publicUrl: 'https://senso.dongthap.gov.vn', secretBox: openSecretBox(randomBytes(32)) },
  ).text;

it('writes counts of one as one, and a task without the full stop of its plan', () => {
  const letter = letterOf('en', [lineOf({}), lineOf({ isDuty: false })], 1);
  expect(letter).toContain(
    '- Số hóa sổ hộ tịch, 12/KH-UBND (Sở Tư pháp): due 2026-11-27, overdue by 1 day\n' +
      '  https://senso.dongthap.gov.vn/nhiem-vu/task?co-quan=STP#phan-viec\n',
  );
  expect(letter).toContain('1 task of agencies');
  expect(letter).toContain('1 organization has nobody');
  expect(letter).toContain('report results or ask for an extension');
});

it('tells whoever gets copies alone the agencies with the most of them, as many as a phone shows', () => {
  const copies = Array.from({ length: 30 }, (_, place) =>
    lineOf({ isDuty: false, organization: { code: String(place), name: `Xã ${String(place)}` } }),
  );
  const mixed = [copies[0], copies[0], copies[1]].flatMap((line) =>
    line ? [{ ...line, isLate: false }] : [],
  );
  const letter = letterOf('vi', [...copies, ...mixed]);
  expect(letter).toContain(
    ['Xã 0: 3 việc, trong đó 1 việc quá hạn', 'Xã 1: 2 việc, trong đó 1 việc quá hạn', 'Xã 2: 1 việc quá hạn']
      .map((line, code) => `- ${line}\n  https://senso.dongthap.gov.vn/nhiem-vu?co-quan=${String(code)}\n`)
      .join(''),
  );
  expect(letter).toContain('- và 10 cơ quan khác, xem trong hệ thống');
  expect(letter).not.toContain('xin gia hạn');
});
