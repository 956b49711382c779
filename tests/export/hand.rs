//! A strike made by hand with one of everything that a sheet must show.

use picket::engine::coverage::Coverage;
use picket::engine::pay::{self, Came, Choice, Ledger, Stint};
use picket::export::{Published, View};
use picket::model::campaign::{Campaign, Language, Mode, Phase, RuleBook, Statute, StrikePay, Template};
use picket::model::essential::{Agreement, Bond, Designation, Part, Requirement};
use picket::model::member::{Member, Restrictions, Status};
use picket::model::roster::Origin;
use picket::model::site::{Cap, Line, LineNumbers, Site, SiteKind, StandDown};
use picket::model::strike::Lookup;
use picket::model::time::{Clock, Weekdays};
use picket::model::{
    Assignment, DesignationIx, Duty, Instant, LineIx, MemberIx, Overrides, RequirementIx, Roster, SiteIx, SkillIx,
    Span, Strike, TemplateIx,
};
use picket::rules::Ground;
use picket::store::record::{Absence, Attendance, Fact, Hours, Incident, Row, Sign, Stranded, What};

/// Stands in every member's telephone number, which no sheet may carry.
pub const PHONE: &str = "519-555-SECRET";
/// Stands in every member's e-mail address.
pub const EMAIL: &str = "secret@example.org";
/// Stands as the code of an absence, which no sheet may carry either.
pub const REASON: &str = "REASON-OF-ABSENCE";
pub const FIRST_AID: SkillIx = SkillIx(1);

const NAMES: [&str; 16] = [
    "Tremblay, Anne",
    "Étienne, Zoé",
    "Evans, Bob",
    "=HYPERLINK(\"http://evil.example\",\"click\")",
    "Bell\u{7}, Carriage\rReturn\u{1b}[2J",
    "\u{202e}txt.exe, Mallory",
    "李小龍",
    "Nguyễn Thị Phương Thảo",
    "A very long name that goes on and on and on, of which a sheet can only show the beginning, and then some",
    "|pipe| *star* [link](https://evil.example) <b>",
    "عمر الخطيب",
    "e\u{301}\u{301}\u{301}\u{301}lan, Combining",
    "ᐊᓂᔑᓈᐯ, Joseph",
    "@SUM(A1:A9)",
    "   ",
    "O’Brien-Côté, Siobhán",
];

fn zone(name: &str) -> chrono_tz::Tz {
    name.parse().unwrap()
}

pub fn instant(text: &str) -> Instant {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().into()
}

pub fn generated() -> Instant {
    instant("2026-12-01T14:03:00-05:00")
}

fn template(id: &str, label: &str, label_fr: &str, start: u16, end: u16) -> Template {
    Template {
        id: id.into(),
        label: Some(label.into()),
        label_fr: Some(label_fr.into()),
        start: Clock(start * 60),
        end: Clock(end * 60),
        days: Weekdays::ALL,
        information: false,
    }
}

fn site(id: &str, name: &str, name_fr: Option<&str>, zone: chrono_tz::Tz, lines: Vec<LineIx>) -> Site {
    Site {
        id: id.into(),
        name: name.into(),
        name_fr: name_fr.map(Into::into),
        kind: SiteKind::DetentionCentre,
        address: Some("711 Exeter Rd".into()),
        city: Some("London".into()),
        region: Some(1),
        place: Some(picket::model::geo::Place { latitude: 42.93, longitude: -81.23 }),
        zone,
        backup: None,
        neutral_tenants: Vec::new(),
        amenities: Vec::new(),
        stand_downs: Vec::new(),
        lines,
    }
}

fn line(site: usize, id: &str, names: Option<(&str, &str)>, needs: Vec<(SkillIx, u32)>) -> Line {
    Line {
        site: SiteIx::new(site),
        id: id.into(),
        name: names.map(|(name, _)| name.into()),
        name_fr: names.map(|(_, name)| name.into()),
        numbers: LineNumbers { minimum: 3, target: 6, maximum: 8, captain_ratio: 4, vehicle_delay_minutes: 5 },
        templates: vec![TemplateIx(0), TemplateIx(1), TemplateIx(2)],
        needs,
        caps: Vec::new(),
        stand_downs: Vec::new(),
    }
}

