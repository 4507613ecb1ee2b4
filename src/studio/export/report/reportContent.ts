/** What a report says, in words and pictures ready to be laid on paper: every sentence is in the reader's language. */
export interface ReportContent {
  readonly title: string;
  /** One line under the title: the design, the date. */
  readonly subtitle: string;
  /** Empty: none. */
  readonly clinic: { readonly name: string; readonly contact: string; readonly mark: ClinicMark | null };
  /** Only where the technician wants it on the paper. */
  readonly client: string | null;
  readonly cover: ReportPicture;
  readonly keyFigures: readonly { readonly value: string; readonly label: string }[];
  /** Pictures in rows: before and after, the sessions as steps. */
  readonly galleries: readonly Gallery[];
  readonly sections: readonly ReportSection[];
  /** At the foot of every page. */
  readonly foot: string;
  readonly pageOf: (page: number, pages: number) => string;
}

export interface ReportPicture {
  readonly jpeg: ArrayBuffer;
  /** Width over height. */
  readonly aspect: number;
  readonly caption: string;
  /** Smaller, under the caption. */
  readonly note?: string;
}

/** The clinic's own image. */
export interface ClinicMark {
  readonly png: ArrayBuffer;
  /** Width over height. */
  readonly aspect: number;
}

export interface Gallery {
  readonly title: string;
  readonly pictures: readonly ReportPicture[];
}

export interface ReportSection {
  readonly title: string;
  /** Begins on a page of its own, to be torn off or signed. */
  readonly ownPage?: boolean;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | ReportTable
  /** Names and figures, a line each; the last one may be their sum. */
  | {
      readonly kind: 'facts';
      readonly rows: readonly (readonly [name: string, figure: string])[];
      readonly total: boolean;
    }
  /** A paragraph a line; lines that begin with "- " are a list. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** A line to sign on over each name. */
  | { readonly kind: 'signatures'; readonly names: readonly string[] };

export interface ReportTable {
  readonly kind: 'table';
  readonly head: readonly string[];
  /** As wide in proportion to each other. */
  readonly shares: readonly number[];
  /** Columns of figures stand at the end of their column. */
  readonly figures: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
  /** A last row that sums the others up. */
  readonly sum: readonly string[] | null;
}
