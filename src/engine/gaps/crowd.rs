//! Sets of members, a bit each: what is asked of 55,000 people at once is asked 64 at a time.

use crate::model::MemberIx;

/// A set of members. Sets that meet are of the same strike, and so of the same length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Crowd {
    words: Vec<u64>,
}

impl Crowd {
    /// Nobody, of so many members.
    pub fn nobody(members: usize) -> Self {
        Self { words: vec![0; members.div_ceil(64)] }
    }

    /// Everybody, of so many members.
    pub fn everybody(members: usize) -> Self {
        let mut words = vec![u64::MAX; members.div_ceil(64)];
        if let (Some(last), left @ 1..) = (words.last_mut(), members % 64) {
            *last = (1 << left) - 1;
        }
        Self { words }
    }

    pub fn insert(&mut self, member: MemberIx) {
        self.words[member.ix() / 64] |= 1 << (member.ix() % 64);
    }

    pub fn remove(&mut self, member: MemberIx) {
        self.words[member.ix() / 64] &= !(1 << (member.ix() % 64));
    }

    pub fn has(&self, member: MemberIx) -> bool {
        self.words[member.ix() / 64] >> (member.ix() % 64) & 1 == 1
    }

    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many are in both.
    pub fn shared(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// Leaves those who are in `other` too.
    pub fn keep(&mut self, other: &Self) {
        for (a, b) in self.words.iter_mut().zip(&other.words) {
            *a &= b;
        }
    }

    /// Leaves those who are not in `other`.
    pub fn drop(&mut self, other: &Self) {
        for (a, b) in self.words.iter_mut().zip(&other.words) {
            *a &= !b;
        }
    }

    /// Leaves those who are in `these` and in each of `also`, and in none of `not`; in one go.
    pub fn narrow(&mut self, these: &Self, not: [Option<&Self>; 2], also: [Option<&Self>; 2]) {
        let word = |crowd: Option<&Self>, at: usize, else_: u64| {
            crowd.map_or(else_, |crowd| crowd.words.get(at).copied().unwrap_or_default())
        };
        for (at, (own, these)) in self.words.iter_mut().zip(&these.words).enumerate() {
            *own &= these;
            if *own != 0 {
                *own &= !word(not[0], at, 0) & !word(not[1], at, 0);
                *own &= word(also[0], at, u64::MAX) & word(also[1], at, u64::MAX);
            }
        }
    }

    /// Takes those of `other` in.
    pub fn join(&mut self, other: &Self) {
        for (a, b) in self.words.iter_mut().zip(&other.words) {
            *a |= b;
        }
    }

    /// Takes those in that are in both `a` and `b`.
    pub fn join_shared(&mut self, a: &Self, b: &Self) {
        for (own, (a, b)) in self.words.iter_mut().zip(a.words.iter().zip(&b.words)) {
            *own |= a & b;
        }
    }

    /// Everyone in it, in order.
    pub fn iter(&self) -> impl Iterator<Item = MemberIx> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            std::iter::successors((word != 0).then_some(word), |left| Some(left & (left - 1)).filter(|left| *left != 0))
                .map(move |left| MemberIx::new(at * 64 + left.trailing_zeros() as usize))
        })
    }
}

/// The numbers of those in a set, in order from 0.
#[derive(Debug)]
pub(super) struct Ranks<'a> {
    crowd: &'a Crowd,
    /// How many there are in the words before each.
    before: Vec<u32>,
}

impl<'a> Ranks<'a> {
    pub fn new(crowd: &'a Crowd) -> Self {
        let mut sum = 0;
        let before = crowd.words.iter().map(|word| {
            let before = sum;
            sum += word.count_ones();
            before
        });
        Self { before: before.collect(), crowd }
    }

    /// The number of one who is in the set.
    pub fn of(&self, member: MemberIx) -> u32 {
        let (at, bit) = (member.ix() / 64, member.ix() % 64);
        self.before[at] + (self.crowd.words[at] & ((1 << bit) - 1)).count_ones()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(members: &[u32]) -> Crowd {
        let mut crowd = Crowd::nobody(200);
        for member in members {
            crowd.insert(MemberIx(*member));
        }
        crowd
    }

    #[test]
    fn sets_are_sets() {
        let (a, b) = (of(&[0, 63, 64, 199]), of(&[63, 100, 199]));
        assert_eq!((a.count(), a.shared(&b)), (4, 2));
        let change = |how: fn(&mut Crowd, &Crowd)| {
            let mut set = a.clone();
            how(&mut set, &b);
            set
        };
        assert_eq!(change(Crowd::keep), of(&[63, 199]));
        assert_eq!(change(Crowd::drop), of(&[0, 64]));
        assert_eq!(change(Crowd::join), of(&[0, 63, 64, 100, 199]));
        assert_eq!(a.iter().map(|member| member.0).collect::<Vec<_>>(), [0, 63, 64, 199]);
        assert_eq!(a.iter().map(|member| Ranks::new(&a).of(member)).collect::<Vec<_>>(), [0, 1, 2, 3]);
        let mut fewer = a.clone();
        fewer.remove(MemberIx(64));
        assert!(a.has(MemberIx(64)) && !fewer.has(MemberIx(64)) && fewer.has(MemberIx(63)));
    }
}
