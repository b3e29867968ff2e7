//! One entry of the input on its way to an article: the fields that mean something, then the article
//! they make.

use retold::Language;
use serde_json::Value as Json;

use super::dates::{self, Read};
use super::faults::{Faults, Kind, Place};
use super::fields::{Fields, Role};
use super::value::{Found, Useless, Value};
use crate::failure::Failure;
use crate::record::{Record, shown_id};

/// The fields of one entry that have a role.
#[derive(Debug, Default)]
pub(crate) struct Entry<'a> {
    held: Vec<Held<'a>>,
}

#[derive(Debug)]
struct Held<'a> {
    role: Role,
    rank: usize,
    name: String,
    value: Value<'a>,
}

/// What an entry takes over from the file it stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'c> {
    pub(crate) place: Place<'c>,
    /// The feed it came in, for an entry without a source.
    pub(crate) source: Option<&'c str>,
    /// Whether an entry without an id is none, as in `live`, which would take it for a new one
    /// whenever it comes.
    pub(crate) needs_id: bool,
}

impl<'a> Entry<'a> {
    /// Keeps a field if it means something.
    pub(crate) fn put(&mut self, fields: &mut Fields, name: &str, value: &Value<'a>) {
        for used in fields.uses(name) {
            let value = match &used.inner {
                None => Some(value.clone()),
                Some(inner) => value.inner(inner),
            };
            if let Some(value) = value {
                self.held.push(Held {
                    role: used.role,
                    rank: used.rank,
                    name: name.to_owned(),
                    value,
                });
            }
        }
    }

    /// Whether there is a text of its own, not a summary.
    pub(crate) fn has_text(&self) -> bool {
        let is_summary = |name: &str| matches!(name, "description" | "summary");
        self.held
            .iter()
            .any(|held| held.role == Role::Text && !is_summary(&held.name))
    }

    /// The headline: of a feed, its name.
    pub(crate) fn title(&self) -> Option<String> {
        let mut titles = self.held.iter().filter(|held| held.role == Role::Title);
        let found = titles.find_map(|held| held.value.as_title().ok().flatten())?;
        Some(found.text.trim().to_owned())
    }

    /// The article; nothing, and a word about it, where the entry is none.
    pub(crate) fn finish(
        mut self,
        fields: &Fields,
        context: Context<'_>,
        faults: &mut Faults,
    ) -> Result<Option<Record>, Failure> {
        let place = context.place;
        self.held.sort_by_key(|held| (held.role, held.rank));
        let source = self.text_of(Role::Source, Value::as_source, place, faults)?;
        let source = source.map(|source| source.trim().to_owned());
        let source = source.or_else(|| context.source.map(str::to_owned));
        let withdrawn = self.of(Role::Withdrawn).any(|held| held.value.as_flag());
        let id = match self.id(fields, source.as_deref()) {
            Ok(id) => id,
            Err(why) => {
                faults.note(Kind::LeftOut, place, why)?;
                return Ok(None);
            }
        };
        let title = self.text_of(Role::Title, Value::as_title, place, faults)?;
        let text = self.text_of(Role::Text, Value::as_text, place, faults)?;
        if title.is_none() && text.is_none() && !withdrawn {
            let why = match self.of(Role::Text).chain(self.of(Role::Title)).next() {
                Some(held) => format!(
                    "field {} is empty or no text, and there is no other",
                    held.name
                ),
                None => {
                    "no field has a text or a title; --field text=NAME says which one".to_owned()
                }
            };
            faults.note(Kind::LeftOut, place, why)?;
            return Ok(None);
        }
        let id = match id {
            Some(id) => id,
            None if context.needs_id => {
                faults.note(
                    Kind::LeftOut,
                    place,
                    "no field has an id; --field id=NAME says which one",
                )?;
                return Ok(None);
            }
            None => {
                let made = context.place.to_string().replace(", line ", ":");
                faults.tally(Kind::NoId);
                Json::String(made)
            }
        };
        Ok(Some(Record {
            id,
            text: without_cut_mark(text.unwrap_or_default()),
            title,
            date: self.date(place, faults)?,
            source,
            language: self.language().or(fields.language()),
            event: self.of(Role::Event).find_map(|held| held.value.as_label()),
            withdrawn,
        }))
    }

