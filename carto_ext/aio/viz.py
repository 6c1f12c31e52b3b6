"""Visualizations: datasets, maps and what else CARTO lists there."""

from carto_client.api.viz import AsyncVizApi
from carto_ext.aio.pages import all_pages


class AsyncViz(AsyncVizApi):
    """`/api/v1/viz`."""

    iterate = all_pages(AsyncVizApi.list, lambda page: page.visualizations)
