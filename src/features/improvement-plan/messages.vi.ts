export const vi = {
  head: (subject: string, year: string) => `Phương án cải thiện – ${subject}, năm ${year}`,
  plan: (number: number) => (number === 1 ? 'Phương án tốt nhất' : `Phương án kế tiếp ${String(number - 1)}`),
  columns: { code: 'Mã', from: 'Từ', to: 'Đến', gain: 'Điểm', effort: 'Công sức', name: 'Chỉ số, số liệu' },
  total: 'Tổng',
  agencies: 'Cơ quan phải làm',
  bound: (effort: string) => `Chứng minh tối ưu: không phương án nào dưới ${effort} đơn vị công sức.`,
  boundOfPoints: (points: string) => `Chứng minh tối ưu: không phương án nào đạt trên ${points} điểm.`,
  convention:
    'Công sức là đơn vị quy ước: đi từ 0 đến mức đạt đủ điểm là 100, thiếu càng nhiều thì mỗi phần càng nặng, đến gấp đôi.',
  yes: 'có',
  no: 'không',
};
