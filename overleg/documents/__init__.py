"""What the paper says: from a session to an outline, which Word, text and Markdown print alike."""
