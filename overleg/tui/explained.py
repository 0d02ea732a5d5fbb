"""What each place is for, and how a line is typed, in a few plain sentences."""

from overleg.errors import Message
from overleg.settings import EXAMPLE
from overleg.tui.verbs import Place

PURPOSES: dict[Place, Message] = {
    Place.HOME: Message("The meetings in this folder, by series. Open one, or plan a new one."),
    Place.SETUP: Message(
        "What a meeting is, who sits at the table and what is on the agenda. Fill in what you know; the rest "
        "can wait. While you type in a field, letters are text: Esc goes back to the list."
    ),
    Place.ATTENDANCE: Message("Who is here, who came late and who left. Mark somebody, and press one key."),
    Place.LIVE: Message(
        "The meeting itself. Type one line for each thing said; below it stands how it is understood, and "
        "Enter records it. What is on the screen is on the disk."
    ),
    Place.REVIEW: Message(
        "What last time left open, one thing after the other. One key says what became of it; what was "
        "settled moves down."
    ),
    Place.MINUTES: Message(
        "The minutes of last time, to be read. First note what has to be corrected, then adopt them; after "
        "that come the open matters. Tab goes from the corrections to the text."
    ),
    Place.CORRECTION: Message(
        "A correction of the minutes of last time: where, what stood there, what it becomes, and who asked "
        "for it. Fill in what you know; Enter goes to the next field."
    ),
    Place.MATRIX: Message(
        "Who asks what of whom. Each cell is what one party asks of another, and what was answered and "
        "offered."
    ),
    Place.OVERVIEWS: Message("The meeting at a glance: who does what, who gives what, and what is shared."),
    Place.CLOSING: Message(
        "What is still open, as questions; the date of the next meeting; and the documents that are made."
    ),
    Place.EDIT: Message(
        "Everything that one entry holds. Change what is needed; what was there before stays to be seen."
    ),
    Place.ROUND: Message(
        "A round along all parties: who agrees, who objects, and who still has to ask at home. It is "
        "recorded as a whole."
    ),
    Place.READBACK: Message(
        "What was agreed last, large enough to be read from the back of the room, so that all can correct it."
    ),
    Place.FILTER: Message("Look for entries by words, party, kind or state. Only those that fit are shown."),
    Place.SEARCH: Message(
        "Everything that was said in all meetings of this folder. Type words, a phrase in quotes, or a "
        "filter; all of them have to fit. What is confidential is found by its number, kind and party only."
    ),
    Place.PAST: Message(
        "What became of something: said, moved to another day, answered, settled, meeting by meeting. Every "
        "line can be walked to, and opens its meeting."
    ),
    Place.HELP: Message("What can be done on a screen, and with which key."),
    Place.PALETTE: Message(
        "All that can be done on the screen below. Type a part of a name, choose with the arrows, and press "
        "Enter."
    ),
}

GRAMMAR = Message("Enter always saves. Start with a letter for the kind, then who, then what is said:")

EXAMPLES = (
    (
        "a GEM/Ruud: stuurt begroting rond, uiterlijk vrijdag",
        Message("an action, with a person and a date"),
    ),
    (
        "v WIJ>ZOR: een vaste achterwacht &achterwacht",
        Message("what one party expects of another, and the task"),
    ),
    ("=V-001 ja: vanaf april", Message("the answer; also nee, bespreken, vaag")),
    ("+B-001 GEM ZOR WIJ", Message("who agrees; ?B-001 HUU: text for an objection")),
    ("*A-001 klaar", Message("another state; also bezig, vervallen, ingetrokken")),
    (
        "k ZOR: [geld5] Huurcontract loopt door !fin",
        Message("sensitive: it is masked and stays out of open minutes"),
    ),
)

OWN_KEYS = Message(
    "Other keys: make a file settings.toml in the folder that holds the folder of meetings. Write [keys] in "
    "it, and below that a line for each key, such as {example}. The names on this screen are:",
    example=EXAMPLE,
)
