//! Where Ontario's public workplaces are: real towns with their coordinates, regions and rough sizes.
//!
//! Facts only: town, region of the union (1 to 7), latitude, longitude, thousands of people, telephone area.
//! It knows nothing of strikes; what is built in a town is made up elsewhere.

use super::profile::Profile;

/// A town: its place on the map, how many people live around it, and whose names they have.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The town's name, as on a map.
    pub name: &'static str,
    /// Region of the union, 1 to 7.
    pub region: u8,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east (negative: west).
    pub longitude: f64,
    /// People in and around the town, in thousands: its weight when workplaces are dealt out.
    pub thousands: u32,
    /// Telephone area code.
    pub area: u16,
    /// Whose names its people have.
    pub people: Profile,
}

impl Place {
    /// How far around the town its workers live, in kilometres (one deviation).
    pub fn spread_km(&self) -> f64 {
        match self.thousands {
            400.. => 13.0,
            100.. => 9.0,
            30.. => 7.0,
            _ => 10.0,
        }
    }

    /// The time zone, when it is not the province's usual one.
    pub fn timezone(&self) -> Option<&'static str> {
        // West of 90° the district of Kenora and Rainy River keep Central time.
        (self.region == 7 && self.longitude < -90.0).then_some("America/Winnipeg")
    }

    /// Whether French is an everyday language of work here.
    pub fn speaks_french(&self) -> bool {
        matches!(self.people, Profile::FrenchEast | Profile::FrenchNorth | Profile::Capital)
    }
}

const fn at(
    name: &'static str,
    region: u8,
    latitude: f64,
    longitude: f64,
    thousands: u32,
    area: u16,
    people: Profile,
) -> Place {
    Place { name, region, latitude, longitude, thousands, area, people }
}

