//! A whole strike as read: the campaign, its sites and lines, the people, the agreement, in dense tables.

use super::availability::Pattern;
use super::campaign::{Campaign, Legal, Phase, RuleBook, StrikePay, Template};
use super::essential::Agreement;
use super::index::{LineIx, MemberIx, PatternIx, RequirementIx, SiteIx, SkillIx, TemplateIx};
use super::member::Member;
use super::site::{Line, Site};
use rustc_hash::FxHashMap;

/// Everything the files of a strike say, checked and with defaults filled in.
#[derive(Debug, Clone)]
pub struct Strike {
    /// `[strike]`.
    pub campaign: Campaign,
    /// `[legal]`; None: nothing is checked.
    pub legal: Option<Legal>,
    /// `[[phase]]`, in order of time; never empty (see the contract's default).
    pub phases: Vec<Phase>,
    /// `[strike_pay]`.
    pub pay: StrikePay,
    /// `[rules]`.
    pub rules: RuleBook,
    /// `[[shift]]`.
    pub templates: Vec<Template>,
    /// Every site.
    pub sites: Vec<Site>,
    /// Every line of every site.
    pub lines: Vec<Line>,
    /// Every member.
    pub members: Vec<Member>,
    /// Every skill that is named anywhere but `captain`'s duty, sorted by code point; `captain` is among them.
    pub skills: Vec<String>,
    /// Every distinct availability.
    pub patterns: Vec<Pattern>,
    /// The agreement; empty when there is none.
    pub agreement: Agreement,
    /// Ids back to indices.
    pub lookup: Lookup,
}

/// Ids back to indices.
#[derive(Debug, Clone, Default)]
pub struct Lookup {
    /// Site by id.
    pub sites: FxHashMap<String, SiteIx>,
    /// Template by id.
    pub templates: FxHashMap<String, TemplateIx>,
    /// Member by id.
    pub members: FxHashMap<String, MemberIx>,
    /// Requirement by id.
    pub requirements: FxHashMap<String, RequirementIx>,
}

impl Strike {
    /// The site at `ix`.
    pub fn site(&self, ix: SiteIx) -> &Site {
        &self.sites[ix.ix()]
    }

    /// The line at `ix`.
    pub fn line(&self, ix: LineIx) -> &Line {
        &self.lines[ix.ix()]
    }

    /// The member at `ix`.
    pub fn member(&self, ix: MemberIx) -> &Member {
        &self.members[ix.ix()]
    }

    /// The template at `ix`.
    pub fn template(&self, ix: TemplateIx) -> &Template {
        &self.templates[ix.ix()]
    }

    /// The name of a skill.
    pub fn skill(&self, ix: SkillIx) -> &str {
        &self.skills[ix.ix()]
    }

    /// The pattern at `ix`.
    pub fn pattern(&self, ix: PatternIx) -> &Pattern {
        &self.patterns[ix.ix()]
    }

    /// The skill called `name`, when anyone or any line names it.
    pub fn find_skill(&self, name: &str) -> Option<SkillIx> {
        self.skills.binary_search_by(|skill| skill.as_str().cmp(name)).ok().map(SkillIx::new)
    }

    /// The line called `id` at `site`.
    pub fn find_line(&self, site: SiteIx, id: &str) -> Option<LineIx> {
        self.site(site).lines.iter().copied().find(|line| self.line(*line).id == id)
    }

    /// Every member's index in order.
    pub fn member_indices(&self) -> impl ExactSizeIterator<Item = MemberIx> + use<> {
        (0..self.members.len()).map(MemberIx::new)
    }
}