fn member(ix: usize, name: &str) -> Member {
    Member {
        id: format!("108-{:04}", 42 + 7 * ix),
        name: name.into(),
        local: Some(if ix.is_multiple_of(3) { "108" } else { "4001" }.into()),
        unit: None,
        classification: None,
        home: Some(SiteIx(0)),
        start: None,
        reach_km: 60.0,
        phone: Some(PHONE.into()),
        email: Some(EMAIL.into()),
        skills: vec![SkillIx(0), FIRST_AID],
        availability: None,
        sites: Vec::new(),
        shifts: Vec::new(),
        restrictions: Restrictions { seating: true, ..Restrictions::default() },
        status: Status::Active,
    }
}

/// Two sites in two time zones, three lines, two days, a night shift, a court order, a stand-down, a backup, an alternate.
pub fn ground() -> Ground {
    let (toronto, winnipeg) = (zone("America/Toronto"), zone("America/Winnipeg"));
    let mut gate = line(0, "front-gate", Some(("Front gate", "Entrée principale")), vec![(FIRST_AID, 1)]);
    let ordered = Span::new(instant("2026-12-08T00:00:00-05:00"), Instant::FAR);
    gate.caps.push(Cap { at_most: 4, span: ordered, order: Some("London CV-26-0001".into()) });
    let dock = line(0, "dock", None, Vec::new());
    let main = line(1, "main", None, Vec::new());
    let mut emdc = site(
        "emdc",
        "Elgin-Middlesex Detention Centre",
        Some("Centre de détention d’Elgin-Middlesex"),
        toronto,
        vec![LineIx(0), LineIx(1)],
    );
    emdc.backup = Some(SiteIx(1));
    let funeral = Span::new(instant("2026-12-08T05:00:00-05:00"), instant("2026-12-08T12:00:00-05:00"));
    emdc.stand_downs.push(StandDown { span: funeral, reason: Some("funeral".into()) });
    let north = picket::model::geo::Place { latitude: 49.78, longitude: -92.84 };
    let dryden = Site {
        city: Some("Dryden".into()),
        place: Some(north),
        ..site("dryden", "Dryden Jail", None, winnipeg, vec![LineIx(2)])
    };
    let requirement = Requirement {
        id: "health".into(),
        site: SiteIx(0),
        service: Some("Health care".into()),
        classification: None,
        part: Part::Essential,
        required: 1,
        normal_complement: None,
        windows: picket::model::availability::Windows { open: Some(Vec::new()), shut: Vec::new() },
        windows_text: vec!["07:00-19:00".into(), "19:00-07:00".into()],
        trigger: None,
        pool: Vec::new(),
        designations: vec![DesignationIx(1), DesignationIx(0), DesignationIx(2)],
    };
    let designation = Designation {
        member: MemberIx(2),
        requirement: RequirementIx(0),
        bond: Bond::Alternate,
        hours_text: Vec::new(),
        alternate_for: Some(MemberIx(0)),
        response_minutes: None,
    };
    let bound = |member, bond, hours: &[&str]| Designation {
        member: MemberIx(member),
        bond,
        hours_text: hours.iter().map(|text| (*text).to_owned()).collect(),
        alternate_for: None,
        ..designation.clone()
    };
    let mornings = "mon-fri 07:00-15:00";
    let worked_out = picket::model::availability::Pattern::parse(mornings).unwrap();
    let worked_out = worked_out.windows("2026-12-07".parse().unwrap(), "2026-12-08".parse().unwrap(), toronto);
    let designations = vec![
        designation.clone(),
        bound(0, Bond::FullTime(worked_out), &[mornings]),
        Designation { response_minutes: Some(45), ..bound(6, Bond::OnCall, &[]) },
    ];
    let agreement = Agreement { version: None, signed: None, requirements: vec![requirement], designations };
    let first_day = "2026-12-07".parse().unwrap();
    let mut strike = Strike {
        campaign: Campaign {
            name: "OPS Unified, December 2026".into(),
            union: None,
            statute: Statute::Other,
            zone: toronto,
            first_day,
            days: 2,
            language: Language::En,
            hq_phone: None,
        },
        legal: None,
        phases: vec![Phase {
            mode: Mode::Full,
            from: Clock(0).on(first_day, toronto),
            until: None,
            sites: Vec::new(),
            regions: Vec::new(),
        }],
        pay: StrikePay::default(),
        rules: RuleBook::default(),
        templates: vec![
            template("am", "Morning", "Matin", 7, 11),
            template("eve", "Evening", "Soir", 18, 24),
            template("night", "Night", "Nuit", 22, 2),
        ],
        sites: vec![emdc, dryden],
        lines: vec![gate, dock, main],
        members: NAMES.iter().enumerate().map(|(ix, name)| member(ix, name)).collect(),
        skills: ["captain", "first_aid", "french"].map(str::to_owned).to_vec(),
        patterns: Vec::new(),
        agreement,
        lookup: Lookup::default(),
    };
    let ids = |ids: Vec<&String>| ids.into_iter().cloned().enumerate().map(|(ix, id)| (id, ix)).collect::<Vec<_>>();
    let sites = ids(strike.sites.iter().map(|site| &site.id).collect());
    let templates = ids(strike.templates.iter().map(|template| &template.id).collect());
    let members = ids(strike.members.iter().map(|member| &member.id).collect());
    let requirements = ids(strike.agreement.requirements.iter().map(|each| &each.id).collect());
    strike.lookup = Lookup {
        sites: sites.into_iter().map(|(id, ix)| (id, SiteIx::new(ix))).collect(),
        templates: templates.into_iter().map(|(id, ix)| (id, TemplateIx::new(ix))).collect(),
        members: members.into_iter().map(|(id, ix)| (id, MemberIx::new(ix))).collect(),
        requirements: requirements.into_iter().map(|(id, ix)| (id, RequirementIx::new(ix))).collect(),
    };
    Ground::new(strike)
}

