/** Names that make an invented plan this one and no other. */
export interface InventedPlan {
  readonly number?: string;
  readonly year?: number;
  readonly subject?: string;
  /** The agency that leads the second task. */
  readonly strangeAgency?: string;
  /** The value of the first target. */
  readonly firstTarget?: string;
  readonly extraTasks?: readonly string[];
}

/**
 * A short plan of no real province, in the form of such documents: head, a table of targets, a table of tasks.
 * The second target and the second task name groups, the third an agency that no register knows.
 */
export const writeInventedPlan = (plan: InventedPlan = {}): string => {
  const year = plan.year ?? 2026;
  const extraTasks = (plan.extraTasks ?? []).map(
    (name, index) => `| ${String(index + 4)} | ${name} | Sở Tài chính |  | Báo cáo | Năm ${String(year)} |`,
  );
  return `ỦY BAN NHÂN DÂN

TỈNH ĐỒNG THÁP

Số: ${plan.number ?? '99'}/KH-UBND

Đồng Tháp, ngày 15 tháng 01 năm ${String(year)}

## KẾ HOẠCH

${plan.subject ?? `Đưa công nghệ số vào vườn sen năm ${String(year)}`}

Căn cứ Quyết định số 11/QĐ-TTg ngày 05/01/2026 của Thủ tướng Chính phủ về việc trồng sen;

**Phụ lục I**

**Chỉ tiêu trồng sen**

| STT | Chỉ tiêu | Mục tiêu năm ${String(year)} | Cơ quan chủ trì | Cơ quan phối hợp |
|-----|----------|-----------|-----------------|------------------|
| 1 | Tỷ lệ ao sen có bản đồ số | ${plan.firstTarget ?? '80%'} | Sở KH&CN | Sở Tài chính |
| 2 | Tỷ lệ công chức biết trồng sen | 100% | Các sở, ban, ngành tỉnh | Sở Nội vụ |
| 3 | Tỷ lệ hộ dân bán hạt sen trên sàn thương mại điện tử | 60,5% | UBND các xã, phường | Sở Công Thương |

**Phụ lục II**

**Danh mục nhiệm vụ trồng sen**

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Kết quả | Thời gian thực hiện |
|----|----------|-----------------|------------------|---------|---------------------|
| 1 | Lập bản đồ số các ao sen trong tỉnh | Sở KH&CN | Sở Nông nghiệp và Môi trường | Bản đồ | Quý II/${String(year)} |
| 2 | Mở lớp dạy trồng sen trên mạng | ${plan.strangeAgency ?? 'Viện Nghiên cứu Hoa sen'} | Sở Nội vụ | Lớp học | Thường xuyên |
| 3 | Số hóa sổ sách của các làng sen | UBND các xã, phường | Sở Nội vụ | Sổ sách số | Tháng 10/${String(year)} |
${extraTasks.join('\n')}
`;
};

/** The plan as an uploaded file. */
export const inventedPlanFile = (plan: InventedPlan = {}, name = 'ke-hoach-sen.md') => ({
  name,
  content: new TextEncoder().encode(writeInventedPlan(plan)),
});
