"""HTTP code that both clients share. It waits only when told to."""
