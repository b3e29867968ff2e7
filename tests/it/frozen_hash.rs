//! Golden vectors of the frozen hash.
//!
//! NEVER REGENERATE these numbers: they were computed from the written specification by another
//! program. If one fails, the hash has changed, and every stored signature would be misread.

use retold::hash;

#[test]
fn bytes_keep_their_hash() {
    let all: Vec<u8> = (0..=255).collect();
    for (input, expected) in [
        (&b""[..], 0xe087_f629_9ff1_b481_u64),
        (b"a", 0xd5b3_12e0_b43b_8453),
        (b"quake", 0x068a_45c5_f2f5_104d),
        (b"earthquake", 0x708b_7db3_7ff3_2d09),
        (b"0123456789abcdef", 0x4513_52a6_9fd3_7bd4),
        (b"0123456789abcdefg", 0xf956_2e20_0e7d_19bf),
        (&[b'x'; 32], 0x9016_e16b_3072_5f2a),
        (&[b'x'; 33], 0x43ac_f1e7_c649_a923),
        ("Käsekuchen".as_bytes(), 0x6565_ff44_97e1_4b42),
        ("地震".as_bytes(), 0xfeb5_afbe_c9c0_38ba),
        (&all, 0x9e15_8d57_b81d_3213),
    ] {
        assert_eq!(hash::bytes(input), expected, "{input:x?}");
    }
}

#[test]
fn sequences_keep_their_hash() {
    let [the, quake, struck] = [&b"the"[..], b"quake", b"struck"].map(hash::bytes);
    assert_eq!(hash::sequence(&[the, quake]), 0x705c_ae89_7f83_b7e9);
    assert_eq!(hash::sequence(&[the, quake, struck]), 0x20a5_984b_2913_3bed);
    assert_eq!(hash::sequence(&[the]), the);
    assert_eq!(hash::sequence(&[]), 0);
}
