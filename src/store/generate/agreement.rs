//! The essential services agreement: who is designated to what.
//!
//! Requirements come in with a number and windows; designations of every kind go out. Someone is designated to
//! one thing only, and people who may not strike or are away are left alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{
    dice::Dice,
    people::Person,
    text::{list, quoted},
};

/// How a service is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Round the week by three crews: Monday to Wednesday, Thursday to Saturday, and Sundays part-time.
    Rotation,
    /// The same people in every window.
    Windows,
    /// A pool, of which `required` must be off the line at any time.
    Pool,
    /// Nobody on duty; people who come when called.
    OnCall,
}

/// A requirement of essential.toml.
#[derive(Debug, Clone)]
pub struct Requirement {
    /// Unique in the agreement.
    pub id: String,
    /// Site id.
    pub site: String,
    /// What the service is.
    pub service: String,
    /// Whose work it is: people of this classification at this site are designated.
    pub classification: String,
    /// How it is covered.
    pub cover: Cover,
    /// People on duty in each window.
    pub required: usize,
    /// People in a normal week; the size of a pool.
    pub normal_complement: Option<usize>,
    /// Windows, in the grammar of availability.
    pub windows: Vec<String>,
    /// What starts it: an emergency service.
    pub trigger: Option<String>,
}

/// A designation of essential.toml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designation {
    /// Member id.
    pub member: String,
    /// Requirement id.
    pub requirement: String,
    /// Code of essential.toml.
    pub kind: &'static str,
    /// Own hours; empty: the requirement's windows.
    pub hours: Vec<String>,
    /// Whom an alternate stands in for.
    pub alternate_for: Option<String>,
    /// How soon someone on call must be there.
    pub response_minutes: Option<u32>,
}

/// The crews of a week: their days, and whether that is a full week's work.
const CREWS: [(&str, &str); 3] = [("full_time", "mon-wed"), ("full_time", "thu-sat"), ("part_time", "sun")];

/// How many people it takes to cover one required post.
pub fn people_per_post(cover: Cover, windows: usize) -> usize {
    match cover {
        Cover::Rotation => CREWS.len() * windows.max(1),
        Cover::Windows | Cover::OnCall => 1,
        Cover::Pool => 2,
    }
}

/// Fills the requirements from the people of the right classification at the right site, as far as they go.
pub fn designate(requirements: &[Requirement], people: &[Person], dice: &mut Dice) -> Vec<Designation> {
    let mut free = Free::new(people, dice);
    let mut made = Vec::new();
    for requirement in requirements {
        match requirement.cover {
            Cover::Rotation => rotate(requirement, &mut free, &mut made),
            Cover::Windows => {
                for _ in 0..requirement.required {
                    designate_next(requirement, "full_time", Vec::new(), &mut free, &mut made);
                }
                alternate(requirement, &mut free, &mut made);
            }
            Cover::Pool => {
                for _ in 0..requirement.normal_complement.unwrap_or(requirement.required * 2) {
                    designate_next(requirement, "pool", Vec::new(), &mut free, &mut made);
                }
            }
            Cover::OnCall => {
                for _ in 0..requirement.required {
                    if let Some(last) = designate_next(requirement, "on_call", Vec::new(), &mut free, &mut made) {
                        made[last].response_minutes = Some([30, 45, 60, 60, 90][dice.below(5)]);
                    }
                }
                alternate(requirement, &mut free, &mut made);
            }
        }
    }
    made
}

/// Those not yet designated, by site, then classification; the next one to take is last.
struct Free<'a>(BTreeMap<&'a str, BTreeMap<&'a str, Vec<&'a Person>>>);

impl<'a> Free<'a> {
    fn new(people: &'a [Person], dice: &mut Dice) -> Self {
        let mut free = BTreeMap::<_, BTreeMap<_, Vec<&Person>>>::new();
        for person in people.iter().filter(|person| person.status == "active") {
            let site = free.entry(person.home_site.as_str()).or_default();
            site.entry(person.classification).or_default().push(person);
        }
        for staff in free.values_mut().flat_map(BTreeMap::values_mut) {
            dice.shuffle(staff);
            // Locals keep their captains for the line where they can, and designate those first who can't
            // stand on one at all.
            staff.sort_by_key(|person| (person.skills.contains(&"captain"), person.can_stand()));
            staff.reverse();
        }
        Self(free)
    }

    fn next(&mut self, requirement: &Requirement) -> Option<String> {
        let staff = self.0.get_mut(requirement.site.as_str())?.get_mut(requirement.classification.as_str())?;
        staff.pop().map(|person| person.id.clone())
    }
}

fn designate_next(
    requirement: &Requirement,
    kind: &'static str,
    hours: Vec<String>,
    free: &mut Free<'_>,
    made: &mut Vec<Designation>,
) -> Option<usize> {
    let member = free.next(requirement)?;
    let requirement = requirement.id.clone();
    made.push(Designation { member, requirement, kind, hours, alternate_for: None, response_minutes: None });
    Some(made.len() - 1)
}

/// Three crews for every window; a window that isn't the whole week's is worked as it stands.
fn rotate(requirement: &Requirement, free: &mut Free<'_>, made: &mut Vec<Designation>) {
    for window in &requirement.windows {
        let times = window.strip_prefix("mon-sun ");
        for _ in 0..requirement.required {
            let Some(times) = times else {
                designate_next(requirement, "full_time", vec![window.clone()], free, made);
                continue;
            };
            for (kind, days) in CREWS {
                designate_next(requirement, kind, vec![format!("{days} {times}")], free, made);
            }
        }
    }
    alternate(requirement, free, made);
}

/// One alternate, for the first person designated to this requirement.
fn alternate(requirement: &Requirement, free: &mut Free<'_>, made: &mut Vec<Designation>) {
    let first = made.iter().find(|it| it.requirement == requirement.id).map(|it| it.member.clone());
    if first.is_some()
        && let Some(last) = designate_next(requirement, "alternate", Vec::new(), free, made)
    {
        made[last].alternate_for = first;
    }
}

/// One `[[requirement]]`, with an empty line before it.
pub fn requirement_toml(text: &mut String, requirement: &Requirement) {
    let part = if requirement.trigger.is_some() { "emergency" } else { "essential" };
    let mut line = |key: &str, value: String| {
        let _ = writeln!(text, "{key} = {value}");
    };
    line("\n[[requirement]]\nid", quoted(&requirement.id));
    line("site", quoted(&requirement.site));
    line("service", quoted(&requirement.service));
    line("classification", quoted(&requirement.classification));
    line("part", quoted(part));
    line("required", requirement.required.to_string());
    if let Some(normal) = requirement.normal_complement {
        line("normal_complement", normal.to_string());
    }
    if !requirement.windows.is_empty() {
        line("windows", list(&requirement.windows));
    }
    if let Some(trigger) = &requirement.trigger {
        line("trigger", quoted(trigger));
    }
}

/// One `[[designation]]`, with an empty line before it.
pub fn designation_toml(text: &mut String, designation: &Designation) {
    let mut line = |key: &str, value: String| {
        let _ = writeln!(text, "{key} = {value}");
    };
    line("\n[[designation]]\nmember", quoted(&designation.member));
    line("requirement", quoted(&designation.requirement));
    line("kind", quoted(designation.kind));
    if !designation.hours.is_empty() {
        line("hours", list(&designation.hours));
    }
    if let Some(member) = &designation.alternate_for {
        line("alternate_for", quoted(member));
    }
    if let Some(minutes) = designation.response_minutes {
        line("response_minutes", minutes.to_string());
    }
}
