/**
 * The countries of the world as English news names them: name | capital | words for its people and things | other names.
 *
 * General knowledge, closed by hand; the first name of a row is the one an entity gets. Capitals are there because news
 * lets them stand for their governments ("Moscow said"). Over 250 lines because it is a table.
 */

export interface Country {
  readonly name: string
  readonly capitals: readonly string[]
  readonly demonyms: readonly string[]
  readonly otherNames: readonly string[]
}

const table = `
Afghanistan|Kabul|Afghan,Afghans
Albania|Tirana|Albanian
Algeria|Algiers|Algerian
Andorra||Andorran
Angola|Luanda|Angolan
Antigua and Barbuda||Antiguan
Argentina|Buenos Aires|Argentine,Argentinian,Argentinean
Armenia|Yerevan|Armenian
Australia|Canberra|Australian,Aussie
Austria|Vienna|Austrian
Azerbaijan|Baku|Azerbaijani,Azeri
Bahamas|Nassau|Bahamian
Bahrain|Manama|Bahraini
Bangladesh|Dhaka|Bangladeshi
Barbados|Bridgetown|Barbadian
Belarus|Minsk|Belarusian,Belarussian
Belgium|Brussels|Belgian
Belize||Belizean
Benin||Beninese
Bhutan|Thimphu|Bhutanese
Bolivia|La Paz|Bolivian
Bosnia and Herzegovina|Sarajevo|Bosnian|Bosnia,Bosnia-Herzegovina
Botswana|Gaborone|Botswanan
Brazil|Brasilia,Brasília|Brazilian
Brunei||Bruneian
Bulgaria|Sofia|Bulgarian
Burkina Faso|Ouagadougou|Burkinabe
Burundi|Bujumbura|Burundian
Cambodia|Phnom Penh|Cambodian
Cameroon|Yaounde,Yaoundé|Cameroonian
Canada|Ottawa|Canadian
Cape Verde||Cape Verdean|Cabo Verde
Central African Republic|Bangui|Central African|CAR
Chad|N'Djamena|Chadian
Chile|Santiago|Chilean
China|Beijing|Chinese|People's Republic of China,PRC
Colombia|Bogota,Bogotá|Colombian
Comoros||Comoran
Costa Rica||Costa Rican
Croatia|Zagreb|Croatian,Croat
Cuba|Havana|Cuban
Cyprus|Nicosia|Cypriot
Czech Republic|Prague|Czech|Czechia
Democratic Republic of the Congo|Kinshasa|Congolese|DRC,DR Congo,Democratic Republic of Congo
Denmark|Copenhagen|Danish,Dane
Djibouti||Djiboutian
Dominican Republic|Santo Domingo|
East Timor|Dili|Timorese|Timor-Leste
Ecuador|Quito|Ecuadorian,Ecuadorean
Egypt|Cairo|Egyptian
El Salvador|San Salvador|Salvadoran,Salvadorean
England||English
Equatorial Guinea|Malabo|Equatorial Guinean
Eritrea|Asmara|Eritrean
Estonia|Tallinn|Estonian
Eswatini|Mbabane|Swazi|Swaziland
Ethiopia|Addis Ababa|Ethiopian
Fiji|Suva|Fijian
Finland|Helsinki|Finnish,Finn
France|Paris|French,Frenchman,Frenchwoman
Gabon|Libreville|Gabonese
Gambia|Banjul|Gambian
Georgia|Tbilisi|Georgian
Germany|Berlin|German
Ghana|Accra|Ghanaian
Greece|Athens|Greek
Greenland|Nuuk|Greenlandic
Grenada||Grenadian
Guatemala||Guatemalan
Guinea|Conakry|Guinean
Guinea-Bissau|Bissau|
Guyana||Guyanese
Haiti|Port-au-Prince|Haitian
Honduras|Tegucigalpa|Honduran
Hong Kong||
Hungary|Budapest|Hungarian
Iceland|Reykjavik|Icelandic,Icelander
India|New Delhi,Delhi|Indian
Indonesia|Jakarta|Indonesian
Iran|Tehran,Teheran|Iranian|Islamic Republic of Iran
Iraq|Baghdad|Iraqi
Ireland|Dublin|Irish|Republic of Ireland
Israel|Jerusalem,Tel Aviv|Israeli
Italy|Rome|Italian
Ivory Coast|Yamoussoukro,Abidjan|Ivorian|Côte d'Ivoire,Cote d'Ivoire
Jamaica|Kingston|Jamaican
Japan|Tokyo|Japanese
Jordan|Amman|Jordanian
Kazakhstan|Astana|Kazakh,Kazakhstani
Kenya|Nairobi|Kenyan
Kiribati||
Kosovo|Pristina|Kosovan,Kosovar
Kuwait||Kuwaiti
Kyrgyzstan|Bishkek|Kyrgyz
Laos|Vientiane|Laotian,Lao
Latvia|Riga|Latvian
Lebanon|Beirut|Lebanese
Lesotho|Maseru|Basotho
Liberia|Monrovia|Liberian
Libya|Tripoli|Libyan
Liechtenstein|Vaduz|
Lithuania|Vilnius|Lithuanian
Luxembourg||Luxembourgish
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian
Malaysia|Kuala Lumpur|Malaysian
Maldives|Male,Malé|Maldivian
Mali|Bamako|Malian
Malta|Valletta|Maltese
Marshall Islands||Marshallese
Mauritania|Nouakchott|Mauritanian
Mauritius|Port Louis|Mauritian
Mexico|Mexico City|Mexican
Micronesia||Micronesian
Moldova|Chisinau|Moldovan
Monaco||Monegasque
Mongolia|Ulaanbaatar,Ulan Bator|Mongolian
Montenegro|Podgorica|Montenegrin
Morocco|Rabat|Moroccan
Mozambique|Maputo|Mozambican
Myanmar|Naypyidaw,Nay Pyi Taw|Burmese|Burma
Namibia|Windhoek|Namibian
Nauru||Nauruan
Nepal|Kathmandu|Nepali,Nepalese
Netherlands|The Hague,Amsterdam|Dutch,Dutchman|Holland
New Zealand|Wellington|New Zealander
Nicaragua|Managua|Nicaraguan
Niger|Niamey|Nigerien
Nigeria|Abuja|Nigerian
North Korea|Pyongyang|North Korean|Democratic People's Republic of Korea,DPRK
North Macedonia|Skopje|Macedonian|Macedonia
Northern Ireland|Belfast|Northern Irish
Norway|Oslo|Norwegian
Oman|Muscat|Omani
Pakistan|Islamabad|Pakistani
Palau||Palauan
Palestine|Ramallah|Palestinian
Panama||Panamanian
Papua New Guinea|Port Moresby|Papua New Guinean
Paraguay|Asuncion,Asunción|Paraguayan
Peru|Lima|Peruvian
Philippines|Manila|Filipino,Philippine,Filipina
Poland|Warsaw|Polish,Pole
Portugal|Lisbon|Portuguese
Puerto Rico|San Juan|Puerto Rican
Qatar|Doha|Qatari
Republic of the Congo|Brazzaville||Congo-Brazzaville
Romania|Bucharest|Romanian
Russia|Moscow|Russian|Russian Federation
Rwanda|Kigali|Rwandan
Samoa||Samoan
Saudi Arabia|Riyadh|Saudi,Saudi Arabian|Kingdom of Saudi Arabia
Scotland|Edinburgh|Scottish,Scot
Senegal|Dakar|Senegalese
Serbia|Belgrade|Serbian,Serb
Seychelles||Seychellois
Sierra Leone|Freetown|Sierra Leonean
Singapore||Singaporean
Slovakia|Bratislava|Slovak,Slovakian
Slovenia|Ljubljana|Slovenian,Slovene
Solomon Islands|Honiara|
Somalia|Mogadishu|Somali
South Africa|Pretoria|South African
South Korea|Seoul|South Korean|Republic of Korea
South Sudan|Juba|South Sudanese
Soviet Union||Soviet|USSR
Spain|Madrid|Spanish,Spaniard
Sri Lanka|Colombo|Sri Lankan
Sudan|Khartoum|Sudanese
Suriname|Paramaribo|Surinamese
Sweden|Stockholm|Swedish,Swede
Switzerland|Bern,Berne|Swiss
Syria|Damascus|Syrian
Taiwan|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik
Tanzania|Dodoma,Dar es Salaam|Tanzanian
Thailand|Bangkok|Thai
Tibet|Lhasa|Tibetan
Togo|Lome,Lomé|Togolese
Tonga||Tongan
Trinidad and Tobago|Port of Spain|Trinidadian
Tunisia|Tunis|Tunisian
Turkey|Ankara|Turkish,Turk|Türkiye
Turkmenistan|Ashgabat|Turkmen
Tuvalu||
Uganda|Kampala|Ugandan
Ukraine|Kyiv,Kiev|Ukrainian
United Arab Emirates|Abu Dhabi|Emirati|UAE
United Kingdom|London|British,Briton|UK,U.K.,Britain,Great Britain
United States|Washington|American|US,U.S.,USA,U.S.A.,United States of America,America
Uruguay|Montevideo|Uruguayan
Uzbekistan|Tashkent|Uzbek
Vanuatu||
Vatican City||Vatican
Venezuela|Caracas|Venezuelan
Vietnam|Hanoi|Vietnamese|Viet Nam
Wales|Cardiff|Welsh
Yemen|Sanaa,Sana'a,Aden|Yemeni
Yugoslavia||Yugoslav
Zambia|Lusaka|Zambian
Zimbabwe|Harare|Zimbabwean
`

