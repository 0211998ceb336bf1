declare module 'big.js' {
  export type RoundingMode = 0 | 1 | 2 | 3
  export interface Big {
    plus(other: Big | string | number): Big
    minus(other: Big | string | number): Big
    times(other: Big | string | number): Big
    div(other: Big | string | number): Big
    round(decimals?: number, mode?: RoundingMode): Big
    cmp(other: Big | string | number): -1 | 0 | 1
    toFixed(decimals?: number, mode?: RoundingMode): string
  }
  export interface BigConstructor {
    (): BigConstructor
    (value: Big | string | number): Big
    DP: number
    RM: RoundingMode
  }
  const Big: BigConstructor
  export default Big
}