/// The towns, by region.
pub const PLACES: &[Place] = &[
    at("London", 1, 42.984, -81.246, 430, 519, Profile::City),
    at("Windsor", 1, 42.314, -83.036, 300, 519, Profile::Border),
    at("Sarnia", 1, 42.975, -82.406, 75, 519, Profile::Country),
    at("Chatham", 1, 42.405, -82.191, 60, 519, Profile::Border),
    at("St. Thomas", 1, 42.779, -81.193, 42, 519, Profile::Country),
    at("Woodstock", 1, 43.130, -80.756, 46, 519, Profile::Country),
    at("Stratford", 1, 43.370, -80.982, 33, 519, Profile::Country),
    at("Goderich", 1, 43.743, -81.708, 9, 519, Profile::Country),
    at("Leamington", 1, 42.053, -82.600, 30, 519, Profile::Border),
    at("Strathroy", 1, 42.957, -81.623, 17, 519, Profile::Country),
    at("Ingersoll", 1, 43.037, -80.883, 14, 519, Profile::Country),
    at("Clinton", 1, 43.617, -81.540, 4, 519, Profile::Country),
    at("Hamilton", 2, 43.256, -79.871, 570, 905, Profile::Hamilton),
    at("Burlington", 2, 43.326, -79.799, 187, 905, Profile::Hamilton),
    at("Oakville", 2, 43.447, -79.667, 214, 905, Profile::Peel),
    at("Milton", 2, 43.518, -79.877, 132, 905, Profile::Peel),
    at("Mississauga", 2, 43.589, -79.644, 720, 905, Profile::Peel),
    at("Brampton", 2, 43.731, -79.762, 660, 905, Profile::Peel),
    at("St. Catharines", 2, 43.159, -79.247, 137, 905, Profile::Hamilton),
    at("Niagara Falls", 2, 43.089, -79.085, 95, 905, Profile::Hamilton),
    at("Welland", 2, 42.992, -79.248, 56, 905, Profile::Hamilton),
    at("Thorold", 2, 43.117, -79.199, 24, 905, Profile::Hamilton),
    at("Vineland", 2, 43.160, -79.395, 6, 905, Profile::Country),
    at("Brantford", 2, 43.139, -80.264, 105, 519, Profile::GrandRiver),
    at("Simcoe", 2, 42.837, -80.304, 17, 519, Profile::GrandRiver),
    at("Caledonia", 2, 43.074, -79.952, 12, 905, Profile::GrandRiver),
    at("Kitchener", 2, 43.452, -80.492, 260, 519, Profile::Mennonite),
    at("Waterloo", 2, 43.464, -80.520, 125, 519, Profile::Mennonite),
    at("Cambridge", 2, 43.360, -80.313, 140, 519, Profile::Mennonite),
    at("Guelph", 2, 43.545, -80.248, 145, 519, Profile::City),
    at("Orangeville", 2, 43.920, -80.094, 30, 519, Profile::Country),
    at("Owen Sound", 2, 44.567, -80.943, 22, 519, Profile::Country),
    at("Walkerton", 2, 44.124, -81.149, 5, 519, Profile::Country),
    at("Barrie", 3, 44.389, -79.690, 150, 705, Profile::City),
    at("Orillia", 3, 44.608, -79.420, 34, 705, Profile::Country),
    at("Midland", 3, 44.750, -79.885, 18, 705, Profile::Country),
    at("Penetanguishene", 3, 44.768, -79.934, 10, 705, Profile::FrenchEast),
    at("Bracebridge", 3, 45.041, -79.311, 18, 705, Profile::Country),
    at("Huntsville", 3, 45.327, -79.217, 21, 705, Profile::Country),
    at("Collingwood", 3, 44.501, -80.217, 25, 705, Profile::Country),
    at("Newmarket", 3, 44.059, -79.461, 88, 905, Profile::York),
    at("Aurora", 3, 44.006, -79.450, 62, 905, Profile::York),
    at("Richmond Hill", 3, 43.883, -79.440, 200, 905, Profile::York),
    at("Markham", 3, 43.857, -79.337, 340, 905, Profile::York),
    at("Vaughan", 3, 43.838, -79.508, 325, 905, Profile::York),
    at("Oshawa", 3, 43.897, -78.866, 175, 905, Profile::City),
    at("Whitby", 3, 43.898, -78.943, 140, 905, Profile::City),
    at("Ajax", 3, 43.851, -79.021, 127, 905, Profile::Toronto),
    at("Peterborough", 3, 44.305, -78.320, 84, 705, Profile::Country),
    at("Lindsay", 3, 44.357, -78.741, 22, 705, Profile::Country),
    at("Cobourg", 3, 43.960, -78.166, 20, 905, Profile::Country),
    at("Bancroft", 3, 45.057, -77.857, 4, 613, Profile::Country),
    at("Minden", 3, 44.926, -78.723, 6, 705, Profile::Country),
    at("Ottawa", 4, 45.421, -75.697, 1020, 613, Profile::Capital),
    at("Kanata", 4, 45.309, -75.899, 130, 613, Profile::Capital),
    at("Orléans", 4, 45.469, -75.515, 130, 613, Profile::FrenchEast),
    at("Kingston", 4, 44.231, -76.486, 135, 613, Profile::Country),
    at("Belleville", 4, 44.163, -77.383, 55, 613, Profile::Country),
    at("Trenton", 4, 44.101, -77.576, 21, 613, Profile::Country),
    at("Napanee", 4, 44.249, -76.951, 17, 613, Profile::Country),
    at("Brockville", 4, 44.590, -75.684, 22, 613, Profile::Country),
    at("Kemptville", 4, 45.017, -75.646, 5, 613, Profile::Country),
    at("Smiths Falls", 4, 44.903, -76.022, 9, 613, Profile::Country),
    at("Perth", 4, 44.899, -76.249, 6, 613, Profile::Country),
    at("Cornwall", 4, 45.021, -74.730, 48, 613, Profile::FrenchEast),
    at("Hawkesbury", 4, 45.608, -74.606, 10, 613, Profile::FrenchEast),
    at("Rockland", 4, 45.549, -75.291, 14, 613, Profile::FrenchEast),
    at("Pembroke", 4, 45.827, -77.111, 14, 613, Profile::Country),
    at("Renfrew", 4, 45.472, -76.683, 8, 613, Profile::Country),
    at("Toronto", 5, 43.655, -79.383, 1400, 416, Profile::Toronto),
    at("North York", 5, 43.762, -79.411, 650, 416, Profile::Toronto),
    at("Scarborough", 5, 43.773, -79.258, 630, 416, Profile::Toronto),
    at("Etobicoke", 5, 43.644, -79.565, 370, 416, Profile::Toronto),
    at("Sudbury", 6, 46.492, -80.994, 166, 705, Profile::FrenchNorth),
    at("North Bay", 6, 46.309, -79.461, 53, 705, Profile::North),
    at("Sault Ste. Marie", 6, 46.518, -84.346, 72, 705, Profile::North),
    at("Timmins", 6, 48.477, -81.331, 41, 705, Profile::FrenchNorth),
    at("Monteith", 6, 48.640, -80.690, 5, 705, Profile::FrenchNorth),
    at("Kirkland Lake", 6, 48.145, -80.037, 8, 705, Profile::North),
    at("Cochrane", 6, 49.067, -81.017, 5, 705, Profile::FrenchNorth),
    at("Kapuskasing", 6, 49.417, -82.433, 8, 705, Profile::FrenchNorth),
    at("Hearst", 6, 49.687, -83.667, 5, 705, Profile::FrenchNorth),
    at("New Liskeard", 6, 47.508, -79.667, 10, 705, Profile::FrenchNorth),
    at("Sturgeon Falls", 6, 46.365, -79.930, 7, 705, Profile::FrenchNorth),
    at("Elliot Lake", 6, 46.383, -82.650, 11, 705, Profile::North),
    at("Espanola", 6, 46.253, -81.767, 5, 705, Profile::North),
    at("Little Current", 6, 45.978, -81.925, 4, 705, Profile::North),
    at("Parry Sound", 6, 45.347, -80.035, 7, 705, Profile::North),
    at("Moosonee", 6, 51.279, -80.645, 2, 705, Profile::JamesBay),
    at("Thunder Bay", 7, 48.382, -89.246, 123, 807, Profile::Lakehead),
    at("Shuniah", 7, 48.550, -89.020, 3, 807, Profile::Lakehead),
    at("Nipigon", 7, 49.015, -88.267, 2, 807, Profile::Lakehead),
    at("Marathon", 7, 48.719, -86.378, 3, 807, Profile::Northwest),
    at("Geraldton", 7, 49.725, -86.950, 3, 807, Profile::FrenchNorth),
    at("Kenora", 7, 49.767, -94.489, 15, 807, Profile::Northwest),
    at("Dryden", 7, 49.783, -92.838, 8, 807, Profile::Northwest),
    at("Fort Frances", 7, 48.610, -93.397, 8, 807, Profile::Northwest),
    at("Sioux Lookout", 7, 50.098, -91.917, 6, 807, Profile::Northwest),
    at("Red Lake", 7, 51.020, -93.827, 4, 807, Profile::Northwest),
    at("Rainy River", 7, 48.721, -94.567, 1, 807, Profile::Northwest),
];

