//! English.
//!
//! Stop words: made for this project. Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms
//! added. All else was written for this project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "en",
    name: "English",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "march",
    acronyms: "IT US WHO",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "",
    frequent_words: "\
        a about after all an and are as at be been but by for from had has have he his in is it \
        its more not of on or said she than that the their there they this to was we were what \
        when which who will with would you",
    endings: &[
        Ending::turn("ies", "y", 3), Ending::cut("es", 3).after("sxzh"),
        Ending::cut("s", 3).not_after("sui"),
    ],
    abbreviations: "\
        Adm Ala Apr Ariz Ark Assn Assoc Atty Aug Ave Bldg Blvd Brig Bros Calif Capt Cmdr Co Col \
        Colo Comdr Conn Corp Cos Cpl Ct Dec Del Dept Det Dist Div Dr Esq Feb Fig Figs Fla Fri Ft \
        Ga Gen Gov Hon Hts Hwy Ill Inc Ind Insp Inst Intl Jan Jr Jul Jun Kan Ky Lt Ltd Maj Mar \
        Mass Md Messrs Mfg Mich Minn Miss Mo Mon Mont Mr Mrs Ms Mt Mx Natl Neb Nev No Nos Nov Oct \
        Okla Ont Op Ore Pa Penn Pfc Pl Plc Pres Prof Profs Pt Pty Pvt Que Rd Rep Reps Rev Sat Sec \
        Sen Sens Sep Sept Sgt Snr Spc Sr St Sun Supt Tel Tenn Tex Thu Thur Thurs Tue Tues Univ Va \
        Vol Vols Vt Wash Wed Wis Wyo a.m al approx ca cf ch co e.g etc ext fig i.e nos p p.m pp v \
        viz vol vs",
    speech_verbs: "\
        according acknowledged acknowledges acknowledging added adding adds admits admitted \
        admitting announced announces announcing argued argues arguing asked asking asks begged \
        boasted claimed claiming claims commented commenting comments complained concluded \
        concludes concluding confirmed confirming confirms continued continues continuing cried \
        declared declares declaring demanded demands denied denies denying described describes \
        emphasised emphasized exclaimed explained explaining explains insisted insisting insists \
        joked lamented mused noted notes noting observed observes pleaded pledged posted posting \
        posts predicted predicts promised quipped quoted quoting recalled recalling recalls \
        remarked remarking remarks replied replies replying reported reporting reports responded \
        responding responds revealed revealing reveals said say saying says shouted stated states \
        stating stressed stresses stressing suggested suggests telling tells testified testifies \
        testifying told tweeted tweeting tweets urged urges urging vowed vows warned warning warns \
        whispered wondered writes writing wrote yelled",
    // Made by tests/languages/make.py:
    stop_words: "\
        a about above according across added after again against ain't all almost along already \
        also although always am among an and another any are aren't around as at be because been \
        before behind being below beside besides between beyond both but by can can't cannot could \
        couldn't did didn't do does doesn't doing don't done down dr during each either else even \
        ever few for from further had hadn't has hasn't have haven't having he he'd he'll he's her \
        here here's hers herself him himself his how however i i'd i'll i'm i've if in into is \
        isn't it it'll it's its itself just least less let's like many may me might mine more most \
        mr mrs ms much must mustn't my myself near neither never no nor not now of off often on \
        once only onto or other others ought our ours ourselves out over own per perhaps quite \
        rather really said same say saying says shall shan't she she'd she'll she's should \
        shouldn't since so some sometimes still such tell tells than that that's the their theirs \
        them themselves then there there's these they they'd they'll they're they've this those \
        though through to told too toward towards under unless until up upon us very via was \
        wasn't we we'd we'll we're we've were weren't what what's when where where's whether which \
        while who who's whom whose why will with within without won't would wouldn't yet you you'd \
        you'll you're you've your yours yourself",
    months: [
        &["january", "jan"], &["february", "feb"], &["march", "mar"], &["april", "apr"], &["may"],
        &["june", "jun"], &["july", "jul"], &["august", "aug"], &["september", "sep", "sept"],
        &["october", "oct"], &["november", "nov"], &["december", "dec"],
    ],
    weekdays: [
        &["monday"], &["tuesday", "tue", "tues"], &["wednesday"],
        &["thursday", "thu", "thur", "thurs"], &["friday", "fri"], &["saturday"], &["sunday"],
    ],
    numbers: &[
        (0, "zero"), (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"),
        (7, "seven"), (8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven"), (12, "dozen"),
        (12, "twelve"), (13, "thirteen"), (14, "fourteen"), (15, "fifteen"), (16, "sixteen"),
        (17, "seventeen"), (18, "eighteen"), (19, "nineteen"), (20, "twenty"), (30, "thirty"),
        (40, "forty"), (50, "fifty"), (60, "sixty"), (70, "seventy"), (80, "eighty"),
        (90, "ninety"), (100, "hundred"), (1000, "thousand"), (1000000, "million"),
        (1000000000, "billion"),
    ],
    ordinals: &[
        (1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (5, "fifth"), (6, "sixth"),
        (7, "seventh"), (8, "eighth"), (9, "ninth"), (10, "tenth"), (11, "eleventh"),
        (12, "twelfth"),
    ],
};
