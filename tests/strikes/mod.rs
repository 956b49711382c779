//! Fictional strikes made straight from the model, by seed: for tests of coverage, candidates and gaps, and for timing.
#![allow(dead_code, reason = "each test uses its part")]

use picket::model::availability::{Pattern, Windows};
use picket::model::campaign::{Campaign, Language, Mode, Phase, RuleBook, Statute, StrikePay, Template};
use picket::model::essential::{Agreement, Bond, Designation, Part, Requirement};
use picket::model::geo::Place;
use picket::model::member::{Member, Restrictions, Status};
use picket::model::site::{Amenity, Cap, Line, LineNumbers, Site, SiteKind};
use picket::model::strike::Lookup;
use picket::model::time::{Clock, Weekdays};
use picket::model::{
    Assignment, DesignationIx, Duty, Instant, LineIx, MemberIx, PatternIx, RequirementIx, Roster, ShiftIx, SiteIx,
    SkillIx, Span, Strike, TemplateIx,
};
use picket::rules::{self, Case, Ground};
use rand::{RngExt, SeedableRng, seq::IndexedRandom};
use rand_pcg::Pcg64Mcg;

/// How large a strike to make.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub members: usize,
    pub sites: usize,
    pub days: u16,
}

/// Captain, `first_aid`, `french`: in the order of their names.
pub const CAPTAIN: SkillIx = SkillIx(0);
const SKILLS: [&str; 3] = ["captain", "first_aid", "french"];

const PATTERNS: [&str; 8] = [
    "mon-fri",
    "mon-fri 06:00-19:00",
    "not sat; not sun",
    "not 2026-12-09",
    "10:00-24:00",
    "mon,wed,fri; sun",
    "not 11:00-13:00",
    "sun-thu 20:00-08:00; sat",
];

pub fn rng(seed: u64) -> Pcg64Mcg {
    Pcg64Mcg::seed_from_u64(seed)
}

/// A small strike with a bit of everything: four sites, a week and a half, shortage here and surplus there.
pub fn small(seed: u64) -> Ground {
    let mut rng = rng(seed ^ 0x51de);
    let size = Size { members: rng.random_range(8..26), sites: rng.random_range(1..4), days: rng.random_range(2..11) };
    made(size, seed)
}

/// A strike of `size`.
pub fn made(size: Size, seed: u64) -> Ground {
    let mut rng = rng(seed);
    let zone = chrono_tz::America::Toronto;
    let first_day: chrono::NaiveDate = "2026-12-07".parse().unwrap();
    let last_day = first_day + chrono::Days::new(u64::from(size.days) - 1);
    let templates = templates(&mut rng);
    let (sites, lines) = places(size, &templates, first_day, &mut rng);
    let patterns: Vec<Pattern> = PATTERNS.iter().map(|text| Pattern::parse(text).unwrap()).collect();
    let members: Vec<Member> = (0..size.members).map(|ix| member(ix, &sites, &templates, &mut rng)).collect();
    let windows = |texts: &[&str], site: SiteIx| -> Windows {
        let items = texts.iter().flat_map(|text| Pattern::parse_window(text).unwrap().items).collect();
        Pattern { items }.windows(first_day, last_day, sites[site.ix()].zone)
    };
    let agreement = agreement(&members, &sites, &windows, &mut rng);
    let lookup = Lookup {
        sites: sites.iter().enumerate().map(|(ix, site)| (site.id.clone(), SiteIx::new(ix))).collect(),
        templates: templates.iter().enumerate().map(|(ix, t)| (t.id.clone(), TemplateIx::new(ix))).collect(),
        members: members.iter().enumerate().map(|(ix, m)| (m.id.clone(), MemberIx::new(ix))).collect(),
        requirements: agreement
            .requirements
            .iter()
            .enumerate()
            .map(|(ix, r)| (r.id.clone(), RequirementIx::new(ix)))
            .collect(),
    };
    let rules = RuleBook {
        shifts_per_day: if rng.random_bool(0.2) { 2 } else { 1 },
        min_rest_minutes: *[0, 480, 660].choose(&mut rng).unwrap(),
        minutes_per_week: *[8 * 60, 20 * 60].choose(&mut rng).unwrap(),
        ..RuleBook::default()
    };
    Ground::new(Strike {
        campaign: Campaign {
            name: "Made".into(),
            union: None,
            statute: Statute::Other,
            zone,
            first_day,
            days: size.days,
            language: Language::En,
            hq_phone: None,
        },
        legal: None,
        phases: vec![Phase {
            mode: Mode::Full,
            from: Clock(0).on(first_day, zone),
            until: None,
            sites: Vec::new(),
            regions: Vec::new(),
        }],
        pay: StrikePay::default(),
        rules,
        templates,
        sites,
        lines,
        members,
        skills: SKILLS.map(str::to_owned).to_vec(),
        patterns,
        agreement,
        lookup,
    })
}

