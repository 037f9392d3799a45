/**
 * Concepts by how common they are in news: in one sentence of 100 or more, of 400, of 1,600. Made by scripts/commonWords.ts from
 * the training texts of PolNeAR and GUM (../shared/data/README.md); a list of words, no text.
 */
export const commonWords: readonly string[] = [
  `agree aircraft appoint ask attack authority back begin big building campaign candidat chang com come company
conservativ continue convent country court debat delegat demand difficult don election email end even fall far
fight find first give go good group help hold important includ interview involve issu job kill law lead leader
leave long lose make mani measure meet member mill money national need new night no nomine not number old part
parti percent person point polici political president presidential primari protest public quest race recent right
rise run safe settlement show small speak supporter take talk thre time troop try turn two vote voter win work
worker world year`,
  `able abort accept access account acknowledg across act activist actual ad address advance adviser age agenda ahead
aide air alli allow almost alreadi alwai amount announc another answer anti anyon anyth appeal appear approach area
argu attent audienc author averag awai bad ban bank bas base beat becam becom behind believ benefit best better bid
biggest billionair bit black board bomb book border born break bring buy ca can candidaci cannot capture care carri
case cast caucu caucus caus center certain chairman challeng chanc charge child choic claim class clear climat clos
co colleg commit committe common compar complet concern conduct conferenc congressional consider contest contribut
control conversat count cours cover creat crisis criticism criticiz crowd current cut dai damage danger data decad
decid decis declar deep defend deliver describ despit detail determin develop didn differenc different direct
director district divid document doesn dollar donor draw earli earn easi economi economic educat effort eight
endors energi engag enough enter entir especial establish event everyth evidenc exampl executiv exist expand expect
experienc expert explain express fac face fact fail fami fast father favor fear federal feel field figur final
financial five focus follow forc foreign form four free friend front full futur game general generat get global
goal governor ground half hand happen health hear high higher histori hit hope host hour hundr hurt husband id idea
identifi illegal immediat immigrat improv incom independent individual industri influenc inform informat inspect
instead insurgent interest international invest investigat isn join justic kind know lack land languag largest
latest leadership learn least legal less level liberal lie life like limit line list liv live longer look love low
m main majoriti mak manag manager margin market mass matter mean media ment messag middl mind minoriti minut miss
mo month morn mov move near necessari network never non note noth offer office officer often open opponent
opportuniti oppos opposit order organizat outsid p particular pass past path pay percentag period personal pick
plac plai plan platform pledg politic politician popular populat posit possibl post potential power present
presidenci press presumptiv prevent price privat pro probab problem process program progressiv project promis
propos proposal protect prov provid publish put rais rate reach read real reason receiv record refer reform refugee
register relat relationship releas remain remark reporter represent requir research respect respond respons result
return rival role room rule runner school second secret secretari see seem self sell senator send senior sens seri
serious serv server servic set several shar shift short shot side sign similar singl sit site six social someon son
sourc special speech spend spokesman stag stai stand standard star stori strategi strategist strong struggl student
studi success suggest super superdelegat sure surpris survei system tak target tax team televis tell term terror
test th think third though thousand threat together top total trad trail tri tweet understand union use used using
valu vehicle vice video view violenc visit voic vot wage wai wall want war warn wasn watch weapon week whit wide
wife withdraw without won word worri writ write wrong young`,
  `abandon abiliti abov abroad absolut abus academic accelerat accomplish accurat achiev activ activiti actor addit
additional admit adopt ads adult advantag advertis advic advis advocaci advocat affair affect affiliat afford
afternoon agenci agent aggressiv airport al alarm alienat align alleg allegat allianc alon alternativ amaz amend
analysis analyst anger angri animal annual anonymiti ant anxieti anybodi apart apologiz apparent appearanc applaud
appli applicat appreciat appropriat approv approval aren arrang arrest arriv art articl asid aspect assert assess
asset assign associat assum assur attend attende attitud attornei attract attribut availabl avoid award backer
background balanc bare barrier basic basical basis bathroom battleground bear beauti beautiful behalf behavior
belief bet bia bigger bipartisan birth birther blam block blood blow blue boast bodi bold boo boost borrow bottom
bound brain brand bridg broad broadcast broader broker brother budget bui bulli burn bus busines businessman cabl
calculat calendar camera camp capaciti capital carbon card career careful casino catch categori cau celebrat
celebriti central centuri chain chair challenger chamber champ channel chant chao chapter character chariti cheer
chemical choos choose church circl circumstanc cit citizenship civil clinch closer cloth club coal coalit code
collaps collar colleagu collect color column combin command commander commercial communicat comparison compell
compet competit competitiv complain complaint complex complicat compound comprehensiv compromis computer conced
concept conclus condemn condit confidenc confident confirm confront confus congratulat congressman consensus
consequenc consistent constant constitut constitutional construct consult consultant consumer contact contain
contender content context contract contrast contributor controll controversi controversial convict convinc cooperat
coordinat copi core corner correct corrupt couldn counsel counter counti coupl cour coverag crack creation credit
crim criminal critic critical critiqu crush cultur cultural customer cycl daili dark date daughter debt decisiv
dedicat deem defens deficit defin definit degre delai deliberat democraci democratic demographic deni denounc
depend deport deportat deputi descript deserv design desir desperat destroy developer devot dictatorship differ
digit digital dinner diplomatic disagre disappoint disclos disclosur discover discriminat dismiss disput disrupt
distanc distinct distinguish distort distribut divers diversiti divis divisiv doctor dog domain domestic dominat
donat donation door doubl doubt downtown dozen draft dream drink driv drive driver drug due dynamic e easier east
echo economist edge editor editorial effect effectiv elder ele electorat eligibl elit elsewher embarrass embrac
emerg emiss emotional emphasiz employer enabl encourag enemi enforc enjamb enjoi enormous ensur entertain
enthusiasm enthusiastic environ environmental episod equal era error erupt essential estat estimat evangelical
eventual everybodi everyon everywher exact except exchang excit exclusiv expans expectat expel expensiv explanat
exploit expos exposur extend extensiv extent extrem extremist eye faciliti factor factori failur fair faith
familiar famous fan favorabl favorit featur fee feet fellow femal fewer fierc fifth fighter fil fill film financ
fine fir fire firearm fit fix flag flat flight flip flood floor flow fly folk follower food foot forceful forget
formal forth fortun forum forward found foundat founder fourth fram fraud frequent frustrat fuel fulli fun funct
fundamental fundrais fundraiser gap gas gather gay gender genuin giant gift giv golf gotten grab graduat grant
grass greater greatest green guarante guard guess guest gui guid guilti guy hack hall handful handl happi harder
harsh hasn hate haven he headlin heart heat heavi hedg hell highest highlight hir hire historic historical honest
honor hop hopeful hospital hostil hotel household http human ideologi ideological ignor ill imag imagin impl impli
import importanc impos impossibl impress incident incit increa increasing incumbent indicat industrial inequaliti
inflat influential infrastructur initial initiativ inquiri insid insider insist inspir instanc institut insult
insuranc integrat intelligenc intens interact internal introduc investor invit island item joint joke journalist
judicial juri knock knowledg label labor ladi larger last laugh lawmaker lawsuit lawyer lay leak lean legaci
legislativ legislatur legitimat len length lesson letter liar licens lift light link listen loan lobbi lobbyist
locat location lock longtim loom los loser loud lov ly magic mainstream maintain maker male mandat manufactur map
mark marri marriag massacr massiv match matchup mate material math mayb mayor medical memori mere merger method mid
mile minimum minister minus mistak mix mock model moderat moderator modern mogul momentum monitor moral mosqu most
mother motivat movi multipl murder music nam narrativ narrow nationwid nativ natur natural negativ neighbor
neighborhood net neurosurgeon neutral newli newspaper nice nightclub nine nobodi none nonprofit normal north notabl
notic notion nuclear numerous object observ observer obtain obvious occur odd oil older one onlin operat operativ
operator opin option organiz organizer original otherwis outcom outlet outsider overall overhaul oversea overtim
overwhelm overwhelming own owner pace pack page pai paint panel parent park participant partner passport pattern
peace peaceful perceiv percept perfect perform performanc perhap permanent permit perspectiv persuad phon photo
phras physical pic pictur piec pitch pivot plant player pleas plenti plus pois pollster poor populariti populist
port portrai pos positiv possib possibiliti poverti powerful practic prais pre predict prefer prepar presenc
preserv pressur pretti prevail prim principl print prioriti prison prob procedur produc product professional
professor profil profit promi prominent promot prompt proper properti prosecut prosecutor prospect protester proud
provis ptsmoderatorfeaturedfebruari pull punch punish purpos pursu qualifi qualiti quarter quiet quot racial racist
radical radio rail rang rank rare rat react reader readi realiti realiz recall recess recognit recogniz recommend
recommendat recruit red referenc reflect refus refusal regard region regional regret regular regulat reject
relation relativ relevant reli reliabl relief relig religious remember remind reminder remov renew rent repeat
repeated replac repli report representativ reputat researcher reserv resign resolut resolv resonat resourc
respectiv respondent rest restaurant restrict retir revenu revers review revolut rhetoric rich rip ris road roll
root rough round rout rul sacrific salari sampl sanct sat satisfi sav save scal scandal scar scen schedul scienc
scientist scor scrambl screen scrutini sea search season seat sect sector select sensitiv sentenc senti separat
sess seven sex sexual shak shap sharp she sheet shirt shock shop shouldn shout shut signal signatur simp simpl
sister situat size skeptical skill slam slat slight slot slow smaller smart smil socialist societi solid solut solv
somebodi sometim somewhat soon sort sound south southern spac spe speaker specific specifical speculat spirit split
spokeswoman sponsor sport spot spotlight spread spring squar staffer stak stanc station status steadi steal steel
stem stick stock stor storm straight strategic stream street strength strengthen stress stretch strike string
stronger stuff stump styl subject subsequent substantial succ successful sudden suffer suit summer suppos surfac
surrogat surround surviv suspect suspend sustain sweep swing tabl tactic tap task teach teacher tear tech techniqu
technologi tempera temporari ten tend tens tenur territori text thank thei them theori thought throughout throw
ticket tie tied tight titl tone tonight tool topic touch tour tout track tradit traditional train transform
transgender transit translat travel treat tremendous trend trial trill troubl true truli trust truth tuit tunnel
turnout twic ty type typical u uh ultimat unabl unclear undermin underscor undocu unemploi unfair unifi uniqu uniti
universal universiti unless unlik unusual upcom updat upset urg user usual v valuabl vari varieti various vast
ventur vers vet veteran victim viewer violat violent virtual visa vision volunteer vow vulnerabl wait wake walk
warm water wave weak wealth wealthi wear websit weekend weigh weight welcom west whatever whol widespread wild will
wind wing winner wish wonder wors worst worth wouldn writer yes yield you younger zero zone`
]
