"""Pictures of invented identity documents, drawn: for the demo, tests and newcomers.

Each function returns a colour JPEG between 55 KB and 1 MB, the narrowest limits of the
authority profiles, the same bytes for the same data. Every picture says 样本 SAMPLE.
"""

from .credit_certificate import draw_credit_certificate
from .id_card import draw_id_card
from .licence import draw_licence
from .travel_document import draw_travel_document

__all__ = ["draw_credit_certificate", "draw_id_card", "draw_licence", "draw_travel_document"]
