//! Crashes: a process that feeds an index is killed at random moments, and what it acknowledged is
//! there, once, as if it had never been interrupted.
//!
//! The child is this very test program, told to run [`feeds_an_index`] alone.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use retold::story::StoryIndex;

use crate::generated::{self, next};

const FILE: &str = "RETOLD_CRASH_FILE";
const WORDS: usize = 40;

/// The feed, one step at a time: an article comes, and sometimes another is replaced or goes, or a
/// day ends.
fn step(index: &mut StoryIndex<u64>, n: u64) {
    index.insert(n, &generated::article(n, WORDS)).unwrap();
    match n % 32 {
        7 if n > 100 => _ = index.remove(&(n - 90)),
        13 if n > 100 => {
            let key = n - 80;
            if index.contains(&key) {
                index
                    .replace(key, &generated::article(n + 1_000_000, WORDS))
                    .unwrap();
            }
        }
        31 if n % 512 == 511 => _ = index.recluster(),
        _ => {}
    }
}

/// The index after so many steps, never interrupted.
pub(crate) fn built_afresh(steps: u64) -> StoryIndex<u64> {
    let mut index = StoryIndex::new();
    (0..steps).for_each(|n| step(&mut index, n));
    index
}

/// How many steps led to an index: every step inserts its own number, and the latest stay.
pub(crate) fn steps_of(index: &StoryIndex<u64>) -> u64 {
    index
        .stories()
        .flat_map(|(_, keys)| keys)
        .max()
        .map_or(0, |last| last + 1)
}

/// The child process that feeds the index in a file.
pub(crate) fn child(path: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "crash::feeds_an_index",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

#[test]
#[ignore = "the child of the crash tests; alone it does nothing"]
fn feeds_an_index() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let mut index = StoryIndex::open(path).unwrap();
    let mut n = steps_of(&index);
    loop {
        let together = 1 + next(&mut n.clone()) % 8;
        for _ in 0..together {
            step(&mut index, n);
            n += 1;
        }
        if let Err(error) = index.commit() {
            println!("\nfailed {error}");
            // Tries once more when told to.
            let told = std::io::stdin().lines().next();
            if told.is_some_and(|line| line.is_ok()) {
                println!("\nagain {:?}", index.commit());
            }
            return;
        }
        // Acknowledged from here on.
        println!("\nack {n}");
        std::io::stdout().flush().unwrap();
    }
}

/// Kills a child some time after it began or, if told, after its first acknowledgement; the number
/// of steps it acknowledged, and whether there were any.
fn run_and_kill(path: &Path, after: Duration, acknowledged_first: bool) -> Option<u64> {
    let mut child = child(path).spawn().unwrap();
    let out = child.stdout.take().unwrap();
    let (told, hears) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let lines = BufReader::new(out).lines().map_while(Result::ok);
        lines
            .filter_map(|line| line.strip_prefix("ack ")?.parse().ok())
            .inspect(|&ack: &u64| _ = told.send(ack))
            .max()
    });
    if acknowledged_first {
        hears.recv_timeout(Duration::from_secs(60)).unwrap();
    }
    std::thread::sleep(after);
    child.kill().unwrap(); // SIGKILL on Unix
    child.wait().unwrap();
    reader.join().unwrap()
}

fn crashes(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.retold");
    let mut state = 42;
    let mut never_interrupted = StoryIndex::new();
    let (mut done, mut acknowledged, mut feeding) = (0, 0, 0);
    for crash in 0..count {
        // One in four from before the file is open on; the others in the midst of the feed.
        let after = Duration::from_millis(next(&mut state) % 200);
        let heard = run_and_kill(&path, after, crash % 4 > 0);
        feeding += usize::from(heard.is_some());
        acknowledged = heard.unwrap_or(0).max(acknowledged).max(done);
        let index = StoryIndex::<u64>::open(&path).unwrap();
        let steps = steps_of(&index);
        assert!(
            steps >= acknowledged,
            "crash {crash}: {acknowledged} steps acknowledged, {steps} there"
        );
        assert!(
            steps <= acknowledged + 8,
            "crash {crash}: more than one commit was not acknowledged"
        );
        while done < steps {
            step(&mut never_interrupted, done);
            done += 1;
        }
        // Every article exactly once, in the same stories, with the same answers.
        assert_eq!(
            index.stories().collect::<Vec<_>>(),
            never_interrupted.stories().collect::<Vec<_>>(),
            "crash {crash}"
        );
        for probe in 0..5 {
            let probe = generated::article(next(&mut state) % (steps + 50) + probe, WORDS);
            assert_eq!(
                index.query(&probe),
                never_interrupted.query(&probe),
                "crash {crash}"
            );
        }
    }
    println!(
        "{count} crashes survived, {feeding} of them while it fed; {done} steps, {acknowledged} acknowledged"
    );
    assert!(feeding * 4 >= count * 3, "the children got nowhere");
    let mut index = StoryIndex::<u64>::open(&path).unwrap();
    assert_eq!(index.recluster(), built_afresh(done).recluster());
}

#[test]
fn survives_some_crashes() {
    crashes(12);
}

#[test]
#[ignore = "minutes; `cargo test --release --all-features --test it survives_two_hundred -- --ignored --nocapture`"]
fn survives_two_hundred_crashes() {
    crashes(200);
}

/// Feeds an index under a limit on file sizes, as on a full disk, until a commit fails; then lets
/// others do something, and if told has it try once more. The number of steps that were acknowledged,
/// and all that was said.
#[cfg(unix)]
pub(crate) fn until_the_disk_is_full(
    path: &Path,
    meanwhile: Option<impl FnOnce()>,
) -> (u64, String) {
    let inner = child(path);
    let mut command = Command::new("sh");
    // Blocks of 512 bytes or of 1,024, by shell; the signal would kill, the error is what is wanted.
    command.args(["-c", "trap '' XFSZ; ulimit -f 4000; exec \"$@\"", "sh"]);
    command
        .arg(inner.get_program())
        .args(inner.get_args())
        .env(FILE, path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut said = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    while !said.contains("\nfailed ") {
        assert_ne!(out.read_line(&mut said).unwrap(), 0, "{said}");
    }
    if let Some(meanwhile) = meanwhile {
        meanwhile();
        writeln!(stdin, "again").unwrap();
    }
    drop(stdin);
    out.read_to_string(&mut said).unwrap();
    child.wait().unwrap();
    let acks = said
        .lines()
        .filter_map(|line| line.strip_prefix("ack ")?.parse().ok());
    (acks.max().unwrap_or(0), said)
}
