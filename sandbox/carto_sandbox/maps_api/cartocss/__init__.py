"""CartoCSS: read, checked and made into Mapnik's XML, with the errors that CARTO's server has for it."""
