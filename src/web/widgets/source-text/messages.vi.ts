export const vi = {
  label: 'Toàn văn theo dòng',
  line: (line: string) => `Dòng ${line}`,
};
