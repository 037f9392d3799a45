/**
 * Words that say what a name names, as English news uses them. General vocabulary, closed by hand; the long lists
 * (cities, given names, …) are in `models/names.bin`.
 *
 * Over 250 lines because it is a table.
 */

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/[\s,]+/).filter((word) => word !== ''))
}

function phrases(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/[\n,]/)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
  )
}

/** Forms of address: they are never part of a name, nor a role. Without full stop, lower case. */
export const honorifics = words(`
  mr mrs ms miss mx dr prof sir dame lord lady madam master rev hon messrs mme mlle herr frau señor señora don doña
`)

/** Short forms of offices and ranks, without full stop, lower case, with the role they stand for. */
export const shortTitles: ReadonlyMap<string, string> = new Map(
  Object.entries({
    gov: 'governor',
    sen: 'senator',
    rep: 'representative',
    gen: 'general',
    col: 'colonel',
    maj: 'major',
    capt: 'captain',
    lt: 'lieutenant',
    sgt: 'sergeant',
    cpl: 'corporal',
    pvt: 'private',
    adm: 'admiral',
    cmdr: 'commander',
    brig: 'brigadier',
    prof: 'professor',
    pres: 'president',
    supt: 'superintendent',
    det: 'detective',
    atty: 'attorney',
    hon: 'honourable',
    rev: 'reverend',
    fr: 'father',
    insp: 'inspector'
  })
)

/** Nouns for offices, ranks and jobs, lower case, singular. */
export const roleNouns = words(`
  actor actress activist adjutant administrator admiral adviser advisor advocate aide ally ambassador analyst anchor
  archbishop architect artist assistant astronaut athlete attaché attorney auditor author ayatollah
  banker bishop boss brigadier broadcaster businessman businesswoman
  candidate captain cardinal caretaker ceo cfo chair chairman chairperson chairwoman chancellor chaplain chef chief cleric coach
  co-chair co-chairman co-director co-founder co-leader co-owner co-author coauthor cofounder colonel columnist comedian coo cto
  commandant commander commentator commissioner comptroller confidant congressman congresswoman constable consul
  consultant contributor controller convener coordinator coroner corporal correspondent councillor councilman
  councilor councilwoman counsel counsellor counselor creator critic curator czar
  dean defender delegate deputy designer detective developer dictator diplomat director dissident doctor donor driver
  economist editor educator emir emperor empress engineer entrepreneur envoy executive expert
  farmer father fighter filmmaker financier firefighter founder
  general goalkeeper governor guitarist
  head headmaster heir historian host
  imam industrialist insider inspector instructor interpreter investigator investor
  journalist judge jurist justice
  king
  laureate lawmaker lawyer leader lecturer legislator librarian lieutenant lobbyist
  magistrate magnate major manager marshal mastermind mayor mechanic mediator member merchant midfielder militant
  minister ministry mogul monarch monk moderator mufti musician
  nationalist negotiator nominee novelist nun nurse
  observer officer official oligarch ombudsman operative opponent organiser organizer owner
  parliamentarian partner pastor patriarch philanthropist philosopher photographer physician pilot player poet
  policeman politician pollster pope premier president presenter priest prime-minister prince princess principal
  private producer professor programmer prosecutor protester psychologist publicist publisher
  queen
  rabbi recruiter referee regent registrar representative reporter researcher resident reverend rival ruler
  scholar scientist screenwriter secretary senator sergeant sheik sheikh sheriff shah singer skipper solicitor soldier
  speaker specialist spokesman spokesperson spokeswoman star statesman strategist striker student sultan superintendent
  superstar supporter surgeon surrogate
  teacher technician teenager treasurer trustee tsar tycoon
  undersecretary
  veteran vicar vice-chairman vice-president viceroy volunteer
  warden warlord whip winger whistleblower winner witness writer
`)

