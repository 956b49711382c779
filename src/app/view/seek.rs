//! Finding anything as it is typed: members, sites, shifts and gaps, commands.
//!
//! Of 55,000 members most are passed over by the letters they lack; shifts are found by the words of their site, day and
//! time, without a text of their own. Only when little fits as typed are slips forgiven.

use super::Desk;
use super::choice::{Act, Choice};
use super::place::Place;
use super::score::{MIDDLE, Words};
use crate::app::fold::fold;
use crate::engine::coverage::Status;
use crate::model::{MemberIx, ShiftIx, SiteIx};
use crate::speech::calendar;
use chrono::Datelike;
use memchr::memmem::Finder;

/// How many of a kind are offered.
const EACH: usize = 12;
/// Fewer than this, and slips are forgiven.
const FEW: usize = 4;

/// What a word says: of every site, day and template, and of the state of a shift.
struct Says {
    sites: Vec<bool>,
    days: Vec<bool>,
    templates: Vec<bool>,
    states: [bool; 6],
}

/// The place of shifts among what fits equally well: after members and sites, before commands.
const SHIFTS: u8 = 2;

impl Desk {
    /// What fits what was typed, the best first. Nothing typed: the worst gaps, and what can be done here.
    pub(super) fn seek_choices(&self, typed: &str) -> Vec<Choice> {
        let words = Words::new(typed);
        if words.is_empty() {
            return self.overview.facts().gaps.iter().take(EACH).map(|shift| self.shift_choice(*shift)).collect();
        }
        let mut found: Vec<(u32, u8, Choice)> = Vec::new();
        found
            .extend(self.members_found(&words).into_iter().map(|(cost, member)| (cost, 0, self.member_choice(member))));
        found.extend(self.sites_found(&words).into_iter().map(|(cost, site)| (cost, 1, self.site_choice(site))));
        // One letter tells no shift from another.
        let shifts = if typed.trim().len() > 1 { self.shifts_found(&words) } else { Vec::new() };
        found.extend(shifts.into_iter().map(|shift| (3, SHIFTS, self.shift_choice(shift))));
        found.extend(self.commands_sought(&words).into_iter().map(|(cost, choice)| (cost + 1, 3, choice)));
        // By what a word costs: a long name that is typed whole fits no worse than a short one.
        let words = u32::try_from(words.each().count().max(1)).unwrap_or(u32::MAX);
        found.sort_by_key(|(cost, kind, _)| (if *kind == SHIFTS { *cost } else { cost / words }, *kind));
        found.into_iter().map(|(.., choice)| choice).collect()
    }

    fn index(&self) -> &super::members::Index {
        self.members.index().get_or_init(|| super::members::Index::new(self.ground()))
    }

    /// The members that fit best, by cost, then name.
    pub fn members_found(&self, words: &Words) -> Vec<(u32, MemberIx)> {
        let index = self.index();
        let (letters, initials) = (words.letters(), words.initials());
        let finders: Vec<Finder> = words.each().map(Finder::new).collect();
        let mut found: Vec<(u32, u32, MemberIx)> = Vec::new();
        // Beginnings of words come before their middles: with enough of those, the rest need not be read.
        let mut beginnings = 0;
        for (place, &member) in index.by_name().iter().enumerate() {
            let text = index.text(place);
            if letters & !index.letters(place) == 0
                && (beginnings < EACH || initials & !index.initials(place) == 0)
                && finders.iter().all(|word| word.find(text.as_bytes()).is_some())
                && let Some(cost) = words.exact(text)
            {
                beginnings += usize::from(cost < MIDDLE);
                found.push((cost, place as u32, member));
            }
        }
        if found.len() < FEW {
            for (place, &member) in index.by_name().iter().enumerate() {
                // A slip costs one letter of those that must be there.
                if initials & index.initials(place) != 0
                    && (letters & !index.letters(place)).count_ones() <= 1
                    && words.exact(index.text(place)).is_none()
                    && let Some(cost) = words.score(index.text(place))
                {
                    found.push((cost, place as u32, member));
                }
            }
        }
        if found.len() > EACH {
            found.select_nth_unstable(EACH);
            found.truncate(EACH);
        }
        found.sort_unstable();
        found.into_iter().map(|(cost, _, member)| (cost, member)).collect()
    }

