//! What the program says of itself.

use super::retold;

const COMMANDS: [&str; 6] = [
    "compare",
    "cluster",
    "live",
    "statements",
    "evaluate",
    "background",
];

#[test]
fn it_has_a_version() {
    let run = retold(&["--version"], "");
    assert_eq!(run.out, concat!("retold ", env!("CARGO_PKG_VERSION"), "\n"));
    for command in COMMANDS {
        assert!(
            retold(&[command, "--version"], "")
                .out
                .contains(env!("CARGO_PKG_VERSION"))
        );
    }
}

/// The codes are listed where people look, and are the same everywhere.
#[test]
fn exit_codes_are_listed_and_kept() {
    for arguments in [
        &[][..],
        &["cluster"],
        &["live"],
        &["compare"],
        &["evaluate"],
        &["background"],
        &["statements"],
    ] {
        let run = retold(&[arguments, &["--help"]].concat(), "");
        assert_eq!(run.code, 0);
        assert!(
            run.out.contains("Exit codes:\n  0  done"),
            "{arguments:?}: {}",
            run.out
        );
    }
    for command in COMMANDS {
        assert_eq!(
            retold(&[command, "--no-such-option"], "").code,
            2,
            "{command}"
        );
    }
    for command in ["compare", "cluster", "statements", "evaluate"] {
        assert_eq!(retold(&[command, "no-such-file"], "").code, 1, "{command}");
    }
}

/// The first option a reader sees is the command's own, not one of reading.
#[test]
fn help_groups_options_by_what_they_are_for() {
    let help = retold(&["cluster", "--help"], "").out;
    let at = |what: &str| {
        help.find(what)
            .unwrap_or_else(|| panic!("no {what} in:\n{help}"))
    };
    assert!(at("\nOptions:") < at("--stories") && at("--stories") < at("\nFinding:"));
    assert!(
        at("\nFinding:") < at("--threshold")
            && at("--threshold") < at("\nReading:")
            && at("\nReading:") < at("--field")
    );
}

#[test]
fn shells_and_man_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = retold(&["completions", shell], "");
        assert!(run.code == 0 && run.out.contains("copies-only"), "{shell}");
    }
    let page = retold(&["man"], "");
    assert!(
        page.out.contains(".TH retold 1") && page.out.contains("Exit codes"),
        "{}",
        page.out
    );
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        retold(&["man", folder.path().to_str().unwrap()], "").code,
        0
    );
    assert!(folder.path().join("retold-cluster.1").is_file());
}

/// English read as German keeps its little words, so that the same two articles are more alike.
#[test]
fn the_language_can_be_said() {
    let rows = [
        r#"{"id": 1, "text": "The ferry of the islands ran aground off the coast of Ardmore.", "lang": "de"}"#,
        r#"{"id": 2, "text": "Off the coast of Ardmore the ferry of the islands has run aground.", "lang": "German"}"#,
    ]
    .join("\n");
    let scores = |options: &[&str]| {
        let run = retold(&[&["cluster", "-"], options].concat(), &rows);
        run.all("score")
    };
    let found = scores(&[]);
    assert_eq!(found, scores(&["--language", "en"]));
    let said = scores(&["--language", "de"]);
    assert_ne!(found, said);
    // A field is believed only where the user says so: what feeds say of themselves is often wrong.
    assert_eq!(said, scores(&["--field", "language=lang"]));

    let run = retold(&["cluster", "-", "--language", "tlh"], &rows);
    assert_eq!(run.code, 2);
    run.says(&["--language", "tlh", "one of ar, zh", "vi"]);
}