/** Nouns for jobs beside those that the names' model knows; they are cut off before a name all the same. */
export const callings = words(`
  ch anthropologist archaeologist astronomer barrister biologist botanist boxer builder campaigner chemist
  climatologist composer conservationist cosmologist cricketer criminologist cyclist ecologist epidemiologist
  footballer geneticist geographer geologist golfer gynaecologist immunologist jockey linguist mathematician
  medalist medallist meteorologist microbiologist naturalist neurologist neuroscientist neurosurgeon oceanographer
  olympian oncologist paediatrician palaeontologist paleontologist pathologist pediatrician pharmacist physicist
  primatologist psychiatrist rapper sculptor seismologist sociologist sprinter statistician swimmer theologian
  toxicologist virologist volcanologist zoologist
`)

/** Words that stand before a role noun and belong to it. */
export const roleModifiers = words(`
  acting act former ex then late incoming outgoing interim deputy vice senior junior chief top assistant associate
  first second third prime foreign defence defense interior finance home health education energy economy trade labour
  labor justice environment agriculture culture transport transportation national state federal regional provincial
  local district city county municipal general executive managing presidential parliamentary congressional
  military political economic legal financial technical scientific special press media communications campaign
  policy security intelligence police army navy naval air force field staff party opposition majority minority
  union club team board company group bank newspaper news sports police attorney prosecutor public
  veteran longtime long-time prominent leading famous well-known renowned onetime one-time
  current new old founding lead head honorary permanent principal great grand right-wing left-wing far-right
  far-left exiled jailed ousted elected republican democratic democrat conservative liberal labour communist socialist
`)

/** Role nouns that make their bearer the one who leads the body. */
export const leadingRoles = words(`
  leader head chief chairman chairwoman chairperson chair president chancellor premier governor mayor boss commander
  director king queen emperor emir sultan monarch prime-minister founder co-founder cofounder captain dictator ruler
  dean principal rector commissioner superintendent general-secretary ceo warlord skipper chief-executive headmaster
`)

export const speakingRoles = words(`spokesman spokeswoman spokesperson spokespeople spokesmen mouthpiece`)

export const memberRoles = words(`member fighter soldier militant activist lawmaker legislator senator representative
  congressman congresswoman councillor councilman councilwoman deputy player midfielder striker defender goalkeeper
  winger officer official employee volunteer veteran supporter delegate operative trustee`)

/** Last or only words of organisations' names. */
export const organizationWords = words(`
  agency airlines airways alliance assembly associates association authority bank board bureau cabinet campaign
  caucus center centre chamber charity church city-council club coalition college commission committee community
  company conference confederation conglomerate congress consortium cooperative corp corporation council court
  co-op department directorate embassy enterprises exchange faculty federation financial firm forum foundation fund
  government group guild holdings hospital house inc incorporated industries initiative institute institution
  insurance international investments laboratory laboratories labs league legislature limited llc ltd
  lobby ministry mission mosque motors movement museum network office orchestra order organisation organization
  parliament partners partnership party petroleum pharmaceuticals plc police polytechnic press program programme
  project records registry resources school secretariat senate seminary service services society solutions studios
  syndicate synod systems taskforce team technologies technology treasury tribunal trust union united university
  airforce navy ventures works workers news times post journal herald tribune gazette chronicle
  army legion corps brigade battalion regiment militia guard guards forces force front
`)

/** Words of bodies of a state. */
export const governmentWords = words(`
  administration agency assembly authority bureau cabinet commission congress council court department directorate
  duma embassy consulate government house inspectorate legislature ministry office parliament police prosecutor
  secretariat senate sheriff treasury tribunal knesset bundestag commons customs
`)

