# Made from carto_ext/aio/viz.py by scripts/unasync; do not edit.
"""Visualizations: datasets, maps and what else CARTO lists there."""

from carto_client.api.viz import VizApi
from carto_ext.pages import all_pages


class Viz(VizApi):
    """`/api/v1/viz`."""

    iterate = all_pages(VizApi.list, lambda page: page.visualizations)
