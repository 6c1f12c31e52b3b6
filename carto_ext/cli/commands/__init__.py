"""The commands, a module each; `command` is what `carto NAME` runs."""
