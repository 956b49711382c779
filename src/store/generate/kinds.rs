//! The kinds of site a fictional strike is made of: how common, how staffed, how essential.
//!
//! A table and its reading; nothing is drawn here.

use super::{agreement::Cover, people::Trade};

/// One kind of site.
#[derive(Debug)]
pub struct Kind {
    /// Code of sites.toml.
    pub code: &'static str,
    /// How often it occurs, in no unit.
    pub weight: u32,
    /// How many work at one, against the others; 0: nobody of the union does.
    pub staff: u32,
    /// Only in towns of at least so many thousand people.
    pub from_thousands: u32,
    /// At most one in a town.
    pub one_a_town: bool,
    /// Open every day of the week.
    pub all_week: bool,
    /// English name; `{town}`, `{address}`.
    pub name: &'static str,
    /// French name; `{de}` is the town with its preposition.
    pub name_fr: &'static str,
    /// How ids begin.
    pub slug: &'static str,
    /// What people do there.
    pub trades: &'static [Trade],
    /// Essential and emergency services.
    pub services: &'static [Service],
}

/// One service of an agreement, before it is known how many people there are.
#[derive(Debug)]
pub struct Service {
    /// How its id ends.
    pub slug: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whose work it is.
    pub classification: &'static str,
    /// How it is covered.
    pub cover: Cover,
    /// How many in 1000 of the classification's people are designated.
    pub per_mille: u32,
    /// When.
    pub windows: &'static [&'static str],
    /// What starts it, for an emergency service.
    pub trigger: Option<&'static str>,
}

const CUSTODY: &[Trade] = &[
    ("corrections", "Correctional officer", 62),
    ("corrections", "Nurse", 14),
    ("corrections", "Cook", 8),
    ("corrections", "Records clerk", 9),
    ("corrections", "Maintenance", 7),
];

const DAY_AND_NIGHT: &[&str] = &["mon-sun 07:00-19:00", "mon-sun 19:00-07:00"];

const CUSTODY_SERVICES: &[Service] = &[
    Service {
        slug: "custody",
        name: "Custody and movement",
        classification: "Correctional officer",
        cover: Cover::Rotation,
        per_mille: 760,
        windows: DAY_AND_NIGHT,
        trigger: None,
    },
    Service {
        slug: "health",
        name: "Health care",
        classification: "Nurse",
        cover: Cover::Pool,
        per_mille: 1000,
        windows: &["mon-sun 07:00-19:00"],
        trigger: None,
    },
    Service {
        slug: "kitchen",
        name: "Food services",
        classification: "Cook",
        cover: Cover::Rotation,
        per_mille: 600,
        windows: &["mon-sun 06:00-14:00"],
        trigger: None,
    },
    Service {
        slug: "emergency",
        name: "Institutional crisis response",
        classification: "Correctional officer",
        cover: Cover::OnCall,
        per_mille: 90,
        windows: &[],
        trigger: Some("count above capacity, or a disturbance declared by the superintendent"),
    },
];

const CARE: &[Trade] = &[
    ("youth and treatment", "Youth worker", 58),
    ("youth and treatment", "Nurse", 18),
    ("youth and treatment", "Social worker", 14),
    ("administrative", "Clerk", 10),
];

const CARE_SERVICES: &[Service] = &[
    Service {
        slug: "units",
        name: "Living units",
        classification: "Youth worker",
        cover: Cover::Rotation,
        per_mille: 560,
        windows: DAY_AND_NIGHT,
        trigger: None,
    },
    Service {
        slug: "health",
        name: "Health care",
        classification: "Nurse",
        cover: Cover::Pool,
        per_mille: 800,
        windows: &["mon-sun 07:00-19:00"],
        trigger: None,
    },
];

const INSPECTION_SERVICES: &[Service] = &[
    Service {
        slug: "safety",
        name: "Commercial vehicle safety",
        classification: "Enforcement officer",
        cover: Cover::Windows,
        per_mille: 170,
        windows: &["mon-fri 07:00-15:00"],
        trigger: None,
    },
    Service {
        slug: "closures",
        name: "Highway closures",
        classification: "Enforcement officer",
        cover: Cover::OnCall,
        per_mille: 60,
        windows: &[],
        trigger: Some("highway closed by police"),
    },
];

const TRANSPORT_SERVICES: &[Service] = &[
    Service {
        slug: "winter",
        name: "Winter road operations desk",
        classification: "Engineering technician",
        cover: Cover::Rotation,
        per_mille: 420,
        windows: &["mon-sun 04:00-12:00"],
        trigger: None,
    },
    Service {
        slug: "storm",
        name: "Storm response",
        classification: "Engineering technician",
        cover: Cover::OnCall,
        per_mille: 80,
        windows: &[],
        trigger: Some("winter storm warning for the area"),
    },
];

const OFFICE_SERVICES: &[Service] = &[
    Service {
        slug: "payments",
        name: "Income support payments",
        classification: "Caseworker",
        cover: Cover::Windows,
        per_mille: 230,
        windows: &["mon-fri 08:00-16:00"],
        trigger: None,
    },
    Service {
        slug: "supervision",
        name: "High-risk supervision",
        classification: "Probation officer",
        cover: Cover::Pool,
        per_mille: 340,
        windows: &["mon-fri 08:30-16:30"],
        trigger: None,
    },
];

const COURT_SERVICES: &[Service] = &[
    Service {
        slug: "bail",
        name: "Bail and in-custody hearings",
        classification: "Court clerk",
        cover: Cover::Windows,
        per_mille: 340,
        windows: &["mon-fri 09:00-17:00"],
        trigger: None,
    },
    Service {
        slug: "weekend",
        name: "Weekend and holiday court",
        classification: "Court clerk",
        cover: Cover::OnCall,
        per_mille: 90,
        windows: &["sat-sun 09:00-15:00"],
        trigger: Some("an arrest that cannot wait for Monday"),
    },
];

