/**
 * Concepts by how common they are in news: in one sentence of 100 or more, of 400, of 1,600. Made by scripts/commonWords.ts from
 * the training texts of PolNeAR and GUM (../shared/data/README.md); a list of words, no text.
 */
export const commonWords: readonly string[] = [
  `agree aircraft appoint ask attack authority back begin big building campaign candidat chang close com company
conservativ continue convent country court debat delegat demand difficult don election email end even factory fall
far fight find first giv go good group help hold important includ interview involve issu job kill law lead leader
long lose mak mani measure meet member money mov national need new night no nomine not number old part parti
percent person point polici political president presidential primari probably protest public quest rac recent right
rise run safe settlement show small speak stay supporter tak talk thre tim troop try two vote voter win withdraw
work worker world writ year`,
  `abl abort accept access account acknowledg across act activist actual ad address advance adviser age agenda ahead
air alli allow almost alreadi alwai amount announc another answer anti anyon anyth appeal appear approach area argu
attent audienc author averag awai bad ban bank bas beat becam becom behind believ benefit best better bid biggest
billionair bit black board bomb book border born break bring buy ca calm can candidaci cannot capture carri cas
cast caucu caucus caus center certain chairman challeng chanc charge checkpoint child choic choos cit claim class
clear climat co colleg commit committe common compar complet concern conduct conferenc congressional consider
contest contribut control conversat count cours cover creat crisis criticize crowd current cut dai damage danger
data decad decid decis declar deep defend deliver describ despit detail determin develop didn differenc different
direct director divid document doesn dollar donor draw driv earli earn easi economi economic educat effort eight
endors energi engag enough enter entir especial establish event everyth evidence exampl executiv exist expand
expect experienc expert explain express fac fact fail fami fast father favor fear federal feel field figur final
financial fire fiv focus follow foreign form four free friend front full futur gam general generat get global goal
governor ground half hand happen health hear high higher histori hit hop host hour hundr hurt husband id idea
identifi illegal immediately immigrat improv incom independent individual industri influenc inform informat inspect
instead insurgent interest international invest investigate isn join justic kind know lack land languag largest
latest leadership learn least leave legal less level liberal lie lif limit lin list liv longer look lov low m main
majoriti manag manager margin market mass matter mean media ment messag middl mind minoriti minut miss mo month
morn near necessari network never non noth offer office officer often open opponent opportuniti oppos opposit
organizat outsid p particular pass past path pay percentag period personal pick plac plai plan platform pledg
politic politician popular populat posit possibl potential power praise present presidenci press presumptiv prevent
price privat pro problem process program progressiv project promis propos proposal protect prov provid publish put
rail rais rat reach read real reason receiv record refer reform refugee region register reject relat relationship
releas remark reporter represent requir research respect respond respons result return rival road rol room rul
runner school second secret secretari see seem self sell senator send senior sens seri serious serv server servic
set several shar shift short shot sid sign similar singl sit six social someon son sourc special speech spend
spokesman stag stand standard star stori strategi strategist strong struggl student studi success suggest super
superdelegat sur surpris survei system target tax team televis tell term terror test th think third though thousand
threat together top total trad trail tri turn tweet understand union use used using valu vehicle vic video view
violenc visit voic wage wai wall want war warn wasn watch weapon week whit wid wif without won word worri wrong
young`,
  `abandon abiliti abov abroad absolut abus academic accelerat accomplish accurat achiev activ activiti actor addit
additional admit adopt ads adult advantag advertis advic advis advocaci advocat affair affect affiliat afford
afternoon agenci agent aggressiv agr airport al alarm alienat align alleg allegat allianc alon alternativ amaz
amend analysis analyst anger angri animal annual anonymiti ant anxieti anybodi apart apologize apparent appearanc
appli applicat appreciat appropriat approve aren arrang arrest arriv art articl asid aspect assert assess asset
assign associat assum assur attend attende attitud attornei attract attribut availabl avoid award backer background
balanc barrier basic basical basis bathroom battleground bear beauti beautiful behalf behavior belief bet bia
bigger bipartisan birth birther blam block blood blow blu boast body bold boo boost borrow bottom bound brain brand
bribe bridg broad broadcast broader broker brother budget bui bulli burn bus busines businessman cabl calculat
calendar camera camp cancel capaciti capital carbon card career careful casino catch categori cau celebrat
celebriti central centuri chain chair challenger chamber champ channel chant chao chapter character chariti cheer
chemical church circl circumstanc citizenship civil clinch closer cloth club coal coalit cod collaps collar
colleagu collect collide color column combin command commander commercial communicat comparison compell compet
competit competitiv complain complaint complex complicat compound comprehensiv compromis computer conced concept
conclus condit confidenc confident confirm confront confus congratulat congressman consensus consequenc consistent
constant constitut constitutional construct consult consultant consumer contact contain contender content context
contract contrast contributor controll controversi controversial convict convinc cooperat coordinat copi cor corner
correct couldn counsel counter counti coupl cour coverag crack creation credit crim criminal critic critical
critiqu crush cultur cultural customer cycl daili dark dat daughter debt decisiv dedicat deem defens deficit defin
definit degre delay deliberat democraci democratic demographic deni depend deport deportat deputi descript deserv
design desir desperat destroy developer devot dictatorship differ digit digital dinner diplomatic disagre
disappoint disclos disclosur discover discriminat dismiss disput disrupt distanc distinct distinguish distort
distribut divers diversiti divis divisiv doctor dog domain domestic dominat donat donation door doubl doubt
downtown dozen draft dream drink driver drug due dynamic e easier east echo economist edg editor editorial effect
effectiv elder ele electorat eligibl elit elsewher embarrass embrac emerg emiss emotional emphasiz employer enabl
encourag enemi enforc enjamb enjoi enormous ensur entertain enthusiasm enthusiastic environ environmental episod
equal era error erupt essential estat estimat evangelical eventual everybodi everyon everywher exact except exchang
excit exclusiv expectat expel expensiv explanat exploit expos exposur extensiv extent extrem extremist eye faciliti
factor failur fair faith familiar famous fan fat favorabl favorit featur fee feet fellow femal fewer fierc fifth
fighter fill film fin financ firearm fit fix flag flat flight flip flood floor flow fly folk follower food foot
forceful forget formal forth fortun forum forward found foundat founder fourth fram frequent frustrat fuel fulli
fun funct fundamental fundrais fundraiser gap gas gather gay gender genuin giant gift golf gotten grab graduat
grant grass greater greatest green guarante guard guess guest gui guid guilti guy hack hall handful handl happi
harder harsh hasn hat haven he headlin heart heat heavi hedg hell hid highest highlight hir historic historical
honest honor hopeful hospital hostil hotel household http human ideologi ideological ignor ill imag imagin impl
impli import importanc impos impossibl impress incident incit increa increasing incumbent indicat industrial
inequaliti inflat influential infrastructur initial initiativ insid insider insist inspir instanc institut insult
insuranc integrat intelligenc intens interact internal introduc investor invit island item joint jok journalist
judicial juri knock knowledg label labor ladi larger last laugh lawmaker lawsuit lawyer lay leak lean legaci
legislativ legislatur legitimat len length lesson letter liar licens lift light link listen loan lobbi lobbyist
locat location lock longtim loom loser loud ly magic mainstream maintain maker mal mandat manufactur map mark marri
marriag massiv mat match matchup material math mayb mayor medical memori mer merger method mid mil min minimum
minister minus missile mistak mix mock model moderat moderator modern mogul momentum monitor moral mosqu most
mother motivat movi multipl murder music narrativ narrow nationwid nativ natur natural negativ neighbor
neighborhood net neurosurgeon neutral newli newspaper nic nightclub nin nobodi nonprofit normal north notabl notic
notion nuclear numerous object observ observer obtain obvious occur odd oil older one onlin operat operativ
operator opin option organiz organizer original otherwis outcom outlet outsider overall overhaul oversea overtim
overwhelming own owner pac pack pag pai paint panel parent park participant partner passport pattern peace perceiv
percept perfect perform performanc perhap permanent perspectiv persuad phon photo phras physical pic pictur piec
pitch pivot player pleas plenti plus pois pollster poor pop populariti populist port portrai pos positiv possib
possibiliti poverti powerful practic pre predict prefer prepar presenc preserv pressur pretti prevail prim principl
print prioriti prison procedur produc product professional professor profil profit promi prominent promot proper
properti prosecut prosecutor prospect protester proud provis ptsmoderatorfeaturedfebruari pull punch punish purpos
pursu qualifi qualiti quarter quot racial racist radical radio rang rank rar react reader readi realiti realiz
recall recess recognit recogniz recommend recommendat recruit red referenc reflect regard regional regret regular
regulat relation relativ relevant reli reliabl relief relig religious remember remind reminder remov renew rent
repeat repeated replac repli report representativ reputat rescue researcher reserv resign resolut resolv resonat
resourc respectiv respondent rest restaurant restrict retir revenu revers review revolut rhetoric rich rid rig rip
roll root rough round rout sacrific sampl sanction sat satisfi scal scandal scar scen schedul scienc scientist scor
scrambl screen scrutini sea search season seat sect sector select sensitiv sentenc senti separat sess seven sex
sexual shak shap sharp she sheet ship shirt shock shop shouldn shout signal signatur simp simpl sister situat siz
skeptical skill slam slat slight slot slow smaller smart smil socialist societi solid solut solv somebodi sometim
somewhat soon sort sound south southern spac spe speaker specific specifical speculat spirit split spokeswoman
sponsor sport spot spotlight spread spring squar staffer stak stanc station status steadi steal steel stem stick
stock stor storm straight strategic stream strength strengthen stress stretch string stronger stuff stump styl
subject subsequent substantial succ successful sudden suffer suit summer suppos surfac surrogat surround surviv
suspect suspend sustain sweep swing tabl tactic tap task teach teacher tear tech techniqu technologi tempera
temporari ten tend tens tenur territori text thank thei them theori thought throughout throw ticket tie tied tight
titl ton tonight tool topic touch tour tout track tradit traditional transform transgender transit translat travel
treat tremendous trend trial trill troubl tru truli trust truth tuit tunnel turnout twic ty typ typical u uh
ultimat unabl unclear undermin underscor undocu unemploi unfair unifi uniqu uniti universal universiti unless unlik
unusual upcom updat upset user usual v valuabl vari varieti various vast ventur vers vet veteran victim viewer
violent virtual visa vision volunteer vow vulnerabl wait wak walk warm water wav weak wealth wealthi wear websit
weekend weigh weight welcom west whatever whol widespread wild will wind wing winner wish wonder wors worst worth
wouldn writer yes yield you younger zero zon`
]
