/** Tutorials are longer; a refusal that goes on for longer explains something. */
const LONGEST_REFUSAL = 1_500;

/** How refusals begin, in the languages that models are asked to answer in. */
const OPENINGS = [
  /^(i['’]?m|i am) (very |really |truly |so )?sorry\b/,
  /^(sorry|apologies|my apologies|i apologi[sz]e)\b/,
  /^(unfortunately|regrettably)[, ]+i\b/,
  /^i (can['’]?t|cannot|can not|won['’]?t|will not|must decline|have to decline|decline)\b/,
  /^(i['’]?m|i am) (unable|not able|not allowed|not permitted|not comfortable)\b/,
  /^as an? (ai|artificial|large language|language model)\b/,
  /^(很|非常|十分|实在)?(抱歉|对不起|遗憾)/,
  /^我(很抱歉|非常抱歉|无法|不能|没办法|没有办法|拒绝)/,
  /^(作为|身为)(一个|一名|一款)?(ai|人工智能|语言模型|大语言模型|助手)/,
];

/** Whether a text is a refusal written as an answer: short, without any heading or code, and opening like one. */
export function isRefusal(text: string): boolean {
  if (text.length > LONGEST_REFUSAL || /^(#{1,6} |```|~~~)/m.test(text)) return false;
  const opening = text.replace(/^[\s"“'*_>]+/, "").toLowerCase();
  return OPENINGS.some((each) => each.test(opening));
}