const CUSTODIAL: Kind = Kind {
    code: "jail",
    weight: 5,
    staff: 10,
    from_thousands: 5,
    one_a_town: true,
    all_week: true,
    name: "{town} Jail",
    name_fr: "Prison {de}",
    slug: "jail",
    trades: CUSTODY,
    services: CUSTODY_SERVICES,
};

const OFFICE: Kind = Kind {
    code: "government_office",
    weight: 38,
    staff: 8,
    from_thousands: 0,
    one_a_town: false,
    all_week: false,
    name: "Government office, {address}, {town}",
    name_fr: "Bureau du gouvernement, {address}, {town}",
    slug: "gov",
    trades: &[
        ("social services", "Caseworker", 40),
        ("administrative", "Clerk", 36),
        ("justice", "Probation officer", 24),
    ],
    services: OFFICE_SERVICES,
};

/// The kinds. The first is the one that every town may have any number of.
pub const KINDS: &[Kind] = &[
    OFFICE,
    CUSTODIAL,
    Kind {
        code: "detention_centre",
        weight: 5,
        staff: 20,
        from_thousands: 40,
        name: "{town} Detention Centre",
        name_fr: "Centre de détention {de}",
        slug: "dc",
        ..CUSTODIAL
    },
    Kind {
        code: "correctional_centre",
        weight: 3,
        staff: 24,
        name: "{town} Correctional Centre",
        name_fr: "Centre correctionnel {de}",
        slug: "cc",
        ..CUSTODIAL
    },
    Kind {
        code: "treatment_centre",
        weight: 2,
        staff: 10,
        from_thousands: 20,
        name: "{town} Treatment Centre",
        name_fr: "Centre de traitement {de}",
        slug: "treatment",
        trades: CARE,
        services: CARE_SERVICES,
        ..CUSTODIAL
    },
    Kind {
        code: "youth_centre",
        weight: 3,
        staff: 7,
        from_thousands: 20,
        name: "{town} Youth Centre",
        name_fr: "Centre de jeunes {de}",
        slug: "youth",
        trades: CARE,
        services: CARE_SERVICES,
        ..CUSTODIAL
    },
    Kind {
        code: "mto_office",
        weight: 12,
        staff: 9,
        one_a_town: false,
        name: "Transportation office, {address}, {town}",
        name_fr: "Bureau des transports, {address}, {town}",
        slug: "mto",
        trades: &[
            ("transportation", "Engineering technician", 40),
            ("transportation", "Driver examiner", 35),
            ("administrative", "Clerk", 25),
        ],
        services: TRANSPORT_SERVICES,
        ..OFFICE
    },
    Kind {
        code: "inspection_station",
        weight: 6,
        staff: 4,
        one_a_town: true,
        name: "{town} truck inspection station",
        name_fr: "Poste d'inspection des camions {de}",
        slug: "inspection",
        trades: &[("transportation", "Enforcement officer", 72), ("administrative", "Clerk", 28)],
        services: INSPECTION_SERVICES,
        ..OFFICE
    },
    Kind {
        code: "other",
        weight: 8,
        staff: 9,
        from_thousands: 5,
        one_a_town: true,
        name: "{town} Courthouse",
        name_fr: "Palais de justice {de}",
        slug: "court",
        trades: &[("justice", "Court clerk", 58), ("justice", "Court reporter", 24), ("administrative", "Clerk", 18)],
        services: COURT_SERVICES,
        ..OFFICE
    },
    Kind {
        code: "school_board",
        weight: 3,
        staff: 6,
        from_thousands: 20,
        one_a_town: true,
        name: "{town} school board office",
        name_fr: "Siège du conseil scolaire {de}",
        slug: "board",
        trades: &[("education", "Clerk", 50), ("education", "Custodian", 30), ("education", "Technician", 20)],
        services: &[],
        ..OFFICE
    },
    Kind {
        code: "mpp_office",
        weight: 9,
        staff: 0,
        name: "Constituency office, {address}, {town}",
        name_fr: "Bureau de circonscription, {address}, {town}",
        slug: "mpp",
        trades: &[],
        services: &[],
        ..OFFICE
    },
    Kind {
        code: "union_office",
        weight: 3,
        staff: 2,
        from_thousands: 30,
        one_a_town: true,
        name: "Union office, {town}",
        name_fr: "Bureau syndical {de}",
        slug: "union",
        trades: &[("union staff", "Representative", 60), ("union staff", "Assistant", 40)],
        services: &[],
        ..OFFICE
    },
];

/// Share of a kind's people with essential duty at fixed times, per mille: what the lines lose.
pub fn essential_per_mille(kind: &Kind) -> u32 {
    let all: u32 = kind.trades.iter().map(|trade| trade.2).sum();
    let of = |classification: &str| -> u32 {
        kind.trades.iter().filter(|trade| trade.1 == classification).map(|trade| trade.2).sum()
    };
    let held = |service: &Service| match service.cover {
        Cover::OnCall => 0,
        Cover::Pool => service.per_mille * of(service.classification) / 2,
        Cover::Rotation | Cover::Windows => service.per_mille * of(service.classification),
    };
    kind.services.iter().map(held).sum::<u32>() / all.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn essential_shares_are_those_of_the_field() {
        for kind in KINDS {
            let share = essential_per_mille(kind);
            assert!(share == 0 || (100..=600).contains(&share), "{}: {share}", kind.code);
            assert!(kind.services.iter().all(|it| kind.trades.iter().any(|trade| trade.1 == it.classification)));
        }
        assert!(KINDS.iter().any(|kind| essential_per_mille(kind) > 500));
    }
}
