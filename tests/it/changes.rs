//! What changed inside a row, heaviest first: three variants of each kind of fault that the diff once had.

use retold::diff::{ChangeKind, Diff};

/// Pairs that differ in one thing: the first change must show these phrases, of this kind.
const FIRST: &[(ChangeKind, &str, &str, &str, &str)] = &[
    // Values near each other are still two values.
    (
        ChangeKind::Number,
        "The bank raised its main rate to 4.75 % on Thursday.",
        "The bank raised its main rate to 5.25 % on Thursday.",
        "4.75",
        "5.25",
    ),
    (
        ChangeKind::Number,
        "Turnout at the harbour vote was 61 per cent.",
        "Turnout at the harbour vote was 58 per cent.",
        "61",
        "58",
    ),
    (
        ChangeKind::Number,
        "The quarry pumped out nine barrels of diesel.",
        "The quarry pumped out seven barrels of diesel.",
        "nine",
        "seven",
    ),
    // States that exclude each other.
    (
        ChangeKind::Status,
        "The landslide killed four hikers near Brannock.",
        "The landslide injured four hikers near Brannock.",
        "killed",
        "injured",
    ),
    (
        ChangeKind::Status,
        "Two sailors are dead after the barge sank.",
        "Two sailors are missing after the barge sank.",
        "dead",
        "missing",
    ),
    (
        ChangeKind::Status,
        "The treasurer was arrested at his office on Friday.",
        "The treasurer was questioned at his office on Friday.",
        "arrested",
        "questioned",
    ),
    (
        ChangeKind::Status,
        "The court charged the pilot with negligence.",
        "The court cleared the pilot with negligence.",
        "charged",
        "cleared",
    ),
    (
        ChangeKind::Status,
        "All bridges over the Torne were closed.",
        "Some bridges over the Torne were closed.",
        "All",
        "Some",
    ),
    (
        ChangeKind::Status,
        "The price of barley doubled within a year.",
        "The price of barley halved within a year.",
        "doubled",
        "halved",
    ),
    // Who they are.
    (
        ChangeKind::Status,
        "Terrorists held the radio mast for two days.",
        "Gunmen held the radio mast for two days.",
        "Terrorists",
        "Gunmen",
    ),
    (
        ChangeKind::Status,
        "A nurse at the clinic found the letter.",
        "A doctor at the clinic found the letter.",
        "nurse",
        "doctor",
    ),
    (
        ChangeKind::Status,
        "Protesters blocked the refinery gate at dawn.",
        "Rioters blocked the refinery gate at dawn.",
        "Protesters",
        "Rioters",
    ),
    // Names one letter apart.
    (
        ChangeKind::Name,
        "The award went to Clara Hanson of Redmoor.",
        "The award went to Clara Hansen of Redmoor.",
        "Hanson",
        "Hansen",
    ),
    (
        ChangeKind::Name,
        "Detectives spoke to Marta Ruiz about the van.",
        "Detectives spoke to Maria Ruiz about the van.",
        "Marta",
        "Maria",
    ),
    (
        ChangeKind::Name,
        "The ferry left Lerwick with forty cars.",
        "The ferry left Scrabster with forty cars.",
        "Lerwick",
        "Scrabster",
    ),
    // Denials.
    (
        ChangeKind::Negation,
        "The owner was insured against the flood.",
        "The owner was not insured against the flood.",
        "",
        "not",
    ),
    (
        ChangeKind::Negation,
        "The council has approved the new quay.",
        "The council has never approved the new quay.",
        "",
        "never",
    ),
    (
        ChangeKind::Negation,
        "The tunnel did reopen before Easter.",
        "The tunnel didn't reopen before Easter.",
        "did",
        "didn't",
    ),
    // How sure it is.
    (
        ChangeKind::Certainty,
        "The driver fled across the border.",
        "The driver allegedly fled across the border.",
        "",
        "allegedly",
    ),
    (
        ChangeKind::Certainty,
        "The company will close its Perth plant.",
        "The company may close its Perth plant.",
        "will",
        "may",
    ),
    (
        ChangeKind::Certainty,
        "An arsonist set the warehouse alight.",
        "A suspected arsonist set the warehouse alight.",
        "arsonist",
        "suspected",
    ),
    // Words that are no fact for certain: who said it, what was said.
    (
        ChangeKind::Wording,
        "Police said the driver was drunk.",
        "Prosecutors said the driver was drunk.",
        "Police",
        "Prosecutors",
    ),
    (
        ChangeKind::Wording,
        "The mayor said the dam was safe.",
        "The engineer said the dam was safe.",
        "mayor",
        "engineer",
    ),
    (
        ChangeKind::Wording,
        "Reid called the plan “a disgrace”.",
        "Reid called the plan “a triumph”.",
        "disgrace",
        "triumph",
    ),
    (
        ChangeKind::Wording,
        "“Madness,” the mayor said of the plan.",
        "“Genius,” the mayor said of the plan.",
        "Madness",
        "Genius",
    ),
    (
        ChangeKind::Status,
        "The jury in Harlow said the banker was acquitted of fraud.",
        "The jury in Harlow said the banker was convicted of fraud.",
        "acquitted",
        "convicted",
    ),
    (
        ChangeKind::Status,
        "Senators approved the treaty late on Monday.",
        "Senators rejected the treaty late on Monday.",
        "approved",
        "rejected",
    ),
    (
        ChangeKind::Status,
        "Profits rose 8 percent in the first quarter.",
        "Profits fell 8 percent in the first quarter.",
        "rose",
        "fell",
    ),
    (
        ChangeKind::Number,
        "Both men were charged with murder.",
        "One of the men was charged with murder.",
        "Both",
        "One",
    ),
    (
        ChangeKind::Wording,
        "The tanker leaked 400 barrels of oil.",
        "The tanker leaked 400 litres of oil.",
        "barrels",
        "litres",
    ),
    (
        ChangeKind::Number,
        "Guards fired twice at the van.",
        "Guards fired four times at the van.",
        "twice",
        "four times",
    ),
    (
        ChangeKind::Number,
        "More than a dozen shots were fired in the yard.",
        "In all, 48 shots were fired in the yard.",
        "dozen",
        "48",
    ),
    // Names that change places.
    (
        ChangeKind::Status,
        "Reid sued Bell over the quay, and Bell told Reid so.",
        "Bell sued Reid over the quay, and Bell told Reid so.",
        "Reid",
        "Bell",
    ),
    // When.
    (
        ChangeKind::Date,
        "The siege ended on Monday morning in Varna.",
        "The siege ended on Monday evening in Varna.",
        "morning",
        "evening",
    ),
    (
        ChangeKind::Date,
        "The inquiry begins in March in Leeds on a Tuesday.",
        "The inquiry begins in March in Leeds on a Friday.",
        "Tuesday",
        "Friday",
    ),
    (
        ChangeKind::Date,
        "Voters in Malta go to the polls in June.",
        "Voters in Malta go to the polls in October.",
        "June",
        "October",
    ),
];

