/**
 * Words that news uses for one another, as data: a row is a concept and the words that may stand for it. Written by hand from general
 * knowledge; a phrase of
 * several words stands for the concept as a whole, and `=operation` for this form alone, not for "operate". Two words of one row count as the same word when
 * statements are compared, and the reason of a join names them.
 */
export const thesaurus = `
attack: raid incursion assault strike offensive onslaught ambush foray bombardment shelling sortie =operation infiltration
fight: fighting battle clash combat skirmish confrontation firefight hostility
kill: dead die death fatality perish slay
hurt: wound injure injury casualty maim
capture: seize overrun overwhelm conquer occupy liberate "take control" "seize control" "gain control" "take over" annex retake recapture
withdraw: retreat pullout "pull out" "pull back" "fall back" "drop back" leave evacuate flee
advance: push progress "move forward" "push forward" "gain ground"
hold: retain keep foothold
enter: cross infiltrate penetrate "break into" "burst through" invade invasion
expel: oust evict "drive out" "force out" "push back" "push out" repel repulse eliminate eject
settlement: village town hamlet locality community city
border: frontier boundary
troop: soldier serviceman army military forces "armed forces" "armed force" unit
fighter: militant combatant gunman mercenary
insurgent: guerrilla partisan rebel resistance underground insurgency militia saboteur sabotage
officer: policeman police constable
vehicle: car truck tank armour armor
aircraft: plane jet helicopter airplane aeroplane
drone: uav quadcopter
bomb: explosive explosion blast explode detonate bombing
shot: shoot shooting gunfire gunshot
terror: terrorist terrorism counterterrorist counterterrorism counterterror antiterrorist antiterror
involve: involvement "take part" participate participation "play a part" "play a role" responsible responsibility "have nothing to do" "nothing to do" "anything to do" "any part" "no part" "part in" "any role" "no role" "role in" "any link" "no link" connection complicit complicity
measure: action step
destroy: demolish ruin raze devastate
damage: harm wreck
building: house home structure
office: headquarters headquarter bureau
person: man woman resident civilian citizen inhabitant local people
child: kid youngster boy girl
leave: depart exit
return: "go back" "come back" "get back"
authority: official government administration
law: legislation statute bill
leader: chief head boss
company: firm business corporation
worker: employee staff
job: employment
cut: reduce reduction decrease lower slash
rise: increase grow growth climb gain jump surge soar
fall: drop decline slump tumble plunge sink
buy: purchase acquire acquisition takeover
sell: sale
price: cost
tax: levy duty
money: fund funding cash
vote: ballot
election: poll
win: victory triumph
lose: defeat loss
resign: resignation "step down" quit
appoint: name nominate nomination
begin: start launch
end: stop halt cease finish conclude "put an end" "bring an end"
continue: "carry on" ongoing "under way" underway proceed "in progress"
inform: notify brief aware
help: aid assist assistance support
agree: agreement accord deal pact treaty
ban: prohibit bar forbid outlaw
arrest: detain detention custody apprehend
charge: indict indictment accuse accusation
court: judge tribunal
prison: jail imprison
lie: false untrue falsehood falsify
secret: classified confidential
email: e-mail mail
warn: warning caution
threat: threaten menace
danger: dangerous risk
safe: safety secure security
weapon: arm gun rifle
fire: blaze flame
hit: impact strike
flood: flooding deluge
quake: earthquake tremor
storm: hurricane typhoon cyclone
ill: sick disease illness
hospital: clinic
doctor: physician medic
talk: negotiate negotiation discuss discussion
meet: meeting summit
visit: trip
send: deploy dispatch
demand: call urge request
plan: intend intention aim
try: attempt seek
show: display reveal demonstrate
protest: demonstration rally march
refugee: migrant immigrant
country: nation state
free: freedom liberty
dictatorship: tyranny autocracy regime
inspect: examine check
document: paper paperwork file
passport: identity
big: large huge great major
small: little minor
fast: quick rapid swift
new: fresh
old: former previous
bad: terrible awful horrible
good: excellent
important: significant crucial key
difficult: hard tough
war: conflict
peace: truce ceasefire
calm: peaceful orderly quiet
exclude: "rule out" preclude
immediately: "at once" promptly instantly "straight away"
stay: remain
close: shut closure
leak: spill spillage
ship: vessel boat tanker trawler ferry
collide: collision crash ram
factory: plant mill
fuel: feed
probably: likely
investigate: investigation probe inquiry enquiry
evidence: proof
region: province district oblast
road: highway street motorway
rail: railway train
student: pupil
deficit: shortfall
bankrupt: insolvent insolvency bankruptcy
dismiss: dismissal layoff "lay off" redundancy sack
wage: salary
shortage: scarcity
rescue: save
search: hunt
body: corpse
murder: homicide assassinate assassination slaughter massacre
steal: theft rob robbery burglary loot
bribe: bribery corrupt corruption graft
rig: fraud fraudulent manipulate manipulation
drug: narcotic
vaccine: vaccination vaccinate inoculate
hack: hacker cyberattack
nuclear: atomic
missile: rocket
siege: blockade besiege
sanction: embargo
apologize: apologise apology sorry
criticize: criticise criticism condemn denounce
praise: laud hail applaud
delay: postpone postponement "put off" defer
cancel: "call off" scrap abolish
approve: approval ratify
reject: rejection refuse refusal "turn down"
suspend: suspension
expand: expansion extend extension
break: violate violation breach infringe
comply: compliance obey
cooperate: cooperation collaborate collaboration coordinate coordination alliance ally
off: "switch off" "turn off" "shut off"
force: compel coerce
allow: permit permission authorise authorize
checkpoint: post outpost
`
