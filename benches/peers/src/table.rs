//! The one table: medians over the rounds, and ratios to retold in the same round.

use std::collections::BTreeSet;

use crate::measure::Cost;

/// One library's runs at one threshold.
pub struct Row {
    /// Its name.
    pub name: String,
    costs: Vec<Cost>,
    recall: f64,
    precision: f64,
}

impl Row {
    /// No runs yet.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            costs: Vec::new(),
            recall: 0.0,
            precision: 0.0,
        }
    }

    /// Adds a run. The pairs of the last one count: they are the same in each.
    pub fn add(&mut self, cost: Cost, found: &[(u32, u32)], truth: &BTreeSet<(u32, u32)>) {
        let found: BTreeSet<(u32, u32)> =
            found.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        let right = found.intersection(truth).count() as f64;
        self.recall = right / truth.len().max(1) as f64;
        self.precision = if found.is_empty() {
            1.0
        } else {
            right / found.len() as f64
        };
        self.costs.push(cost);
    }

    fn median(&self, of: impl Fn(&Cost) -> f64) -> f64 {
        median(self.costs.iter().map(of).collect())
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// Prints the table as Markdown.
pub fn print(threshold: f64, truth: usize, articles: usize, rows: &[Row]) {
    println!("\nThreshold {threshold}: {truth} true pairs\n");
    println!(
        "| library | CPU s | signatures s | × retold | × retold (signatures) | bytes an article | recall | precision |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|");
    let Some(retold) = rows.first() else { return };
    for row in rows {
        let ratio = |of: fn(&Cost) -> f64| {
            let rounds = row.costs.iter().zip(&retold.costs);
            median(rounds.map(|(peer, own)| of(peer) / of(own)).collect())
        };
        println!(
            "| {} | {:.3} | {:.3} | {:.1} | {:.1} | {:.0} | {:.4} | {:.4} |",
            row.name,
            row.median(|cost| cost.total),
            row.median(|cost| cost.sign),
            ratio(|cost| cost.total),
            ratio(|cost| cost.sign),
            row.median(|cost| cost.memory as f64) / articles as f64,
            row.recall,
            row.precision,
        );
    }
}
