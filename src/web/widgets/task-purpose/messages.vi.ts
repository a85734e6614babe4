/** The Vietnamese words of what tasks serve. */
export const vi = {
  title: 'Nhiệm vụ phục vụ',
  counted: (total: string, overdue: string) =>
    overdue === '0'
      ? `${total} nhiệm vụ, không nhiệm vụ nào quá hạn`
      : `${total} nhiệm vụ, ${overdue} quá hạn`,
  all: 'Xem các nhiệm vụ',
  agencies: (names: string) => `chủ trì: ${names}`,
};
