# Sheets and exports.
