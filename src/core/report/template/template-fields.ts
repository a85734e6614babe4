import type { PaperKind } from '#core/report/writing/write-document.ts';

/** What placeholders of a template may name: texts, and lists whose members have fields of their own. */
export interface TemplateFields {
  readonly texts: readonly string[];
  readonly lists: Readonly<Record<string, TemplateFields>>;
}

const fields = (texts: string, lists: TemplateFields['lists'] = {}): TemplateFields => ({
  texts: texts.trim().split(/\s+/),
  lists,
});

const OF_EVERY_KIND = fields(
  `co_quan_chu_quan co_quan_ban_hanh ten_co_quan so_va_ky_hieu so ky_hieu dia_danh ngay_ban_hanh dia_danh_ngay_thang nam
  ten_loai trich_yeu kinh_gui tham_quyen_ky nguoi_ky noi_nhan kem_theo nguon_goc ma_van_ban ma_kiem_tra`,
  {
    can_cu: fields('dong'),
    noi_dung: fields('la_muc_1 la_muc_2 la_doan van_ban'),
  },
);

const TASK_COUNTS =
  'tong_nhiem_vu nhiem_vu_hoan_thanh nhiem_vu_hoan_thanh_qua_han nhiem_vu_trong_han nhiem_vu_qua_han nhiem_vu_tam_dung nhiem_vu_chua_co_thoi_han';

const PROGRESS = fields(`ky_bao_cao den_ngay ${TASK_COUNTS} ty_le_hoan_thanh`, {
  nhiem_vu: fields('stt ten ke_hoach co_quan_chu_tri co_quan_phoi_hop thoi_han ket_qua tinh_trang'),
  chi_tieu: fields('stt ten ke_hoach co_quan_chu_tri muc_phan_dau ket_qua danh_gia'),
});

const COMPONENT = fields(
  `stt ma ten so_lieu diem diem_thap_nhat diem_cao_nhat diem_toi_da nguyen_nhan giai_phap ghi_chu co_quan_chu_tri
  co_quan_phoi_hop muc_phan_dau thoi_han`,
);

const OF_KIND: Readonly<Partial<Record<PaperKind, TemplateFields>>> = {
  'progress-report': PROGRESS,
  'agency-report': PROGRESS,
  'reminder-letter': fields('tong_nhiem_vu den_ngay bao_cao_truoc_ngay', {
    co_quan: fields('ten so_nhiem_vu', {
      nhiem_vu: fields('stt ten ke_hoach thoi_han so_ngay_qua_han'),
    }),
  }),
  'difficulty-answer': fields('co_quan_neu ngay_neu ve noi_dung_kho_khan de_xuat tra_loi van_ban_tra_loi'),
  'findings-letter': fields(
    'den_ngay van_ban_gop_y pham_vi tong_noi_dung so_can_quyet_dinh so_can_xem_lai so_can_sua_cau_chu',
    {
      loai: fields('ten so_noi_dung giai_thich de_nghi', {
        chua_thong_nhat: fields('stt ten muc_do nhan_xet co_quan_chu_tri cac_ben', {
          ben: fields('ten_van_ban so_dong ghi trich'),
        }),
      }),
    },
  ),
  'self-assessment': fields(
    'nam_danh_gia nam_sau tong_diem tong_diem_thap_nhat tong_diem_cao_nhat diem_toi_da ty_le_dat',
    {
      chi_so_chinh: fields('stt ma ten diem diem_thap_nhat diem_cao_nhat diem_toi_da ty_le_dat'),
      chi_so_thanh_phan: COMPONENT,
      chi_so_chua_dat: COMPONENT,
      chi_so_phan_dau: COMPONENT,
    },
  ),
  'result-announcement': fields('nam_danh_gia', {
    bang_xep_hang: fields('ten nam so_don_vi diem_toi_da', {
      don_vi: fields('hang ten diem diem_thap_nhat diem_cao_nhat ty_le_dat thay_doi'),
    }),
  }),
};

/** The fields of papers of a kind. */
export const templateFieldsOf = (kind: PaperKind): TemplateFields => {
  const own = OF_KIND[kind];
  return {
    texts: [...OF_EVERY_KIND.texts, ...(own?.texts ?? [])],
    lists: { ...OF_EVERY_KIND.lists, ...own?.lists },
  };
};
