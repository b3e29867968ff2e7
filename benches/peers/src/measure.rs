//! What a run cost: CPU time of the process, and how far its memory grew.

use std::fs;

use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};

/// One run of one library.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Cost {
    /// CPU seconds until every signature existed.
    pub sign: f64,
    /// CPU seconds from the texts to the pairs.
    pub total: f64,
    /// Bytes the process grew at its peak, beyond the loaded corpus.
    pub memory: u64,
}

/// Times the two stages of a run.
pub struct Meter {
    start: ProcessTime,
    signed: f64,
    memory: u64,
}

impl Meter {
    /// Starts, with the memory in use now as the base.
    pub fn start() -> Self {
        // Linux: 5 sets the peak back to what is resident now.
        let _ = fs::write("/proc/self/clear_refs", "5");
        Self {
            start: ProcessTime::now(),
            signed: 0.0,
            memory: resident("VmRSS:"),
        }
    }

    /// Marks the end of the signatures.
    pub fn signed(&mut self) {
        self.signed = self.start.elapsed().as_secs_f64();
    }

    /// The cost until now.
    pub fn stop(self) -> Cost {
        let total = self.start.elapsed().as_secs_f64();
        let memory = resident("VmHWM:").saturating_sub(self.memory);
        Cost {
            sign: self.signed,
            total,
            memory,
        }
    }
}

/// A size of `/proc/self/status` in bytes; 0 where there is none.
fn resident(field: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(field))
        .unwrap_or_default();
    line.trim()
        .trim_end_matches(" kB")
        .parse::<u64>()
        .unwrap_or(0)
        * 1024
}