fn templates(rng: &mut Pcg64Mcg) -> Vec<Template> {
    let clocks = [("am", 450, 690), ("mid", 690, 930), ("pm", 900, 1140), ("night", 1320, 120), ("long", 480, 840)];
    let count = rng.random_range(2..=clocks.len());
    clocks[..count]
        .iter()
        .map(|(id, start, end)| Template {
            id: (*id).into(),
            label: None,
            label_fr: None,
            start: Clock(*start),
            end: Clock(*end),
            days: if *id == "pm" { Weekdays(0b1_1111) } else { Weekdays::ALL },
            information: false,
        })
        .collect()
}

fn places(
    size: Size,
    templates: &[Template],
    first_day: chrono::NaiveDate,
    rng: &mut Pcg64Mcg,
) -> (Vec<Site>, Vec<Line>) {
    let (mut sites, mut lines) = (Vec::new(), Vec::new());
    // Members per line and shift, so that some are short and some have more than they need.
    let each = (size.members as f64 / (size.sites as f64 * 2.0)).clamp(1.0, 20.0);
    for at in 0..size.sites {
        let zone = if at % 9 == 4 { chrono_tz::America::Winnipeg } else { chrono_tz::America::Toronto };
        let line_count = if rng.random_bool(0.3) { 2 } else { 1 };
        let mut own = Vec::new();
        for number in 0..line_count {
            let target = rng.random_range(1..=(each as u32).max(2));
            let minimum = rng.random_range(0..=target);
            let mut needs = Vec::new();
            for skill in [SkillIx(1), SkillIx(2)] {
                if rng.random_bool(0.25) {
                    needs.push((skill, 1));
                }
            }
            let caps = if rng.random_bool(0.1) {
                let start = Clock(0).on(first_day + chrono::Days::new(1), zone);
                vec![Cap { at_most: rng.random_range(0..4), span: Span::new(start, Instant::FAR), order: None }]
            } else {
                Vec::new()
            };
            own.push(LineIx::new(lines.len()));
            lines.push(Line {
                site: SiteIx::new(at),
                id: format!("line-{number}"),
                name: None,
                name_fr: None,
                numbers: LineNumbers {
                    minimum,
                    target,
                    maximum: target + rng.random_range(0..5),
                    captain_ratio: *[3, 10].choose(rng).unwrap(),
                    vehicle_delay_minutes: 5,
                },
                templates: (0..templates.len()).filter(|_| rng.random_bool(0.7)).map(TemplateIx::new).collect(),
                needs,
                caps,
                stand_downs: Vec::new(),
            });
        }
        let words = Amenity::WORDS;
        sites.push(Site {
            id: format!("site-{at:03}"),
            name: format!("Site {at}"),
            name_fr: None,
            kind: SiteKind::WORDS[at % 15].1,
            address: None,
            city: None,
            region: (!at.is_multiple_of(7)).then_some((at % 7) as u32),
            place: (!at.is_multiple_of(11))
                .then(|| Place { latitude: rng.random_range(42.0..46.0), longitude: rng.random_range(-83.0..-75.0) }),
            zone,
            backup: None,
            neutral_tenants: Vec::new(),
            amenities: words.iter().map(|(_, amenity)| *amenity).filter(|_| rng.random_bool(0.7)).collect(),
            stand_downs: Vec::new(),
            lines: own,
        });
    }
    (sites, lines)
}

fn member(ix: usize, sites: &[Site], templates: &[Template], rng: &mut Pcg64Mcg) -> Member {
    let home = rng.random_range(0..sites.len());
    let near = sites[home].place.map(|place| Place {
        latitude: place.latitude + rng.random_range(-0.3..0.3),
        longitude: place.longitude + rng.random_range(-0.3..0.3),
    });
    let mut skills = Vec::new();
    for (skill, share) in [(CAPTAIN, 0.2), (SkillIx(1), 0.2), (SkillIx(2), 0.15)] {
        if rng.random_bool(share) {
            skills.push(skill);
        }
    }
    // Some can be sent exactly as far as one of the sites, which counts as within reach.
    let exact = near.zip(sites[rng.random_range(0..sites.len())].place).map(|(from, to)| from.km_to(to));
    let exact = exact.filter(|_| rng.random_bool(0.1));
    let asked = if rng.random_bool(0.3) { vec![SiteIx::new(rng.random_range(0..sites.len()))] } else { Vec::new() };
    Member {
        id: format!("m{ix:05}"),
        name: format!("Member {ix}"),
        local: None,
        unit: None,
        classification: None,
        home: rng.random_bool(0.9).then_some(SiteIx::new(home)),
        start: near,
        reach_km: exact.unwrap_or(*[10.0, 60.0, 120.0].choose(rng).unwrap()),
        phone: None,
        email: None,
        skills,
        availability: rng.random_bool(0.5).then(|| PatternIx::new(rng.random_range(0..PATTERNS.len()))),
        sites: asked,
        shifts: if rng.random_bool(0.3) { vec![TemplateIx::new(rng.random_range(0..templates.len()))] } else { vec![] },
        restrictions: Restrictions {
            no_nights: rng.random_bool(0.08),
            seating: rng.random_bool(0.05),
            no_line: rng.random_bool(0.03),
            ..Restrictions::default()
        },
        status: if rng.random_bool(0.06) { Status::Ltd } else { Status::Active },
    }
}

