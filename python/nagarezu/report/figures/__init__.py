"""Figures drawn by us from plain tables: 図1 flow map, 図2 timeline, 図3 concentration.

A figure is a scene of rectangles, lines and labels in millimetres. SVG, PDF, Word and HTML show the
same one.
"""

from __future__ import annotations

from nagarezu.report.figures.concentration import concentration
from nagarezu.report.figures.figure import Figure
from nagarezu.report.figures.flowmap import flow_map
from nagarezu.report.figures.of_case import concentration_of, flow_map_of, timeline_of
from nagarezu.report.figures.timeline import timeline

__all__ = [
    "Figure",
    "concentration",
    "concentration_of",
    "flow_map",
    "flow_map_of",
    "timeline",
    "timeline_of",
]