    fn member_choice(&self, member: MemberIx) -> Choice {
        let who = self.ground().strike.member(member);
        let home = who.home.map(|site| self.words().site(site)).unwrap_or_default();
        // Who is looked for on a shift is looked for on it.
        let act = match self.place {
            Place::Shift(shift) => Act::OnShift(shift, member),
            _ => Act::Go(Place::Member(member)),
        };
        Choice::new(self.words().member(member), act)
            .lead(self.speech.word("found-member"))
            .aside(format!("{}  {home}", who.id))
    }

    pub(super) fn sites_found(&self, words: &Words) -> Vec<(u32, SiteIx)> {
        let texts = self.index().sites();
        let fitting = |cost: &dyn Fn(&str) -> Option<u32>| {
            let sites = texts.iter().enumerate();
            sites.filter_map(|(ix, text)| Some((cost(text)?, SiteIx::new(ix)))).collect::<Vec<_>>()
        };
        let mut found = fitting(&|text| words.exact(text));
        if found.is_empty() {
            found = fitting(&|text| words.score(text));
        }
        found.sort_unstable();
        found.truncate(EACH);
        found
    }

    fn site_choice(&self, site: SiteIx) -> Choice {
        let place = self.ground().strike.site(site);
        let about = [place.city.clone(), Some(self.words().region(place.region))];
        Choice::new(self.words().site(site), Act::Site(site))
            .lead(self.speech.word("found-site"))
            .aside(about.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    }

    /// Shifts of which every word tells the site, the day, the time or the state, and at least two of them do; gaps first.
    pub(super) fn shifts_found(&self, words: &Words) -> Vec<ShiftIx> {
        let ground = self.ground();
        let (strike, language) = (&ground.strike, self.speech.language());
        let sites = self.index().sites();
        let templates: Vec<String> = strike
            .templates
            .iter()
            .map(|each| {
                fold(&format!("{} {} {}", each.id, each.label(language), calendar::clock(each.start, language)))
            })
            .collect();
        let first = strike.campaign.first_day;
        let days: Vec<String> = first
            .iter_days()
            .take(usize::from(strike.campaign.days) + 1)
            .map(|day| {
                let name = calendar::weekday(day.weekday(), language);
                fold(&format!("{name} {} {}", calendar::day_short(day, language), day))
            })
            .collect();
        let gap_word = fold(&self.speech.word("word-gap"));
        let statuses = Status::ALL.map(|status| fold(&self.words().status(status)));
        let begins = |text: &str, word: &str| {
            text.split(|c: char| !c.is_alphanumeric() && c != ':').any(|token| token.starts_with(word))
        };
        let says: Vec<Says> = words
            .each()
            .map(|word| Says {
                sites: sites.iter().map(|text| word.len() > 1 && text.contains(word)).collect(),
                days: days.iter().map(|text| begins(text, word)).collect(),
                templates: templates.iter().map(|text| begins(text, word)).collect(),
                states: std::array::from_fn(|at| {
                    statuses[at].starts_with(word) || (Status::ALL[at].is_gap() && gap_word.starts_with(word))
                }),
            })
            .collect();
        let names_a_site = says.iter().any(|says| says.sites.contains(&true));
        // The name of a place alone asks for its gaps, not for every shift it has.
        let gaps_only = says.len() < 2 && names_a_site;
        let mut found: Vec<(bool, bool, ShiftIx)> = Vec::new();
        for ix in ground.timetable.indices() {
            let shift = ground.shift(ix);
            let day = (shift.date - first).num_days() as usize;
            let told = |says: &Says| {
                says.sites[shift.site.ix()]
                    || says.days.get(day).copied().unwrap_or_default()
                    || says.templates[shift.template.ix()]
            };
            // The state is asked last, and only of the few for which it matters.
            if !says.iter().all(|says| told(says) || says.states.contains(&true)) {
                continue;
            }
            let status = self.status_of(ix);
            let state = Status::ALL.iter().position(|each| *each == status).unwrap_or_default();
            let fits = says.iter().all(|says| told(says) || says.states[state]);
            if fits && (status.is_gap() || !gaps_only) {
                found.push((!status.is_gap(), shift.span.end <= self.now, ix));
            }
        }
        found.sort_by_key(|(fine, over, ix)| (*over, *fine, *ix));
        found.into_iter().take(EACH).map(|(.., ix)| ix).collect()
    }

    fn shift_choice(&self, shift: ShiftIx) -> Choice {
        let status = self.status_of(shift);
        let word = if status.is_gap() { "found-gap" } else { "found-shift" };
        let lack = self.lack(shift);
        let state = if lack.is_empty() { self.words().status(status) } else { lack };
        Choice::new(self.words().shift(shift), Act::Go(Place::Shift(shift))).lead(self.speech.word(word)).aside(state)
    }
}