fn agreement(
    members: &[Member],
    sites: &[Site],
    windows: &dyn Fn(&[&str], SiteIx) -> Windows,
    rng: &mut Pcg64Mcg,
) -> Agreement {
    let mut agreement = Agreement { version: Some(1), ..Agreement::default() };
    for at in 0..sites.len().div_ceil(2) {
        let site = SiteIx::new(at);
        let requirement = RequirementIx::new(agreement.requirements.len());
        let mut pool = Vec::new();
        let mut designations = Vec::new();
        for (ix, who) in members.iter().enumerate() {
            if who.home != Some(site) || !rng.random_bool(0.4) {
                continue;
            }
            let bond = match rng.random_range(0..5) {
                0 => Bond::FullTime(windows(&["mon-fri 07:00-15:00"], site)),
                1 => Bond::PartTime(windows(&["mon,wed 06:00-10:00", "fri"], site)),
                2 | 3 if pool.len() < 6 => {
                    pool.push(MemberIx::new(ix));
                    Bond::Pool
                }
                4 => Bond::Alternate,
                _ => Bond::OnCall,
            };
            designations.push(DesignationIx::new(agreement.designations.len()));
            agreement.designations.push(Designation {
                member: MemberIx::new(ix),
                requirement,
                bond,
                hours_text: Vec::new(),
                alternate_for: None,
                response_minutes: None,
            });
        }
        let required = rng.random_range(0..=pool.len() as u32);
        agreement.requirements.push(Requirement {
            id: format!("requirement-{at}"),
            site,
            service: Some("Health care".into()),
            classification: None,
            part: Part::Essential,
            required,
            normal_complement: None,
            windows: windows(&["mon-sun 07:00-19:00"], site),
            windows_text: Vec::new(),
            trigger: None,
            pool,
            designations,
        });
    }
    agreement
}

/// An empty roster of `ground`.
pub fn empty(ground: &Ground) -> Roster {
    Roster::new(ground.timetable.len(), ground.strike.members.len())
}

/// Fills posts in order of shift as far as the rules allow, each with probability `share`, trying members from a random
/// place on. Some assignments are pinned.
pub fn filled(ground: &Ground, share: f64, seed: u64) -> Roster {
    let mut rng = rng(seed ^ 0xf111);
    let mut roster = empty(ground);
    let members = ground.strike.members.len();
    for shift in ground.timetable.indices() {
        let the_shift = ground.shift(shift);
        let mut posts = vec![Duty::Captain; the_shift.captains as usize];
        for (skill, count) in &the_shift.needs {
            posts.extend(vec![Duty::Skill(*skill); *count as usize]);
        }
        posts.resize(posts.len().max(the_shift.target as usize) + 1, Duty::Picket);
        for duty in posts {
            if !rng.random_bool(share) {
                continue;
            }
            let from = rng.random_range(0..members);
            for step in 0..members.min(400) {
                let member = MemberIx::new((from + step) % members);
                let case = Case { ground, roster: &roster, member, shift, duty };
                if roster.get(shift, member).is_none() && rules::refusal(&case).is_none() {
                    let pinned = rng.random_bool(0.1);
                    roster.put(Assignment { pinned, ..Assignment::planned(member, shift, duty) });
                    break;
                }
            }
        }
    }
    roster
}

/// A random duty of a shift, whether or not it asks for it.
pub fn any_duty(rng: &mut Pcg64Mcg) -> Duty {
    match rng.random_range(0..5) {
        0 => Duty::Captain,
        1 => Duty::Skill(SkillIx(1)),
        2 => Duty::Skill(SkillIx(2)),
        _ => Duty::Picket,
    }
}

/// A random shift, when there is one.
pub fn any_shift(ground: &Ground, rng: &mut Pcg64Mcg) -> Option<ShiftIx> {
    let shifts = ground.timetable.len();
    (shifts > 0).then(|| ShiftIx::new(rng.random_range(0..shifts)))
}
