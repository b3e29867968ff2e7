//! Every public type can be sent to and shared by other threads, and outlives a panic.

use std::panic::{RefUnwindSafe, UnwindSafe};

fn travels<T: Send + Sync + UnwindSafe + RefUnwindSafe + Unpin>() {}

#[test]
fn every_public_type_travels() {
    travels::<retold::Article<'_>>();
    travels::<retold::Date>();
    travels::<retold::DateError>();
    travels::<retold::Comparison<'_>>();
    travels::<retold::Detector>();
    travels::<retold::DetectorBuilder>();
    travels::<retold::Relation>();
    travels::<retold::FormatError>();
    travels::<retold::SettingError>();
    travels::<retold::Stories>();
    travels::<retold::sketch::ShingleSet>();
    travels::<retold::text::Token>();
    travels::<retold::text::Words<'_>>();
}