/** Bodies of states that are known by one word or by capitals. */
export const governmentBodies = phrases(`
  FBI, CIA, NSA, DEA, ATF, EPA, FDA, IRS, NASA, FEMA, SEC, FCC, FTC, FAA, TSA, DHS, DOJ, ICE, CDC, NIH, NSC, GCHQ, MI5, MI6,
  FSB, SVR, GRU, KGB, SBU, HUR, Mossad, Shin Bet, ISI, BND, NCA, MoD, Pentagon, Kremlin, Knesset, Bundestag, Duma, State Duma,
  Downing Street, Whitehall, Scotland Yard, Rosgvardiya, Roskomnadzor, Home Office, Foreign Office, Capitol Hill, Secret Service,
  Coast Guard, Border Patrol, Metropolitan Police, Interpol, Europol, White House, State Department, Justice Department,
  Defense Department, Treasury, Supreme Court, House of Representatives, House of Commons, House of Lords, Senate, Congress,
  Bundesrat, Rada, Verkhovna Rada, Sejm, Riksdag, Folketing, Storting, Dáil, Majlis, Politburo, Elysee, Élysée, Reichstag
`)

export const armedWords = words(`
  legion corps battalion brigade regiment militia militias army guard guards front mujahideen mujahedeen
  fighters rebels insurgents guerrillas mercenaries paramilitaries commandos partisans fedayeen brigades division
`)

/** Common nouns beside a name that say that it bears arms. */
export const armedNouns = words(`
  militia militias militants militant mercenaries mercenary rebels rebel insurgents insurgent guerrillas guerrilla
  paramilitary paramilitaries jihadists jihadist fighters army battalion brigade terrorists terrorist partisans
`)

/** Armed groups known all over the world by a name that does not say so. */
export const armedGroups = phrases(`
  Taliban, Hamas, Hezbollah, Hizbollah, Hizbullah, Islamic State, ISIS, ISIL, IS, Daesh, Al-Qaeda, al-Qaeda, al-Qaida, Al-Qaida, al Qaeda, Al Qaeda,
  Boko Haram, al-Shabaab, Al-Shabaab, al Shabaab, Houthis, Houthi, PKK, YPG, FARC, ETA, IRA, ELN, LTTE, Tamil Tigers, Wagner, Wagner Group,
  Azov, Janjaweed, Rapid Support Forces, RSF, M23, Naxalites, Khmer Rouge, Viet Cong, Contras, Peshmerga, Basij, Quds Force, Mai-Mai,
  Interahamwe, Islamic Jihad, Lashkar-e-Taiba, Jaish-e-Mohammed, Abu Sayyaf, Jemaah Islamiyah, Nusra Front, al-Nusra Front, UNITA, RENAMO, SPLA,
  Lord's Resistance Army, Ku Klux Klan, Proud Boys, Oath Keepers, Haqqani, Ansar al-Sharia, UVF, UDA, TTP, Sendero Luminoso, Shining Path
`)

export const channels = phrases(`
  Telegram, Twitter, Facebook, YouTube, Youtube, WhatsApp, Whatsapp, Instagram, TikTok, VKontakte, Snapchat, Reddit, Weibo, WeChat,
  Truth Social, LinkedIn, Viber, Skype, Periscope, Parler, Gab, Discord, Twitch, Tumblr, Pinterest, Odnoklassniki, Rumble, Bluesky, Mastodon,
  MySpace, Myspace, Vine, Quora, 4chan, 8chan, Clubhouse, Douyin, Kakao, KakaoTalk, Threema, Myspace.com, Flickr
`)

/** Words of the names of papers, agencies and broadcasters. */
export const outletWords = words(`
  news newspaper newspapers times herald tribune gazette chronicle telegraph observer journal magazine weekly daily
  post broadcasting television radio newsroom tv press media wire examiner inquirer dispatch courier
  reporter review bulletin digest monitor today mail express globe sentinel zeitung pravda izvestia
`)

/** Common nouns beside a name that say that it is an outlet. */
export const outletNouns = words(`
  newspaper newspapers magazine broadcaster outlet tabloid broadsheet daily weekly newswire news-site
`)

