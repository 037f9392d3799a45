/**
 * Text → words with their places, and words → stems by which two wordings are compared.
 *
 * Plain rules on the text itself, not the tokens of `language`: a record that comes from a file has none, and both must
 * give the same claims.
 */

export interface Word {
  readonly start: number
  readonly end: number
  /** In lower case, without accents. */
  readonly text: string
  /** Printed with a capital first letter or a digit. */
  readonly capital: boolean
}

const wordPattern = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?/gu

/** UTF-16 offsets into `text`, from `start` on. */
export function findWords(text: string, start = 0, end = text.length): Word[] {
  const part = text.slice(start, end)
  return Array.from(part.matchAll(wordPattern), (found) => {
    const printed = found[0].replace(/['’](?:s|S)$/, '')
    return {
      start: start + found.index,
      end: start + found.index + printed.length,
      text: plain(printed),
      capital: /^[\p{Lu}\p{N}]/u.test(printed)
    }
  })
}

function plain(word: string): string {
  return /^[a-z]+$/.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/’/g, "'")
        .toLowerCase()
}

const irregular: ReadonlyMap<string, string> = new Map(
  `am|be are|be is|be was|be were|be been|be began|begin begun|begin broke|break broken|break brought|bring built|build bought|buy came|come
caught|catch chose|choose chosen|choose did|do done|do does|do drove|drive driven|drive drawn|draw drew|draw ate|eat eaten|eat fell|fall fallen|fall felt|feel
fought|fight found|find fled|flee flew|fly flown|fly forgot|forget gave|give given|give went|go gone|go goes|go grew|grow grown|grow had|have has|have heard|hear held|hold
hid|hide hidden|hide kept|keep knew|know known|know laid|lay led|lead left|leave lent|lend lost|lose made|make meant|mean met|meet paid|pay ran|run rose|rise risen|rise
said|say saw|see seen|see sent|send shook|shake shot|shoot showed|show shown|show sold|sell sought|seek spent|spend spoke|speak spoken|speak stood|stand stole|steal
stolen|steal struck|strike stricken|strike swore|swear sworn|swear took|take taken|take taught|teach thought|think threw|throw thrown|throw told|tell understood|understand
withdrew|withdraw withdrawn|withdraw woke|wake won|win wore|wear worn|wear wrote|write written|write overran|overrun men|man women|woman children|child people|person
lives|life died|die dying|die lying|lie troops|troop police|police forces|force`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [form = '', base = ''] = pair.split('|')
      return [form, base]
    })
)

/** The stem of a plain word: endings cut by a few rules in one pass each. @example stemOf('liberated') // 'liberat' */
export function stemOf(word: string): string {
  return cutOf(irregular.get(word) ?? word)
}

function cutOf(word: string): string {
  if (word.length < 4 || /^\d/.test(word)) return word
  let stem = word.replace(/'.*$/, '')
  if (/(?:ss|us|is)$/.test(stem)) return stem
  stem = stem
    .replace(/ies$/, 'y')
    .replace(/(?<=[sxz]|ch|sh)es$/, '')
    .replace(/s$/, '')
  const cut = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(stem)?.[1]
  if (cut !== undefined && cut.length > 2) stem = cut.replace(/([bdfgmnprt])\1$/, '$1')
  stem = stem.replace(/(?:ations?|ation|ions?)$/, (ending) =>
    stem.length - ending.length > 3 ? (ending.startsWith('a') ? 'at' : '') : ending
  )
  if (stem.length > 5) stem = stem.replace(/(?:ment|ness|ly)$/, '')
  if (stem.length > 3) stem = stem.replace(/e$/, '')
  return stem.replace(/(?<=.{2})y$/, 'i')
}

/** Words that say nothing of what a sentence is about. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an the this that these those some any each every all both either such and or but nor so yet if then than as at by for from in into of off on onto out over to up
upon with within about after again against along also although am among amid an are around be because been before being below between beyond both can could did do does doing
done down during else ever few further had has have having he her here hers herself him himself his how however i im is it its itself just may me might more most much must my
myself neither next now once one only other others our ours ourselves own per quite rather same shall she should since still such than their theirs them themselves there they
through thus too toward towards under until us very via was we were what when where whether which while who whom whose why will would you your yours yourself said say says
saying told tell tells according add added adds report reported reports reportedly mr mrs ms dr de s t re ve ll d monday tuesday wednesday thursday friday saturday sunday
today yesterday tomorrow week month year day earlier later ago last late i'm it's that's he's she's we're they're you're i've we've i'd i'll we'll gonna going get got let want
thing things something really like just lot well think know see look make way`.split(/\s+/)
)
