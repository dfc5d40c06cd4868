"""What the API says about accounts and keys."""

from rest_framework import serializers


class AccountShape(serializers.Serializer[object]):
    id = serializers.CharField(source="public_id")
    slug = serializers.CharField()
    name = serializers.CharField()


class KeyShape(serializers.Serializer[object]):
    id = serializers.CharField(source="public_id")
    name = serializers.CharField()
    expires_at = serializers.DateTimeField(allow_null=True)


class MeShape(serializers.Serializer[object]):
    account = AccountShape()
    key = KeyShape()
    scopes = serializers.ListField(child=serializers.CharField())
