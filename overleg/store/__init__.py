"""Everything that is read from and written to disk, and the only place that knows TinyDB."""
