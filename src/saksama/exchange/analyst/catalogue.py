"""The tables for analysts."""

from saksama.exchange.analyst.indicators import ACTUALS, INDICATORS, TARGETS
from saksama.exchange.analyst.money import MONEY
from saksama.exchange.analyst.results import RESULTS
from saksama.exchange.analyst.table import Table

TABLES: tuple[Table, ...] = (INDICATORS, TARGETS, ACTUALS, RESULTS, MONEY)
