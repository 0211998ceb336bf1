import { v7 } from 'uuid'

/** A UUID v7 for a row whose id the program must know before it is saved: rows made later sort later, within a millisecond too. */
export const newId = (): string => v7()
