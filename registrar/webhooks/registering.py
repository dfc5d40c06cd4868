"""What webhooks add to the apps below; called from AppConfig.ready()."""


def register_below() -> None:
    pass
