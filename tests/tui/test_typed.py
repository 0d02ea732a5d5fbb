from overleg.tui.widgets.typed import Recall, TypingHistory


def typed(text: str) -> TypingHistory:
    history = TypingHistory()
    for end in range(1, len(text) + 1):
        history.note(text[:end])
    return history


class TestTypingHistory:
    def test_takes_back_a_word_at_a_time(self) -> None:
        history = typed("een twee")
        assert [history.undo(), history.undo(), history.undo(), history.undo()] == ["een ", "een", "", None]

    def test_does_again_what_was_taken_back(self) -> None:
        history = typed("een twee")
        history.undo()
        assert [history.redo(), history.redo()] == ["een twee", None]

    def test_forgets_what_was_taken_back_when_something_else_is_typed(self) -> None:
        history = typed("een twee")
        history.undo()
        history.note("een drie")
        assert history.redo() is None

    def test_a_pasted_text_is_one_step(self) -> None:
        history = TypingHistory()
        history.note("een lange zin")
        assert history.undo() == ""

    def test_knows_the_latest_text_after_it_was_taken_back(self) -> None:
        history = typed("een twee")
        history.undo()
        history.undo()
        assert history.latest == "een twee"

    def test_begins_anew_after_a_line_was_entered(self) -> None:
        history = typed("een")
        history.forget()
        assert (history.undo(), history.latest) == (None, "")


class TestRecall:
    def test_goes_back_line_by_line_and_forth_again(self) -> None:
        recall = Recall()
        recall.add("een", "twee")
        assert [recall.step(-1), recall.step(-1), recall.step(-1)] == ["twee", "een", None]
        assert [recall.step(1), recall.step(1), recall.step(1)] == ["twee", "", None]

    def test_begins_at_the_end_again_after_a_new_line(self) -> None:
        recall = Recall()
        recall.add("een")
        recall.step(-1)
        recall.add("twee")
        assert recall.step(-1) == "twee"

    def test_knows_whether_a_recalled_line_was_changed(self) -> None:
        recall = Recall()
        recall.add("een")
        recall.step(-1)
        assert recall.is_shown("een")
        assert not recall.is_shown("eentje")

    def test_keeps_a_bounded_number_of_lines(self) -> None:
        recall = Recall()
        recall.add(*map(str, range(Recall.LONGEST + 5)))
        steps = [recall.step(-1) for _ in range(Recall.LONGEST + 1)]
        assert steps[-2:] == ["5", None]
