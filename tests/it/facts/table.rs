//! Pairs that differ in one fact which is sure enough to claim: each must yield that fact and no other.
//! Kinds of fault have three variants at least.

use super::changes;
use retold::diff::ChangeKind::{self, Certainty, Date, Name, Number, Place};
use retold::diff::Relation::{self, Contradicts, Precise};

/// Left, right, the kind of fact, how the sides stand to each other, and what each side says.
type Case = (
    &'static str,
    &'static str,
    ChangeKind,
    Relation,
    [&'static str; 2],
);

#[rustfmt::skip]
const DIFFERENT: &[Case] = &[
    // percentages, however near
    ("The bank raised its main rate to 2.25% on Thursday.", "The bank raised its main rate to 2.75% on Thursday.", Number, Contradicts, ["2.25%", "2.75%"]),
    ("Unemployment rose to 6.1 percent in June.", "Unemployment rose to 6.6 percent in June.", Number, Contradicts, ["6.1 percent", "6.6 percent"]),
    ("The economy grew by -0.4 per cent.", "The economy grew by 0.4 per cent.", Number, Contradicts, ["-0.4 per cent", "0.4 per cent"]),
    // counts of people under other nouns
    ("Six cops were hurt in the riot in Harlow.", "Three police officers were hurt in the riot in Harlow.", Number, Contradicts, ["Six cops", "Three police officers"]),
    ("Seven victims were taken to hospital in Harlow.", "Nine people were taken to hospital in Harlow.", Number, Contradicts, ["Seven victims", "Nine people"]),
    ("Four kids were rescued from the cave.", "Five children were rescued from the cave.", Number, Contradicts, ["Four kids", "Five children"]),
    ("Nine miners were killed when the shaft collapsed near Harlow.", "A shaft collapse near Harlow killed 11 miners.", Number, Contradicts, ["Nine miners", "11 miners"]),
    ("The crash left three people dead and 14 injured.", "The crash left three people dead and 19 injured.", Number, Contradicts, ["14 injured", "19 injured"]),
    // sums, whole
    ("The settlement is worth $4.2 million.", "The settlement is worth $2.4 million.", Number, Contradicts, ["$4.2 million", "$2.4 million"]),
    ("The mayor signed a $35,000,000 deal with the club.", "The mayor signed a $55,000,000 deal with the club.", Number, Contradicts, ["$35,000,000", "$55,000,000"]),
    // thousands, hundreds, dozens
    ("Thousands of people lined the quay for the funerals.", "Hundreds of people lined the quay for the funerals.", Number, Contradicts, ["Thousands of people", "Hundreds of people"]),
    ("Dozens of people were hurt in the crush.", "Hundreds of people were hurt in the crush.", Number, Contradicts, ["Dozens of people", "Hundreds of people"]),
    ("Tens of thousands of people fled the valley.", "Thousands of people fled the valley.", Number, Contradicts, ["Tens of thousands of people", "Thousands of people"]),
    ("The robbers took 2.3 million kroner from the bank.", "The robbers took 3.2 million kroner from the bank.", Number, Contradicts, ["2.3 million kroner", "3.2 million kroner"]),
    // ages in all forms
    ("The 41-year-old driver was arrested at the scene.", "The driver, aged 43, was arrested at the scene.", Number, Contradicts, ["41-year-old driver", "driver, aged 43"]),
    ("A man aged 41 was shot in the leg.", "A 43-year-old man was shot in the leg.", Number, Contradicts, ["man aged 41", "43-year-old man"]),
    ("Maria Lopez, 52, was pulled from the rubble.", "Maria Lopez, 25, was pulled from the rubble.", Number, Contradicts, ["Maria Lopez, 52", "Maria Lopez, 25"]),
    ("Rescuers found 52-year-old Maria Lopez.", "Rescuers found Maria Lopez, 25.", Number, Contradicts, ["52-year-old Maria Lopez", "Maria Lopez, 25"]),
    // names
    ("John A. Cole was convicted of fraud.", "John B. Cole was convicted of fraud.", Name, Contradicts, ["John A. Cole", "John B. Cole"]),
    ("Police arrested Ruth Anne Bell at the airport.", "Police arrested Ruth Bell at the airport.", Name, Precise, ["Ruth Anne Bell", "Ruth Bell"]),
    ("Police arrested Omar Aziz Jr. at the airport.", "Police arrested Omar Aziz at the airport.", Name, Precise, ["Omar Aziz Jr.", "Omar Aziz"]),
    ("Police named the driver as Paul Reid on Monday.", "Police named the driver as Paul Reed on Monday.", Name, Contradicts, ["Paul Reid", "Paul Reed"]),
    ("Judge Maria Lopez read the verdict.", "Judge Marta Lopez read the verdict.", Name, Contradicts, ["Maria Lopez", "Marta Lopez"]),
    ("A 9-year-old girl was shot in the yard.", "Nine-year-old Ruth Bell was shot in the yard.", Name, Precise, ["9-year-old girl", "Nine-year-old Ruth Bell"]),
    // streets
    ("The crash was on Oak Avenue.", "The crash was on Oak Street.", Place, Contradicts, ["Oak Avenue", "Oak Street"]),
    ("The crash was in the 300 block of Mill Road.", "The crash was on Mill Road.", Place, Precise, ["300 block of Mill Road", "Mill Road"]),
    ("He was shot at 43rd St. and Main Street.", "He was shot on East 43rd Street.", Place, Precise, ["43rd St. and Main Street", "East 43rd Street"]),
    ("Shots fell at the corner of Fifth and Grant avenues.", "Shots fell on 5th Street.", Place, Contradicts, ["Fifth and Grant avenues", "5th Street"]),
    // times
    ("The shooting happened on Tuesday morning.", "The shooting happened on Tuesday evening.", Date, Contradicts, ["Tuesday morning", "Tuesday evening"]),
    ("The fire broke out at about 3:40 a.m. in a stall.", "The fire broke out at about 3:10 a.m. in a stall.", Date, Contradicts, ["about 3:40 a.m.", "about 3:10 a.m."]),
    ("The blast was heard at about 8 p.m. on Monday.", "The blast was heard at about 8:45 p.m. on Monday.", Date, Contradicts, ["about 8 p.m. on Monday", "about 8:45 p.m. on Monday"]),
    ("The trial opens on March 14 in Denby.", "The trial opens on March 18 in Denby.", Date, Contradicts, ["March 14", "March 18"]),
    ("The mine closed in 1998.", "The mine closed in 1989.", Date, Contradicts, ["1998", "1989"]),
    ("The boy drowned on Sunday.", "The boy drowned on Sunday night.", Date, Precise, ["Sunday", "Sunday night"]),
    ("In 2003, she pleaded guilty to fraud.", "She pleaded guilty to fraud in April 2003.", Date, Precise, ["2003", "April 2003"]),
    // certainty
    ("The guard opened the gate to the thieves.", "The guard allegedly opened the gate to the thieves.", Certainty, Precise, ["opened", "allegedly opened"]),
    ("The actor bought the island from a bank.", "The actor reportedly bought the island from a bank.", Certainty, Precise, ["bought", "reportedly bought"]),
];

#[test]
fn every_pair_that_differs_yields_its_fact() {
    let mut missed = Vec::new();
    for (left, right, kind, relation, said) in DIFFERENT {
        let found: Vec<_> = changes(left, right)
            .iter()
            .map(|fact| (fact.kind, fact.relation, fact.left, fact.right))
            .collect();
        let expected = (*kind, Some(*relation), said[0], said[1]);
        if found != [expected] {
            missed.push(format!("{kind:?} {said:?}: found {found:?}"));
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
