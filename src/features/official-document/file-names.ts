import type { PaperKind } from '#core/report/writing/write-document.ts';

/** How files of each kind of document are called on the disk of an office: its name without diacritics. */
export const FILE_NAMES: Readonly<Record<PaperKind, string>> = {
  'self-assessment': 'bao-cao-tu-danh-gia-dti',
  'progress-report': 'bao-cao-thuc-hien-ke-hoach',
  'result-announcement': 'thong-bao-ket-qua-xep-hang',
  'reminder-letter': 'cong-van-don-doc',
  'agency-report': 'bao-cao-cua-co-quan',
  'difficulty-answer': 'cong-van-tra-loi-kho-khan',
  'findings-letter': 'cong-van-gop-y',
};
