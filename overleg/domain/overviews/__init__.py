"""What a session looks like from a distance: who does what, who gives, what is shared, who spoke."""
