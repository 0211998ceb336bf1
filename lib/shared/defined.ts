type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The same without the keys that hold `undefined`: in a change, not sent and sent as nothing mean the same, leave it. */
export function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>
}
