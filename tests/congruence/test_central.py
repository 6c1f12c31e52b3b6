"""Every recorded exchange with the central application sent to the sandbox, in the state that its recording found."""

from tests.congruence.central.found import list_central

RECORDINGS = list_central()
