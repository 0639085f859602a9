/**
 * Whether a text is in a language whose reasons are known: English, German, French, Spanish, Portuguese, Turkish,
 * Japanese, Korean or Chinese. Of all others nothing can be said.
 */

const OURS = new Set(
  `the of and to is we for with that this in are be it by on not will use from a an der die das und ist wir nicht für
  mit ein eine zu von den auf werden wird sich im le la les des et est une un pour dans nous en du par sur pas au el los
  las y es para por con del se no lo como su una o os as e é um uma não da do na em ao ve bir bu için ile olarak de
  çok daha olan gibi`.split(/\s+/),
);

/** Italian, Dutch, Polish, Czech, Slovak, Swedish, Norwegian, Danish, Finnish, Hungarian, Romanian, Catalan, Croatian, Vietnamese, Indonesian. */
const OTHERS = new Set(
  `della delle degli dei che è gli nel nella perché questo questa di più alla sono viene il het een niet wordt worden
  voor zijn naar ook omdat deze van bij wij dit jest nie się są oraz który które która dla przez ponieważ będzie aby
  jako není protože jsou být nebo pokud pretože ktoré och att är som för inte av det ett vi till med eftersom og ikke
  fordi på ei että koska ovat joka voi sekä kun és hogy nem egy az mert vagy kell și este pentru sunt că sau deoarece
  care i amb els és perquè aquest aquesta koji koja jer nije ali što kako và là của không được vì với các cho có này
  chúng yang dan untuk dengan tidak ini karena dari pada adalah kami akan`.split(/\s+/),
);

/** What is looked at of a text. */
const SAMPLE = 6_000;
const WORD = /[\p{L}\p{M}]+/gu;
const OURS_SCRIPT = /[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** False where most words are in another script, or most small words of another language. */
export function isUnderstood(text: string): boolean {
  let ours = 0;
  let others = 0;
  let foreign = 0;
  const words = text.slice(0, SAMPLE).toLowerCase().match(WORD) ?? [];
  for (const word of words) {
    if (!OURS_SCRIPT.test(word)) foreign++;
    else if (OURS.has(word)) ours++;
    else if (OTHERS.has(word)) others++;
  }
  return foreign * 3 <= words.length && others <= ours;
}
