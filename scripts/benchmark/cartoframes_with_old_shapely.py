"""The same with Shapely 1.8, which read one geometry at a time: what cartoframes was used with for most of its life."""

from benchmark.cartoframes_peer import Peer as Peer
