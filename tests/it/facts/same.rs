//! Pairs that say the same in other words, or that differ in what is not sure enough to claim: none may
//! yield a fact. Kinds of fault have three variants at least.

use super::changes;

/// Pairs that say the same in other words.
#[rustfmt::skip]
const SAME: &[(&str, &str, &str)] = &[
    ("six billion", "The merger is valued at $6 billion.", "The merger is valued at 6bn USD."),
    ("1.2m", "The app has 1.2m users in Europe.", "The app has 1.2 million users in Europe."),
    ("twelve", "Twelve sailors were rescued off the coast.", "Coast guards rescued 12 sailors off the coast."),
    ("dozen", "A dozen houses were destroyed by the slide.", "The slide destroyed 12 houses."),
    ("thousands", "Some 1,500 workers walked out on Friday.", "About 1500 workers walked out on Friday."),
    ("per cent", "Prices rose 4.5 per cent in a year.", "Prices rose by 4.5% in a year."),
    ("half", "Half of the vines were lost to frost.", "Some 50 percent of the vines were lost to frost."),
    ("miles", "The quake was felt 50 miles away.", "The quake was felt 80 kilometres away."),
    ("days", "The search went on for 48 hours.", "The search went on for two days."),
    ("age", "The 29-year-old nurse was released on bail.", "The nurse, 29, was released on bail."),
    ("age of months", "The baby was 18 months old.", "The 18-month-old baby was well."),
    ("rank", "It was the third attack this month.", "It was the 3rd attack this month."),
    ("score with a dash", "Harlow beat Denby 2-1.", "Harlow beat Denby 2–1."),
    ("range", "The repairs take 10 to 12 weeks.", "The repairs take 10-12 weeks."),
    ("dollars", "The fine was $500.", "The fine was 500 dollars."),
    ("sterling", "He was fined £200.", "He was fined 200 pounds."),
    ("rounded", "The city has 1.2 million people.", "The city has 1,204,000 people."),
    ("currencies", "The jewels are worth £88m.", "The jewels are worth €103m."),
    ("US", "The US embassy was closed on Monday.", "The U.S. embassy was closed on Monday."),
    ("United States", "He flew to the United States last week.", "He flew to the US last week."),
    ("Dr.", "Dr. Ann Reid led the team.", "Doctor Ann Reid led the team."),
    ("full name", "Samuel Ortiz was elected in May.", "Ortiz was elected in May."),
    ("initials", "J. K. Reid wrote the report.", "Jane Reid wrote the report."),
    ("letters", "The World Health Organization declared an end to the outbreak.", "The WHO declared an end to the outbreak."),
    ("title", "President Ortiz signed the decree.", "The president signed the decree."),
    ("spelling", "The militia is close to al-Qaeda.", "The militia is close to Al Qaida."),
    ("accents", "The train left Malmö at noon.", "The train left Malmo at noon."),
    ("possessive", "Denby's mayor resigned on Monday.", "The mayor of Denby resigned on Monday."),
    ("abbreviated month", "The trial opens on Sept. 14.", "The trial opens on 14 September."),
    ("ordinal day", "The trial opens on May 3rd.", "The trial opens on 3 May."),
    ("clock", "The mine was evacuated at 5:30 p.m. on Friday.", "The mine was evacuated at 17:30 on Friday."),
    ("noon", "The siren rang at noon.", "The siren rang at 12 p.m."),
    ("weekday and yesterday", "The bridge was closed on Monday.", "The bridge was closed yesterday."),
    ("arrested and died", "The suspect was arrested on Monday after a chase.", "The victim died on Sunday after surgery."),
    ("who begins a sentence", "Officials closed the bridge on Monday.", "Workers closed the bridge on Monday."),
    ("stamp", "Updated: Monday 5 p.m. The bridge in Denby is closed.", "The bridge in Denby is closed."),
    ("passive", "Corvid bought Bolt in March.", "Bolt was bought by Corvid in March."),
    ("not in two ways", "The firm did not pay the fine.", "The firm failed to pay the fine."),
    ("nobody", "Nobody was hurt in the blast.", "No one was hurt in the blast."),
    ("opposite denied", "The board did not accept the offer.", "The board rejected the offer."),
    ("until", "The road will not reopen until Friday.", "The road will reopen on Friday."),
    ("synonyms", "Shares in Corvid rose 3 percent.", "Shares in Corvid climbed 3 percent."),
    ("hedges of one kind", "The guard allegedly took the keys.", "The guard is accused of taking the keys."),
    ("hedge and source", "The guard allegedly took the keys.", "The guard took the keys, police said."),
    ("accusation as a noun", "The accused man left the court.", "The man left the court."),
    ("about and nearly", "About 300 people fled the village.", "Nearly 300 people fled the village."),
    ("quotation cut short", "“We did all we could for the boy, and we mourn,” Reid said.", "“We did all we could for the boy,” Reid said."),
    ("quotation with an editor's word", "“He told us that the dam was safe for years,” Reid said.", "“[Ortiz] told us that the dam was safe for years,” Reid said."),
    ("quotation in digits", "“At least ten of our boats were lost that night,” Reid said.", "“At least 10 of our boats were lost that night,” Reid said."),
    ("contraction in a quotation", "“We've lost the harvest and we're tired,” Reid said.", "“We have lost the harvest and we are tired,” Reid said."),
    ("speaker by surname", "“We lost everything in the flood,” Ann Reid said.", "“We lost everything in the flood,” said Reid, a farmer."),
    ("speaker by name and office", "“We lost everything in the flood,” the mayor said.", "“We lost everything in the flood,” said Mayor Ann Reid."),
    ("speaker by pronoun", "“We lost everything in the flood,” Ann Reid said.", "“We lost everything in the flood,” she said."),
    ("speaker for a body", "“The valve was checked in May,” Corvid Motors said.", "“The valve was checked in May,” said Ann Reid, a spokeswoman."),
    // the order of a list
    ("list of three", "The dead were named as Ruth Bell, Omar Aziz and Lena Fox.", "The dead were named as Lena Fox, Ruth Bell and Omar Aziz."),
    ("list of countries", "Ships of Peru, Chile and Ecuador took part.", "Ships of Ecuador, Peru and Chile took part."),
    ("two teams", "The game of Harlow and Denby was put off.", "The game of Denby and Harlow was put off."),
    // fractions of a million
    ("half a million", "The frost cost half a million jobs.", "The frost cost 500,000 jobs."),
    ("quarter of a million", "A quarter of a million hens were culled.", "Some 250,000 hens were culled."),
    ("half a billion", "The port lost half a billion euros.", "The port lost €500 million."),
    // digits and words
    ("ages in words", "Police held two men aged twenty-one and forty.", "Police held 2 men aged 21 and 40."),
    ("hundreds", "Some seventy-five hundred people fled.", "Some 7,500 people fled."),
    ("one in a quotation", "“We lost 1 of our boats,” Bell said.", "“We lost one of our boats,” Bell said."),
    ("narrow space", "The slide buried 12\u{202f}000 trees.", "The slide buried 12,000 trees."),
    ("hyphens", "The 52-year-old pilot of a high-speed boat was held.", "The 52\u{2011}year\u{2011}old pilot of a high\u{2011}speed boat was held."),
    ("wind", "Winds of 40 to 55 mph are expected.", "Winds of 40-55 mph are expected."),
    // a part of a whole, a minimum
    ("the other eight", "Nine people were detained and one was later charged.", "The other eight people were detained and released."),
    ("six of the seven", "Seven climbers were on the ridge.", "Six of the seven climbers were on the ridge."),
    ("two more", "Four people were rescued from the cave.", "Two more people were rescued from the cave."),
    ("minimum term", "She was sentenced to at least nine years in prison.", "She was sentenced to 25 years in prison."),
    ("nearly", "Nearly 100 shops were shut.", "Almost 97 shops were shut."),
    // names in other spellings
    ("umlaut", "Police questioned Aylin Gül on Monday.", "Police questioned Aylin Gul on Monday."),
    ("capital of Ukraine", "The envoy flew to Kiev on Monday.", "The envoy flew to Kyiv on Monday."),
    ("tilde", "Judge Inés Peña read the verdict.", "Judge Ines Pena read the verdict."),
    ("other alphabet", "The rebels fought the army of Gaddafi.", "The rebels fought the army of Qaddafi."),
    ("initial left out", "Ruth T. Bell was elected in May.", "Ruth Bell was elected in May."),
    ("initial and name", "Ruth T. Bell was elected in May.", "Ruth Tamsin Bell was elected in May."),
    ("brackets", "“I know [Ruth] Bell well,” he said.", "“I know Ruth Bell well,” he said."),
    ("city of a company", "The New York Times bought the site.", "The Times bought the site."),
    // days and times of something else
    ("another clause", "Police arrested Omar Aziz, the owner of the mill, on Tuesday.", "Police arrested Omar Aziz, the owner of the mill that burned on Sunday."),
    ("year of a date", "The vote is on December 15, 2031.", "The vote is on December 15."),
    ("date of a weekday", "The vote is on Tuesday, May 4.", "The vote is on Tuesday."),
    ("weekday put in", "The alarm rang at about 10 p.m.", "The alarm rang at about 10 p.m. Sunday."),
    ("early", "The dam broke early Sunday.", "The dam broke early Sunday morning."),
    ("five minutes", "The alarm rang at about 9:50 p.m.", "The alarm rang at about 9:55 p.m."),
    ("hours of opening", "The hall is open from 9 a.m. to 5 p.m.", "The hall is open from 10 a.m. to 5 p.m."),
    // who said it
    ("dateline", "DENBY – The mayor said “the road is safe for all of us”.", "HARLOW – The mayor said “the road is safe for all of us”."),
    ("agency", "DENBY (Reuters) - The mine is closed.", "DENBY (AP) - The mine is closed."),
    // another person's
    ("ages of two", "Ruth Bell, 34, and her son were found.", "Ruth Bell and her son Tom, 9, were found."),
    ("streets of two names", "The crash was on Mill Street.", "The crash was on Hill Street."),
    ("court", "The Supreme Court ruled on Monday.", "The High Court ruled on Monday."),
    // other languages
    ("German", "Der Mann starb am Montag in der Stadt, weil die alte Brücke über dem Fluss nicht hielt.", "Die alte Brücke über dem Fluss hielt nicht, und so starb der Mann am Dienstag in der Stadt."),
    ("Spanish", "El alcalde no dijo nada el lunes sobre la multa de 300 euros que paga la empresa.", "El alcalde dijo el martes que la empresa paga la multa de 500 euros en la ciudad."),
    ("Chinese", "市长在星期一辞职。", "市长星期二辞职了。"),
];

#[test]
fn no_pair_that_says_the_same_yields_a_fact() {
    let mut wrong = Vec::new();
    for (name, left, right) in SAME {
        for fact in changes(left, right) {
            wrong.push(format!(
                "{name}: {:?} {:?} | {:?}",
                fact.kind, fact.left, fact.right
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} facts in {} pairs:\n{}",
        wrong.len(),
        SAME.len(),
        wrong.join("\n")
    );
}