/// An absence with a reason, and a call-in to the first requirement.
pub fn absences() -> Vec<Absence> {
    let absence = Absence {
        id: 1,
        member: "108-0049".into(),
        time: "2026-12-08".into(),
        kind: "absent".into(),
        at: generated().0 - 7200,
        code: Some(REASON.into()),
        requirement: None,
        alternate: None,
    };
    let called = Absence { id: 2, member: "108-0056".into(), time: "2026-12-08 07:00-15:00".into(), ..absence.clone() };
    let called = Absence { kind: "callin".into(), requirement: Some("health".into()), ..called };
    vec![absence, called]
}

/// What was signed on the front gate's first morning: one came and went, one is still there, one did not come, one came
/// unexpected, went and came back.
pub fn attendance() -> Vec<Attendance> {
    let seven = instant("2026-12-07T07:00:00-05:00").0;
    let sign = |member: &str, came, went, walk_in| Attendance {
        shift: "emdc/front-gate/2026-12-07/am".into(),
        member: member.into(),
        sign: Sign { came, went, walk_in, by_in: None, by_out: None },
    };
    vec![
        sign("108-0042", Some(seven), Some(seven + 235 * 60), false),
        sign("108-0049", Some(seven + 600), None, false),
        sign("108-0063", None, None, false),
        sign("108-0098", Some(seven), Some(seven + 3600), true),
        sign("108-0098", Some(seven + 7200), Some(seven + 4 * 3600), true),
    ]
}

/// Guests, a hand-over and incidents, told in words that would harm a terminal or a spreadsheet.
pub fn happened() -> Vec<(Fact, String)> {
    let gate = || "emdc/front-gate/2026-12-07/am".to_owned();
    let at = |text: &str| instant(text).0;
    let incident = |line: Option<&str>, facts: &str| Incident {
        site: "emdc".into(),
        line: line.map(Into::into),
        facts: facts.into(),
        ..Incident::default()
    };
    let truck = Incident {
        vehicle: Some("=ABCD 123".into()),
        police: Some("Sgt. Ng\u{1b}[2J, badge 4411".into()),
        witness: Some("\u{202e}Étienne".into()),
        ..incident(Some("front-gate"), "A truck pushed through\rat walking speed.")
    };
    let all = [
        (at("2026-12-07T07:40:00-05:00"), What::Incident(incident(None, "The shelter’s window was found broken"))),
        (at("2026-12-07T08:00:00-05:00"), What::Guests { shift: gate(), count: 5, who: None }),
        (at("2026-12-07T08:30:00-05:00"), What::Guests { shift: gate(), count: 7, who: Some("@Local 36".into()) }),
        (at("2026-12-07T09:15:00-05:00"), What::Incident(truck)),
        (
            at("2026-12-07T11:00:00-05:00"),
            What::Handover {
                shift: gate(),
                from: Some("108-0042".into()),
                to: "108-0049".into(),
                note: Some("wood is low".into()),
            },
        ),
        // After midnight, and still of the night that began on the seventh.
        (at("2026-12-08T00:30:00-05:00"), What::Incident(incident(Some("front-gate"), "Fire barrel put out"))),
    ];
    let fact = |(id, (at, what))| (Fact { id, at, what }, "Captain \u{7}Roy".to_owned());
    (20..).zip(all).map(fact).collect()
}

