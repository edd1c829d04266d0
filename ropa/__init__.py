"""A registry of GDPR processing activities; the same package is the Django project and its one app."""

__version__ = "0.1.0"