#[test]
fn what_changes_the_claim_stands_first() {
    let mut wrong = Vec::new();
    for &(kind, left, right, ours, theirs) in FIRST {
        let diff = Diff::between(left, right);
        let changes = diff.changes();
        let Some(first) = changes.first() else {
            wrong.push(format!("nothing: {left} | {right}"));
            continue;
        };
        let shows = first.left.contains(ours) && first.right.contains(theirs);
        if first.kind != kind || !shows {
            wrong.push(format!(
                "{:?} {} | {}: {left}",
                first.kind, first.left, first.right
            ));
        }
        let mirrored = Diff::between(right, left);
        let back = mirrored.changes();
        let same = changes
            .iter()
            .zip(&back)
            .all(|(a, b)| (a.left, a.right) == (b.right, b.left));
        if !same || changes.len() != back.len() {
            wrong.push(format!("not mirrored: {left}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spelling_and_order_come_last() {
    for (left, right) in [
        (
            "The colour of the tower pleased the mayor.",
            "The color of the tower pleased the mayor.",
        ),
        (
            "Police will organise a search of the moor.",
            "Police will organize a search of the moor.",
        ),
        (
            "The well-known singer left the stage.",
            "The well known singer left the stage.",
        ),
    ] {
        let diff = Diff::between(left, right);
        assert!(
            diff.changes().iter().all(retold::diff::Change::is_trivial),
            "{left}"
        );
    }
    let diff = Diff::between(
        "The colour of the tower pleased the mayor. The storm tore down 40 masts.",
        "The color of the tower pleased the mayor. The storm tore down 60 masts.",
    );
    let changes = diff.changes();
    assert_eq!(
        (changes[0].left, changes[0].right),
        ("40 masts", "60 masts")
    );
    assert!(!changes[0].is_trivial() && changes.last().unwrap().is_trivial());
}

/// Another subject under one predicate is another statement.
#[test]
fn another_subject_makes_another_row() {
    for (left, right) in [
        (
            "Both suffered burns and were in stable condition.",
            "Six suffered burns in the blast at the mill near the river.",
        ),
        (
            "He was charged with assault and criminal possession of a weapon.",
            "She was charged with endangering the welfare of a child at home.",
        ),
        (
            "The mother was arrested on Sunday.",
            "The father had been released weeks before.",
        ),
    ] {
        let diff = Diff::between(left, right);
        assert_eq!(diff.shared().count(), 0, "{left}");
    }
}

/// A sentence that merges what two sentences say stands with both.
#[test]
fn a_merged_sentence_stands_in_both_rows() {
    let left = "The dam at Ostrava burst early on Monday. Rain had fallen for nine days in the hills. \
        Engineers from Brno flew in to inspect the turbines.";
    let right = "Engineers from Brno flew in to inspect the turbines. The mayor wept. \
        The dam at Ostrava burst early on Monday after rain had fallen for nine days in the hills.";
    let diff = Diff::between(left, right);
    let merged = |pair: &retold::diff::Pair<'_, '_>| pair.right().numbers().contains(&2);
    let told: Vec<usize> = diff
        .shared()
        .filter(merged)
        .flat_map(|pair| pair.left().numbers().to_vec())
        .collect();
    assert_eq!(told, [0, 1]);
}