    fn of(&self, role: Role) -> impl Iterator<Item = &Held<'a>> {
        self.held.iter().filter(move |held| held.role == role)
    }

    /// The first text with content among the fields of a role.
    fn text_of(
        &self,
        role: Role,
        read: impl Fn(&Value<'a>) -> Result<Option<Found<'a>>, Useless>,
        place: Place<'_>,
        faults: &mut Faults,
    ) -> Result<Option<String>, Failure> {
        for held in self.of(role) {
            match read(&held.value) {
                Ok(None) => {}
                Ok(Some(found)) => {
                    if found.is_mended {
                        let what =
                            format!("field {} has half a character, shown as U+FFFD", held.name);
                        faults.note(Kind::Mended, place, what)?;
                    }
                    // `content_html` of JSON Feed.
                    if held.name.to_ascii_lowercase().contains("html") {
                        return Ok(Some(super::html::to_text(&found.text)));
                    }
                    return Ok(Some(found.text.into_owned()));
                }
                Err(why) => {
                    faults.note(Kind::Field, place, format!("field {}: {why}", held.name))?;
                }
            }
        }
        Ok(None)
    }

    /// The language a field states, by its code or its English name.
    fn language(&self) -> Option<Language> {
        let stated = self.of(Role::Language).find_map(|held| {
            let found = held.value.as_text().ok().flatten()?;
            Some(found.text.trim().to_owned())
        })?;
        let by_name = |known: &&Language| known.name().eq_ignore_ascii_case(&stated);
        Language::from_code(&stated).or_else(|| Language::all().iter().find(by_name).copied())
    }

    /// The id, from one field or from the parts a user named.
    fn id(&self, fields: &Fields, source: Option<&str>) -> Result<Option<Json>, String> {
        if fields.parts().is_empty() {
            let mut why = None;
            for held in self.of(Role::Id) {
                match held.value.as_id() {
                    Ok(None) => {}
                    Ok(Some(id)) => return Ok(Some(id)),
                    Err(useless) => why = why.or(Some(format!("field {}: {useless}", held.name))),
                }
            }
            return why.map_or(Ok(None), Err);
        }
        let mut parts = Vec::new();
        for (at, name) in fields.parts().iter().enumerate() {
            let part = if name == "source" {
                source.map(str::to_owned)
            } else {
                let held = self
                    .of(Role::Part(at))
                    .find_map(|held| held.value.as_id().ok().flatten());
                held.map(|id| shown_id(&id))
            };
            parts.push(part.ok_or_else(|| format!("no {name}, which is part of the id"))?);
        }
        Ok(Some(Json::String(parts.join("/"))))
    }

    /// The first date that can be believed.
    fn date(&self, place: Place<'_>, faults: &mut Faults) -> Result<Option<retold::Date>, Failure> {
        let mut wrong = None;
        for held in self.of(Role::Date) {
            let found = match held.value.as_date() {
                Ok(Some(found)) => found.text,
                Ok(None) => continue,
                Err(why) => {
                    wrong = wrong.or(Some(format!("field {}: {why}", held.name)));
                    continue;
                }
            };
            let why = match dates::read(&found) {
                Read::Empty => continue,
                Read::Known(date) => return Ok(Some(date)),
                Read::Impossible => "stands for no date",
                Read::Unknown => "is not a date that can be read",
            };
            let shown = crate::words::shortened(&crate::words::one_line(&found), 40);
            wrong = wrong.or(Some(format!("field {}: `{shown}` {why}", held.name)));
        }
        if let Some(wrong) = wrong {
            faults.note(Kind::Date, place, format!("{wrong}; taken as undated"))?;
        }
        Ok(None)
    }
}

/// A text without the mark of an interface that gives only its beginning: `… [+1234 chars]`.
fn without_cut_mark(mut text: String) -> String {
    let mark = text
        .strip_suffix(" chars]")
        .and_then(|rest| rest.rsplit_once("[+"));
    if let Some((before, digits)) = mark
        && digits.bytes().all(|b| b.is_ascii_digit())
    {
        let end = before.len();
        text.truncate(end);
    }
    text
}
