import type { FormColumn } from './workbook-layout.ts';
import type { FigureScope } from './workbook-form.ts';

/** The words of a form on a workbook. */
export interface WorkbookWords {
  readonly language: 'vi' | 'en';
  readonly sheet: string;
  readonly title: string;
  readonly organization: string;
  readonly round: (title: string, period: string, lastDay: string) => string;
  readonly instructions: readonly [string, string];
  readonly columns: Readonly<Record<FormColumn, string>>;
  readonly scopes: Readonly<Record<FigureScope, string>>;
  readonly yes: string;
  readonly no: string;
  readonly notApplicable: string;
  readonly previous: (value: string, period: string) => string;
  readonly number: string;
  readonly wholeNumber: string;
  readonly between: (minimum: string | null, maximum: string | null) => string;
  readonly choose: string;
  /** How a decimal is marked. */
  readonly decimalMark: string;
}

const vi: WorkbookWords = {
  language: 'vi',
  sheet: 'Số liệu',
  title: 'BIỂU SỐ LIỆU CHUYỂN ĐỔI SỐ',
  organization: 'Cơ quan, đơn vị báo cáo',
  round: (title, period, lastDay) => `${title}. Kỳ số liệu: ${period}. Gửi trước hết ngày ${lastDay}.`,
  instructions: [
    'Chỉ nhập vào các ô nền vàng. Không thêm, xóa dòng và cột; không dùng công thức.',
    'Chưa có số liệu thì để trống; không phát sinh thì nhập 0; không thuộc phạm vi thì nhập “Không áp dụng”.',
  ],
  columns: {
    key: 'Khóa',
    code: 'Mã số liệu',
    name: 'Nội dung',
    unit: 'Đơn vị tính',
    previous: 'Kỳ trước',
    value: 'Kỳ này',
    note: 'Ghi chú',
    explanation: 'Giải trình',
  },
  scopes: { own: '', part: ' (phần của cơ quan, đơn vị)', whole: ' (số của toàn tỉnh)' },
  yes: 'Có',
  no: 'Không',
  notApplicable: 'Không áp dụng',
  previous: (value, period) => `${value} (${period})`,
  number: 'Nhập một số, hoặc “Không áp dụng”.',
  wholeNumber: 'Nhập một số nguyên, hoặc “Không áp dụng”.',
  between: (minimum, maximum) =>
    [minimum !== null && `Nhỏ nhất ${minimum}.`, maximum !== null && `Lớn nhất ${maximum}.`]
      .filter(Boolean)
      .join(' '),
  choose: 'Chọn một mục trong danh sách.',
  decimalMark: ',',
};

const en: WorkbookWords = {
  language: 'en',
  sheet: 'Figures',
  title: 'FORM OF DIGITAL TRANSFORMATION FIGURES',
  organization: 'Reporting organization',
  round: (title, period, lastDay) => `${title}. Period: ${period}. To be sent by the end of ${lastDay}.`,
  instructions: [
    'Fill in the yellow cells alone. Add and remove no row and no column; use no formula.',
    'Leave blank what is not known, enter 0 where there was none, and “Not applicable” where it does not concern you.',
  ],
  columns: {
    key: 'Key',
    code: 'Code',
    name: 'Figure',
    unit: 'Unit',
    previous: 'Previous period',
    value: 'This period',
    note: 'Note',
    explanation: 'Explanation',
  },
  scopes: { own: '', part: ' (part of this organization)', whole: ' (of the whole province)' },
  yes: 'Yes',
  no: 'No',
  notApplicable: 'Not applicable',
  previous: (value, period) => `${value} (${period})`,
  number: 'Enter a number, or “Not applicable”.',
  wholeNumber: 'Enter a whole number, or “Not applicable”.',
  between: (minimum, maximum) =>
    [minimum !== null && `At least ${minimum}.`, maximum !== null && `At most ${maximum}.`]
      .filter(Boolean)
      .join(' '),
  choose: 'Choose an entry of the list.',
  decimalMark: '.',
};

/** The words of each language. A form is read whatever language it was written in. */
export const WORKBOOK_WORDS = { vi, en } as const;
