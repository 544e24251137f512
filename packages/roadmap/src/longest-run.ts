/** The members of a longest increasing subsequence of distinct numbers, in O(n log n): what may stay when a list is put in order. */
export function longestIncreasing(numbers: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  });
  const members = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) members.add(numbers[at] as number);
  return members;
}

/** Which of the wanted ids need not move to bring a list into the wanted order. */
export function stayingIn(present: readonly string[], wanted: readonly string[]): Set<string> {
  const place = new Map(present.map((id, at) => [id, at]));
  const run = longestIncreasing(wanted.flatMap((id) => place.get(id) ?? []));
  return new Set(wanted.filter((id) => place.has(id) && run.has(place.get(id) as number)));
}
