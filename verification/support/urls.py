from django.urls import path

from .views import conversation, listing, opening

app_name = "support"
_one = "<str:support_id>/"

urlpatterns = [
    path("", listing.request_list, name="list"),
    path("new/", opening.new_request, name="new"),
    path(_one, conversation.request_detail, name="detail"),
    path(f"{_one}conversation/", conversation.live_part, name="conversation"),
    path(f"{_one}reply/", conversation.reply, name="reply"),
    path(f"{_one}close/", conversation.close, name="close"),
    path(f"{_one}reopen/", conversation.reopen, name="reopen"),
]
