import type { DocumentBlock, Run } from '#core/report/official-document.ts';

const WARNING: Run = {
  text: 'Văn bản có số liệu mô phỏng, chỉ dùng để trình diễn; không sử dụng thay cho số liệu chính thức.',
  bold: true,
};

/** Stands before the first figure of a paper that made-up figures are in, so that nobody takes it for an official one. */
export const SIMULATED_NOTE: DocumentBlock = { kind: 'paragraph', text: [WARNING] };
