"""Reorganisation in the workplace: look at what it comes to, say why, do it.

`look_first` is the page all of them share; `units` and `activities` ask for a plan, `people` hands
over what a leaver kept, `copying` makes an activity from another.
"""

from .activities import Moving
from .copying import Copying
from .outdated import tell_outdated
from .people import hand_over_addresses
from .units import addresses

__all__ = ["Copying", "Moving", "addresses", "hand_over_addresses", "tell_outdated"]