function parts(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((part) => part !== '')
}

export const countries: readonly Country[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', capitals, demonyms, otherNames] = line.split('|')
    return { name, capitals: parts(capitals), demonyms: parts(demonyms), otherNames: parts(otherNames) }
  })

/** Names and other names, as printed → country. */
export const countryOf: ReadonlyMap<string, Country> = new Map(
  countries.flatMap((country) => [country.name, ...country.otherNames].map((name) => [name, country] as const))
)

export const countryOfCapital: ReadonlyMap<string, Country> = new Map(
  countries.flatMap((country) => country.capitals.map((capital) => [capital, country] as const))
)

/** "Ukrainian", "Ukrainians" → Ukraine. */
export const countryOfDemonym: ReadonlyMap<string, Country> = new Map(
  countries.flatMap((country) =>
    country.demonyms.flatMap((word) => [word, `${word}s`].map((form) => [form, country] as const))
  )
)

/** States, provinces and larger regions that news names without their country. */
export const regions: ReadonlySet<string> = new Set(
  `Africa,Asia,Europe,North America,South America,Latin America,Central America,Antarctica,Oceania,Middle East,Western Europe,Eastern Europe,Balkans,Caucasus,
Scandinavia,Siberia,Crimea,Donbas,Donbass,Chechnya,Dagestan,Kashmir,Gaza,Gaza Strip,West Bank,Kurdistan,Catalonia,Quebec,Ontario,British Columbia,Alberta,
Manitoba,Saskatchewan,Nova Scotia,New Brunswick,New South Wales,Queensland,Victoria,Tasmania,Western Australia,South Australia,
Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,
Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,
North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,
Washington State,West Virginia,Wisconsin,Wyoming,D.C.,Punjab,Sindh,Bavaria,Saxony,Sicily,Sardinia,Lombardy,Andalusia,Xinjiang,Sinai,Anatolia,Darfur`
    .split(/[,\n]+/)
    .filter((name) => name !== '')
)

