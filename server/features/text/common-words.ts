/**
 * Words that no text of a language does without, for the languages of the widget that share the Latin script. A word of
 * several languages stands in each: it speaks for all of them, and so for none.
 */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: `a about after all also an and any are as at be because been but by can could did do does doesn don for from get
    had has have he hello help her here how i if in into is isn it its just like me more my no not of on one or our out
    please she should so some thank thanks that the their them then there they this to too up us was we were what when
    where which who why will with without would you your`,
  it: `a abbiamo ad ai al alla alle anche ancora avete c che chi ci ciao come con cosa così da dal dalla degli dei del
    della delle di dopo dove e è era essere fa già gli grazie ha hanno ho i il in io la le lo ma mi mia miei mio molto
    nel nella nessuno no noi non o ogni per perché però più poi posso prima qual quale quando quanto quella quello
    questa questo se sempre senza si sì siete solo sono sono su sul sulla tra tutti tutto un una uno va vi voi vorrei`,
  fr: `a ai au aussi aux avec avez avoir bien bonjour c ça ce cela ces cette chez comme comment d dans de depuis des donc
    du elle en est et être fait faire il ils j je l la là le les leur lui m ma mais même merci mes moi mon n ne non nos
    notre nous on ont ou où par pas peut peux plus pour pourquoi pouvez qu quand que quel quelle qui quoi s sa sans se
    ses si son sont suis sur t très tous tout trop tu un une vos votre vous y`,
  es: `a al algo antes aquí así bien buenas como cómo con cual cuál cuando cuándo de del desde donde dónde dos el él
    ella en entre era es esta está están este esto estoy fue gracias ha hace hay he hola la las le les lo los más me mi
    mis mucho muy nada ni no nos nosotros o otra otro para pero poder por porque puede puedo qué que quiero se sea ser
    si sí sin sobre solo son su sus también tan te tengo tiene todo todos tu un una uno unos usted ustedes y ya yo`,
  de: `aber alle allem als also am an auch auf aus bei beim bin bis bitte da danke dann das dass dem den denn der des
    die dies diese dieser dir doch du durch ein eine einem einen einer er es etwas euch euer für gibt hab habe haben
    hallo hat hier ich ihr im immer in ist ja kann kein keine können könnt könnte man mehr mein meine mich mir mit
    möchte muss nach nicht nichts noch nur oder ohne schon sehr sein sich sie sind so über um und uns unter vom von vor
    wann war warum was weil wenn wer werden wie wir wird wo würde zu zum zur`,
  pt: `a ao aos aqui as até bem bom com como da dá das de depois do dos e é ela ele em era essa esse esta está estão
    este estou eu fazer foi há isso isto já lá lhe mais mas me mesmo meu minha muito na nas não nem no nos nós nossa
    nosso num numa o obrigada obrigado olá onde os ou para pela pelo pode podem por porque posso pra qual quando quanto
    que quem quero são se sem ser será seu sim só sobre sua também tem tenho ter todo todos tudo um uma vai você vocês`,
  nl: `aan al alle als ben bij dan dank dat de deze die dit doe doen door dus een en er ga geen gaat goed graag had
    hallo heb hebben heeft het hier hij hoe ik in is ja je jij jullie kan kun kunnen maar me meer met mij mijn moet na
    naar nee niet niets nog nu of om omdat ons onze ook op over te tot u uit uw van veel voor waar waarom was wat we
    weer wel wie wij wil worden wordt zal ze zeer zich zij zijn zo zonder zou`,
}
