/** What the province is that issues papers: a province (tỉnh), or a city that is run from the centre (thành phố). */
export type ProvinceKind = 'province' | 'city';

/** The province in whose name papers are issued: "Đồng Tháp". */
export interface Province {
  readonly name: string;
  /** A province where it is not said. */
  readonly kind?: ProvinceKind;
}

/** The province as the facts of a paper name it. */
export interface ProvinceFacts {
  /** "Đồng Tháp", "Đà Nẵng". */
  readonly province: string;
  /** Older papers do not say: all of them were of a province. */
  readonly provinceKind?: ProvinceKind;
}

/** How papers name the province and its bodies. */
export interface ProvinceWords {
  /** "tỉnh", "thành phố". */
  readonly unit: string;
  /** "tỉnh Đồng Tháp". */
  readonly named: string;
  /** "Ủy ban nhân dân tỉnh". */
  readonly committee: string;
  /** "các sở, ban, ngành tỉnh". */
  readonly agencies: string;
  /** "Chủ tịch và các Phó Chủ tịch UBND tỉnh". */
  readonly leaders: string;
  /** To whom papers go that concern the whole province, the archive too. */
  readonly recipients: readonly string[];
}

/** The province of the facts of a paper. */
export const provinceOf = ({ province, provinceKind = 'province' }: ProvinceFacts): Province => ({
  name: province,
  kind: provinceKind,
});

/** Name and kind of a province by its whole name: "Tỉnh Đồng Tháp", "Thành phố Đà Nẵng". */
export const provinceFacts = (wholeName: string): Required<ProvinceFacts> => ({
  province: wholeName.replace(/^(?:Tỉnh|Thành phố)\s+/u, ''),
  provinceKind: wholeName.startsWith('Thành phố ') ? 'city' : 'province',
});

/** The words for a province, or for a city that is run from the centre. */
export const provinceWords = ({ name, kind = 'province' }: Province): ProvinceWords => {
  const [unit, party] = kind === 'city' ? ['thành phố', 'Thành ủy'] : ['tỉnh', 'Tỉnh ủy'];
  const leaders = `Chủ tịch và các Phó Chủ tịch UBND ${unit}`;
  return {
    ...{ unit, leaders, named: `${unit} ${name}`, committee: `Ủy ban nhân dân ${unit}` },
    agencies: `các sở, ban, ngành ${unit}`,
    recipients: [
      `Thường trực ${party}; Thường trực HĐND ${unit}`,
      leaders,
      `Các sở, ban, ngành ${unit}`,
      'UBND các xã, phường',
      'Lưu: VT',
    ],
  };
};
