/** What a common noun says about whoever it points at: "the militia", "the newspaper", "a spokesman". Data and look-ups. */
import type { EntityType } from '../model.js'

const typed: readonly (readonly [EntityType, string])[] = [
  [
    'armedgroup',
    'army battalion brigade corps division faction force group guerrilla insurgent legion militant militia movement paramilitary partisan rebel regiment separatist squad unit'
  ],
  [
    'organization',
    'airline alliance association bank bloc board body brand bureau business campaign chain charity club coalition college company conglomerate consultancy corporation developer employer enterprise federation firm foundation fund group hospital institute institution label league maker manufacturer museum ngo opposition organisation organization party publisher retailer school side startup studio supplier team thinktank trust union university utility watchdog'
  ],
  [
    'governmentbody',
    'administration agency army authority cabinet commission committee congress council court department embassy government house judiciary legislature military ministry navy office parliament police presidency regulator regime secretariat senate service state treasury'
  ],
  [
    'outlet',
    'agency broadcaster channel daily journal magazine network newspaper outlet paper publication site station tabloid website weekly wire'
  ],
  ['place', 'area city country district nation province region republic state town village'],
  [
    'person',
    'accountant activist actor actress adviser advisor aide ambassador analyst archbishop architect artist attorney author banker billionaire bishop boss boxer boy businessman businesswoman campaigner candidate captain cardinal ceo cfo coo cto chairman chairperson chairwoman chancellor chair chef chief clerk coach colleague colonel columnist commander commentator commissioner congressman congresswoman counsel critic defendant democrat deputy designer detective diplomat director doctor driver economist editor employee engineer envoy executive expert farmer fisherman firefighter father founder friend general girl governor head historian husband insider investigator investor journalist judge juror justice king landlord lawmaker lawyer leader legislator lieutenant local lord lover major manager man mayor minister monarch mother musician neighbor neighbour nurse officer official owner parent partner pastor patient physician pilot player poet policeman politician pope premier president priest prince princess principal producer professor prosecutor protester psychologist queen rapper relative reporter representative republican researcher resident sailor scholar scientist secretary senator sergeant sheriff singer skipper soldier speaker spokesman spokesperson spokeswoman stallholder star strategist survivor striker student suspect tailor teacher teenager treasurer undersecretary veteran vendor victim villager visitor volunteer widow wife witness woman worker writer youth'
  ],
  ['channel', 'broadcast channel clip footage image photo photograph picture recording video']
]

const types = new Map<string, EntityType[]>()
for (const [type, words] of typed)
  for (const word of words.split(' ')) types.set(word, [...(types.get(word) ?? []), type])

/** The kinds of entity that a noun's lemma can point at; empty where it points at none. */
export const typesOfNoun = (lemma: string): readonly EntityType[] => types.get(lemma) ?? []

/** Whether a named entity of this type may be pointed at by a noun or pronoun for one of `wanted`. */
export function fitsType(type: EntityType, wanted: readonly EntityType[]): boolean {
  if (wanted.includes(type)) return true
  // The recogniser cannot always tell bodies from companies and groups.
  return (
    type === 'organization' &&
    wanted.some((each) => each === 'governmentbody' || each === 'outlet' || each === 'armedgroup')
  )
}

/** Bodies that bear the noun in their names: "the union" is none that was named otherwise. */
export const namesItsKind: ReadonlySet<string> = new Set(
  'council court embassy hospital ministry museum parliament police school senate union'.split(' ')
)

const speakers = /^(?:spokes(?:man|woman|person|people)|press secretary)$/

/** The word under which roles are compared: a spokeswoman is a spokesperson. */
export function roleHead(noun: string): string {
  const word = noun.toLowerCase()
  if (speakers.test(word)) return 'spokesperson'
  if (/^chair(?:man|woman|person)$/.test(word)) return 'chair'
  if (/^advis[oe]r$/.test(word)) return 'adviser'
  if (/^congress(?:man|woman)$/.test(word)) return 'representative'
  return word
}

const men = /^(?:actor|boy|father|husband|king|landlord|prince|son|brother|uncle|grandfather|widower)$|[^o]man$/
const women =
  /^(?:actress|girl|mother|wife|queen|landlady|princess|daughter|sister|aunt|grandmother|widow|businesswoman)$|woman$/

/** The gender that a noun for one person tells: "spokesman", "widow"; undefined where it tells none. */
export function genderOfNoun(lemma: string): 'male' | 'female' | undefined {
  if (women.test(lemma)) return 'female'
  return lemma === 'man' || (men.test(lemma) && lemma !== 'human' && lemma !== 'german') ? 'male' : undefined
}
