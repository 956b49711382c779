//! Where things are, and how far apart.

/// A place on the globe, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Degrees north of the equator, −90 to 90.
    pub latitude: f64,
    /// Degrees east of Greenwich, −180 to 180.
    pub longitude: f64,
}

/// Mean Earth radius (IUGG), in kilometres.
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

impl Place {
    /// Great-circle distance in kilometres (haversine, which keeps its precision at the short distances that matter here).
    pub fn km_to(self, other: Self) -> f64 {
        let (phi_a, phi_b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half_phi = (phi_b - phi_a) / 2.0;
        let half_lambda = (other.longitude - self.longitude).to_radians() / 2.0;
        let h = half_phi.sin().powi(2) + phi_a.cos() * phi_b.cos() * half_lambda.sin().powi(2);
        2.0 * EARTH_RADIUS_KM * h.clamp(0.0, 1.0).sqrt().asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_distances() {
        let london = Place { latitude: 42.93, longitude: -81.23 };
        let kenora = Place { latitude: 49.77, longitude: -94.5 };
        assert!(london.km_to(london).abs() < 1e-9);
        assert!((london.km_to(kenora) - kenora.km_to(london)).abs() < 1e-9);
        // One degree of a meridian: π R / 180.
        let up = Place { latitude: 43.93, longitude: -81.23 };
        assert!((london.km_to(up) - EARTH_RADIUS_KM.to_radians()).abs() < 1e-6);
    }
}
