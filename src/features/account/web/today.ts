/** The present day of the province, `YYYY-MM-DD`: where a form begins. */
export const provinceToday = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
