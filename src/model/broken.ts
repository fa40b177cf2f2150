export const BROKEN_KINDS = ['ghost', 'partial', 'orphaned', 'unpullable'] as const

/**
 * In which way an image is broken: an index of which every image entry is missing, or some
 * are; a referrer whose subject is missing; a version whose manifest the registry does not
 * know (rulings 9, 28, 30, 31).
 */
export type BrokenKind = (typeof BROKEN_KINDS)[number]
