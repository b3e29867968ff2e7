//! What a comparison is in JSON and other formats of serde.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::diff::{Diff, Group, Label, Pair, Statement, Statements, Version};

/// `{label, date, sentences}`: the texts of its sentences.
impl Serialize for Version<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let sentences: Vec<_> = (0..self.len()).filter_map(|at| self.sentence(at)).collect();
        let mut fields = to.serialize_struct("Version", 3)?;
        fields.serialize_field("label", &self.label())?;
        fields.serialize_field("date", &self.date().map(|date| date.to_string()))?;
        fields.serialize_field("sentences", &sentences)?;
        fields.end()
    }
}

/// `{version, sentences, text, kind, similarity, moved}`; kind and similarity compare it with the
/// representative of its row, and are null for that one.
impl Serialize for Group<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Group", 6)?;
        fields.serialize_field("version", &self.version())?;
        fields.serialize_field("sentences", self.numbers())?;
        fields.serialize_field("text", &self.texts().collect::<Vec<_>>())?;
        let compared = !self.cell.base;
        fields.serialize_field("kind", &compared.then(|| self.label()))?;
        fields.serialize_field("similarity", &compared.then(|| self.similarity()))?;
        fields.serialize_field("moved", &self.is_moved())?;
        fields.end()
    }
}

/// `{kind, moved, first_seen, groups}`; kind is null where only one version says it.
impl Serialize for Statement<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Statement", 4)?;
        fields.serialize_field("kind", &self.label())?;
        fields.serialize_field("moved", &self.is_moved())?;
        fields.serialize_field("first_seen", &self.first_seen())?;
        fields.serialize_field("groups", &self.groups().collect::<Vec<_>>())?;
        fields.end()
    }
}

/// `{versions, statements, related}`.
impl Serialize for Statements<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Statements", 3)?;
        fields.serialize_field("versions", self.versions())?;
        fields.serialize_field("statements", &self.iter().collect::<Vec<_>>())?;
        fields.serialize_field("related", &self.related().collect::<Vec<_>>())?;
        fields.end()
    }
}

/// `{left, right, kind, similarity, moved, agrees, words, facts}`; `left` and `right` are texts.
impl Serialize for Pair<'_, '_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let texts = |group: Group<'_, '_>| group.texts().map(str::to_owned).collect::<Vec<_>>();
        let claimed = self.label() != Label::Related;
        let mut fields = to.serialize_struct("Pair", 8)?;
        fields.serialize_field("left", &texts(self.left()))?;
        fields.serialize_field("right", &texts(self.right()))?;
        fields.serialize_field("kind", &self.label())?;
        fields.serialize_field("similarity", &self.similarity())?;
        fields.serialize_field("moved", &self.is_moved())?;
        fields.serialize_field("agrees", &self.agrees())?;
        fields.serialize_field("words", &claimed.then(|| self.words()))?;
        fields.serialize_field("facts", &claimed.then(|| self.facts()))?;
        fields.end()
    }
}

/// `{titles, facts, changes, quotes, shared, left_only, right_only, related}`; `facts` and behind them `changes`,
/// heaviest first, are the list of [`Diff::changes`].
impl Serialize for Diff<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut fields = to.serialize_struct("Diff", 8)?;
        fields.serialize_field("titles", &self.titles())?;
        let (facts, changes): (Vec<_>, Vec<_>) = self
            .changes()
            .into_iter()
            .partition(crate::diff::Change::is_fact);
        fields.serialize_field("facts", &facts)?;
        fields.serialize_field("changes", &changes)?;
        fields.serialize_field("quotes", &self.quotes())?;
        fields.serialize_field("shared", &self.shared().collect::<Vec<_>>())?;
        fields.serialize_field("left_only", &self.left_only().collect::<Vec<_>>())?;
        fields.serialize_field("right_only", &self.right_only().collect::<Vec<_>>())?;
        fields.serialize_field("related", &self.related().collect::<Vec<_>>())?;
        fields.end()
    }
}
