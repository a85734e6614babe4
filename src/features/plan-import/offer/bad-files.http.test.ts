import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { docxFile, paragraph } from '#test/docx-file.ts';
import { pdfFile } from '#test/pdf-file.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { toTcvn3 } from '#test/to-tcvn3.ts';
import { listPlanImports, uploadPlan } from '#features/plan-import/contract.ts';

const MEGABYTE = 1024 * 1024;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const offer = (content: Uint8Array, name = 'ke-hoach.txt') =>
  api.as('coordinator').call(uploadPlan, { file: { name, content } });
const countStored = async () => (await api.as('coordinator').call(listPlanImports)).body.total;

describe('a file that can not be imported is refused by name and leaves nothing behind', () => {
  it.each([
    ['an empty file', utf8(''), 'file.empty', 422],
    ['a file of blanks', utf8(' \n\t\n '), 'file.empty', 422],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file.unsupported-kind', 422],
    [
      'bytes without a meaning',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256),
      'file.binary',
      422,
    ],
    ['a file of zero bytes', new Uint8Array(5000), 'file.binary', 422],
    ['a file of 25 megabytes', new Uint8Array(25 * MEGABYTE).fill(0x61), 'file.too-large', 413],
    ['a shopping list', utf8('Gạo, mắm, muối\nĐường và cà phê\n'), 'file.not-a-plan', 422],
    ['a story', utf8('Ngày xưa có một làng sen nọ. '.repeat(2000)), 'file.not-a-plan', 422],
    ['a scan', pdfFile([{ texts: [] }]), 'file.scan', 422],
    ['a PDF cut off', Buffer.from('%PDF-1.7'), 'file.broken', 422],
    ['a Word document cut off', docxFile({ body: paragraph('Sen') }).slice(0, 300), 'file.broken', 422],
    ['a document of an old Word', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'file.old-office', 422],
  ] as const)('%s', async (_what, content, code, status) => {
    const before = await countStored();
    const answer = await offer(content);
    expect([answer.problem?.code, answer.status]).toEqual([code, status]);
    expect(await countStored()).toBe(before);
  });

  it('a text so long that reading it would hold up the server', async () => {
    const answer = await offer(utf8('Kế hoạch trồng sen. '.repeat(200_000)));
    expect(answer.problem?.code).toBe('file.too-large');
  });

  it('a long text in an old code set, before anybody tries what it may be', async () => {
    const answer = await offer(toTcvn3('Kế hoạch trồng sen. '.repeat(900_000)));
    expect(answer.problem).toMatchObject({ code: 'file.too-large', details: { limitCharacters: 400_000 } });
  });

  it('a request without a file', async () => {
    const answer = await api.as('coordinator').call(uploadPlan);
    expect(answer.problem?.code).toBe('file.missing');
  });
});

describe('a document in a format that offices use', () => {
  const plan = (number: string): readonly string[] => [
    'KẾ HOẠCH',
    'Đưa công nghệ số vào vườn sen năm 2026',
    `Số: ${number}/KH-UBND`,
    'I. MỤC TIÊU',
    '- Tỷ lệ vườn sen có mã số đạt 85%.',
    '- Tỷ lệ hộ trồng sen bán hàng trên mạng đạt 70%.',
  ];
  const texts = plan('42').map((words, index) => ({ at: [60, 700 - index * 30] as const, words }));
  it.each([
    [
      'Word',
      'docx',
      docxFile({
        body: plan('41')
          .map((words) => paragraph(words))
          .join(''),
      }),
    ],
    ['PDF', 'pdf', pdfFile([{ texts }])],
    [
      'a web page',
      'html',
      utf8(
        `<!doctype html>${plan('43')
          .map((words) => `<p>${words}</p>`)
          .join('')}`,
      ),
    ],
  ])('%s is read beside the thread that answers', async (_name, format, content) => {
    const answer = await offer(content, `ke-hoach.${format}`);
    expect(answer.status).toBe(200);
    expect(answer.body.import).toMatchObject({
      encoding: format,
      subjectLine: 'Đưa công nghệ số vào vườn sen năm 2026',
      itemCount: 2,
    });
  });
});

describe('a file in an encoding that offices use', () => {
  it.each([
    ['UTF-16', utf16(writeInventedPlan({ number: '31' }))],
    ['UTF-8 with line ends of Windows', utf8(writeInventedPlan({ number: '32' }).replaceAll('\n', '\r\n'))],
    [
      'UTF-8 with a stray zero byte',
      utf8(writeInventedPlan({ number: '34' }).replace('hạt sen', 'hạt\0 sen')),
    ],
    ['UTF-8 with combining marks', utf8(writeInventedPlan({ number: '33' }).normalize('NFD'))],
  ])('%s is understood', async (_name, content) => {
    const answer = await offer(content);
    expect(answer.status).toBe(200);
    expect(answer.body.import.subjectLine).toBe('Đưa công nghệ số vào vườn sen năm 2026');
  });
});
