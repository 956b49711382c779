//! Skills, wherever they are named: numbered as they come, put in order at the end.

use super::codes;
use super::desk::Desk;
use super::source::File;
use crate::model::SkillIx;
use crate::model::member::Member;
use crate::model::nearest::nearest;
use crate::model::problem::Problem;
use crate::model::site::Line;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Skills that most strikes know; a word that is nearly one of them is probably a slip.
const COMMON: [&str; 5] = ["captain", "first_aid", "marshal", "driver", "french"];

/// The skills named so far.
pub(super) struct Skills {
    names: Vec<String>,
    known: FxHashMap<String, SkillIx>,
    asked: Vec<(SkillIx, String, Range<usize>)>,
}

impl Skills {
    /// `captain` alone: captains are asked for everywhere.
    pub fn new() -> Self {
        let mut skills = Self { names: Vec::new(), known: FxHashMap::default(), asked: Vec::new() };
        skills.number("captain");
        skills
    }

    fn number(&mut self, name: &str) -> (SkillIx, bool) {
        if let Some(ix) = self.known.get(name) {
            return (*ix, false);
        }
        let ix = SkillIx::new(self.names.len());
        self.names.push(name.to_owned());
        self.known.insert(name.to_owned(), ix);
        (ix, true)
    }

    /// The number of a skill that a member has. The first time it is named, one that is nearly a common one is told.
    pub fn had(&mut self, name: &str, desk: &Desk, file: &File, span: impl FnOnce() -> Range<usize>) -> SkillIx {
        let (ix, is_new) = self.number(name);
        if is_new
            && !COMMON.contains(&name)
            && let Some(near) = nearest(name, COMMON)
            && (!near.contains(name) && !name.contains(near))
        {
            let problem = Problem::warning(codes::SKILL_SPELLING).with("skill", name).with("nearest", near);
            desk.at(file, span(), problem);
        }
        ix
    }

    /// The number of a skill that a line asks for.
    pub fn asked(&mut self, name: &str, desk: &Desk, file: &File, span: Range<usize>) -> SkillIx {
        let ix = self.had(name, desk, file, || span.clone());
        self.asked.push((ix, file.name.clone(), span));
        ix
    }

    /// Tells the skills that are asked for and that none of `members` has, once each.
    pub fn tell_missing(&self, desk: &Desk, files: &[&File], members: &[Member]) {
        let mut had = vec![false; self.names.len()];
        for skill in members.iter().flat_map(|member| &member.skills) {
            had[skill.ix()] = true;
        }
        for (ix, name, span) in &self.asked {
            if std::mem::replace(&mut had[ix.ix()], true) {
                continue;
            }
            if let Some(file) = files.iter().find(|file| file.name == *name) {
                let problem = Problem::warning(codes::SKILL_NOBODY).with("skill", self.names[ix.ix()].as_str());
                desk.at(file, span.clone(), problem);
            }
        }
    }

    /// The skills by code point, with members and lines renumbered to match.
    pub fn in_order(self, members: &mut [Member], lines: &mut [Line]) -> Vec<String> {
        let mut order: Vec<usize> = (0..self.names.len()).collect();
        order.sort_unstable_by(|a, b| self.names[*a].cmp(&self.names[*b]));
        let mut place = vec![SkillIx(0); order.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = SkillIx::new(new);
        }
        for member in members {
            for skill in &mut member.skills {
                *skill = place[skill.ix()];
            }
            member.skills.sort_unstable();
            member.skills.dedup();
        }
        for line in lines {
            for (skill, _) in &mut line.needs {
                *skill = place[skill.ix()];
            }
            line.needs.sort_unstable();
        }
        let mut names = self.names;
        let mut sorted = Vec::with_capacity(names.len());
        for old in order {
            sorted.push(std::mem::take(&mut names[old]));
        }
        sorted
    }
}