/// Someone was told of a shift that exists no more.
fn lost() -> Stranded {
    let row =
        Row { duty: "picket".into(), origin: "plan".into(), pinned: false, overrides: String::new(), reason: None };
    Stranded::from([(("dryden/main/2026-12-09/am".into(), "108-0147".into()), row)])
}

/// Some of the shifts filled, some short, some without anyone.
pub fn roster(ground: &Ground) -> Roster {
    let mut roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let find = |id: &str| ground.timetable.indices().find(|ix| ground.shift(*ix).id == id).unwrap();
    let mut put = |id: &str, member: u32, duty| {
        roster.put(Assignment::planned(MemberIx(member), find(id), duty));
    };
    for member in 0..6 {
        let duty = [Duty::Captain, Duty::Captain, Duty::Picket, Duty::Skill(FIRST_AID)];
        put("emdc/front-gate/2026-12-07/am", member, duty.get(member as usize).copied().unwrap_or(Duty::Picket));
    }
    for member in 6..11 {
        put("emdc/front-gate/2026-12-07/night", member, Duty::Picket);
    }
    put("emdc/dock/2026-12-07/eve", 15, Duty::Captain);
    for member in 11..16 {
        put("dryden/main/2026-12-08/night", member, if member < 13 { Duty::Captain } else { Duty::Picket });
    }
    let by_hand = Assignment {
        pinned: true,
        origin: Origin::Hand,
        overrides: Overrides { rest: true, reach: true, availability: false },
        reason: Some(std::sync::Arc::new("she offered, agreed by \u{1b}phone".into())),
        ..Assignment::planned(MemberIx(0), find("dryden/main/2026-12-08/night"), Duty::Picket)
    };
    roster.put(by_hand);
    roster
}

/// Ground, roster and counts, and what was published before the last change.
pub struct Made {
    pub ground: Ground,
    pub roster: Roster,
    pub before: Roster,
    pub hours: Hours,
    pub coverage: Coverage,
    pub absences: Vec<Absence>,
    pub ledger: Ledger,
    pub attendance: Vec<Attendance>,
    pub happened: Vec<(Fact, String)>,
    pub lost: Stranded,
}

impl Made {
    pub fn by_hand() -> Self {
        let ground = ground();
        let roster = roster(&ground);
        Self::of(ground, roster)
    }

    pub fn of(ground: Ground, roster: Roster) -> Self {
        let coverage = Coverage::count(&ground, &roster);
        let mut before = roster.clone();
        // The last assignment of all came after what was published.
        if let Some(last) = roster.iter().last() {
            before.take(last.shift, last.member);
        }
        let gate = "2026-12-07".parse().unwrap();
        let stint = |member, came| Stint { member, date: gate, came };
        let stints = [stint("108-0042", Came::For(235)), stint("108-0049", Came::Still), stint("108-0063", Came::Not)];
        let ledger = pay::ledger(&ground, &roster, stints, &std::collections::BTreeMap::new(), Choice::default());
        Self {
            hours: Hours::of(&ground, &before),
            ground,
            roster,
            before,
            coverage,
            absences: absences(),
            ledger,
            attendance: attendance(),
            happened: happened(),
            lost: lost(),
        }
    }

    pub fn view(&self) -> View<'_> {
        View {
            published: Some(Published { version: 9, roster: &self.before, hours: &self.hours }),
            absences: &self.absences,
            ledger: Some(&self.ledger),
            attendance: &self.attendance,
            happened: &self.happened,
            told_lost: Some(&self.lost),
            only_member: Some(MemberIx(0)),
            ..View::new(&self.ground, &self.roster, &self.coverage, 1012, generated())
        }
    }
}
