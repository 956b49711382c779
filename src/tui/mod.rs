//! The screen: draws what `app` says is there, and turns keys into its commands.
