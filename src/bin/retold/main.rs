//! The program `retold`.

use clap::Parser;

#[derive(Parser)]
#[command(
    version,
    about = "Finds news articles that report the same event, and compares their versions."
)]
struct Arguments {}

fn main() {
    Arguments::parse();
}
