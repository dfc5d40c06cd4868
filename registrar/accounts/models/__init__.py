from .account import Account
from .api_key import ApiKey
from .invitation import Invitation
from .membership import Membership
from .step_up import StepUpChallenge
from .user import User

__all__ = ["Account", "ApiKey", "Invitation", "Membership", "StepUpChallenge", "User"]
