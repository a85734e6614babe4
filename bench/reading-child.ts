// Reads a plan of so many pages in one format and prints seconds and the largest memory of this process in megabytes.
import { isRefusal } from '#core/kernel/refusal.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { readPlanFile } from '#server/read/read-plan-file.ts';
import { LIMITS_OF_A_JOB } from '#server/read/reading-limits.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { filesOf } from '#test/fuzz/plan-files.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';

const LINES_OF_A_PAGE = 34;
const [format = 'docx', pages = '60'] = process.argv.slice(2);
const count = Number(pages) * LINES_OF_A_PAGE - 40;
const targets = Array.from(
  { length: Math.floor(count / 2) },
  (_, at) => `- Tỷ lệ ao sen của vùng ${String(at + 1)} có bản đồ số đạt ${String(50 + (at % 50))}%.`,
);
const tasks = Array.from(
  { length: Math.ceil(count / 2) },
  (_, at) =>
    `${String(at + 1)}. Trồng sen ở ao số ${String(at + 1)}. Cơ quan chủ trì: Sở Tài chính; thời gian: trước ngày 20/12/2026.`,
);
const lines = ['I. MỤC TIÊU CỤ THỂ', ...targets, 'II. NHIỆM VỤ', ...tasks];
const text = writeInventedPlan().replace('**Phụ lục I**', `${lines.join('\n')}\n\n**Phụ lục I**`);
const content = filesOf(text).get(format === 'pdf' ? 'pdf' : 'docx') ?? new Uint8Array();
const agencies = buildAgencyDirectory(referenceOrganizations);
const began = performance.now();
const read = await readPlanFile({ name: `ke-hoach.${format}`, content }, agencies, {
  limits: LIMITS_OF_A_JOB,
});
const seconds = (performance.now() - began) / 1000;
if (isRefusal(read)) throw new Error(read.code);
const found = read.reading.targets.length + read.reading.tasks.length;
// A fast reading that finds nothing is none.
if (found < count) throw new Error(`${String(found)} of ${String(count)} items of the ${format} were found`);
process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, found }));
