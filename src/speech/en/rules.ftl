# Why a member may not stand on a shift: rules and coverage.
