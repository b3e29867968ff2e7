//! Tags, entities, comments, scripts and addresses are no words, and spans slice the text as given.

use retold::text::{fold, hash_word, quotes, readable, sentences, tokens, words};

use super::{articles, joined, stay_apart};

fn words_of(text: &str) -> Vec<&str> {
    words(text).map(|(_, word)| word).collect()
}

fn sentences_of(text: &str) -> Vec<&str> {
    sentences(text)
        .map(|sentence| &text[sentence.span()])
        .collect()
}

#[test]
fn markup_is_no_word() {
    for (text, expected) in [
        (
            "<p class=\"lead\">Two dams <b>failed</b>.</p>",
            vec!["Two", "dams", "failed"],
        ),
        (
            "Two dams&nbsp;failed<br/>today",
            vec!["Two", "dams", "failed", "today"],
        ),
        (
            "Two <!-- ad slot 3 --> dams <script>var a = \"b\";</script>failed",
            vec!["Two", "dams", "failed"],
        ),
        (
            "<style>p { color: red }</style>Two dams <img src='https://x.example/a.gif' width=1>",
            vec!["Two", "dams"],
        ),
        (
            "Two dams https://news.example/2025/10/07/dams?utm_source=rss&amp;id=7 failed",
            vec!["Two", "dams", "failed"],
        ),
        (
            "Two dams (www.news.example/dams) failed, write to desk@news.example.",
            vec!["Two", "dams", "failed", "write", "to"],
        ),
        (
            "&lt;p&gt;Two dams&lt;/p&gt; &lt;a href=&quot;/x&quot;&gt;failed&lt;/a&gt;",
            vec!["Two", "dams", "failed"],
        ),
        (
            "Two dams failed <a href=\"https://news.example/cut-off-he",
            vec!["Two", "dams", "failed"],
        ),
    ] {
        assert_eq!(words_of(text), expected, "{text}");
        assert_eq!(readable(text).len(), text.len());
    }
}

#[test]
fn a_text_that_mentions_signs_is_left_alone() {
    for text in [
        "if a < b and c > d then x<y>z",
        "AT&T bought R&D; the vote was 3 < 4 & 5 > 4",
        "a Vec<String> or std::map<int, std::string>, i <3 it",
        "either/or, 7/10/2025, 90 km/h, @handle, p.m./a.m.",
        "for (i=0;i<n;i++) { a &= b && c; }",
    ] {
        assert_eq!(readable(text), text);
    }
}

#[test]
fn entities_inside_words_are_read_as_letters() {
    for (text, plain) in [
        ("caf&eacute;s", "cafés"),
        ("Don&#8217;t", "don't"),
        ("M&uuml;nchen&#39;s", "münchen"),
        ("na&#xef;ve", "naïve"),
    ] {
        let token = tokens(text)[0];
        assert_eq!(tokens(text).len(), 1, "{text}");
        assert_eq!(token.hash, hash_word(plain), "{text}");
        // Whoever folds the word as it stands in the text gets the same.
        assert_eq!(hash_word(&text[token.span()]), token.hash);
        let mut folded = String::new();
        fold(&text[token.span()], &mut folded);
        assert_eq!(hash_word(&folded), token.hash);
    }
    assert_eq!(
        words_of("An &Eacute;tat, <i>H</i>ello, AT&amp;T"),
        ["An", "&Eacute;tat", "H</i>ello", "AT", "T"]
    );
}

#[test]
fn blocks_end_sentences() {
    for (text, expected) in [
        (
            "<h1>Two dams fail</h1><p>Water rose.</p>",
            vec!["Two dams fail", "Water rose."],
        ),
        (
            "Water rose<br>Sheep drowned",
            vec!["Water rose", "Sheep drowned"],
        ),
        (
            "<ul><li>Water rose</li><li>Sheep drowned</li></ul>",
            vec!["Water rose", "Sheep drowned"],
        ),
        (
            "<p>Water rose.</p><p>Sheep <b>drowned</b>.</p>",
            vec!["Water rose.", "Sheep <b>drowned</b>."],
        ),
        (
            "He said &ldquo;no.&rdquo; Then he left.",
            vec!["He said &ldquo;no.&rdquo;", "Then he left."],
        ),
        (
            "&ldquo;No,&rdquo; he said.&nbsp; He left.",
            vec!["&ldquo;No,&rdquo; he said.", "He left."],
        ),
    ] {
        assert_eq!(sentences_of(text), expected, "{text}");
    }
}

#[test]
fn entities_quote() {
    for (text, inner, speaker) in [
        (
            "&ldquo;We saw the water,&rdquo; Ilse Kovar said.",
            "We saw the water,",
            Some("Ilse Kovar"),
        ),
        (
            "Ilse Kovar said: &quot;We saw the water.&quot;",
            "We saw the water.",
            Some("Ilse Kovar"),
        ),
        (
            "<p>&#8220;We <em>saw</em> it&#8221;</p>",
            "We <em>saw</em> it",
            None,
        ),
        (
            "It was a &laquo;caf&eacute;&raquo; once.",
            "caf&eacute;",
            None,
        ),
    ] {
        let quotes = quotes(text);
        assert_eq!(quotes.len(), 1, "{text}");
        assert_eq!(&text[quotes[0].span()], inner);
        assert_eq!(
            quotes[0].speaker.clone().map(|span| &text[span]),
            speaker,
            "{text}"
        );
    }
}

#[test]
fn unrelated_items_in_one_markup_stay_apart() {
    stay_apart(|n, text| {
        format!(
            "<div id=\"item-{n}\"><p><font color=\"#6f6f6f\">{text}</font></p></div>&nbsp;&nbsp;"
        )
    });
    stay_apart(|n, text| {
        format!(
            "<p>{text}</p><p><a href=\"https://t.example/2025/10/07/{n}\">Read more</a> | <a href=\"https://t.example/s\">Share</a></p>"
        )
    });
    stay_apart(|n, text| {
        format!(
            "<img src=\"https://p.example/{n}.gif\" alt=\"\"/>{text} <a href=\"https://x.example/{n}\">[link]</a> <a href=\"#\">[comments]</a>"
        )
    });
}

#[test]
fn a_report_is_one_story_with_its_marked_up_self() {
    let plain = "Two dams at Kesten failed on Tuesday. “We saw the water come,” said Ilse Kovar. The café was flooded.".to_owned();
    for marked in [
        "<p>Two dams at Kesten failed on Tuesday.</p><p>&ldquo;We saw the water come,&rdquo; said Ilse Kovar.</p><p>The caf&eacute; was flooded.</p>",
        "Two dams at <b>Kesten</b> failed&nbsp;on Tuesday.<br><br>&#8220;We saw the water come,&#8221; said <a href='/k'>Ilse Kovar</a>. The caf&#233; was flooded.",
        "&lt;p&gt;Two dams at Kesten failed on Tuesday. &amp;ldquo;We saw the water come,&amp;rdquo; said Ilse Kovar. The caf&amp;eacute; was flooded.&lt;/p&gt;",
    ] {
        let texts = [plain.clone(), marked.to_owned()];
        assert!(joined(&articles(&texts), 0, 1), "{marked}");
        let comparison = retold::compare(texts[0].as_str(), texts[1].as_str());
        assert!(
            comparison.jaccard() == 1.0,
            "{marked}: {}",
            comparison.jaccard()
        );
    }
}
