//! Logarithm and exponential from exactly rounded operations only.
//!
//! `f64::ln` and `f64::exp` may differ in the last bit from one system library to the next, and a
//! score that differs in the last bit can turn a tie. Addition, multiplication, division and square
//! root are the same on every machine, so what is made of them is too. Both are within 4 units in
//! the last place, far finer than anything here needs.

const LN_2: f64 = std::f64::consts::LN_2;

/// The natural logarithm of a positive, normal, finite number; 0 for anything else.
pub(crate) fn ln(x: f64) -> f64 {
    if !x.is_normal() || x < 0.0 {
        return 0.0;
    }
    // x = mantissa × 2^exponent, with the mantissa between √½ and √2.
    let bits = x.to_bits();
    let mut exponent = f64::from((bits >> 52) as u16) - 1023.0;
    let mut mantissa = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    if mantissa > std::f64::consts::SQRT_2 {
        mantissa /= 2.0;
        exponent += 1.0;
    }
    // ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1) / (m + 1), at most 0.172.
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series = (0..12).rev().fold(0.0, |sum, term| {
        sum * square + 1.0 / (2.0 * f64::from(term) + 1.0)
    });
    exponent * LN_2 + 2.0 * s * series
}

/// 1 / n! for n from 0: what is left after the last of them is below the last place.
const TERMS: [f64; 19] = {
    let (mut terms, mut n) = ([1.0; 19], 1);
    while n < terms.len() {
        terms[n] = terms[n - 1] / n as f64;
        n += 1;
    }
    terms
};

/// e to the power of `x`, for `x` from −700 to 0; what lies outside is taken as the nearer end.
pub(crate) fn exp(x: f64) -> f64 {
    let x = x.clamp(-700.0, 0.0);
    // x = k ln 2 + rest, with the rest between −ln 2 and 0.
    let k = (x / LN_2).trunc();
    let rest = x - k * LN_2;
    // Even and odd powers apart: two short chains of operations that do not wait for each other.
    let square = rest * rest;
    let every_other = |first| {
        let terms = TERMS.iter().skip(first).step_by(2);
        terms.rev().fold(0.0, |sum, term| sum * square + term)
    };
    let series: f64 = every_other(0) + rest * every_other(1);
    // The clamp above keeps the exponent between 13 and 1023.
    let exponent = 1023 + k as i64;
    let power = f64::from_bits(exponent.cast_unsigned() << 52);
    series * power
}

#[cfg(test)]
mod tests {
    use super::{exp, ln};

    #[test]
    fn they_agree_with_the_standard_library() {
        let mut x = 1e-9_f64;
        while x < 1e12 {
            assert!(
                (ln(x) - x.ln()).abs() <= 1e-14 * x.ln().abs().max(1.0),
                "{x}"
            );
            x *= 1.0137;
        }
        let mut x = 0.0_f64;
        while x > -690.0 {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-12, "{x}");
            x -= 0.0931;
        }
        assert_eq!(
            (ln(1.0), exp(0.0), exp(5.0), ln(-1.0)),
            (0.0, 1.0, 1.0, 0.0)
        );
    }
}
