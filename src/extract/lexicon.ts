/**
 * The words that attribute: verbs, nouns and adverbs with the act they perform and the complements they take. Data, no logic.
 *
 * Frames: q a quotation, t a clause with or without "that", n a noun phrase, i an infinitive, g an "-ing" form, w "whether/if/how…",
 * o an addressee before the content ("told reporters that"), a "as" ("described it as").
 */
import type { Act } from '../model.js'

export interface VerbEntry {
  readonly act: Act
  readonly frames: string
}

const table: readonly (readonly [Act, string, string])[] = [
  [
    'assert',
    'qt',
    'say state note argue insist remark observe recall reply respond conclude testify warn caution complain lament quip boast joke explain reiterate contend maintain predict forecast estimate opine proclaim reason'
  ],
  ['assert', 'qto', 'tell inform assure remind'],
  ['assert', 'qt', 'write report tweet mention stress emphasise emphasize reveal disclose indicate repeat assert'],
  ['assert', 'qt', 'add continue post comment suggest imply hint counter retort answer exclaim'],
  ['assert', 'qt', 'affirm attest clarify concur reaffirm underline underscore'],
  ['assert', 'q', 'cry gasp grumble gush murmur muse mutter plead scoff shout sigh snap sneer whisper yell'],
  ['claim', 'qtni', 'claim allege purport profess'],
  ['deny', 'qtng', 'deny'],
  ['deny', 'n', 'reject refute rebut disavow dispute dismiss'],
  ['confirm', 'qtn', 'confirm acknowledge'],
  ['confirm', 'qtng', 'admit concede'],
  ['announce', 'qtn', 'announce declare'],
  ['announce', 'qti', 'vow pledge promise'],
  ['believe', 't', 'believe think suspect fear reckon assume'],
  ['doubt', 'tn', 'doubt'],
  ['question', 'qwo', 'ask'],
  ['question', 'qw', 'wonder inquire enquire'],
  ['order', 'io', 'urge order instruct beg advise'],
  ['order', 'qt', 'demand'],
  ['attribute', 'n', 'blame accuse attribute'],
  ['claim', 'a', 'describe'],
  ['other', 'n', 'compare liken']
]

/** Lemma → what it does. */
export const cueVerbs: ReadonlyMap<string, VerbEntry> = new Map(
  table.flatMap(([act, frames, words]) => words.split(' ').map((word): [string, VerbEntry] => [word, { act, frames }]))
)

/** Nouns whose complement is a content: "the claim that", "a vow to", "reports that". */
export const cueNouns: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['accusation', 'claim'],
  ['allegation', 'claim'],
  ['announcement', 'announce'],
  ['assertion', 'assert'],
  ['assurance', 'assert'],
  ['belief', 'believe'],
  ['caveat', 'order'],
  ['claim', 'claim'],
  ['conclusion', 'assert'],
  ['confirmation', 'confirm'],
  ['denial', 'deny'],
  ['expectation', 'believe'],
  ['fear', 'believe'],
  ['pledge', 'announce'],
  ['promise', 'announce'],
  ['report', 'assert'],
  ['rumor', 'claim'],
  ['rumour', 'claim'],
  ['speculation', 'believe'],
  ['statement', 'assert'],
  ['suggestion', 'assert'],
  ['suspicion', 'believe'],
  ['view', 'believe'],
  ['vow', 'announce'],
  ['warning', 'assert']
])

/** Nouns for recordings and documents that can show what nobody says. */
export const recordingNouns: ReadonlySet<string> = new Set([
  'clip',
  'drawing',
  'footage',
  'image',
  'map',
  'photo',
  'photograph',
  'picture',
  'recording',
  'screenshot',
  'video'
])

/** Verbs by which a recording tells something. */
export const showingVerbs: ReadonlySet<string> = new Set(['show', 'depict', 'capture', 'portray'])

/** Nouns for what carries words: whoever put it out is the source. */
export const documentNouns: ReadonlySet<string> = new Set([
  'announcement',
  'article',
  'comment',
  'communique',
  'communiqué',
  'document',
  'email',
  'interview',
  'letter',
  'memo',
  'message',
  'note',
  'post',
  'posting',
  'release',
  'remark',
  'report',
  'speech',
  'statement',
  'study',
  'survey',
  'tweet',
  'update'
])

/** Nouns for media that carry somebody's words without being somebody. */
export const channelNouns: ReadonlySet<string> = new Set([
  'blog',
  'broadcast',
  'channel',
  'clip',
  'footage',
  'media',
  'podcast',
  'radio',
  'recording',
  'television',
  'tv',
  'video',
  'website'
])

/** Nouns for people who speak for a body: "members of X", "officials from Y". */
export const memberNouns: ReadonlySet<string> = new Set([
  'fighter',
  'follower',
  'leader',
  'member',
  'militant',
  'representative',
  'supporter'
])

/** Adverbs that put what follows in somebody's mouth without naming him. */
export const hearsayAdverbs: ReadonlyMap<string, Act> = new Map<string, Act>([
  ['allegedly', 'claim'],
  ['purportedly', 'claim'],
  ['reportedly', 'cannot-verify'],
  ['supposedly', 'claim']
])

/** Words that lower certainty. */
export const hedgeWords: ReadonlySet<string> = new Set([
  'allegedly',
  'apparently',
  'likely',
  'may',
  'might',
  'ostensibly',
  'perhaps',
  'possibly',
  'presumably',
  'probably',
  'purportedly',
  'reportedly',
  'seemingly',
  'supposedly',
  'unconfirmed'
])

/** Words that negate. */
export const negations: ReadonlySet<string> = new Set([
  "n't",
  'neither',
  'never',
  'no',
  'nobody',
  'none',
  'nor',
  'not',
  'n’t',
  'nothing',
  'without'
])
