/** Words that say nothing about which page it is. */
const EMPTY = new Set(
  "a an and the of for to in on with by how your is at from docs documentation guide tutorial official introduction intro website site page home overview".split(
    " ",
  ),
);
/** The part of the claimed words that the page has to say: publishers, editions and years come and go. */
const SHARE = 0.6;
const HAN = /\p{Script=Han}/u;

/** What pages call themselves that are not what was asked for: missing, closed, or in front of it. A resource may be about such a thing. */
const OTHER_PAGES = [
  /\b(40[134]|410|50[234])\b(?!\+)|\b500\b.*\berror\b|\bnot[ -]?found\b|\bno longer (available|exists)\b|\b(page|file|site) (is )?(missing|unavailable|gone)\b|\bdoes(n[’']t| not) exist\b/i,
  /不存在|找不到|未找到|已(被)?删除|已下线|无法访问|页面丢失/,
  /\b(sign|log)[ -]?(in|on|up)\b|\blogin\b|\bregister\b|\bcreate (an )?account\b|登录|登陆|注册/i,
  /\b(access|permission) denied\b|\bforbidden\b|\bunauthori[sz]ed\b|访问被拒绝|没有权限|无权/i,
  /\bconsent\b|\bcookies?\b|\bbefore you continue\b|\bprivacy (choices|settings)\b|隐私设置/i,
  /\bjust a moment\b|\battention required\b|\bcaptcha\b|\b(are you|you are) (a )?(human|robot)\b|\bsecurity check\b|安全验证|人机验证|验证码/i,
  /\bdomain\b.*\b(for sale|parked|expired)\b|\bbuy\b.*\bdomain\b|\bunder (construction|maintenance)\b|域名(出售|转让)/i,
];

/** Whether a page calls itself an error, a door or a notice, and the resource is not about that. */
export const isOtherPage = (claimed: string, found: string): boolean =>
  OTHER_PAGES.some((words) => words.test(found) && !words.test(claimed));

/** Whether a page that calls itself `found` is what was claimed: most of the words that matter are there. */
export function isSameTitle(claimed: string, found: string): boolean {
  const all = wordsOf(claimed);
  const telling = all.filter((word) => !EMPTY.has(word));
  const wanted = new Set(telling.length > 0 ? telling : all);
  const has = new Set(wordsOf(found));
  const met = [...wanted].filter((word) => has.has(word)).length;
  return wanted.size > 0 && met >= Math.ceil(wanted.size * SHARE);
}

/** Words without case, accents and punctuation; of Chinese, pairs of neighbouring characters. */
function wordsOf(text: string): readonly string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const runs = folded.match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];
  return runs.flatMap((run) => (HAN.test(run) ? pairsOf(run) : [run]));
}

function pairsOf(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ""}${character}`);
}