/** States of the US as news shortens them, printed → full. */
export const regionOf: ReadonlyMap<string, string> = new Map(
  `Ala.|Alabama,Ariz.|Arizona,Ark.|Arkansas,Calif.|California,Colo.|Colorado,Conn.|Connecticut,Del.|Delaware,
  Fla.|Florida,Ga.|Georgia,Ill.|Illinois,Ind.|Indiana,Kan.|Kansas,Ky.|Kentucky,La.|Louisiana,Mass.|Massachusetts,
  Md.|Maryland,Mich.|Michigan,Minn.|Minnesota,Miss.|Mississippi,Mo.|Missouri,Mont.|Montana,N.C.|North Carolina,
  N.D.|North Dakota,N.H.|New Hampshire,N.J.|New Jersey,N.M.|New Mexico,N.Y.|New York,Neb.|Nebraska,Nev.|Nevada,
  Okla.|Oklahoma,Ore.|Oregon,Pa.|Pennsylvania,R.I.|Rhode Island,S.C.|South Carolina,S.D.|South Dakota,
  Tenn.|Tennessee,Tex.|Texas,Va.|Virginia,Vt.|Vermont,W.Va.|West Virginia,Wash.|Washington,Wis.|Wisconsin,Wyo.|Wyoming`
    .split(',')
    .map((pair) => {
      const [short = '', full = ''] = pair.trim().split('|')
      return [short, full] as const
    })
)
