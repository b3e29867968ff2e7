//! Words, and words folded and hashed, against `unicode_words` and the plain loop around it.
//!
//! `cargo bench --bench words` measures each by itself. `cargo bench --bench words -- ratios` takes
//! turns between ours and theirs on the same texts, nine rounds, in the CPU time of one thread
//! where the system tells it, and prints how many times as fast ours was: lowest, median, highest.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput};
use retold::hash;
use retold::text::{self, Token};
use unicode_segmentation::UnicodeSegmentation;

/// A set of texts of one kind.
struct Corpus {
    name: &'static str,
    texts: Vec<String>,
    /// How many times as fast words, and words folded and hashed, have to be at least.
    bars: (f64, f64),
}

impl Corpus {
    fn bytes(&self) -> u64 {
        self.texts.iter().map(|text| text.len() as u64).sum()
    }
}

/// Words, one after another, so that every script has a text even without the measuring data.
const CHINESE: &str = "昨日凌晨，沿海地区发生强烈地震，多栋房屋倒塌，救援人员连夜赶赴现场。当局表示，\
    目前尚无人员死亡的报告，但有数十人受伤，铁路和公路交通中断。专家提醒居民注意余震，不要返回受损的建筑物。";
const ARABIC: &str = "ضرب زلزال قوي المنطقة الساحلية فجر أمس وأدى إلى انهيار عدد من المباني، فيما هرعت \
    فرق الإنقاذ إلى المكان. وقالت السلطات إنه لا توجد حتى الآن أنباء عن وقوع قتلى، غير أن العشرات أصيبوا بجروح.";
const HINDI: &str = "तटीय इलाके में कल तड़के तेज़ भूकंप आया और कई मकान गिर गए, बचाव दल रात में ही मौके पर \
    पहुँच गए। अधिकारियों ने बताया कि अभी तक किसी की मौत की ख़बर नहीं है, लेकिन दर्जनों लोग घायल हुए हैं।";
const RUSSIAN: &str = "Сильное землетрясение произошло вчера на рассвете в прибрежном районе, обрушилось \
    несколько домов, спасатели прибыли на место ещё ночью. Власти сообщили, что погибших пока нет.";
const GERMAN: &str = "Ein schweres Erdbeben hat gestern früh die Küste erschüttert, mehrere Häuser stürzten \
    ein. Die Behörden erklärten, es gebe bislang keine Toten, jedoch Dutzende Verletzte in der Umgebung.";
const ENGLISH: &str = "A strong earthquake shook the coast before dawn on Tuesday, bringing down several \
    houses and cutting the railway's main line. \"We heard a roar,\" said one of the U.S. engineers who \
    didn't sleep; by 6:30 a.m. some 1,200 people had left. Officials said there were no deaths so far. ";

/// The articles of the measuring data, or a text of our own in their place.
fn news() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/corpus/news.jsonl");
    let Ok(rows) = std::fs::read_to_string(path) else {
        let curly = ENGLISH
            .replace('\'', "’")
            .replace("\"We", "“We")
            .replace(",\"", ",”");
        let both = [ENGLISH.repeat(4), curly.repeat(4)];
        return both.iter().cycle().take(1000).cloned().collect();
    };
    rows.lines()
        .filter_map(|row| serde_json::from_str::<serde_json::Value>(row).ok())
        .filter_map(|row| Some(row["text"].as_str()?.to_owned()))
        .collect()
}

fn corpora() -> Vec<Corpus> {
    let all = news();
    let (ascii, wide): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|text| text.is_ascii());
    let corpus = |name, texts, bars| Corpus { name, texts, bars };
    let script = |name, text: &str, bars| corpus(name, vec![text.repeat(8); 1500], bars);
    vec![
        corpus("news", all, (6.0, 6.0)),
        corpus("news/ascii", ascii, (4.0, 0.0)),
        corpus("news/non-ascii", wide, (10.0, 0.0)),
        script("chinese", CHINESE, (1.0, 0.0)),
        script("arabic", ARABIC, (1.0, 0.0)),
        script("hindi", HINDI, (1.0, 0.0)),
        script("russian", RUSSIAN, (0.0, 0.0)),
        script("german", GERMAN, (0.0, 0.0)),
    ]
}

/// Sums up words, so that none can be left out.
fn sum_words<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.fold(0, |sum, word| sum.wrapping_mul(3).wrapping_add(word.len()))
}

fn our_words(text: &str) -> usize {
    sum_words(text::words(text).map(|word| word.1))
}

fn their_words(text: &str) -> usize {
    sum_words(text.unicode_words())
}

fn our_tokens(text: &str, tokens: &mut Vec<Token>, _: &mut String) {
    text::tokenize_into(text, tokens);
}

/// The same by hand: each word folded into one string, and hashed.
fn plain_tokens(text: &str, tokens: &mut Vec<Token>, folded: &mut String) {
    tokens.clear();
    for (start, word) in text.unicode_word_indices() {
        folded.clear();
        text::fold(word, folded);
        tokens.push(Token {
            start,
            end: start + word.len(),
            hash: hash::bytes(folded.as_bytes()),
        });
    }
}

