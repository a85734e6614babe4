export const vi = {
  label: 'Toàn văn theo dòng',
  excerptLabel: 'Trích văn bản gốc',
  line: (line: string) => `Dòng ${line}`,
  items: (line: string) => `Nội dung trong sổ ở dòng ${line}`,
};
