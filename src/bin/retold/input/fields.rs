//! Which field of the input means what: the names feeds and exports use, and those a user maps.

use std::collections::HashMap;

use retold::Language;

use crate::failure::Failure;

/// What a field is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    /// What the article is known by.
    Id,
    /// Its text.
    Text,
    /// Its headline.
    Title,
    /// When it was published.
    Date,
    /// Who published it.
    Source,
    /// Its language, if a user said which field has it: what feeds say of themselves is often wrong.
    Language,
    /// The label of its event, for `evaluate`.
    Event,
    /// Whether it was withdrawn, for `live`.
    Withdrawn,
    /// A part of an id that a user made of several fields.
    Part(usize),
}

/// The usual names, the best first: of several fields the first one with content is taken. Names are
/// compared without case, `_`, `-` and spaces, so that `publishedAt` and `published_at` are one.
const USUAL: [(Role, &str); 7] = [
    (
        Role::Id,
        "id _id articleid guid uuid url link uri weburl webUrl @id documentidentifier loc \
         canonicalurl sourceurl originid",
    ),
    (
        Role::Text,
        "text body content contenttext bodytext fulltext maintext articlebody articletext \
         content:encoded fields.bodytext contenthtml fields.body description summary itunes:summary \
         media:description dc:description abstract leadparagraph snippet excerpt fields.trailtext",
    ),
    (
        Role::Title,
        "title headline webtitle contenttitle media:title dc:title news:title",
    ),
    (
        Role::Date,
        "date published pubdate datepublished publishedat publishdate publicationdate datepublish \
         publisheddate dcterms:issued dc:date news:publicationdate webpublicationdate datetime \
         timestamp time created createdat seendate dateadded sqldate updated updatedat datemodified \
         lastmod",
    ),
    (
        Role::Source,
        "source sourcename publisher outlet sitename site newspaper publication domain sourcedomain \
         sourcecommonname medianame origin feed feedtitle sourceid provider dc:publisher news:name",
    ),
    (Role::Event, "event eventid"),
    (Role::Withdrawn, "withdrawn deleted retracted"),
];

/// A field that has a role: the better it fits, the lower its rank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Use {
    pub(crate) role: Role,
    pub(crate) rank: usize,
    /// Where inside the field the value is: `bodyText` for the name `fields.bodyText`.
    pub(crate) inner: Option<String>,
}

/// All names that mean something.
#[derive(Debug, Clone)]
pub(crate) struct Fields {
    uses: HashMap<String, Vec<Use>>,
    /// What each name met so far came to, so that it is looked up as it is written.
    met: HashMap<String, Vec<Use>>,
    /// The parts of an id that a user made of several fields.
    parts: Vec<String>,
    /// The language of articles that have no field with theirs.
    language: Option<Language>,
}

impl Default for Fields {
    fn default() -> Self {
        let mut fields = Self {
            uses: HashMap::new(),
            met: HashMap::new(),
            parts: Vec::new(),
            language: None,
        };
        for (role, names) in USUAL {
            for (at, name) in names.split_whitespace().enumerate() {
                fields.add(role, name, at + 1);
            }
        }
        fields
    }
}

/// How many different names are remembered: a file may have a new one on every line.
const MOST_MET: usize = 10_000;

impl Fields {
    /// The usual names, and what a user said: `text=lead` for a field, names for the parts of an id,
    /// and the language of articles that do not say theirs.
    pub(crate) fn new(
        mapped: &[String],
        id: &[String],
        language: Option<Language>,
    ) -> Result<Self, Failure> {
        let mut fields = Self {
            language,
            ..Self::default()
        };
        for mapping in mapped {
            let (role, name) = mapping.split_once('=').ok_or_else(|| {
                Failure::usage(format!(
                    "--field {mapping}: write ROLE=NAME, such as text=lead_paragraph"
                ))
            })?;
            let role = role_named(role.trim())
                .ok_or_else(|| Failure::usage(format!("--field {mapping}: {ROLES}")))?;
            fields.add(role, name.trim(), 0);
        }
        match id {
            [] => {}
            [one] => fields.add(Role::Id, one, 0),
            several => {
                for (at, name) in several.iter().enumerate() {
                    match role_named(name) {
                        // `source` is whatever field the source is read from.
                        Some(Role::Source) => {}
                        _ => fields.add(Role::Part(at), name, 0),
                    }
                }
                fields.parts = several.to_vec();
            }
        }
        Ok(fields)
    }

    fn add(&mut self, role: Role, name: &str, rank: usize) {
        let (outer, inner) = match name.split_once('.') {
            Some((outer, inner)) => (outer, Some(inner.to_owned())),
            None => (name, None),
        };
        let uses = self.uses.entry(plain_name(outer)).or_default();
        uses.push(Use { role, rank, inner });
        uses.sort();
    }

    /// What a field is used for; nothing for most.
    pub(crate) fn uses(&mut self, name: &str) -> &[Use] {
        if !self.met.contains_key(name) {
            if self.met.len() == MOST_MET {
                self.met.clear();
            }
            let found = self.uses.get(&plain_name(name)).cloned();
            self.met.insert(name.to_owned(), found.unwrap_or_default());
        }
        self.met.get(name).map_or(&[], Vec::as_slice)
    }

    /// The parts a user made ids of; none where a field has the id.
    pub(crate) fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The language of articles that do not say theirs, if a user said it.
    pub(crate) fn language(&self) -> Option<Language> {
        self.language
    }
}

const ROLES: &str =
    "the role must be one of id, text, title, date, source, language, event, withdrawn";

fn role_named(name: &str) -> Option<Role> {
    Some(match name {
        "id" => Role::Id,
        "text" => Role::Text,
        "title" => Role::Title,
        "date" => Role::Date,
        "source" => Role::Source,
        "language" => Role::Language,
        "event" => Role::Event,
        "withdrawn" => Role::Withdrawn,
        _ => return None,
    })
}

/// A name as it is compared.
fn plain_name(name: &str) -> String {
    let kept = name.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
    kept.flat_map(char::to_lowercase).collect()
}
