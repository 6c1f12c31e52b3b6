"""How soon the end of a job is seen, and what that costs in requests: many jobs at once, as long as real ones."""

from collections.abc import Iterator
from statistics import median

from benchmark.peers import Field
from benchmark.report import Line
from benchmark.rows import Effort

# Evenly spread: no schedule of questions is lucky with all of them.
YOUNG = [0.23 + 0.47 * number for number in range(21)]
OLD = [11.3, 14.1, 17.7, 22.3, 28.9, 36.1, 45.7, 57.3, 71.9, 90.1, 113.3, 141.7, 178.9, 239.0]


def begin(field: Field, effort: Effort) -> list[float]:
    """In a process of their own, which mostly waits while other things are measured."""
    lengths = YOUNG + [length for length in OLD if length <= effort.longest_job]
    field.worker("ours watching jobs").begin("watch_jobs", lengths=lengths)
    return lengths


def end(field: Field) -> Iterator[Line]:
    watched = field.worker("ours watching jobs").end()["returned"]
    young = [late for length, late, _ in watched if length < 10]
    old = [late / length for length, late, _ in watched if length >= 10]
    late = median(young)
    yield Line("job done to noticed, jobs under 10 s", f"{late:.2f} s", "", "", "", "at most 0.5 s", late <= 0.5)
    share = median(old)
    yield Line("job done to noticed, longer jobs", f"{share:.1%} of it", "", "", "", "at most 5 %", share <= 0.05)
    for name, least, most in (("under 10 s", 0, 10), ("10 to 100 s", 10, 100), ("over 100 s", 100, 10**6)):
        asked = sum(requests for length, _, requests in watched if least <= length < most)
        every_two = sum(int(length / 2) + 2 for length, _, _ in watched if least <= length < most)
        if asked:
            figures = (f"{asked:,}", "a question every 2 s", f"{every_two:,}", f"{asked / every_two:.2f} of them")
            yield Line(f"questions asked, jobs {name}", *figures, "fewer", asked < every_two)
