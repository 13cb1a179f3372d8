// Made from terms.tsv; change the list, not this file.
export const coreTerms = {
  'app.name': 'Phòng sinh hoạt chi bộ trực tuyến',
} as const
