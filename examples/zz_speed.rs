//! probe
fn cpu() -> u64 {
    let s = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    s.split(' ').next().unwrap().parse().unwrap()
}
fn med<T>(name: &str, n: usize, mut f: impl FnMut() -> T) {
    let n = n.max(200);
    if std::env::var("ONLY").is_ok_and(|o| o != name.trim()) {
        return;
    }
    let mut v: Vec<f64> = (0..5)
        .map(|_| {
            let t = cpu();
            for _ in 0..n {
                std::hint::black_box(f());
            }
            (cpu() - t) as f64 / 1e6 / n as f64
        })
        .collect();
    v.sort_by(f64::total_cmp);
    println!("{name}: min {:.3} median {:.3} ms", v[0], v[2]);
}
fn main() {
    for (x, y) in [
        (
            "../shared/data/reports/report_a.txt",
            "../shared/data/reports/report_b.txt",
        ),
        ("benches/reports/first.txt", "benches/reports/second.txt"),
    ] {
        let a = std::fs::read_to_string(x).unwrap();
        let b = std::fs::read_to_string(y).unwrap();
        println!("{x}");
        med("  sentences", 100, || {
            (
                retold::text::sentences(&a).count(),
                retold::text::sentences(&b).count(),
            )
        });
        med("  quotes", 100, || {
            (retold::text::quotes(&a), retold::text::quotes(&b))
        });
        med("  diff", 200, || retold::diff::Diff::between(&a, &b));
        let d = retold::diff::Diff::between(&a, &b);
        med("  facts", 200, || d.facts());
        med("  words", 200, || {
            d.shared().map(|p| p.words().len()).sum::<usize>()
        });
        let det = retold::Detector::new();
        med("  link", 200, || det.link(&a, &b));
        med("  compare", 200, || retold::compare(&a, &b));
        med("  compare+facts", 200, || {
            retold::compare(&a, &b).diff().facts()
        });
    }
}