fn each_word(texts: &[String], words: fn(&str) -> usize) -> usize {
    texts
        .iter()
        .map(|text| words(text))
        .fold(0, usize::wrapping_add)
}

fn each_token(texts: &[String], tokenize: fn(&str, &mut Vec<Token>, &mut String)) -> u64 {
    let (mut tokens, mut folded) = (Vec::new(), String::new());
    let mut sum = 0_u64;
    for text in texts {
        tokenize(text, &mut tokens, &mut folded);
        sum = tokens
            .iter()
            .fold(sum, |sum, token| sum.wrapping_add(token.hash));
    }
    sum
}

fn criterion_groups(c: &mut Criterion) {
    for mut corpus in corpora() {
        // As many tell the speed, and the slower side is done sooner.
        corpus.texts.truncate(3_000);
        let mut group = c.benchmark_group(corpus.name);
        group.throughput(Throughput::Bytes(corpus.bytes()));
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(300));
        group.measurement_time(Duration::from_secs(1));
        for (name, words) in [
            ("words", our_words as fn(&str) -> usize),
            ("unicode_words", their_words),
        ] {
            group.bench_function(BenchmarkId::from_parameter(name), |b| {
                b.iter(|| each_word(black_box(&corpus.texts), words));
            });
        }
        for (name, tokenize) in [
            (
                "tokens",
                our_tokens as fn(&str, &mut Vec<Token>, &mut String),
            ),
            ("plain tokens", plain_tokens),
        ] {
            group.bench_function(BenchmarkId::from_parameter(name), |b| {
                b.iter(|| each_token(black_box(&corpus.texts), tokenize));
            });
        }
        group.finish();
    }
}

/// The CPU time of this thread where Linux tells it, else the time that has passed.
fn clock(start: Instant) -> Duration {
    let own = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    own.and_then(|line| line.split(' ').next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// How many seconds a call takes.
fn seconds<T>(start: Instant, work: impl FnOnce() -> T) -> f64 {
    let before = clock(start);
    black_box(work());
    clock(start).saturating_sub(before).as_secs_f64()
}

/// Takes turns and prints the ratios.
fn ratios() {
    const ROUNDS: usize = 9;
    let start = Instant::now();
    println!(
        "{:16}{:>10}{:>10}   times as fast: lowest, median, highest of {ROUNDS}",
        "", "MB/s", "plain"
    );
    let only = std::env::args()
        .skip_while(|argument| argument != "ratios")
        .nth(1)
        .filter(|only| !only.starts_with('-'));
    for corpus in corpora() {
        if only
            .as_ref()
            .is_some_and(|only| !corpus.name.contains(only))
        {
            continue;
        }
        let texts = &corpus.texts;
        assert_eq!(each_word(texts, our_words), each_word(texts, their_words));
        assert_eq!(
            each_token(texts, our_tokens),
            each_token(texts, plain_tokens)
        );
        let rounds = |ours: &dyn Fn() -> f64, theirs: &dyn Fn() -> f64| -> Vec<(f64, f64)> {
            (0..ROUNDS).map(|_| (ours(), theirs())).collect()
        };
        let words = rounds(&|| seconds(start, || each_word(texts, our_words)), &|| {
            seconds(start, || each_word(texts, their_words))
        });
        let tokens = rounds(
            &|| seconds(start, || each_token(texts, our_tokens)),
            &|| seconds(start, || each_token(texts, plain_tokens)),
        );
        let megabytes = corpus.bytes() as f64 / 1e6;
        for (work, rounds, bar) in [
            ("words", words, corpus.bars.0),
            ("tokens", tokens, corpus.bars.1),
        ] {
            let best = |times: &mut dyn Iterator<Item = f64>| times.fold(f64::MAX, f64::min);
            let ours = best(&mut rounds.iter().map(|round| round.0));
            let theirs = best(&mut rounds.iter().map(|round| round.1));
            let mut ratios: Vec<f64> = rounds.iter().map(|(ours, theirs)| theirs / ours).collect();
            ratios.sort_by(f64::total_cmp);
            let median = ratios[ROUNDS / 2];
            let bar = match bar {
                0.0 => String::new(),
                bar if median >= bar => format!("  (at least {bar}: reached)"),
                bar => format!("  (at least {bar}: MISSED)"),
            };
            println!(
                "{:16}{:10.0}{:10.0}   {:5.2} {median:5.2} {:5.2}  {work}{bar}",
                corpus.name,
                megabytes / ours,
                megabytes / theirs,
                ratios[0],
                ratios[ROUNDS - 1],
            );
        }
    }
}

fn main() {
    if std::env::args().any(|argument| argument == "ratios") {
        ratios();
        return;
    }
    let mut criterion = Criterion::default().configure_from_args();
    criterion_groups(&mut criterion);
    criterion.final_summary();
}
