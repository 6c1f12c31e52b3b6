"""Upload a file, make it public, and remove it again."""

import os

from carto.auth import APIKeyAuthClient
from carto.datasets import DatasetManager
from carto.exceptions import CartoException
from carto.permissions import PUBLIC
from pyrestcli.exceptions import NotFoundException

client = APIKeyAuthClient(os.environ["CARTO_BASE_URL"], os.environ["CARTO_API_KEY"])
datasets = DatasetManager(client)

dataset = datasets.create("Cities.csv", privacy="private")
print(dataset.name, dataset.privacy)

dataset.privacy = PUBLIC
dataset.save()
print([(one.name, one.privacy) for one in datasets.all()])

dataset.delete()
try:
    datasets.get(dataset.get_id())
except NotFoundException:
    print("gone")

try:
    datasets.create("Towns.csv")
except CartoException as error:
    print("Towns.csv" in str(error))
