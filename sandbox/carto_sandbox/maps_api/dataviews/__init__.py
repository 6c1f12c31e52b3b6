"""Dataviews of a layergroup: formulas, categories and histograms of the rows of a map."""
