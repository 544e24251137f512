/** Below this many dollars two decimals would say nothing. */
const SMALL_USD = 0.1;

/** How many decimals amounts of dollars take that stand below each other: four where one of them is small, else two. Unknown ones are null. */
export const usdDigits = (amounts: readonly (number | null)[]): 2 | 4 =>
  amounts.some((amount) => amount !== null && amount > 0 && amount < SMALL_USD) ? 4 : 2;
