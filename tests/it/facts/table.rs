//! A table of sentence pairs in the register of news, each with the fact it must yield, and of pairs
//! that say the same in other words and must yield none. A case fails by its name.

use super::changes;
use retold::diff::facts::FactKind::{
    self, Date, Hedge, Name, Negation, Number, Opposite, Quote, Role, Speaker, Wording,
};

/// Name, left, right, the kind of fact, and what each side says.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    FactKind,
    [&'static str; 2],
);

/// Pairs that differ in one fact; other facts may be told besides.
#[rustfmt::skip]
const DIFFERENT: &[Case] = &[
    // numbers
    ("toll", "The ferry sank with 46 passengers on board.", "The ferry sank with 64 passengers on board.", Number, ["46 passengers", "64 passengers"]),
    ("toll in words", "Nine miners were killed when the shaft collapsed near Harlow.", "A shaft collapse near Harlow killed 11 miners.", Number, ["Nine miners", "11 miners"]),
    ("toll of two kinds", "The crash left three people dead and 14 injured.", "The crash left three people dead and 19 injured.", Number, ["14 injured", "19 injured"]),
    ("money", "The settlement is worth $4.2 million.", "The settlement is worth $2.4 million.", Number, ["$4.2 million", "$2.4 million"]),
    ("money of two scales", "The bank set aside $3 billion for fines.", "The bank set aside $3 million for fines.", Number, ["$3 billion", "$3 million"]),
    ("money of two countries", "The club paid £30m for the striker.", "The club paid €30m for the striker.", Number, ["£30m", "€30m"]),
    ("share", "Turnout reached 61 percent, the commission said.", "Turnout reached 67 percent, the commission said.", Number, ["61 percent", "67 percent"]),
    ("age", "A 34-year-old teacher was charged with fraud.", "A 43-year-old teacher was charged with fraud.", Number, ["34-year-old", "43-year-old"]),
    ("age behind a name", "Maria Lopez, 52, was pulled from the rubble.", "Maria Lopez, 25, was pulled from the rubble.", Number, ["52", "25"]),
    ("distance", "The plane landed 300 metres short of the runway.", "The plane landed 30 metres short of the runway.", Number, ["300 metres", "30 metres"]),
    ("score", "Harlow beat Denby 2-1 in the final.", "Harlow beat Denby 3-1 in the final.", Number, ["2-1", "3-1"]),
    ("score beside other names", "Denby beat Harlow 3-1 on Saturday to stay top of the league.", "Maia beat Gaia 2-0 on Saturday to stay top of the league.", Number, ["3-1", "2-0"]),
    ("vote", "The council voted 7-2 for the budget.", "The council voted 6-3 for the budget.", Number, ["7-2", "6-3"]),
    ("rank", "It was the fourth fire at the depot this year.", "It was the fifth fire at the depot this year.", Number, ["fourth fire", "fifth fire"]),
    ("duration", "He was sentenced to 12 years in prison.", "He was sentenced to 20 years in prison.", Number, ["12 years", "20 years"]),
    ("number put in", "Rescuers pulled survivors from the rubble on Friday.", "Rescuers pulled 14 survivors from the rubble on Friday.", Number, ["", "14 survivors"]),
    ("shots", "Officers fired six shots at the car.", "Officers fired 16 shots at the car.", Number, ["six shots", "16 shots"]),
    ("magnitude", "An earthquake of magnitude 6.4 struck the coast.", "An earthquake of magnitude 6.1 struck the coast.", Number, ["6.4", "6.1"]),
    ("fraction", "Two thirds of the harvest was lost to the flood.", "Half of the harvest was lost to the flood.", Number, ["Two thirds", "Half"]),
    // dates
    ("weekday", "The minister resigned on Tuesday after the leak.", "The minister resigned on Thursday after the leak.", Date, ["Tuesday", "Thursday"]),
    ("day of month", "The trial opens on March 14 in Denby.", "The trial opens on March 18 in Denby.", Date, ["March 14", "March 18"]),
    ("month", "The bridge reopens in June after repairs.", "The bridge reopens in August after repairs.", Date, ["June", "August"]),
    ("year", "The mine closed in 1998.", "The mine closed in 1989.", Date, ["1998", "1989"]),
    ("hour", "The blast shook the harbour at 6:40 a.m. local time.", "The blast shook the harbour at 8:10 a.m. local time.", Date, ["6:40 a.m", "8:10 a.m"]),
    ("half of the day", "The store was robbed at 3 a.m. by two men.", "The store was robbed at 3 p.m. by two men.", Date, ["3 a.m", "3 p.m"]),
    ("time from today", "The firm was founded five years ago.", "The firm was founded ten years ago.", Date, ["five years ago", "ten years ago"]),
    ("date put in", "The mayor opened the tunnel under the river.", "The mayor opened the tunnel under the river on Saturday.", Date, ["", "Saturday"]),
    ("weekday of a date", "The vote was held on Friday.", "The vote was held on July 22, 2024.", Date, ["Friday", "July 22, 2024"]),
    ("decade", "The law dates from the 1970s.", "The law dates from the 1950s.", Date, ["1970s", "1950s"]),
    // names
    ("person", "Police arrested Karim Haddad at the airport.", "Police arrested Samuel Ortiz at the airport.", Name, ["Karim Haddad", "Samuel Ortiz"]),
    ("first name", "Police arrested Karim Haddad at the airport.", "Police arrested Nadia Haddad at the airport.", Name, ["Karim Haddad", "Nadia Haddad"]),
    ("town", "The train derailed outside Denby on Sunday.", "The train derailed outside Harlow on Sunday.", Name, ["Denby", "Harlow"]),
    ("country", "The refugees were flown to Austria on Monday.", "The refugees were flown to Australia on Monday.", Name, ["Austria", "Australia"]),
    ("half of a country", "The envoy returned from South Sudan on Monday.", "The envoy returned from Sudan on Monday.", Name, ["South Sudan", "Sudan"]),
    ("company", "The plant was sold to Corvid Motors for $90 million.", "The plant was sold to Bolt Industries for $90 million.", Name, ["Corvid Motors", "Bolt Industries"]),
    ("place put in", "A fire destroyed a warehouse in the harbour.", "A fire destroyed a warehouse in the harbour of Denby.", Name, ["", "Denby"]),
    ("paper put in", "“We will not sell the land to anyone,” Ann Reid said.", "“We will not sell the land to anyone,” Ann Reid told the Denby Courier.", Name, ["", "Denby Courier"]),
    ("name that begins a sentence", "Alpha reported a quarterly profit of $5 million.", "Omega reported a quarterly profit of $5 million.", Name, ["Alpha", "Omega"]),
    ("name beside another number", "Denby beat Harlow 3-1 on Saturday to stay top of the league.", "Maia beat Gaia 2-0 on Saturday to stay top of the league.", Name, ["Harlow", "Gaia"]),
    ("hospital", "The boy was taken to Mercy Hospital in critical condition.", "The boy was taken to Trinity Hospital in critical condition.", Name, ["Mercy Hospital", "Trinity Hospital"]),
    // who did it to whom
    ("who sued", "Corvid Motors sued Bolt Industries over the patent.", "Bolt Industries sued Corvid Motors over the patent.", Role, ["Corvid Motors sued Bolt Industries", "Bolt Industries sued Corvid Motors"]),
    ("who beat", "On Sunday Harlow beat Denby in the cup.", "On Sunday Denby beat Harlow in the cup.", Role, ["Harlow beat Denby", "Denby beat Harlow"]),
    ("who shot", "Lopez shot Haddad after a quarrel.", "Haddad shot Lopez after a quarrel.", Role, ["Lopez shot Haddad", "Haddad shot Lopez"]),
    // the same facts in other places
    ("exchanged counts", "Reid won 12,345 votes and Ortiz won 11,222 votes in the ward.", "Reid won 11,222 votes and Ortiz won 12,345 votes in the ward.", Number, ["12,345 votes", "11,222 votes"]),
    ("exchanged sums", "Revenue was $5 billion and profit was $2 billion.", "Revenue was $2 billion and profit was $5 billion.", Number, ["$5 billion", "$2 billion"]),
    ("exchanged ages", "Reid, 34, and Ortiz, 56, were arrested.", "Reid, 56, and Ortiz, 34, were arrested.", Number, ["34", "56"]),
    ("exchanged days", "The strike starts on Monday and ends on Friday.", "The strike starts on Friday and ends on Monday.", Date, ["Monday", "Friday"]),
    ("exchanged places", "The ship left Rotterdam for Hamburg.", "The ship left Hamburg for Rotterdam.", Role, ["Rotterdam", "Hamburg"]),
    // quotations and who speaks
    ("word of a quotation", "“The dam was inspected in May and found safe,” Ann Reid said.", "“The dam was inspected in June and found safe,” Ann Reid said.", Quote, ["May", "June"]),
    ("verb of a quotation", "“We warned the company about the valves for years,” Ortiz said.", "“We asked the company about the valves for years,” Ortiz said.", Quote, ["warned", "asked"]),
    ("words left out of a quotation", "“The dam was, to our shame, never inspected by the state,” Reid said.", "“The dam was never inspected by the state,” Reid said.", Quote, ["to our shame", ""]),
    ("speaker by name", "“We lost everything in the flood,” Ann Reid said.", "“We lost everything in the flood,” Samuel Ortiz said.", Speaker, ["Ann Reid", "Samuel Ortiz"]),
    ("speaker behind the verb", "“We lost everything in the flood,” said Ann Reid.", "“We lost everything in the flood,” said Samuel Ortiz.", Speaker, ["Ann Reid", "Samuel Ortiz"]),
    ("speaker by office", "“The road will stay closed for weeks,” the mayor said.", "“The road will stay closed for weeks,” the police chief said.", Speaker, ["the mayor", "the police chief"]),
    ("speaker by office with a modifier", "“The road will stay closed for weeks,” the fire chief said.", "“The road will stay closed for weeks,” the police chief said.", Speaker, ["the fire chief", "the police chief"]),
    ("speaker by office behind the verb", "“The road will stay closed for weeks,” said the governor.", "The mayor said: “The road will stay closed for weeks.”", Speaker, ["the governor", "The mayor"]),
    ("speaker by office and name", "“The road will stay closed for weeks,” said the mayor, Ann Reid.", "“The road will stay closed for weeks,” the governor said.", Speaker, ["the mayor, Ann Reid", "the governor"]),
    ("speaker by kinship", "“He never came home that night,” his mother said.", "“He never came home that night,” his sister said.", Speaker, ["his mother", "his sister"]),
    ("speaker before the quotation", "Ann Reid said: “We lost everything in the flood.”", "Samuel Ortiz told reporters: “We lost everything in the flood.”", Speaker, ["Ann Reid", "Samuel Ortiz"]),
    ("speaker of a source", "“We lost everything in the flood,” according to the mayor.", "“We lost everything in the flood,” according to the sheriff.", Speaker, ["the mayor", "the sheriff"]),
    // negations
    ("not", "The driver was tested for alcohol at the scene.", "The driver was not tested for alcohol at the scene.", Negation, ["was tested", "was not tested"]),
    ("contraction", "The bank has repaid the loan to the state.", "The bank hasn't repaid the loan to the state.", Negation, ["has repaid", "hasn't repaid"]),
    ("no before a noun", "Police found a weapon in the car.", "Police found no weapon in the car.", Negation, ["weapon", "no weapon"]),
    ("never", "The mayor signed the contract with the builder.", "The mayor never signed the contract with the builder.", Negation, ["signed", "never signed"]),
    ("failed to", "The crew closed the valve in time.", "The crew failed to close the valve in time.", Negation, ["closed", "failed to close"]),
    ("refused to", "The suspect answered questions from detectives.", "The suspect refused to answer questions from detectives.", Negation, ["answered", "refused to answer"]),
    ("declined to", "The firm commented on the recall.", "The firm declined to comment on the recall.", Negation, ["commented", "declined to comment"]),
    ("would not", "The firm said it would close its plant in Denby.", "The firm said it would not close its plant in Denby.", Negation, ["would close", "would not close"]),
    ("no one", "Someone was injured in the collapse of the roof.", "No one was injured in the collapse of the roof.", Negation, ["was injured", "No one was injured"]),
    ("none of", "The passengers were wearing seat belts, police said.", "None of the passengers were wearing seat belts, police said.", Negation, ["were wearing", "None of the passengers were wearing"]),
    ("not before", "The bridge will open again before Christmas.", "The bridge will not open again before Christmas.", Negation, ["will open", "will not open"]),
    ("cannot", "The dam can hold back another storm.", "The dam cannot hold back another storm.", Negation, ["can hold", "cannot hold"]),
    ("neither", "Both men were charged with murder.", "Neither man was charged with murder.", Negation, ["men", "Neither man"]),
    // opposites
    ("up and down", "Profits rose 8 percent in the first quarter.", "Profits fell 8 percent in the first quarter.", Opposite, ["rose", "fell"]),
    ("vote", "Senators approved the treaty late on Monday.", "Senators rejected the treaty late on Monday.", Opposite, ["approved", "rejected"]),
    ("verdict", "The jury found the banker guilty of fraud.", "The jury found the banker innocent of fraud.", Opposite, ["guilty", "innocent"]),
    ("alive and dead", "The second climber was found alive on Monday.", "The second climber was found dead on Monday.", Opposite, ["alive", "dead"]),
    ("before and after", "The alarm rang before the explosion.", "The alarm rang after the explosion.", Opposite, ["before", "after"]),
    ("able and unable", "Firefighters were able to reach the upper floor.", "Firefighters were unable to reach the upper floor.", Opposite, ["able", "unable"]),
    ("agreed and refused", "The union agreed to end the strike.", "The union refused to end the strike.", Opposite, ["agreed", "refused"]),
    ("man and woman", "A man was arrested in connection with the theft.", "A woman was arrested in connection with the theft.", Opposite, ["man", "woman"]),
    ("with and without", "The ship left port with a permit.", "The ship left port without a permit.", Opposite, ["with", "without"]),
    ("north and south", "The storm turned north of the islands.", "The storm turned south of the islands.", Opposite, ["north", "south"]),
    // hedges
    ("allegedly", "The guard opened the gate to the thieves.", "The guard allegedly opened the gate to the thieves.", Hedge, ["opened", "allegedly opened"]),
    ("reportedly", "The actor bought the island from a bank.", "The actor reportedly bought the island from a bank.", Hedge, ["bought", "reportedly bought"]),
    ("accused of", "The clerk stole the money from the church.", "The clerk is accused of stealing the money from the church.", Hedge, ["stole", "is accused of stealing"]),
    ("allegedly beside one source", "Prosecutors said the mayor allegedly took bribes from two builders.", "Prosecutors said the mayor took bribes from two builders.", Hedge, ["allegedly took", "took"]),
    ("suspected of", "The boy set the fire at the school.", "The boy is suspected of setting the fire at the school.", Hedge, ["set", "is suspected of setting"]),
    ("suspected as an adjective", "A smuggler was shot at the border.", "A suspected smuggler was shot at the border.", Hedge, ["smuggler", "suspected smuggler"]),
    ("may have", "The pilot ignored the warning light.", "The pilot may have ignored the warning light.", Hedge, ["ignored", "may have ignored"]),
    ("likely", "The merger will cost 400 jobs in Denby.", "The merger will likely cost 400 jobs in Denby.", Hedge, ["will cost", "will likely cost"]),
    ("apparent", "The singer died of an overdose.", "The singer died of an apparent overdose.", Hedge, ["overdose", "apparent overdose"]),
    ("believed to", "The gunman fled to the coast.", "The gunman is believed to have fled to the coast.", Hedge, ["fled", "is believed to have fled"]),
    ("claims to", "The hacker broke into the ministry.", "The hacker claims to have broken into the ministry.", Hedge, ["broke", "claims to have broken"]),
    ("at least", "The fire killed 30 people in the market.", "The fire killed at least 30 people in the market.", Hedge, ["30 people", "at least 30 people"]),
    ("up to", "The strike will cost $80 million a day.", "The strike will cost up to $80 million a day.", Hedge, ["$80 million", "up to $80 million"]),
    ("more than", "The march drew 5,000 people to the square.", "The march drew more than 5,000 people to the square.", Hedge, ["5,000 people", "more than 5,000 people"]),
    ("more than and nearly", "The march drew more than 5,000 people to the square.", "The march drew nearly 5,000 people to the square.", Hedge, ["more than 5,000 people", "nearly 5,000 people"]),
    ("about", "The slide buried 40 houses above the village.", "The slide buried about 40 houses above the village.", Hedge, ["40 houses", "about 40 houses"]),
    // claims
    ("praise and blame", "On Monday Reid praised Ortiz in parliament.", "On Monday Reid condemned Ortiz in parliament.", Wording, ["praised", "condemned"]),
    ("cause", "The riot in Denby followed the strike at Corvid.", "The riot in Denby sparked the strike at Corvid.", Wording, ["followed the strike at", "sparked the strike at"]),
];

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
];

#[test]
fn every_pair_that_differs_yields_its_fact() {
    let mut missed = Vec::new();
    for (name, left, right, kind, said) in DIFFERENT {
        let found = changes(left, right);
        let is_told = found
            .iter()
            .any(|fact| fact.kind == *kind && [fact.left.as_str(), fact.right.as_str()] == *said);
        if !is_told {
            let found: Vec<_> = found
                .iter()
                .map(|fact| (fact.kind, fact.left.as_str(), fact.right.as_str()))
                .collect();
            missed.push(format!("{name} ({kind:?} {said:?}): found {found:?}"));
        }
    }
    assert!(
        missed.is_empty(),
        "{} of {} missed:\n{}",
        missed.len(),
        DIFFERENT.len(),
        missed.join("\n")
    );
}

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

#[test]
fn the_table_has_every_kind() {
    for kind in [
        Negation, Opposite, Number, Role, Name, Date, Speaker, Quote, Hedge, Wording,
    ] {
        assert!(DIFFERENT.iter().any(|case| case.3 == kind), "{kind:?}");
    }
    let mut names: Vec<_> = DIFFERENT.iter().map(|case| (case.3, case.0)).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), DIFFERENT.len());
}