/** Papers, agencies and broadcasters of the world whose names do not say so. */
export const outlets = phrases(`
  Reuters, Associated Press, AP, AFP, Agence France-Presse, EPA, UPI, United Press International, Bloomberg, DPA, dpa, ANSA, EFE, Xinhua, Kyodo, Yonhap, TASS, Tass,
  Itar-Tass, RIA, RIA Novosti, Interfax, Interfax-Ukraine, Ukrinform, Unian, UNIAN, IRNA, ISNA, Fars, Tasnim, Anadolu, Anadolu Agency, SANA, WAM, PTI, ANI, Antara, Bernama, KCNA,
  BBC, CNN, CBS, NBC, ABC, MSNBC, CNBC, PBS, NPR, HBO, ITV, Sky, Fox, C-SPAN, CBC, CTV, RTE, RTÉ, ZDF, ARD, TF1, RAI, NHK, TVNZ, SBS, RT, CGTN, CCTV,
  Al Jazeera, al-Jazeera, Al-Jazeera, Al Arabiya, Al-Arabiya, Deutsche Welle, DW, Euronews, Voice of America, Radio Free Europe, Channel One, Rossiya 1,
  The Guardian, Guardian, The Independent, The Sun, The Economist, Economist, The Atlantic, The Nation, The Hill, The Onion, The Intercept, The Mirror, The Star,
  Newsweek, Time, Life, Fortune, Forbes, Politico, POLITICO, Axios, Vox, Vice, BuzzFeed, Buzzfeed, HuffPost, Breitbart, Slate, Salon, Gawker, Wired, Mashable, Quartz, TechCrunch,
  Rolling Stone, Vanity Fair, The New Yorker, New Yorker, Mother Jones, ProPublica, Bellingcat, Medium, Wikinews, Wikipedia, WikiLeaks, Drudge Report, Daily Beast, FiveThirtyEight,
  Le Monde, Le Figaro, Libération, Liberation, Der Spiegel, Spiegel, Die Zeit, Die Welt, Bild, Frankfurter Allgemeine, El País, El Pais, El Mundo, La Repubblica, Corriere della Sera,
  Haaretz, Ynet, Yedioth Ahronoth, Maariv, Hürriyet, Hurriyet, Cumhuriyet, Asahi Shimbun, Yomiuri Shimbun, Mainichi, Nikkei, Folha de S. Paulo, O Globo, Clarín, La Nación,
  Kommersant, Vedomosti, Novaya Gazeta, Izvestia, Pravda, Meduza, Gazeta.ru, Lenta.ru, RBC, Dozhd, TV Rain, Hromadske, Ukrainska Pravda, Kyiv Independent, Nexta, Dawn, The Hindu,
  Barron's, Univision, Telemundo, ESPN, Variety, Billboard, Nature, Science, The Lancet, Lancet, Getty, Getty Images, Press Association, Press Trust of India, Press TV
`)

/** Words that end (or, before "of", begin) the names of places. */
export const placeWords = words(`
  airport archipelago arena avenue base bay beach boulevard bridge building canal canyon cape castle cemetery channel city coast county
  creek desert district dam forest fort garden gardens glacier gulf hall harbor harbour heights highway hill hills
  hotel island islands isle isles kingdom lake lane mall mountain mountains mount ocean oblast palace park peninsula
  plain plateau plaza port prefecture prison province raion ranch range region reservoir river road sea square
  stadium station strait straits street suburb territory tower towers town township tunnel valley village volcano
`)

/** Lower-case nouns after a place's name that make it another, larger place: "Belgorod region". */
export const regionNouns = words('region province oblast prefecture district governorate raion county')

/** Nouns for places, as in "the town of X". */
export const placeNouns = words(`
  town city village settlement region province state district county capital suburb port island country republic
  municipality area neighbourhood neighborhood hamlet locality territory peninsula prefecture oblast borough enclave
  stronghold township commune resort outpost
`)

/** Lower-case words that may stand inside a name. */
export const nameParticles = words(
  'de del della der den van von la le di da dos das du bin ibn al el of ten ter zu y e af'
)

