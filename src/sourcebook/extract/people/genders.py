"""Given names that only women, or only men, commonly bear: "she" is no Donald."""

_WOMEN = """
abigail ada adela adele adetoun adriana agata agnes agneta agnieszka aicha aigul ainura aisha aisulu akiko akinyi akosua alejandra alena
alessandra alexandra alia alice alicia alina alison aliya allison alma amal amalia amanda amber amelia amelie amina aminata amira amy
ana ananya anastasia andreja aneta angela angelica angelina angelique anita anja anjali anke ann anna annabel annalena anne anneliese
annette annie antonia anya aparna apinya araba araceli arancha ariane asel asha ashwini asma astrid audrey aurelia aurora avril ayelet
ayesha aysha bahia barbara barbora beata beatrice beatriz begona begum benazir bernadette bertha beth bettina betty beverley beverly
bianca bibi birgit birgitta blanca bogdana bojana bonnie bozena brenda bridget brigita brigitte camila camilla cara carla carmen carol
carolina caroline carolyn carolyne carrie catalina catarina catarine catherine cathy cecile cecilia celia chandrika charlotte chelsea
cherie chiamaka chiara chiyo chloe christelle christiane christina christine cindy claire clara clare claudia claudine colleen
condoleezza constance constanza consuelo corazon cornelia cristina cynthia dagmar daisy dalia dame daniela daniella danielle daphne
daria darja darya debbie deborah debra deepa delcy delia denise dewi diana diane dilma dilnoza dina dipu dolly dolores donna dora doreen
doris dorota dorothea dorothy dragica dunja ebba edith edna edwina eileen ekaterina elaine eleanor elena eleni eleonora elif elin elisa
elisabeth elise eliza elizabeth ella ellen ellie elma elsa elsie elvira elzbieta emilia emily emine emma emmanuelle enid erica erika
erin erna ernestine esen esperanza esra estelle esther eszter ethel eugenia eugenie eunice eunji eva eve evelyn fadela fahmida faiza
farah farida fatema fatima fatimah fatma fatou fatoumata fauzia fawzia faye federica felicia felicity fernanda fiona flavia florence
folake fouzia frances francesca francoise frida funmilayo gabriela gabriella gabrielle gaelle gail galina gauri geeta gemma genevieve
georgette georgia georgina geraldine gerda gertrude geun-hye ghada gillian gina giorgia gita giulia gladys glenda gloria golda gosia
graca grace greta gretchen guadalupe gudrun gulnara gulnora guzel gwen gwendolyn habiba hadiza hadja hafsa haifa hala halimah hana hanan
hande hanna hannah harriet hasina hatice hattie hayley hazel hazlina heather hedwig heidi heike helen helena helene helga hend hiba
hilda hilde hillary hina hiroko huda ida ilana ildiko ilona ilse ilze imelda indira indrani ines ing-wen inga ingeborg inger ingrid
ioana irena irene irina iris irma iryna isabel isabela isabella isabelle ivana ivanka ivanna ivonne izabela jacinda jacqueline jadranka
jadwiga jamila jana jane janelle janet janice jasmine jeanette jeanine jelena jenna jennifer jenny jessica jill joanna joanne jodi
joelle johanna jolanta joni josefa josephine joy joyce juanita judith judy julia juliana julianne julie juliet julieta justyna kadiatou
kaja kamala kamila karen karin karla karolina kasia katalin katarina katarzyna kate katerina kateryna katharina katherine kathleen
kathryn kathy katie katja katrin katrina katya kavita kaye keiko kelly kersti khadija khadijah khaleda kimberly kinga kirsten kirstie
kirsty klara kolinda kristalina kristen kristi kristin kristina kristine krystyna kyra lady laila lakshmi lamia lana lara larisa larissa
latifa latoya laura laure lauren leah leila lena lenka leonor leticia leyla lia lidia liesje lilian liliana lillian lina linda lindiwe
lindsay lisa lise liz liza ljiljana ljubica lorena loretta lori lorna lorraine loubna louisa louise lourdes lubna lucia luciana lucie
lucila lucinda lucy ludivine ludmila ludmilla luisa luljeta luz lydia lynn lynne lyubov lyudmila mabel madeleine madina maeve magda
magdalena magdalene maggie maha mahnaz maia maja malala malgorzata malika manal mandy manuela mara marcela marcia margaret margareta
margarita margot margrethe maria mariam mariama mariana marianna marianne marie marielle marietta marife marija marijana marilyn marina
marion marisa marise mariya marjorie marlene marta martha martina mary maryam masako mathilde matilda maud maude maureen mavis mawra
maxine maya mayu meena megan megawati megumi mehriban melania melanie melinda melissa mercedes meredith mette mia michaela michelle
michiko milagros mildred milena milica mimi mina minnie mira miranda mireille mirela miriam mirjana misato moana moira momoko mona
monica monika monique mounira muriel myra myriam myrna nabila nadezhda nadia nadine nadira naima najat najla naledi nancy nandar nandini
naoko naomi narges nargiza nasrin natalia natalie natalya natasha nathalie nawal nayla neha nell nellie nesrin ngozi ngozika nia nicole
nikki nilufar nina ninette nirmala nisha nkosazana nomvula nora norah noriko norma nouria nozomi oby ofelia ogechi oksana olena olesya
olga olha olivia oprah ornella oyu paloma pamela paola parisa patricia patrycja patsy paula paulina pauline pearl peggy penelope penny
petra philippa philomena phoebe phumzile phyllis pia pilar polina polly pooja pranita pratibha preeti princess priscilla priti priya
priyanka purnima queen rachel radha radhika raisa ramona rania ranjana raquel rebecca reem regina rekha renata renate retno rhonda rika
rima rita roberta rocio rokeya rosa rosalia rosalind rosario rose roseanne rosemary rosie rosmah roxana roxanne rubina ruby rukhsana
rumana ruth sabiha sabina sabine sabrina sadia sadie sahar sahra saida saima sakura sally salma samantha samia sanae sandra sangeeta
sania sanna sanne saodat sara sarah saskia sawsan sayuri seda selin selma serena sevgi sevil shabnam shaikha shakira shamsa sharon
sheikha sheila shelley sherry shirin shirley shobha shreya sigrid siham silja silvia simona simonetta sinead sirimavo siti slavica
snezana sofia sofie soile solange soledad solveig sonali sonia sonja sonya sophia sophie soraya stacey stacy stefania stella stephanie
sue sujata sultana sumaya sumitra sunita suraya susan susana susanna susanne sushma susie suzana suzanne svetlana svitlana swati sylvia
sylvie tabitha tahmina takako tamar tamara tania tanja tanya tara tatiana tatjana tatyana teresa tess tetiana thandi thandiwe thelma
theresa therese thuli thuzar tiina tina tomoko tove tracy trish trisha trudy tzipi ulla ulrika ulrike umaima ursula usha uzma vaira
vaishali valentina valentyna valeria valerie vanessa vasundhara veena velma vera verna veronica veronika vesela vesna vicky victoire
victoria vida vigdis viktoria vilma vineeta viola violeta virginia vivian viviane wafa wairimu wajiha wambui wanda wangari wangui
wanjiku wanjiru wendy whitney wilhelmina wilma winifred winnie xenia ximena yael yamini yana yara yasmin yasmine yelena yesenia yingluck
yoko yolanda yolande yoriko yuka yuko yulia yuliia yuliya yumi yumiko yvette yvonne zahida zahra zainab zainah zanele zarina zehra
zeinab zeynep zinaida zoe zofia zohra zorana zsofia zsuzsanna zubaida zuhra zuzana
"""
_MEN = """
aaron abdallah abdel abdelaziz abdelfattah abdi abdirahman abdou abdoulaye abdul abdulaziz abdulla abdullah abdulrahman abebe abel abiy
abraham adalberto adam adel adem adil adnan adolf adrian agostinho agustin ahmad ahmed ahmet aidan ajit akbar akhil akhtar akio akira
alain alan alassane albert alberto aldo alejandro aleksandar aleksander aleksandr alessandro alexander alexandre alexandros alexandru
alexei alexey alfons alfonso alfred alfredo ali alikhan allan allen alojz alvaro amado amadou amir ammar anatole anatoly anders andras
andre andreas andrei andrej andres andrew andriy andrzej andy angus anil ansgar anthony antoine anton antonin antonio antony antti anwar
aram arash ariel aristides arjun armand armando armen armin arnaud arnold arsen arseniy artem arthur arturo arvind aryeh asad ashok
ashraf asif askar atif attila augusto axel aydin ayman azamat aziz azman babar bagrat bakhtiyar bakir balazs baldev bambang bandar
barack barna barry bart bashir basil batu bayram bekzod ben benedict benigno benito benjamin benoit bernard bernardo bernd bernie
bertrand bilal bill billy bjorn bob bobby bogdan bohdan bohuslav boris borut boubacar boyko brad brahim brendan brett brian bronislaw
bruce bruno bryan budi bujar bulat burak burhan carl carles carlo carlos cedric cemal cesar charles charlie chidi chinedu christian
christoph christophe christopher chuck ciro claude claudio clement clint colin constantine constantinos cornelius craig cristiano csaba
cyril cyrille dag dagfinn dalibor damian damon daniel danilo danny dario darren david dean deepak dejan denis dennis denys derek desmond
didier diego dieter dimitar dimitri dimitrios dimitris dinesh diogo dirk djamel dmitri dmitry dmytro dominic dominik don donald dorin
doug douglas dragan duncan dwight eamon eddie edgar edmund edouard eduard eduardo eduards edward edwin efraim egils ehsan ehud elchin
eldar eli elias elijah elliott elmar emanuel emil emiliano emilio emin emmanuel emmerson emre enda enrico enrique erdal eric erich erik
erkin erlan ernest ernesto ernst erwin esteban ethan etienne eugene evan evgeny evo ewan fabian fabio fabrice fadi fahad faisal farhad
farid farrukh faruk fathi faustin fawaz fekadu felipe felix ferdinand fernando fidel fikret filip florian francis franco francois frank
frans franz fred frederick fredrik fritz fuad gabor gabriel gaetan gagan ganesh gareth gary gaston gavin gediminas geert geir gennady
geoffrey george georges georgi georgios gerald gerard gerardo gerhard gerry ghassan gheorghe giancarlo gianni gilbert gilberto giles
giorgi giorgio giorgos giovanni girish giuliano giuseppe gleb glenn goran gordan gordon graham greg gregoire gregor gregory guido
guillaume guillermo gunnar gunter gunther guram gustav gustavo guy gyorgy habib habibur haider haji hakan hamad hamid hannes hans harald
haris harold harry haruki haruto hasan hashim hassan hassanal hatem haytham hector heiko heinrich heinz helmut hemant henri henrik henry
herbert herman hermann hernan hichem hiroshi hishammuddin horacio horst hosni howard hubert hugh hugo husam hussam hussein iain ian
ibrahim ibrahima ichiro idriss igor ihor ilham ilhan ilya imad imran imre ioannis ion isaac isaias ishan ishaq iskander ismail ismet
istvan itamar ivan ivica ivo jacek jack jacob jacques jafar jahangir jaime jair jake jakob jakub jalal jamal james jan janez janos jared
jarosaw jaroslav jaroslaw jason javad javier jawad jay jeff jeffrey jens jeremy jerome jerry jesse jim jimmy jiri jiro joachim joao
joaquim joaquin jochen joe joel johan johann johannes john johnny joko jokowi jon jonas jonathan jonny jorge joschka jose josef josep
joseph joshua josip jovan juan jules julian julio julius jure jurgen justin jyrki kacper kadir kaito kamal kanat karan karel karim karl
karol kaspar kassym-jomart kazuo keir keith ken kenan kenji kenneth kevin khaled khalid king kirill klaus klemens kofi kojo konrad
konstantin konstantinos krzysztof kubanychbek kurt kwame kyriakos kyrylo lakshman lars lasse laszlo laurent laurentiu lawrence leandro
lech leif len lennart leo leon leonard leonid leopoldo levan lewis liam linas lindsey linus lloyd lorenzo lorne louis lubomir luca lucas
luciano ludwig luigi luis luiz luka lukas lukasz luke lula lyle maciej macky mahathir mahesh mahinda mahmoud mahmud maksim malcolm malik
mamadou manmohan mansour manuel marat marc marcel marcello marcelo marcin marco marcos marcus marek marian mariano mario marius mark
marko markus martin martti marwan massimo massoud mateo mateusz mathias mathieu matt matteo matthew matthias matti maurice mauricio
mauritz mauro max maxim maxime maximilian mehdi mehmet mevlut michael michal michel miguel mihai mihail mikael mike mikhail mikheil
mikko mikolaj milan milo milorad milos mircea miro miroslav mirza mitch mitt mladen modibo mohamad mohamed mohammad mohammed mokhtar
mongi morten moses mounir muammar muhammad muhammadu mukesh murad murat musa mussie mustafa mustapha mykola nabil najib naoki narayan
narendra nasser nathan naveen nawaz nayib neil nelson nenad nicholas nick nicolas nicos niels nigel nikhil nikita nikola nikolai
nikolaus nikolay nikos nils nimal nizam nizar nodir noel norbert norman nouri nurlan nursultan obinna octavio oddvar okechukwu olaf olav
oleg oleh oleksandr oleksiy oliver olivier ollanta olli olof olzhas omar omer onur orhan oscar oskar osman oswald otto ousmane ove
ovidiu owen oybek pablo pankaj panos paolo pascal pascual patrice patrick paul paulo pavel pavlo pavlos pavol pedro peer per pervez pete
peter petr petro petteri phil philip philippe piero pierre pieter piotr pope prakash pramod pranab prasad pravin predrag prince rachid
radek radoslaw rafael rafal rafiq raghav rahul rainer raj rajendra rajesh rajiv rajnath rakesh ralf ralph ramesh ramil ramon ramush
ramzan randy raphael rashid raul ravi ray raymond razvan recep reinhard reinis rene rex reza riad ricardo richard rick rifat ringo rishi
risto rob robert roberto roderich rodney rodolfo rodrigo roger rohan roland rolf romain roman romano ron ronald ronnie rory ross rowan
roy ruben rudolf rudy rui rupert rustam rustem ryan saad sadiq saeed sagar sajid sakari salah salem salim salman salva salvador sameer
samir samuel sandeep sanjay sanjeev santiago sardor satoshi saul savva scott sead sean sebastian segun selim sergei sergey sergio serhiy
serik serkan seydou seyoum shahbaz shahid shane shankar shaun shavkat shehbaz sheldon shigeru shimon shinzo shota siaka sibusiso sidney
siegfried sigmar silvio simon slavko slobodan sorin spencer srdjan srgjan stanislav stanislaw stefan stefano steffen sten stephane
stephen steve steven stewart stjepan stuart subhash subrahmanyam sukhrob sultan sunil suresh svein sven szymon tadeusz taha takashi
talgat tamas taras tarek tariq tayyip ted temur teodoro teppo terence terry tewodros thabo theodor theodore theodoros thierry thomas
thorsten tibor tigran tim timothy timur toby todd tom tomas tomasz tomislav tommy tony toomas tor torsten traian trevor tsakhiagiin
tsvetan ugur uhuru ulrich umar umaro uros usman uwe vaclav vahan valdemar valdis valentin valery vamsi varun vasil vasily veljko vijay
vikram viktor vincent vincenzo vinod vipin vitali vitaly vitor vittorio vivek vlad vladimir vladislav vojtech volker volodymyr
vyacheslav waldemar waleed walid wallace walter warren wayne werner wes wilfred wilfried willem william willy wim winston wojciech
wolfgang wopke xanana xavier yahia yahya yair yasser yerlan yevhen yitzhak yohannes yoram yoshihide youssef youssouf yoweri yunus yuri
yury yusef yusuf yves zaki zaur zbigniew zdravko zeid zeljko zhandos ziad zlatko zoran zulfikar zurab
"""
WOMEN = frozenset(_WOMEN.split())
MEN = frozenset(_MEN.split())
_OTHERS = {"he": WOMEN, "she": MEN, "him": WOMEN, "her": MEN}


def may_mean(pronoun: str, entity: str) -> bool:
    """Whether "he" or "she" may be a person of an id: not "she" for `donald-trump`.

    >>> may_mean("She", "donald-trump"), may_mean("she", "xi-jinping")
    (False, True)
    """
    given = entity.split("-", 1)[0]
    return given not in _OTHERS.get(pronoun.casefold(), ())
