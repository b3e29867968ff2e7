//! What counts as an article, and as a title or source that may be absent.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{Article, AsArticle, OwnedArticle};

/// A text that may be absent: what [`Article::with_title`] and [`Article::with_source`] take.
///
/// Strings and references to them are present; an `Option` of one is what it says.
///
/// ```
/// use retold::Article;
/// let (given, absent) = (Some(String::from("Wire")), None::<String>);
/// assert_eq!(Article::new("…").with_source(&given).source(), Some("Wire"));
/// assert_eq!(Article::new("…").with_source(&absent).source(), None);
/// ```
pub trait OptionalText<'a> {
    /// The text, if there is one.
    ///
    /// ```
    /// use retold::OptionalText;
    /// assert_eq!(("Wire".text(), None::<&str>.text()), (Some("Wire"), None));
    /// ```
    fn text(self) -> Option<&'a str>;
}

impl<'a> OptionalText<'a> for Option<&'a str> {
    fn text(self) -> Option<&'a str> {
        self
    }
}

impl<'a, T: AsRef<str>> OptionalText<'a> for &'a Option<T> {
    fn text(self) -> Option<&'a str> {
        self.as_ref().map(AsRef::as_ref)
    }
}

impl<'a> OptionalText<'a> for &&'a str {
    fn text(self) -> Option<&'a str> {
        Some(self)
    }
}

impl<'a> From<&&'a str> for Article<'a> {
    fn from(text: &&'a str) -> Self {
        Self::new(text)
    }
}

macro_rules! texts {
    ($($kind:ty),*) => {$(
        impl<'a> OptionalText<'a> for &'a $kind {
            fn text(self) -> Option<&'a str> {
                Some(self)
            }
        }

        impl<'a> From<&'a $kind> for Article<'a> {
            fn from(text: &'a $kind) -> Self {
                Self::new(text)
            }
        }
    )*};
}

texts!(str, String, Box<str>, Arc<str>, Rc<str>, Cow<'_, str>);

impl<'a> From<&Article<'a>> for Article<'a> {
    fn from(article: &Article<'a>) -> Self {
        *article
    }
}

impl<'a> From<&'a OwnedArticle> for Article<'a> {
    fn from(article: &'a OwnedArticle) -> Self {
        article.as_article()
    }
}

/// A title and a text, in this order.
impl<'a, H: AsRef<str> + ?Sized, T: AsRef<str> + ?Sized> From<(&'a H, &'a T)> for Article<'a> {
    fn from((title, text): (&'a H, &'a T)) -> Self {
        Self::new(text.as_ref()).with_title(title.as_ref())
    }
}

/// A title and a text, in this order.
impl<'a, H: AsRef<str>, T: AsRef<str>> From<&'a (H, T)> for Article<'a> {
    fn from((title, text): &'a (H, T)) -> Self {
        Self::from((title, text))
    }
}

impl AsArticle for str {
    fn as_article(&self) -> Article<'_> {
        Article::new(self)
    }
}

impl AsArticle for String {
    fn as_article(&self) -> Article<'_> {
        Article::new(self)
    }
}

impl AsArticle for Article<'_> {
    fn as_article(&self) -> Article<'_> {
        *self
    }
}

/// A title and a text, in this order.
impl<H: AsRef<str>, T: AsRef<str>> AsArticle for (H, T) {
    fn as_article(&self) -> Article<'_> {
        Article::from(self)
    }
}

impl<T: AsArticle + ?Sized> AsArticle for &T {
    fn as_article(&self) -> Article<'_> {
        (**self).as_article()
    }
}

impl<T: AsArticle + ?Sized> AsArticle for Box<T> {
    fn as_article(&self) -> Article<'_> {
        (**self).as_article()
    }
}

impl<T: AsArticle + ?Sized> AsArticle for Arc<T> {
    fn as_article(&self) -> Article<'_> {
        (**self).as_article()
    }
}

impl<T: AsArticle + ?Sized> AsArticle for Rc<T> {
    fn as_article(&self) -> Article<'_> {
        (**self).as_article()
    }
}

impl<T: AsArticle + ToOwned + ?Sized> AsArticle for Cow<'_, T> {
    fn as_article(&self) -> Article<'_> {
        (**self).as_article()
    }
}
