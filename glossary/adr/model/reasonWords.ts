/** Words by which a text gives a reason, in nine languages. Data only; reasons.ts compares. */
import { words } from "./phrases.ts";

/** Connectives that say why; what follows in the sentence has to have a few words. */
export const BECAUSE: readonly string[] = words(`
  because, due to, in order to, so that, so as to, therefore, thus, hence, consequently, as a
  result, that's why, that is why, this is why, which is why, in light of, given that, given the,
  for the following reasons, for this reason, for these reasons, the reason, reasons are, reason is,
  reason being, the following advantages, advantage of, advantages of, benefit of, the benefits,
  thereby, owing to, thanks to, on the grounds, for the sake of, considering that, rather than,
  instead of, so we, so they, so users, so it, as this, as it, as we, as they, as there, motivated
  by, driven by, based on the, weil, denn, damit, deshalb, daher, deswegen, aufgrund, wegen, sodass,
  so dass, um zu, darum, somit, dadurch, nämlich, zwecks, dank, sorgt dafür, stellt sicher, that way,
  this way, in this way, otherwise, so as not to, in case, so the, so our, so there, so every, so each,
  so all, so no, so nobody, so nothing, parce que, parce qu', car, afin de, afin d', afin que, puisque,
  puisqu', en raison de, en raison du, grâce à, grâce au, grâce aux, donc, étant donné, c'est pourquoi,
  dans le but de, compte tenu, vu que, par conséquent, ce qui permet, ce qui évite, ce qui réduit,
  ce qui simplifie, ce qui facilite, ce qui garantit, ce qui améliore, cela permet, cela évite, cela
  réduit, cela simplifie, permettant de, évitant de, porque, ya que, debido a, debido al, dado que,
  puesto que, para que, por lo que, por eso, por ello, por tanto, con el fin de, con el objetivo de,
  por lo tanto, por consiguiente, por esta razón, por este motivo, a causa de, en vista de, gracias a,
  gracias al, de esta forma, de este modo, de esta manera, así que, lo que permite, lo que evita, lo que
  reduce, lo que facilita, lo que simplifica, lo que garantiza, lo que mejora, lo cual permite, esto
  permite, esto evita, esto reduce, permitiendo, evitando, já que, devido a, devido ao, devido à, uma
  vez que, a fim de, pois, portanto, por isso, por causa de, por esse motivo, por este motivo, visto
  que, tendo em vista, com o objetivo de, de modo que, de forma que, dessa forma, desta forma, deste
  modo, o que permite, o que evita, o que reduz, o que facilita, o que simplifica, o que garante, isso
  permite, isso evita, isso reduz, permitindo, graças a, graças ao, graças à, çünkü, bu yüzden, bu
  nedenle, bu sayede, böylece, böylelikle, zira, dolayısıyla
`);

/** Postpositions: the reason stands before them. */
export const BECAUSE_OF_THAT: readonly string[] = words(`
  nedeniyle, sebebiyle, dolayı, ötürü, yüzünden, sayesinde, amacıyla, maksadıyla, olduğundan
`);

/** The same for languages without spaces between words. */
export const BECAUSE_UNSPACED: readonly string[] = words(`
  ため, ので, なぜなら, 従って, したがって, によって, 理由, からである, からです, からだ, ことで, ことから, できるように, られるように,
  ないように, なるように, 目的で, 目的とし, ゆえに, おかげ, 踏まえ, 考慮し, を防ぐ, を防止, を避ける, を回避, 때문, 위해, 위하여, 므로, 따라서,
  그래서, 덕분, 이유, 로 인해, 로 인하여, 수 있도록, 않도록, 고려하여, 고려해, 고려할 때, 목적으로, 니까, 까닭, 탓에, 因为, 因為, 由于, 由於, 为了, 為了,
  因此, 所以, 以便, 从而, 從而, 鉴于, 鑑於, 避免, 以免, 以确保, 以確保, 以减少, 以減少, 以降低, 以提高, 以保证, 以保證, 便于, 便於, 使得, 有利于, 有利於,
  考虑到, 考慮到, 这样可以, 這樣可以, 这样就, 這樣就
`);

/** "to" and one of these states a purpose. */
export const PURPOSES: readonly string[] = words(`
  avoid, reduce, keep, ensure, minimise, minimize, maximise, maximize, simplify, prevent, allow,
  enable, make, help, improve, support, maintain, remove, limit, protect, save, speed, ease,
  increase, decrease, facilitate, achieve, preserve, guarantee, concentrate, replicate, lower,
  eliminate, mitigate, comply, conform, benefit, leverage, gain, encourage, optimise, optimize, not,
  provide the, provide a, give us, get rid, stay, retain, accommodate, decouple
`);

/** After "this", "it", "which" and the like these state a gain. */
export const GAINS: readonly string[] = words(`
  avoids, allows, prevents, enables, ensures, reduces, improves, simplifies, gives, provides, helps,
  makes, means, lets, saves, preserves, lowers, eliminates, removes, offers, keeps, protects, supports, would allow,
  will allow, would make, will make, would give, will give, will let, will enable, will help, will
  ensure, will reduce, will simplify, will avoid, will prevent, will provide
`);

/** After "dies", "das", "was" and the like these state a gain in German. */
export const GERMAN_GAINS: readonly string[] = words(`
  ermöglicht, erlaubt, verhindert, vermeidet, reduziert, verringert, senkt, vereinfacht, erleichtert,
  verbessert, spart, hilft, gewährleistet, garantiert, entlastet
`);

/** Reasons that are none: what follows "because" and says nothing. */
export const VACUOUS: readonly string[] = words(`
  it works, it just works, it is the best, it's the best, it fits best, it is best, resolves all
  forces, it resolves all forces, comes out best, it comes out best, of reasons, reasons, of
  this reason, of this gain, of this cost, why not,
  we like it, we want to, we wanted to, it is better, it's better, it is good, it's good, we said so
`);

/** A "reason" that only says where one can be read. */
export const POINTERS: readonly string[] = words(`
  can be found in, can be found at, can be found here, see the discussion, is described in, as
  described in, is documented in, refer to, see above, see below, inherits, siehe, voir,
  véase, ver
`);

/** Words that weigh one thing against another: not a stated reason, but an opinion that hints at one. */
export const WEIGHING: readonly string[] = words(`
  better, faster, easier, simpler, cheaper, safer, cleaner, best, suits, suited, suitable, fits,
  preferable, preferred, than, however, although, already, too, enough, sufficient, unnecessary,
  besser, einfacher, schneller, günstiger, mieux, meilleur, plus simple, mejor, más, melhor, mais,
  daha, より, 더, 更
`);

/** Words of a text that argues: about us, a problem or a choice. */
export const ARGUING: readonly string[] = words(`
  we, our, us, i, team, users, developers, problem, problems, issue, issues, difficult, challenge,
  limitation, limitations, drawback, drawbacks, expensive, slow, benefit, benefits, advantage,
  advantages, decided, chose, chosen, choose, choice, prefer, preferred, selected, adopted,
  considered, alternative, alternatives, currently, today, motivation, goal, cost, costs
`);
