"""Upload a file, make it public, and remove it again."""

from carto_ext import Carto, CartoError, NotFoundError

with Carto.from_env() as carto:
    dataset = carto.datasets.from_file("Cities.csv", privacy="private")
    print(dataset.name, dataset.privacy)

    carto.viz.update(dataset.id, id=dataset.id, privacy="PUBLIC")
    print([(one.name, one.privacy) for one in carto.viz.iterate(type="table", exclude_shared=True)])

    carto.viz.delete(dataset.id)
    try:
        carto.viz.read(dataset.id)
    except NotFoundError:
        print("gone")

    try:
        carto.datasets.from_file("Towns.csv")
    except CartoError as error:
        print("Towns.csv" in str(error))