/** Capitalised words that are no names: days, months, peoples are handled apart. */
export const calendarWords = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december easter christmas ramadan eid thanksgiving hanukkah passover
`)

/** Last words (or first ones, before "of") that only organisations have: no surnames among them. */
export const groupHeads = words(`
  agency airlines airways alliance assembly association authority bureau coalition college commission committee
  company confederation conference congress consortium corporation corp council court department directorate embassy
  federation foundation inc institute institution laboratory league legislature ltd ministry movement office
  organisation organization parliament partnership party polytechnic secretariat senate society syndicate tribunal
  university union legion corps force brigade battalion regiment militia journal times tribune gazette newspaper
  initiative centre center network agency treasury police forces academy school faculty fund
`)

/** Last words that only places have: no surnames among them. */
export const placeHeads = words(`
  airport archipelago avenue beach boulevard bridge canal cemetery coast county desert district glacier harbour harbor
  highway island islands isles lake mountain mountains ocean oblast peninsula plateau prefecture prison province raion
  region reservoir river road sea square stadium station strait straits street territory valley village volcano
`)

/** Words beside a picture, before the name of who took it. */
export const captionWords = phrases(`
  Image, Images, Photo, Photos, Photograph, Picture, Pictures, Credit, File, Courtesy, Video, Caption, Illustration, Graphic, Source
`)

/** Words that get their capital from the sentence they open. */
export const openingWords = words(`
  yesterday today tomorrow tonight meanwhile however although though while when where after before since because but
  and or if as in on at by for from with without according despite during under over both neither either all some
  most many much more few several other another each every any no not only even also still yet then there here this
  that these those his her its their our your my it he she they we you i what who why how actual actually former
  formerly once recently earlier later now ironically unfortunately perhaps maybe like unlike until unless whether
  says said asked told dear about
`)

/** Written with capitals, and yet no names of anybody. */
export const noNames = words(`
  Internet Web GMT UTC EST EDT CET BST PST PDT AM PM HTML CSS XML PDF SMS GPS DNA RNA HIV AIDS GDP GNP VIP CEO CFO COO CTO MP MPs PM
  TV PC PCs DVD CD ID IDs IQ PhD MBA BA MA NGO NGOs UFO UFOs SUV SUVs AI IT PR HR FAQ Q&A OK
`)

/** Further words that are no name when they stand alone at the opening of a sentence. */
export const functionWords = words(`
  the a an him them us me himself so too very well just nothing something everything
  nobody somebody everyone someone anyone one two three four five six seven eight nine ten first second such same again
  through between among against into onto off out up down above below within across along around behind beyond near
  is are was were has have had do does did can could will would shall should might must being be been don't let
  yes no thank thanks please look think say asking according adding speaking nor whose whom which whatever whenever
  whereas wherever hence thus therefore instead besides indeed sometimes often always never usually again
`)

/** Words for members and views of parties: before a person's name no part of it, and alone no name. */
export const partyWords = words(`
  Republican Democrat Democratic Labour Labor Conservative Tory Liberal Libertarian Socialist Communist Independent
  Unionist Nationalist Christian Social Islamist
`)

/** Last words of what bears a name and is nobody: laws, events, works, products. */
export const otherHeads = words(`
  act bill plan law laws treaty agreement accord accords convention protocol amendment code constitution clause
  war wars battle revolution uprising crisis award awards prize medal cup championship championships olympics games
  marathon festival report poll index deal pact memorandum resolution directive doctrine strategy operation hurricane
  storm day days week eve flu virus disease syndrome theory effect century era age
`)

/** Nouns for relatives: news calls a relative by the first or the full name, and keeps the surname for its subject. */
export const kinNouns = words(`
  wife husband son daughter brother sister mother father widow widower lady uncle aunt nephew niece cousin grandson
  granddaughter grandfather grandmother fiancée fiancé partner ex-wife ex-husband stepson stepdaughter twin
`)

/** Role nouns that say nothing without whose they are. */
export const relationalRoles = words(`
  rival opponent ally supporter surrogate critic partner backer donor winner member observer insider successor
  predecessor native star aide player driver
`)
