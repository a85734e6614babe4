/**
 * Verbs with which a plan says what an agency does, lower case as they stand behind its name:
 * "Sở Y tế | đẩy nhanh làm sạch dữ liệu". What begins in capitals belongs to a name: "Ban Chỉ đạo".
 */
export const WORK_VERBS =
  '(?:chủ trì|phối hợp|thực hiện|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|tham mưu|rà soát|xây dựng|tổ chức(?! chính trị| xã hội| đoàn thể| có| liên quan| thành viên)|triển khai|tăng(?: cường)?|chủ động|tiếp tục|theo dõi|hướng dẫn|căn cứ|tổng hợp|ưu tiên|bố trí|ban hành|tham gia|đẩy (?:mạnh|nhanh)|phổ biến|lãnh đạo|chỉ đạo|tuyên truyền|đưa tin|mở|nghiên cứu|đề xuất|cung cấp|đảm bảo|bảo đảm|kiểm tra|giám sát|thẩm định|quán triệt|nghiêm túc|vận động|khẩn trương|thường xuyên|định kỳ|hoàn thành|hoàn thiện|phân công|lồng ghép|huy động|hỗ trợ|quan tâm|nâng cao|cập nhật|kết nối|làm đầu mối|thúc đẩy|quản lý,|vận hành|công bố|khai thác|số hóa|số hoá|duy trì|phủ sóng|lắp đặt|nâng cấp|xử lý|thu hút|hình thành|thành lập|áp dụng|tích hợp|khắc phục|đôn đốc|đánh giá|tháo gỡ|kiện toàn|mở rộng|xác định|tạo (?:lập|điều kiện)|trực tiếp|kịp thời|cử)';