/// The town of that name, if the table has it.
pub fn find(name: &str) -> Option<&'static Place> {
    PLACES.iter().find(|place| place.name == name)
}

/// Roughly the kilometres between two points: flat-earth, good to a percent or two within a region. Used to
/// find neighbours, never to decide who is within reach.
pub fn rough_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let north = (a.0 - b.0) * 111.2;
    let east = (a.1 - b.1) * km_per_degree_east(f64::midpoint(a.0, b.0));
    (north * north + east * east).sqrt()
}

/// Kilometres in one degree of longitude at Ontario's latitudes, as a straight line between 42° and 52°:
/// no cosine, so that every machine draws the same coordinates.
pub fn km_per_degree_east(latitude: f64) -> f64 {
    82.7 - 1.43 * (latitude - 42.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_towns_and_none_twice() {
        let mut names: Vec<_> = PLACES.iter().map(|place| place.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), PLACES.len());
        for region in 1..=7 {
            assert!(PLACES.iter().filter(|place| place.region == region).count() >= 4, "region {region}");
        }
    }

    #[test]
    fn only_the_far_west_keeps_central_time() {
        let central: Vec<_> =
            PLACES.iter().filter(|place| place.timezone().is_some()).map(|place| place.name).collect();
        assert_eq!(central, ["Kenora", "Dryden", "Fort Frances", "Sioux Lookout", "Red Lake", "Rainy River"]);
    }
}
