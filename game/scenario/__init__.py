"""What a scenario file says: read with bounds, checked in words, handed on as frozen values."""

from game.scenario.build import load
from game.scenario.check import Look, Report, check
from game.scenario.draw import drawn, draws, historical
from game.scenario.edition import edition_names, in_edition
from game.scenario.edition_doubts import Doubt
from game.scenario.mistakes import Mistake, ScenarioError, did_you_mean
from game.scenario.scenario import Scenario
from game.scenario.seeds import KEY_BYTES, Seed, read_seed, stream, turn_chance, written_seed
from game.scenario.shelf import asset, folder, open_scenario, shipped, source_of
from game.scenario.topics.aftermath import Aftermath, Branch
from game.scenario.topics.audiences import Audience, AudienceId, Cost, Judgement, Power
from game.scenario.topics.bounds import Draw, DrawnTemperament
from game.scenario.topics.calendar import Calendar, Clock, Moment, Phase, PhaseId, Session
from game.scenario.topics.conditions import Condition
from game.scenario.topics.delegations import VOICES, Delegation
from game.scenario.topics.editions import WHOLE, Edition
from game.scenario.topics.effects import Effect
from game.scenario.topics.events import Happening, HappeningId
from game.scenario.topics.force import Force
from game.scenario.topics.goodwill import COLDEST, NEUTRAL, WARMEST, Band, Couple, band, couple, couples, lowest_band
from game.scenario.topics.history import DayCard, History, Reference
from game.scenario.topics.instructions import Brief, Delay, Instructions
from game.scenario.topics.limits import Limits
from game.scenario.topics.questions import Fit, Question, how_fell
from game.scenario.topics.readings import Reading, ReadingId
from game.scenario.topics.remarks import PLACES, Circumstance, Occasion, Remark, places_in
from game.scenario.topics.sequels import Inheritance, Past, Sequel
from game.scenario.topics.sheets import Pair
from game.scenario.topics.side_texts import SideText, SideTextId, Stake
from game.scenario.topics.temperaments import Temperament

__all__ = [
    "COLDEST",
    "KEY_BYTES",
    "NEUTRAL",
    "PLACES",
    "VOICES",
    "WARMEST",
    "WHOLE",
    "Aftermath",
    "Audience",
    "AudienceId",
    "Band",
    "Branch",
    "Brief",
    "Calendar",
    "Circumstance",
    "Clock",
    "Condition",
    "Cost",
    "Couple",
    "DayCard",
    "Delay",
    "Delegation",
    "Doubt",
    "Draw",
    "DrawnTemperament",
    "Edition",
    "Effect",
    "Fit",
    "Force",
    "Happening",
    "HappeningId",
    "History",
    "Inheritance",
    "Instructions",
    "Judgement",
    "Limits",
    "Look",
    "Mistake",
    "Moment",
    "Occasion",
    "Pair",
    "Past",
    "Phase",
    "PhaseId",
    "Power",
    "Question",
    "Reading",
    "ReadingId",
    "Reference",
    "Remark",
    "Report",
    "Scenario",
    "ScenarioError",
    "Seed",
    "Sequel",
    "Session",
    "SideText",
    "SideTextId",
    "Stake",
    "Temperament",
    "asset",
    "band",
    "check",
    "couple",
    "couples",
    "did_you_mean",
    "drawn",
    "draws",
    "edition_names",
    "folder",
    "historical",
    "how_fell",
    "in_edition",
    "load",
    "lowest_band",
    "open_scenario",
    "places_in",
    "read_seed",
    "shipped",
    "source_of",
    "stream",
    "turn_chance",
    "written_seed",
]
