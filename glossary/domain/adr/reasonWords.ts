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
  so dass, um zu, darum, da wir, da sie, da es, da die, da der, da das, parce que, parce qu', car,
  afin de, afin que, puisque, en raison de, grâce à, donc, étant donné, c'est pourquoi, dans le but
  de, porque, ya que, debido a, dado que, puesto que, para que, por lo que, por eso, con el fin de,
  por lo tanto, gracias a, já que, devido a, devido ao, devido à, uma vez que, a fim de, pois,
  portanto, por isso, visto que, de modo que, graças a, çünkü, nedeniyle, dolayı, bu yüzden, bu
  nedenle, sayesinde, amacıyla, böylece, olduğundan, zira
`);

/** The same for languages without spaces between words. */
export const BECAUSE_UNSPACED: readonly string[] = words(`
  ため, ので, なぜなら, 従って, したがって, によって, 理由, からである, からです, ことで, 때문, 위해, 위하여, 므로, 따라서, 그래서, 덕분, 이유, 因为, 因為,
  由于, 由於, 为了, 為了, 因此, 所以, 以便, 从而, 從而, 鉴于, 鑑於
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
  makes, means, lets, saves, eliminates, removes, offers, keeps, protects, supports, would allow,
  will allow, would make, will make, would give, will give, will let, will enable, will help, will
  ensure, will reduce, will simplify, will avoid, will prevent, will provide
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
