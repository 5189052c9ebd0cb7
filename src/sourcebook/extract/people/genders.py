"""Given names that only women, or only men, commonly bear: "she" is no Donald."""

_WOMEN = """
abigail ada adela adele adriana agnes agnieszka aicha aisha akiko alena alessandra alexandra alice alicia alina alison allison alma amal
amanda amber amelia amelie amina aminata amy ana anastasia andreja angela angelina angelique anita anja anjali anke ann anna annabel
annalena anne anneliese annette annie antonia anya araceli arancha asma astrid audrey aurelia avril ayelet aysha bahia barbara beata
beatrice beatriz begona begum benazir bernadette bertha beth bettina betty beverley beverly birgit birgitta blanca bonnie brenda bridget
brigitte camila camilla cara carla carmen carol carolina caroline carolyn carrie catalina catarina catherine cathy cecile cecilia celia
chandrika charlotte chelsea cherie chloe christelle christiane christina christine cindy claire clara clare claudia colleen condoleezza
constance consuelo corazon cornelia cristina cynthia dagmar daisy dalia dame daniela danielle daphne darya debbie deborah debra deepa
delia denise diana diane dilma dina dipu dolly dolores donna dora doreen doris dorothea dorothy dragica ebba edith edna edwina eileen
elaine eleanor elena eleni eleonora elisa elisabeth elise eliza elizabeth ella ellen ellie elma elsa elsie elvira emilia emily emma
emmanuelle enid erica erika erin ernestine esperanza estelle esther ethel eugenia eugenie eunice eva eve evelyn fadela fahmida fatima
fatou fatoumata faye federica felicia felicity fernanda fiona flavia florence frances francesca francoise frida gabriela gabriella
gabrielle gail geeta gemma genevieve georgette georgia georgina geraldine gerda gertrude geun-hye gillian gina giorgia gita giulia
gladys glenda gloria golda graca grace greta gretchen gudrun gwen gwendolyn hadja haifa hala halimah hanan hanna hannah harriet hasina
hattie hayley hazel heather hedwig heidi heike helen helena helene helga hilda hilde hillary hina ida ilana ilona ilse imelda indira
indrani ines ing-wen inga ingeborg inger ingrid irena irene irina iris irma isabel isabella isabelle ivana ivanka ivonne jacinda
jacqueline jadranka jana jane janelle janet janice jasmine jeanette jeanine jelena jenna jennifer jenny jessica jill joanna joanne jodi
johanna joni josefa josephine joy joyce juanita judith judy julia juliana julianne julie juliet kaja kamala karen karin karla katalin
katarina katarzyna kate katerina kateryna katharina katherine kathleen kathryn kathy katie katja katrin katrina kavita kaye keiko kelly
kersti khadija khadijah khaleda kimberly kirsten kirstie kirsty kolinda kristalina kristen kristi kristin kristina krystyna kyra lady
laila lakshmi lana lara larissa latifa laura lauren leah leila lena leonor leticia leyla liesje lilian liliana lillian linda lindsay
lisa lise liz liza ljubica lorena loretta lori lorna lorraine louisa louise lourdes lubna lucia lucie lucinda lucy ludmila ludmilla
luisa luz lydia lynn lynne lyudmila mabel madeleine maeve magda magdalena maggie maia maja malala malgorzata mandy manuela mara marcela
marcia margaret margareta margarita margot margrethe maria mariam mariama mariana marianna marianne marie marija marilyn marina marion
marisa marise marjorie marta martha martina mary maryam masako matilda maud maude maureen mavis maxine maya meena megan megawati melania
melanie melinda melissa mercedes meredith mette mia michaela michelle michiko mildred milena milica mimi mina minnie mira miranda miriam
misato moira mona monica monika monique muriel myra myriam myrna nabila nadia nadine naledi nancy nandar nandini naomi natalia natalie
natasha nathalie nell nellie ngozi nia nicole nikki nina nirmala nora noriko norma nouria oby ofelia oksana olena olga olivia oprah
paloma pamela patricia patsy paula paulina pauline pearl peggy penelope penny petra philippa phoebe phyllis pilar polly pooja pranita
pratibha princess priscilla priti priya priyanka queen rachel radha rania raquel rebecca regina rekha renata renate rhonda rima rita
roberta rocio rosa rosalind rose roseanne rosemary rosie roxana roxanne ruby ruth sabina sabine sadia sadie sahra sally salma samantha
samia sanae sandra sanna sara sarah saskia selma serena shakira sharon sheikha sheila shelley sherry shirley shobha sigrid silvia
simonetta sinead sirimavo snezana sofia soledad solveig sonali sonia sonja sonya sophia sophie soraya stacey stacy stella stephanie sue
sumitra sunita susan susana susanna susanne sushma susie suzanne svetlana svitlana sylvia sylvie tabitha tamara tania tanja tanya tara
tatiana tatjana tatyana teresa tess thandi thelma theresa therese thuzar tina tracy trish trisha trudy tzipi ulla ulrike ursula usha
vaira valentina valeria valerie vanessa vasundhara velma vera verna veronica veronika vesna vicky victoria vida vigdis viktoria viola
violeta virginia vivian viviane wairimu wanda wangari wangui wendy whitney wilhelmina wilma winifred winnie yamini yasmin yelena
yingluck yoko yolanda yolande yoriko yuko yulia yuliya yvette yvonne zainab zeinab zinaida zoe zohra zorana zsuzsanna zuzana
"""
_MEN = """
aaron abdallah abdelaziz abdelfattah abdoulaye abdul abdulaziz abdulla abdullah abel abraham adam adel adnan adolf adrian agostinho ahmad
ahmed aidan akira alain alan albert alberto aldo alejandro aleksandar aleksander aleksandr alessandro alexander alexandre alexandros
alexei alexey alfons alfonso alfred alfredo ali allan allen alojz alvaro amado amadou amir anatoly anders andre andreas andrei andres
andrew andriy andrzej andy angus anthony antoine anton antonio antony antti anwar ariel aristides armand armando armin arnold arsen
arseniy artem arthur arturo arvind asif askar augusto axel aziz babar bakir barack barry bart bashir basil ben benedict benigno benito
benjamin bernard bernardo bernd bernie bertrand bill billy bob bobby bohdan bohuslav boris borut boyko brad brendan brett brian bronislaw
bruce bruno bryan bujar burhan carl carles carlo carlos cedric cesar charles charlie christian christoph christophe christopher chuck
claude claudio clement clint colin constantine constantinos cornelius craig cristiano cyril dag dalibor damian damon daniel danilo danny
dario darren david dean dennis denys derek desmond didier diego dieter dimitar dimitri dimitrios dimitris dirk dmitri dmitry dmytro
dominic dominik don donald doug douglas duncan dwight eamon eddie edgar edmund edouard eduard eduardo edward edwin egils ehud eli elias
elijah elliott elmar emanuel emil emiliano emilio emmanuel emmerson enda enrico enrique eric erich erik ernest ernesto ernst erwin ethan
etienne eugene evan evgeny evo ewan fabian fabio fabrice faisal farid faustin felipe felix ferdinand fernando fidel filip florian francis
franco francois frank frans franz fred frederick fredrik fritz fuad gabriel gareth gary gaston gavin geert geir gennady geoffrey george
georges georgi georgios gerald gerard gerhard gerry giancarlo gianni gilbert gilberto giles giorgio giorgos giovanni giuliano giuseppe
gleb glenn gordan gordon graham greg gregoire gregor gregory guido guillaume guillermo gunnar gunter gunther gustav gustavo guy habib
haider hakan hamad hamid hannes hans harald harold harry hasan hashim hassan hector heiko heinrich heinz helmut henri henrik henry herbert
herman hermann hernan hichem hishammuddin horacio horst hosni howard hubert hugh hugo hussein iain ian ibrahim igor ilham ilya imran
ioannis ion isaac isaias ishaq ismail istvan ivan ivica ivo jacek jack jacob jacques jaime jair jake jakob jalal james jan janez janos
jared jaroslav jaroslaw jason javad javier jay jeff jeffrey jens jeremy jerome jerry jesse jim jimmy jiri joachim joao joaquin jochen joe
joel johan johann johannes john johnny jon jonas jonathan jonny jorge joschka jose josef josep joseph joshua josip juan jules julian julio
julius jurgen justin jyrki kacper karel karim karl karol kaspar kassym-jomart keir keith ken kenneth kevin khaled khalid king kirill klaus
klemens kofi konrad konstantin konstantinos krzysztof kurt kyriakos kyrylo lars lasse laszlo laurent lawrence lech leif len lennart leo
leon leonard leonid leopoldo levan lewis liam lindsey linus lloyd lorenzo lorne louis luca lucas luciano ludwig luigi luis luiz lukas luke
lula mahathir mahinda mahmoud mahmud malcolm malik manmohan manuel marc marcel marcello marcelo marcin marco marcos marcus marek mariano
mario marius mark marko markus martin martti marwan massimo mateusz mathias mathieu matt matteo matthew matthias matti maurice mauricio
mauro max maxim maxime maximilian mehdi mehmet mevlut michael michal michel miguel mihail mike mikhail mikheil mikko milan milo milorad
milos mircea miro miroslav mitch mitt mladen mohamad mohamed mohammad mohammed morten moses muammar muhammad muhammadu murat mustafa
mustapha mykola nabil najib narendra nathan nawaz nayib neil nelson nicholas nick nicolas nicos niels nigel nikita nikola nikolai nikolaus
nikolay nikos nils nizar noel norbert norman nouri nursultan olaf oleg oleh oleksandr oleksiy olivier ollanta olli olof omar omer oscar
oskar osman oswald otto ove owen pablo panos paolo pascal patrice patrick paul paulo pavel pavlo pavol pedro peer per pervez pete peter
petr petro petteri phil philip philippe pierre pieter piotr pope predrag prince rafael rafal rafiq rahul rainer raj rajiv ralf ralph ramon
ramush ramzan randy raphael rashid raul ray raymond recep reinhard rene rex reza riad ricardo richard rick rob robert roberto roderich
rodney rodrigo roger roland rolf romain roman romano ron ronald ronnie rory ross rowan roy ruben rudolf rudy rui rupert rustam ryan saad
sajid salah salem salman salva samuel sanjay santiago saul scott sean sebastian sergei sergey sergio serhiy seyoum shahbaz shahid shane
shaun shavkat shehbaz shimon shinzo sidney siegfried sigmar silvio simon slobodan spencer srgjan stanislav stanislaw stefan stefano
steffen stephane stephen steve steven stewart stjepan stuart subrahmanyam sultan svein sven szymon tariq tayyip ted teodoro terence terry
theodor theodore theodoros thierry thomas thorsten tibor tim timothy toby todd tom tomas tomasz tommy tony toomas tor torsten traian
trevor tsakhiagiin uhuru ulrich umaro uwe vaclav valdis valery vasil vasily viktor vincent vincenzo vitali vitaly vittorio vivek vladimir
vladislav volker volodymyr vyacheslav waldemar wallace walter warren wayne werner wes wilfred wilfried willem william willy winston
wojciech wolfgang wopke xanana xavier yahya yair yasser yitzhak yoram yoshihide youssef yoweri yuri yusuf yves zbigniew zdravko zeid
zlatko zoran zulfikar
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
