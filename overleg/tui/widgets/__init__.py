"""The widgets: each draws what its screen hands it, and says by a message what a user did."""
