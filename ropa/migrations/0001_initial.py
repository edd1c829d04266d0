import uuid

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import ropa.models.fields
import ropa.models.organisation
from ropa.migrations._together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalOrganisation",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                ("slug", models.SlugField(max_length=80, verbose_name="Address")),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                (
                    "county",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Two digits, as in 01. In some counties all social services files are kept.",
                        max_length=2,
                        verbose_name="County code",
                    ),
                ),
                (
                    "host",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Shows only this organisation at this address. Empty: no address of its own.",
                        max_length=253,
                        verbose_name="Host name",
                    ),
                ),
                (
                    "two_person_rule",
                    models.BooleanField(
                        default=False,
                        help_text="Who submitted an activity may not publish it.",
                        verbose_name="Two-person rule",
                    ),
                ),
                (
                    "rights_text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Shown on the page about rights: where to turn, and what happens then.",
                        verbose_name="How to use one's rights",
                    ),
                ),
                (
                    "accessibility_text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Known shortcomings and whom to tell. Shown on the accessibility page.",
                        verbose_name="Accessibility statement",
                    ),
                ),
                (
                    "publishes",
                    models.BooleanField(
                        default=True,
                        help_text="Off: nothing of it is shown to anyone.",
                        verbose_name="Has a public site",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Organisation",
                "verbose_name_plural": "historical Organisations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="Address")),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                (
                    "county",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Two digits, as in 01. In some counties all social services files are kept.",
                        max_length=2,
                        verbose_name="County code",
                    ),
                ),
                (
                    "host",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Shows only this organisation at this address. Empty: no address of its own.",
                        max_length=253,
                        verbose_name="Host name",
                    ),
                ),
                (
                    "two_person_rule",
                    models.BooleanField(
                        default=False,
                        help_text="Who submitted an activity may not publish it.",
                        verbose_name="Two-person rule",
                    ),
                ),
                (
                    "rights_text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Shown on the page about rights: where to turn, and what happens then.",
                        verbose_name="How to use one's rights",
                    ),
                ),
                (
                    "accessibility_text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Known shortcomings and whom to tell. Shown on the accessibility page.",
                        verbose_name="Accessibility statement",
                    ),
                ),
                (
                    "publishes",
                    models.BooleanField(
                        default=True,
                        help_text="Off: nothing of it is shown to anyone.",
                        verbose_name="Has a public site",
                    ),
                ),
            ],
            options={
                "verbose_name": "Organisation",
                "verbose_name_plural": "Organisations",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation", models.UUIDField(db_index=True, verbose_name="Organisation")),
                ("sequence", models.PositiveBigIntegerField(verbose_name="Sequence")),
                ("activity", models.UUIDField(db_index=True, verbose_name="Processing activity")),
                ("slug", models.SlugField(max_length=80, verbose_name="Address")),
                ("unit_path", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("published", "Published"), ("withdrawn", "Withdrawn")],
                        max_length=10,
                        verbose_name="Kind",
                    ),
                ),
                ("version", models.PositiveIntegerField(verbose_name="Version")),
                ("record_format", models.PositiveIntegerField()),
                ("payload_sha256", models.CharField(max_length=64)),
                ("public_sha256", models.CharField(max_length=64)),
                ("changes_public", models.BooleanField()),
                ("at", models.DateTimeField(db_index=True, verbose_name="At")),
                ("by", models.TextField(verbose_name="By")),
                ("note", models.TextField(blank=True, verbose_name="Note")),
                ("public_note", models.TextField(blank=True, verbose_name="Public note")),
                ("previous_hash", models.CharField(blank=True, max_length=64)),
                ("hash", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "verbose_name": "Publication",
                "verbose_name_plural": "Publications",
                "ordering": ["organisation", "sequence"],
                "indexes": [models.Index(fields=["activity", "sequence"], name="publication_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "sequence"), name="publication_sequence"),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "published")),
                        fields=("activity", "version"),
                        name="publication_version",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Controller",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="controllers",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True, verbose_name="Address")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("board", "Municipal board"),
                            ("joint-board", "Joint board of several municipalities"),
                            ("company", "Municipal company or foundation"),
                            ("association", "Municipal association"),
                            ("other-authority", "Other public authority"),
                            ("other-body", "Other body"),
                            ("municipality", "Municipality as a whole"),
                            ("department", "Department or unit"),
                        ],
                        default="",
                        help_text="In Sweden a board is the controller, not a department, nor the municipality.",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                (
                    "representative",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only for a controller outside the EU (Art. 27). Else leave empty.",
                        verbose_name="Representative",
                    ),
                ),
            ],
            options={
                "verbose_name": "Controller",
                "verbose_name_plural": "Controllers",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DataSubjectCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.datasubjectcategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "vulnerable",
                    models.BooleanField(
                        blank=True,
                        help_text="Children, patients, employees and others in a weak position.",
                        null=True,
                        verbose_name="Vulnerable",
                    ),
                ),
            ],
            options={
                "verbose_name": "Category of data subjects",
                "verbose_name_plural": "Categories of data subjects",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="datasubjectcategory_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="datasubjectcategory_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="erasure", to="ropa.publication"
                    ),
                ),
                ("reason", models.TextField(verbose_name="Reason")),
                ("at", models.DateTimeField(verbose_name="At")),
                ("by", models.TextField(verbose_name="By")),
            ],
            options={
                "verbose_name": "Erased version",
                "verbose_name_plural": "Erased versions",
            },
        ),
        migrations.CreateModel(
            name="HistoricalController",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                ("slug", models.SlugField(max_length=80, verbose_name="Address")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("board", "Municipal board"),
                            ("joint-board", "Joint board of several municipalities"),
                            ("company", "Municipal company or foundation"),
                            ("association", "Municipal association"),
                            ("other-authority", "Other public authority"),
                            ("other-body", "Other body"),
                            ("municipality", "Municipality as a whole"),
                            ("department", "Department or unit"),
                        ],
                        default="",
                        help_text="In Sweden a board is the controller, not a department, nor the municipality.",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                (
                    "representative",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only for a controller outside the EU (Art. 27). Else leave empty.",
                        verbose_name="Representative",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Controller",
                "verbose_name_plural": "historical Controllers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Law",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.law",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "sfs",
                    models.CharField(
                        blank=True, default="", help_text="As in 2018:218.", max_length=20, verbose_name="SFS number"
                    ),
                ),
                ("url", models.URLField(blank=True, default="", verbose_name="Link")),
                ("repealed", models.BooleanField(blank=True, null=True, verbose_name="Repealed")),
            ],
            options={
                "verbose_name": "Act or ordinance",
                "verbose_name_plural": "Acts and ordinances",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="law_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="law_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Payload",
            fields=[
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="payload",
                        serialize=False,
                        to="ropa.publication",
                    ),
                ),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "Published content",
                "verbose_name_plural": "Published content",
            },
        ),
        migrations.CreateModel(
            name="PersonalDataCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.personaldatacategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ordinary", "Ordinary"),
                            ("specially_protected", "Deserves extra protection"),
                            ("special_category", "Special category (Art. 9)"),
                            ("offences", "Criminal convictions and offences (Art. 10)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Level of protection",
                    ),
                ),
                (
                    "may_reveal",
                    models.BooleanField(
                        blank=True,
                        help_text="As a special diet may reveal health or religion.",
                        null=True,
                        verbose_name="May reveal special categories",
                    ),
                ),
            ],
            options={
                "verbose_name": "Category of personal data",
                "verbose_name_plural": "Categories of personal data",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="personaldatacategory_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="personaldatacategory_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PurposeCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.purposecategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
            ],
            options={
                "verbose_name": "Purpose category",
                "verbose_name_plural": "Purpose categories",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="purposecategory_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="purposecategory_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecipientCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.recipientcategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("authority", "Public authority"),
                            ("court", "Court"),
                            ("region", "Region or care provider"),
                            ("municipality", "Other municipality"),
                            ("own_board", "Other board or department of the municipality"),
                            ("within_controller", "Within the controller"),
                            ("provider", "Private provider of a municipal service"),
                            ("private_controller", "Private body, own controller"),
                            ("processor", "Processor"),
                            ("individual", "Individual"),
                            ("public", "The public"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "Category of recipients",
                "verbose_name_plural": "Categories of recipients",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="recipientcategory_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="recipientcategory_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionTrigger",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.retentiontrigger",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "after",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="As in: five years after *the last entry in the file*",
                        verbose_name="Words after “after”",
                    ),
                ),
                (
                    "when",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="As in: when *the data are no longer needed*",
                        verbose_name="Words after “when”",
                    ),
                ),
            ],
            options={
                "verbose_name": "Retention trigger",
                "verbose_name_plural": "Retention triggers",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="retentiontrigger_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="retentiontrigger_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING, related_name="seal", to="ropa.publication"
                    ),
                ),
                ("reason", models.TextField(verbose_name="Reason")),
                ("at", models.DateTimeField(verbose_name="At")),
                ("by", models.TextField(verbose_name="By")),
            ],
            options={
                "verbose_name": "Sealed version",
                "verbose_name_plural": "Sealed versions",
            },
        ),
        migrations.CreateModel(
            name="SecurityMeasureCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.securitymeasurecategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("technical", "Technical"),
                            ("organisational", "Organisational"),
                            ("physical", "Physical"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kind of security measure",
                "verbose_name_plural": "Kinds of security measures",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="securitymeasurecategory_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="securitymeasurecategory_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceCategory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.sourcecategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                ("from_data_subject", models.BooleanField(blank=True, null=True, verbose_name="Given by the person")),
                ("publicly_accessible", models.BooleanField(blank=True, null=True, verbose_name="Open to the public")),
            ],
            options={
                "verbose_name": "Source category",
                "verbose_name_plural": "Source categories",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="sourcecategory_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="sourcecategory_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Supplier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.supplier",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, default="", help_text="Two letters, as in SE.", max_length=2, verbose_name="Country"
                    ),
                ),
            ],
            options={
                "verbose_name": "Supplier",
                "verbose_name_plural": "Suppliers",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="supplier_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="supplier_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="System",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ropa.system",
                        verbose_name="Replaced by",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[("digital", "Digital"), ("paper", "Paper"), ("other", "Other medium")],
                        default="",
                        max_length=40,
                        verbose_name="Medium",
                    ),
                ),
            ],
            options={
                "verbose_name": "System or other carrier",
                "verbose_name_plural": "Systems and other carriers",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "code"),
                        name="system_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation", None)),
                        fields=("code",),
                        name="system_shipped_code",
                        violation_error_message="There is a term with this code already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DataProtectionOfficer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dpos",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the DPO of the whole organisation.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dpos",
                        to="ropa.controller",
                        verbose_name="Controller",
                    ),
                ),
            ],
            options={
                "verbose_name": "Data protection officer",
                "verbose_name_plural": "Data protection officers",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalDataProtectionOfficer",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Empty: the DPO of the whole organisation.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.controller",
                        verbose_name="Controller",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Data protection officer",
                "verbose_name_plural": "historical Data protection officers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDataSubjectCategory",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "vulnerable",
                    models.BooleanField(
                        blank=True,
                        help_text="Children, patients, employees and others in a weak position.",
                        null=True,
                        verbose_name="Vulnerable",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.datasubjectcategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Category of data subjects",
                "verbose_name_plural": "historical Categories of data subjects",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLaw",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "sfs",
                    models.CharField(
                        blank=True, default="", help_text="As in 2018:218.", max_length=20, verbose_name="SFS number"
                    ),
                ),
                ("url", models.URLField(blank=True, default="", verbose_name="Link")),
                ("repealed", models.BooleanField(blank=True, null=True, verbose_name="Repealed")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.law",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Act or ordinance",
                "verbose_name_plural": "historical Acts and ordinances",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPersonalDataCategory",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ordinary", "Ordinary"),
                            ("specially_protected", "Deserves extra protection"),
                            ("special_category", "Special category (Art. 9)"),
                            ("offences", "Criminal convictions and offences (Art. 10)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Level of protection",
                    ),
                ),
                (
                    "may_reveal",
                    models.BooleanField(
                        blank=True,
                        help_text="As a special diet may reveal health or religion.",
                        null=True,
                        verbose_name="May reveal special categories",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.personaldatacategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Category of personal data",
                "verbose_name_plural": "historical Categories of personal data",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPurposeCategory",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.purposecategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Purpose category",
                "verbose_name_plural": "historical Purpose categories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRecipientCategory",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("authority", "Public authority"),
                            ("court", "Court"),
                            ("region", "Region or care provider"),
                            ("municipality", "Other municipality"),
                            ("own_board", "Other board or department of the municipality"),
                            ("within_controller", "Within the controller"),
                            ("provider", "Private provider of a municipal service"),
                            ("private_controller", "Private body, own controller"),
                            ("processor", "Processor"),
                            ("individual", "Individual"),
                            ("public", "The public"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.recipientcategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Category of recipients",
                "verbose_name_plural": "historical Categories of recipients",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRetentionTrigger",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "after",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="As in: five years after *the last entry in the file*",
                        verbose_name="Words after “after”",
                    ),
                ),
                (
                    "when",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="As in: when *the data are no longer needed*",
                        verbose_name="Words after “when”",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.retentiontrigger",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Retention trigger",
                "verbose_name_plural": "historical Retention triggers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSecurityMeasureCategory",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("technical", "Technical"),
                            ("organisational", "Organisational"),
                            ("physical", "Physical"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.securitymeasurecategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Kind of security measure",
                "verbose_name_plural": "historical Kinds of security measures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSourceCategory",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                ("from_data_subject", models.BooleanField(blank=True, null=True, verbose_name="Given by the person")),
                ("publicly_accessible", models.BooleanField(blank=True, null=True, verbose_name="Open to the public")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.sourcecategory",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Source category",
                "verbose_name_plural": "historical Source categories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSupplier",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True, default="", help_text="Two letters, as in SE.", max_length=2, verbose_name="Country"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.supplier",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Supplier",
                "verbose_name_plural": "historical Suppliers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSystem",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Never changes. Left empty it is made from the label.",
                        max_length=80,
                        verbose_name="Code",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                (
                    "iri",
                    models.URLField(
                        blank=True, default="", help_text="The concept in a published vocabulary.", verbose_name="IRI"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[("digital", "Digital"), ("paper", "Paper"), ("other", "Other medium")],
                        default="",
                        max_length=40,
                        verbose_name="Medium",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose own word it is. Words that come with ropa belong to nobody.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.system",
                        verbose_name="Replaced by",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical System or other carrier",
                "verbose_name_plural": "historical Systems and other carriers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        help_text="The board that answers for the unit. Leave empty if it is not known.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="ropa.controller",
                        verbose_name="Controller",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="ropa.unit",
                        verbose_name="Part of",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Last part of the unit's public address. Kept when the unit is renamed.",
                        max_length=80,
                        unique=True,
                        verbose_name="Address",
                    ),
                ),
            ],
            options={
                "verbose_name": "Unit",
                "verbose_name_plural": "Units",
                "ordering": ["sort_key", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HistoricalProcessingActivity",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "reference",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="The register's own number, as in SN-017.",
                        verbose_name="Reference",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Last part of the public address. Kept when the activity is renamed.",
                        max_length=80,
                        verbose_name="Address",
                    ),
                ),
                (
                    "name",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="What it is about, in the residents' words. Example: Financial assistance",
                        verbose_name="Name",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Two or three short sentences that a resident reads first: what you do and for whom.",
                        verbose_name="Summary",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("controller", "Controller"),
                            ("joint-controller", "Joint controller"),
                            ("processor", "Processor"),
                        ],
                        default="",
                        help_text="Controller: the board decides why and how. Processor: it works for someone else.",
                        max_length=40,
                        verbose_name="Role",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("social-services", "Social services"),
                            ("disability-services", "Services under LSS"),
                            ("health-care", "Health care"),
                            ("school", "Preschool and school"),
                            ("school-health", "School health services"),
                            ("labour-market", "Labour market measures"),
                            ("building", "Planning and building"),
                            ("environment", "Environment and food control"),
                            ("library", "Library"),
                            ("culture-leisure", "Culture and leisure"),
                            ("traffic", "Streets, traffic and parking"),
                            ("guardianship", "Chief guardian"),
                            ("employment", "Employment and recruitment"),
                            ("finance", "Finance, invoicing and procurement"),
                            ("surveillance", "Camera surveillance"),
                            ("law-enforcement", "Law enforcement (outside the GDPR)"),
                            ("general", "General administration"),
                        ],
                        default="",
                        help_text="Decides which special data protection law applies.",
                        max_length=40,
                        verbose_name="Sector",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("planned", "Planned"),
                            ("ongoing", "Ongoing"),
                            ("halted", "Halted"),
                            ("completed", "Completed"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Status",
                    ),
                ),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="Started on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="Ended on")),
                (
                    "process_code",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Internal. Code in the classification structure.",
                        verbose_name="Process code",
                    ),
                ),
                ("tags", models.JSONField(blank=True, default=list, help_text="One word a line.", verbose_name="Tags")),
                (
                    "examples_only",
                    models.BooleanField(
                        blank=True,
                        help_text="Yes: the lists below name examples, not everything.",
                        null=True,
                        verbose_name="Lists name examples",
                    ),
                ),
                (
                    "responsible_role",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="A role, never a name. Example: Head of the unit",
                        verbose_name="Responsible function",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True,
                        default="",
                        help_text="Only where it differs from the unit's. A function's address.",
                        max_length=254,
                        verbose_name="E-mail for questions",
                    ),
                ),
                (
                    "contact_phone",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone for questions"),
                ),
                (
                    "contact_visiting_address",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Visiting address for questions"),
                ),
                (
                    "contact_postal_address",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address for questions"),
                ),
                ("contact_url", models.URLField(blank=True, default="", verbose_name="Web page for questions")),
                (
                    "indirect_special_position",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Internal. If data such as a special diet can reveal health or religion: what you concluded about Article 9.",
                        verbose_name="Position on indirect special categories",
                    ),
                ),
                (
                    "offence_support",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="What allows you to process data on criminal offences (Art. 10).",
                        verbose_name="Support for data on offences",
                    ),
                ),
                (
                    "identity_number_justification",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Clearly justified by the purpose, by the need of secure identification, or by another strong reason. Example: To be sure that the decision concerns the right person.",
                        verbose_name="Why personal identity numbers are needed",
                    ),
                ),
                (
                    "monitoring_technology",
                    models.BooleanField(
                        blank=True,
                        help_text="Alarms, sensors, cameras or positioning in care.",
                        null=True,
                        verbose_name="Monitoring technology in care",
                    ),
                ),
                (
                    "monitoring_consent",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="How consent is asked for and kept.",
                        verbose_name="Consent to monitoring technology",
                    ),
                ),
                (
                    "notice_exception",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("14.5.a", "The person already has the information (Art. 14(5)(a))"),
                            ("14.5.b", "Impossible or disproportionate effort (Art. 14(5)(b))"),
                            ("14.5.c", "Obtaining or disclosure laid down by law (Art. 14(5)(c))"),
                            ("14.5.d", "Professional secrecy (Art. 14(5)(d))"),
                        ],
                        default="",
                        help_text="Only if the persons are not informed although data come from others (Art. 14(5)).",
                        max_length=40,
                        verbose_name="Exception from informing",
                    ),
                ),
                (
                    "notice_exception_reason",
                    models.TextField(
                        blank=True, default="", help_text="Internal.", verbose_name="Reason for the exception"
                    ),
                ),
                (
                    "disclosure",
                    models.CharField(
                        blank=True,
                        choices=[("occurs", "Yes, it occurs"), ("never", "No, never")],
                        default="",
                        help_text="“No, never” is published as a promise. Leave empty if you do not know.",
                        max_length=40,
                        verbose_name="Are data disclosed?",
                    ),
                ),
                (
                    "third_country",
                    models.CharField(
                        blank=True,
                        choices=[("occurs", "Yes, it occurs"), ("never", "No, never")],
                        default="",
                        help_text="“No, never” is published as a promise: check remote access and sub-processors first.",
                        max_length=40,
                        verbose_name="Do data leave the EU/EEA?",
                    ),
                ),
                (
                    "no_retention_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="If no rule can be given: what decides how long.",
                        verbose_name="Why there is no period",
                    ),
                ),
                (
                    "confidentiality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Confidentiality",
                    ),
                ),
                (
                    "integrity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Integrity",
                    ),
                ),
                (
                    "availability",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Availability",
                    ),
                ),
                (
                    "traceability",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Traceability",
                    ),
                ),
                (
                    "dpia_criteria",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="If two or more hold, IMY's list asks for an impact assessment.",
                        verbose_name="Risk criteria",
                    ),
                ),
                (
                    "dpia_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Done"),
                            ("started", "Started"),
                            ("not-started", "Needed, not started"),
                            ("not-needed", "Not needed (give the reason)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Impact assessment",
                    ),
                ),
                ("dpia_date", models.DateField(blank=True, null=True, verbose_name="Date of the impact assessment")),
                (
                    "dpia_reference",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Internal.",
                        verbose_name="Where the impact assessment is filed",
                    ),
                ),
                (
                    "dpia_justification",
                    models.TextField(
                        blank=True, default="", help_text="Internal.", verbose_name="Why no impact assessment is needed"
                    ),
                ),
                (
                    "duty_to_provide",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("statutory", "Required by law"),
                            ("contractual", "Required by contract"),
                            ("condition", "Not required, but needed to get a decision or service"),
                            ("voluntary", "Voluntary"),
                        ],
                        default="",
                        help_text="Art. 13(2)(e).",
                        max_length=40,
                        verbose_name="Must the person provide the data?",
                    ),
                ),
                (
                    "duty_consequences",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Example: Without details of your income we cannot assess your application.",
                        verbose_name="What happens otherwise",
                    ),
                ),
                (
                    "automation",
                    models.CharField(
                        blank=True,
                        choices=[("occurs", "Yes, it occurs"), ("never", "No, never")],
                        default="",
                        help_text="“No, never” is published. Leave empty if you do not know.",
                        max_length=40,
                        verbose_name="Automated decisions or profiling?",
                    ),
                ),
                (
                    "review_owner",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Internal. A function, as in: Head of the unit",
                        verbose_name="Who reviews",
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="Last reviewed on")),
                (
                    "review_interval_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="Months between reviews",
                    ),
                ),
                (
                    "notes",
                    models.TextField(
                        blank=True, default="", help_text="Internal. Never shown to the public.", verbose_name="Notes"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The unit that does the work. Its page shows the activity.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.unit",
                        verbose_name="Unit",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty to take the unit's controller. Always a board, not a department.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.controller",
                        verbose_name="Controller",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Processing activity",
                "verbose_name_plural": "historical Processing activities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUnit",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="A function's address, never a person's.",
                        max_length=254,
                        verbose_name="E-mail",
                    ),
                ),
                ("phone", ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone")),
                (
                    "visiting_address",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Place, street and town, as in: Town hall, Storgatan 1, Exempelby",
                        verbose_name="Visiting address",
                    ),
                ),
                ("postal_address", ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address")),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="A page with more information for residents.", verbose_name="Web page"
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
                (
                    "slug",
                    models.SlugField(
                        help_text="Last part of the unit's public address. Kept when the unit is renamed.",
                        max_length=80,
                        verbose_name="Address",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The board that answers for the unit. Leave empty if it is not known.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.controller",
                        verbose_name="Controller",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.unit",
                        verbose_name="Part of",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Unit",
                "verbose_name_plural": "historical Units",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="User",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the whole organisation.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="ropa.unit",
                        verbose_name="Unit",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("dpo", "Data protection officer"), ("editor", "Editor"), ("reader", "Reader")],
                        max_length=10,
                        verbose_name="Role",
                    ),
                ),
                (
                    "until",
                    models.DateField(blank=True, help_text="Last day it holds.", null=True, verbose_name="Until"),
                ),
            ],
            options={
                "verbose_name": "Membership",
                "verbose_name_plural": "Memberships",
            },
        ),
        migrations.CreateModel(
            name="ProcessingActivity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="ropa.organisation",
                        verbose_name="Organisation",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        help_text="The unit that does the work. Its page shows the activity.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="ropa.unit",
                        verbose_name="Unit",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty to take the unit's controller. Always a board, not a department.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="ropa.controller",
                        verbose_name="Controller",
                    ),
                ),
                (
                    "reference",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="The register's own number, as in SN-017.",
                        verbose_name="Reference",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Last part of the public address. Kept when the activity is renamed.",
                        max_length=80,
                        unique=True,
                        verbose_name="Address",
                    ),
                ),
                (
                    "name",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="What it is about, in the residents' words. Example: Financial assistance",
                        verbose_name="Name",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Two or three short sentences that a resident reads first: what you do and for whom.",
                        verbose_name="Summary",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("controller", "Controller"),
                            ("joint-controller", "Joint controller"),
                            ("processor", "Processor"),
                        ],
                        default="",
                        help_text="Controller: the board decides why and how. Processor: it works for someone else.",
                        max_length=40,
                        verbose_name="Role",
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("social-services", "Social services"),
                            ("disability-services", "Services under LSS"),
                            ("health-care", "Health care"),
                            ("school", "Preschool and school"),
                            ("school-health", "School health services"),
                            ("labour-market", "Labour market measures"),
                            ("building", "Planning and building"),
                            ("environment", "Environment and food control"),
                            ("library", "Library"),
                            ("culture-leisure", "Culture and leisure"),
                            ("traffic", "Streets, traffic and parking"),
                            ("guardianship", "Chief guardian"),
                            ("employment", "Employment and recruitment"),
                            ("finance", "Finance, invoicing and procurement"),
                            ("surveillance", "Camera surveillance"),
                            ("law-enforcement", "Law enforcement (outside the GDPR)"),
                            ("general", "General administration"),
                        ],
                        default="",
                        help_text="Decides which special data protection law applies.",
                        max_length=40,
                        verbose_name="Sector",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("planned", "Planned"),
                            ("ongoing", "Ongoing"),
                            ("halted", "Halted"),
                            ("completed", "Completed"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Status",
                    ),
                ),
                ("started_on", models.DateField(blank=True, null=True, verbose_name="Started on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="Ended on")),
                (
                    "process_code",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Internal. Code in the classification structure.",
                        verbose_name="Process code",
                    ),
                ),
                ("tags", models.JSONField(blank=True, default=list, help_text="One word a line.", verbose_name="Tags")),
                (
                    "examples_only",
                    models.BooleanField(
                        blank=True,
                        help_text="Yes: the lists below name examples, not everything.",
                        null=True,
                        verbose_name="Lists name examples",
                    ),
                ),
                (
                    "responsible_role",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="A role, never a name. Example: Head of the unit",
                        verbose_name="Responsible function",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True,
                        default="",
                        help_text="Only where it differs from the unit's. A function's address.",
                        max_length=254,
                        verbose_name="E-mail for questions",
                    ),
                ),
                (
                    "contact_phone",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Telephone for questions"),
                ),
                (
                    "contact_visiting_address",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Visiting address for questions"),
                ),
                (
                    "contact_postal_address",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Postal address for questions"),
                ),
                ("contact_url", models.URLField(blank=True, default="", verbose_name="Web page for questions")),
                (
                    "indirect_special_position",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Internal. If data such as a special diet can reveal health or religion: what you concluded about Article 9.",
                        verbose_name="Position on indirect special categories",
                    ),
                ),
                (
                    "offence_support",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="What allows you to process data on criminal offences (Art. 10).",
                        verbose_name="Support for data on offences",
                    ),
                ),
                (
                    "identity_number_justification",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Clearly justified by the purpose, by the need of secure identification, or by another strong reason. Example: To be sure that the decision concerns the right person.",
                        verbose_name="Why personal identity numbers are needed",
                    ),
                ),
                (
                    "monitoring_technology",
                    models.BooleanField(
                        blank=True,
                        help_text="Alarms, sensors, cameras or positioning in care.",
                        null=True,
                        verbose_name="Monitoring technology in care",
                    ),
                ),
                (
                    "monitoring_consent",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="How consent is asked for and kept.",
                        verbose_name="Consent to monitoring technology",
                    ),
                ),
                (
                    "notice_exception",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("14.5.a", "The person already has the information (Art. 14(5)(a))"),
                            ("14.5.b", "Impossible or disproportionate effort (Art. 14(5)(b))"),
                            ("14.5.c", "Obtaining or disclosure laid down by law (Art. 14(5)(c))"),
                            ("14.5.d", "Professional secrecy (Art. 14(5)(d))"),
                        ],
                        default="",
                        help_text="Only if the persons are not informed although data come from others (Art. 14(5)).",
                        max_length=40,
                        verbose_name="Exception from informing",
                    ),
                ),
                (
                    "notice_exception_reason",
                    models.TextField(
                        blank=True, default="", help_text="Internal.", verbose_name="Reason for the exception"
                    ),
                ),
                (
                    "disclosure",
                    models.CharField(
                        blank=True,
                        choices=[("occurs", "Yes, it occurs"), ("never", "No, never")],
                        default="",
                        help_text="“No, never” is published as a promise. Leave empty if you do not know.",
                        max_length=40,
                        verbose_name="Are data disclosed?",
                    ),
                ),
                (
                    "third_country",
                    models.CharField(
                        blank=True,
                        choices=[("occurs", "Yes, it occurs"), ("never", "No, never")],
                        default="",
                        help_text="“No, never” is published as a promise: check remote access and sub-processors first.",
                        max_length=40,
                        verbose_name="Do data leave the EU/EEA?",
                    ),
                ),
                (
                    "no_retention_reason",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="If no rule can be given: what decides how long.",
                        verbose_name="Why there is no period",
                    ),
                ),
                (
                    "confidentiality",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Confidentiality",
                    ),
                ),
                (
                    "integrity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Integrity",
                    ),
                ),
                (
                    "availability",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Availability",
                    ),
                ),
                (
                    "traceability",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0", "0 – none"),
                            ("1", "1 – minor"),
                            ("2", "2 – moderate"),
                            ("3", "3 – serious"),
                            ("4", "4 – very serious"),
                        ],
                        default="",
                        help_text="Internal.",
                        max_length=40,
                        verbose_name="Traceability",
                    ),
                ),
                (
                    "dpia_criteria",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="If two or more hold, IMY's list asks for an impact assessment.",
                        verbose_name="Risk criteria",
                    ),
                ),
                (
                    "dpia_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Done"),
                            ("started", "Started"),
                            ("not-started", "Needed, not started"),
                            ("not-needed", "Not needed (give the reason)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Impact assessment",
                    ),
                ),
                ("dpia_date", models.DateField(blank=True, null=True, verbose_name="Date of the impact assessment")),
                (
                    "dpia_reference",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Internal.",
                        verbose_name="Where the impact assessment is filed",
                    ),
                ),
                (
                    "dpia_justification",
                    models.TextField(
                        blank=True, default="", help_text="Internal.", verbose_name="Why no impact assessment is needed"
                    ),
                ),
                (
                    "duty_to_provide",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("statutory", "Required by law"),
                            ("contractual", "Required by contract"),
                            ("condition", "Not required, but needed to get a decision or service"),
                            ("voluntary", "Voluntary"),
                        ],
                        default="",
                        help_text="Art. 13(2)(e).",
                        max_length=40,
                        verbose_name="Must the person provide the data?",
                    ),
                ),
                (
                    "duty_consequences",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Example: Without details of your income we cannot assess your application.",
                        verbose_name="What happens otherwise",
                    ),
                ),
                (
                    "automation",
                    models.CharField(
                        blank=True,
                        choices=[("occurs", "Yes, it occurs"), ("never", "No, never")],
                        default="",
                        help_text="“No, never” is published. Leave empty if you do not know.",
                        max_length=40,
                        verbose_name="Automated decisions or profiling?",
                    ),
                ),
                (
                    "review_owner",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Internal. A function, as in: Head of the unit",
                        verbose_name="Who reviews",
                    ),
                ),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="Last reviewed on")),
                (
                    "review_interval_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="Months between reviews",
                    ),
                ),
                (
                    "notes",
                    models.TextField(
                        blank=True, default="", help_text="Internal. Never shown to the public.", verbose_name="Notes"
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=0, editable=False)),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=200)),
            ],
            options={
                "verbose_name": "Processing activity",
                "verbose_name_plural": "Processing activities",
                "ordering": ["sort_key", "pk"],
                "permissions": [("publish_register", "May publish processing activities")],
            },
        ),
        migrations.CreateModel(
            name="AutomatedDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="automated_decisions",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("decision", "Automated decision"), ("profiling", "Profiling")],
                        default="",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
                ("what", ropa.models.fields.LineField(blank=True, default="", verbose_name="What is decided")),
                ("logic", models.TextField(blank=True, default="", verbose_name="The logic involved")),
                ("consequences", models.TextField(blank=True, default="", verbose_name="What it means for the person")),
                ("review", models.TextField(blank=True, default="", verbose_name="How to have a person look at it")),
            ],
            options={
                "verbose_name": "Automated decision",
                "verbose_name_plural": "Automated decisions",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CarrierSystem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="carriers",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "system",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.system",
                        verbose_name="System or other carrier",
                    ),
                ),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[("digital", "Digital"), ("paper", "Paper"), ("other", "Other medium")],
                        default="",
                        max_length=40,
                        verbose_name="Medium",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("case-system", "Case management system"),
                            ("records-system", "Registry of public documents"),
                            ("e-service", "E-service"),
                            ("file", "Personal file"),
                            ("archive", "Archive"),
                            ("communication", "Communication"),
                            ("support", "Support system"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Used as",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.supplier",
                        verbose_name="Supplier",
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: a paper copy of the digital file",
                        verbose_name="Explanation",
                    ),
                ),
            ],
            options={
                "verbose_name": "System or other carrier",
                "verbose_name_plural": "Systems and other carriers",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DataSubject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="data_subjects",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.datasubjectcategory",
                        verbose_name="Category",
                    ),
                ),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: everyone in the applicant's household",
                        verbose_name="Explanation",
                    ),
                ),
            ],
            options={
                "verbose_name": "Group of persons",
                "verbose_name_plural": "Whom the data are about",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DraftIndex",
            fields=[
                (
                    "activity",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="index",
                        serialize=False,
                        to="ropa.processingactivity",
                    ),
                ),
                ("fingerprint", models.CharField(blank=True, max_length=64)),
                ("public_fingerprint", models.CharField(blank=True, max_length=64)),
                ("state", models.CharField(blank=True, db_index=True, max_length=12)),
                ("search", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="HistoricalAutomatedDecision",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("decision", "Automated decision"), ("profiling", "Profiling")],
                        default="",
                        max_length=40,
                        verbose_name="Kind",
                    ),
                ),
                ("what", ropa.models.fields.LineField(blank=True, default="", verbose_name="What is decided")),
                ("logic", models.TextField(blank=True, default="", verbose_name="The logic involved")),
                ("consequences", models.TextField(blank=True, default="", verbose_name="What it means for the person")),
                ("review", models.TextField(blank=True, default="", verbose_name="How to have a person look at it")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Automated decision",
                "verbose_name_plural": "historical Automated decisions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCarrierSystem",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[("digital", "Digital"), ("paper", "Paper"), ("other", "Other medium")],
                        default="",
                        max_length=40,
                        verbose_name="Medium",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("case-system", "Case management system"),
                            ("records-system", "Registry of public documents"),
                            ("e-service", "E-service"),
                            ("file", "Personal file"),
                            ("archive", "Archive"),
                            ("communication", "Communication"),
                            ("support", "Support system"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Used as",
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: a paper copy of the digital file",
                        verbose_name="Explanation",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "system",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.system",
                        verbose_name="System or other carrier",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.supplier",
                        verbose_name="Supplier",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical System or other carrier",
                "verbose_name_plural": "historical Systems and other carriers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDataSubject",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: everyone in the applicant's household",
                        verbose_name="Explanation",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.datasubjectcategory",
                        verbose_name="Category",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Group of persons",
                "verbose_name_plural": "historical Whom the data are about",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInternalAccess",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "who",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="A role. Example: caseworkers who work with your case",
                        verbose_name="Who",
                    ),
                ),
                ("purpose", ropa.models.fields.LineField(blank=True, default="", verbose_name="For what")),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Internal access",
                "verbose_name_plural": "historical Internal access",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalJointController",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                ("email", models.EmailField(blank=True, default="", max_length=254, verbose_name="E-mail")),
                ("responsibility", models.TextField(blank=True, default="", verbose_name="Answers for")),
                (
                    "agreement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contract", "Data processing agreement"),
                            ("regulation", "Regulation between boards (instead of an agreement)"),
                            ("arrangement", "Joint controllers' arrangement (Art. 26)"),
                            ("missing", "Missing"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Regulated by",
                    ),
                ),
                ("agreement_date", models.DateField(blank=True, null=True, verbose_name="Date of the arrangement")),
                (
                    "agreement_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "essence",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Published (Art. 26(2)).",
                        verbose_name="The essence of the arrangement",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Joint controller",
                "verbose_name_plural": "historical Joint controllers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLegalProvision",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "pinpoint",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="As in: 16 kap. 4 §", verbose_name="Chapter and section"
                    ),
                ),
                (
                    "about",
                    ropa.models.fields.KeyField(
                        blank=True,
                        help_text="What the provision is the support for. Empty: the activity as a whole.",
                        null=True,
                        verbose_name="Supports",
                    ),
                ),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Note")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "law",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.law",
                        verbose_name="Act or ordinance",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Legal provision",
                "verbose_name_plural": "historical Legal provisions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNoticeText",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "section",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("introduction", "Introduction"),
                            ("purposes", "Purposes"),
                            ("legal-basis", "Legal basis"),
                            ("handling", "How the data are handled, and by whom"),
                            ("data", "Kinds of personal data"),
                            ("sources", "Sources"),
                            ("recipients", "Recipients"),
                            ("transfers", "Transfers outside the EU/EEA"),
                            ("retention", "How long data are kept"),
                            ("duty", "Whether data must be provided"),
                            ("automation", "Automated decisions"),
                            ("rights", "Rights"),
                            ("complaint", "Complaint"),
                            ("contact", "Contact"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Section",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Plain Swedish, short sentences. It stands first in its section of the notice.",
                        verbose_name="Text",
                    ),
                ),
                ("for_children", models.BooleanField(default=False, verbose_name="For children")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.organisation",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.controller",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.unit",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Text in the notice",
                "verbose_name_plural": "historical Texts in the notice",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOnBehalfOf",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Controller")),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                ("email", models.EmailField(blank=True, default="", max_length=254, verbose_name="E-mail")),
                ("task", models.TextField(blank=True, default="", verbose_name="Categories of processing")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Controller it works for",
                "verbose_name_plural": "historical Controllers it works for (as processor)",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOriginalWording",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                ("about", ropa.models.fields.KeyField(blank=True, null=True, verbose_name="Row")),
                ("field", ropa.models.fields.LineField(blank=True, default="", verbose_name="Field")),
                ("text", models.TextField(blank=True, default="", verbose_name="Original wording")),
                ("file", ropa.models.fields.LineField(blank=True, default="", verbose_name="File")),
                ("place", ropa.models.fields.LineField(blank=True, default="", verbose_name="Place")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Original wording",
                "verbose_name_plural": "historical Original wording",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPersonalData",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "data_subjects",
                    ropa.models.fields.KeysField(
                        blank=True, default=list, help_text="None chosen: about all groups.", verbose_name="About"
                    ),
                ),
                (
                    "purposes",
                    ropa.models.fields.KeysField(
                        blank=True,
                        default=list,
                        help_text="None chosen: for all purposes.",
                        verbose_name="For the purposes",
                    ),
                ),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: name, address and telephone",
                        verbose_name="Explanation",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.personaldatacategory",
                        verbose_name="Category",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Kind of personal data",
                "verbose_name_plural": "historical Kinds of personal data",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProcessor",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "task",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: runs the case management system",
                        verbose_name="Task",
                    ),
                ),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                ("country", models.CharField(blank=True, default="", max_length=2, verbose_name="Country")),
                (
                    "agreement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contract", "Data processing agreement"),
                            ("regulation", "Regulation between boards (instead of an agreement)"),
                            ("arrangement", "Joint controllers' arrangement (Art. 26)"),
                            ("missing", "Missing"),
                        ],
                        default="",
                        help_text="Boards of one municipality cannot contract with each other: choose regulation.",
                        max_length=40,
                        verbose_name="Regulated by",
                    ),
                ),
                ("agreement_date", models.DateField(blank=True, null=True, verbose_name="Date of the agreement")),
                (
                    "agreement_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(blank=True, default="", help_text="Internal.", verbose_name="Note"),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.supplier",
                        verbose_name="Processor",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Processor",
                "verbose_name_plural": "historical Processors",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPurpose",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Why you need the data, not which system you use. Good: To assess and decide on applications for financial assistance. Poor: Case management system.",
                        verbose_name="Purpose",
                    ),
                ),
                (
                    "rank",
                    models.CharField(
                        blank=True,
                        choices=[("main", "Main purpose"), ("secondary", "Secondary purpose")],
                        default="",
                        max_length=40,
                        verbose_name="Main or secondary",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.purposecategory",
                        verbose_name="Common purpose",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Purpose",
                "verbose_name_plural": "historical Purposes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPurposeBasis",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("6.1.a", "Consent (Art. 6(1)(a))"),
                            ("6.1.b", "Contract (Art. 6(1)(b))"),
                            ("6.1.c", "Legal obligation (Art. 6(1)(c))"),
                            ("6.1.d", "Vital interests (Art. 6(1)(d))"),
                            ("6.1.e-ai", "Task in the public interest (Art. 6(1)(e))"),
                            ("6.1.e-mu", "Exercise of official authority (Art. 6(1)(e))"),
                            ("6.1.f", "Legitimate interests (Art. 6(1)(f))"),
                        ],
                        default="",
                        help_text="Boards mostly rest on (c) or (e). (f) is not for authorities performing their tasks.",
                        max_length=40,
                        verbose_name="Legal basis",
                    ),
                ),
                (
                    "purposes",
                    ropa.models.fields.KeysField(
                        blank=True,
                        default=list,
                        help_text="None chosen: for all purposes.",
                        verbose_name="For the purposes",
                    ),
                ),
                (
                    "motivation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Example: We must investigate and decide when somebody applies for assistance.",
                        verbose_name="In plain words",
                    ),
                ),
                (
                    "consent_given",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Only for consent (Art. 7).",
                        verbose_name="How consent is given",
                    ),
                ),
                (
                    "consent_withdrawn",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Only for consent (Art. 7(3)).",
                        verbose_name="How consent is withdrawn",
                    ),
                ),
                (
                    "contract_party",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only for contract.",
                        verbose_name="Who is party to the contract",
                    ),
                ),
                (
                    "legitimate_interest",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Only for legitimate interests.",
                        verbose_name="Which interest",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Legal basis",
                "verbose_name_plural": "historical Legal bases",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRecipient",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "purpose",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: so that you are paid the right amount",
                        verbose_name="For what",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("statutory-duty", "Duty to disclose under law"),
                            ("task", "Needed for the task"),
                            ("consent-lifts-secrecy", "The person has agreed to lift secrecy"),
                            ("public-document", "Request for a public document"),
                        ],
                        default="",
                        help_text="Consent that lifts secrecy is stated here. It is not a legal basis in Article 6.",
                        max_length=40,
                        verbose_name="What allows it",
                    ),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Explanation")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Someone outside the board. Suppliers that work for you are processors, further down.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.recipientcategory",
                        verbose_name="Recipient",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Recipient",
                "verbose_name_plural": "historical Recipients",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRetentionRule",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "documents",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Empty: all of them. Example: documents entered in the public registry",
                        verbose_name="Which documents",
                    ),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                ("data_subjects", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="About whom")),
                ("carriers", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="In which systems")),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[("digital", "Digital"), ("paper", "Paper"), ("other", "Other medium")],
                        default="",
                        max_length=40,
                        verbose_name="Medium",
                    ),
                ),
                (
                    "selection",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("all", "All persons"),
                            ("birth-days", "Persons born on certain days of the month"),
                            ("other-birth-days", "Persons born on all other days of the month"),
                            ("other", "Another selection (describe it)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Selection",
                    ),
                ),
                (
                    "birth_days",
                    models.JSONField(
                        blank=True, default=list, help_text="As in: 5, 15, 25", verbose_name="Days of birth"
                    ),
                ),
                (
                    "selection_note",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="About the selection"),
                ),
                (
                    "action",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dispose", "Dispose (destroy)"),
                            ("preserve", "Preserve permanently"),
                            ("deliver", "Deliver to the municipal archive"),
                            ("hand-over", "Hand over to the deciding board"),
                            ("anonymise", "Anonymise"),
                            ("assess", "Assess case by case"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="What happens",
                    ),
                ),
                (
                    "as_a_rule",
                    models.BooleanField(
                        blank=True,
                        help_text="Yes: there are exceptions not listed here.",
                        null=True,
                        verbose_name="Holds as a rule",
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="As in: 5 years, 18 months or 90 days",
                        max_length=20,
                        verbose_name="Period",
                    ),
                ),
                (
                    "period_end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("calendar-year", "To the end of that calendar year"),
                            ("next-calendar-year", "At the latest in the following calendar year"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Drawn out",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                ("exception", ropa.models.fields.LineField(blank=True, default="", verbose_name="Exception")),
                (
                    "reason",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Example: so that researchers can use it", verbose_name="Why"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("system", "In the working system"),
                            ("local-archive", "In the board's archive"),
                            ("archive-authority", "At the archive authority"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Stage",
                    ),
                ),
                (
                    "plan",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Name of the information management plan that says so.",
                        verbose_name="Plan",
                    ),
                ),
                (
                    "plan_section",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Section of the plan"),
                ),
                ("decision_body", ropa.models.fields.LineField(blank=True, default="", verbose_name="Decided by")),
                ("decision_date", models.DateField(blank=True, null=True, verbose_name="Date of the decision")),
                (
                    "decision_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "advice",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Advice is no decision. Example: Gallringsråd 5",
                        verbose_name="Published advice",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "trigger",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.retentiontrigger",
                        verbose_name="Counted from",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Retention rule",
                "verbose_name_plural": "historical Retention rules",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSecrecy",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "strength",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("absolute", "Absolute secrecy"),
                            ("presumed", "Secrecy presumed"),
                            ("public-presumed", "Openness presumed"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Strength",
                    ),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Explanation")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Secrecy",
                "verbose_name_plural": "historical Secrecy",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSecurityMeasure",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal. General terms only.", verbose_name="Explanation"
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.securitymeasurecategory",
                        verbose_name="Measure",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Security measure",
                "verbose_name_plural": "historical Security measures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSource",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                ("data_subjects", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="About")),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                ("publicly_accessible", models.BooleanField(blank=True, null=True, verbose_name="Open to the public")),
                (
                    "frequency",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Example: every night", verbose_name="How often"
                    ),
                ),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Explanation")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.sourcecategory",
                        verbose_name="Source",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Source",
                "verbose_name_plural": "historical Sources",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSpecialCategoryBasis",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "condition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("9.2.a", "Explicit consent (Art. 9(2)(a))"),
                            ("9.2.b", "Employment, social security and social protection (Art. 9(2)(b))"),
                            ("9.2.c", "Vital interests (Art. 9(2)(c))"),
                            ("9.2.d", "Not-for-profit body (Art. 9(2)(d))"),
                            ("9.2.e", "Made public by the person (Art. 9(2)(e))"),
                            ("9.2.f", "Legal claims (Art. 9(2)(f))"),
                            ("9.2.g", "Substantial public interest (Art. 9(2)(g))"),
                            ("9.2.h", "Health care or social care (Art. 9(2)(h))"),
                            ("9.2.i", "Public health (Art. 9(2)(i))"),
                            ("9.2.j", "Archiving, research or statistics (Art. 9(2)(j))"),
                        ],
                        default="",
                        help_text="Needed for health, ethnic origin, trade union membership and the like.",
                        max_length=40,
                        verbose_name="Condition in Art. 9(2)",
                    ),
                ),
                (
                    "personal_data",
                    ropa.models.fields.KeysField(
                        blank=True,
                        default=list,
                        help_text="None chosen: for all such data.",
                        verbose_name="For the data",
                    ),
                ),
                ("motivation", models.TextField(blank=True, default="", verbose_name="In plain words")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Condition for special categories",
                "verbose_name_plural": "historical Conditions for special categories",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSubProcessor",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                ("processor", ropa.models.fields.KeyField(blank=True, null=True, verbose_name="Engaged by")),
                ("task", ropa.models.fields.LineField(blank=True, default="", verbose_name="Task")),
                ("country", models.CharField(blank=True, default="", max_length=2, verbose_name="Country")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.supplier",
                        verbose_name="Sub-processor",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Sub-processor",
                "verbose_name_plural": "historical Sub-processors",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTransfer",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                ("country", models.CharField(blank=True, default="", max_length=2, verbose_name="Country")),
                (
                    "international_organisation",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="International organisation"),
                ),
                (
                    "importer",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Who receives the data there"),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                (
                    "mechanism",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("45", "Adequacy decision (Art. 45)"),
                            ("46.2.a", "Binding instrument between authorities (Art. 46(2)(a))"),
                            ("46.2.b", "Binding corporate rules (Art. 46(2)(b))"),
                            ("46.2.c", "Standard contractual clauses (Art. 46(2)(c))"),
                            ("46.2.d", "Clauses adopted by a supervisory authority (Art. 46(2)(d))"),
                            ("46.2.e", "Code of conduct (Art. 46(2)(e))"),
                            ("46.2.f", "Certification (Art. 46(2)(f))"),
                            ("46.3.a", "Contractual clauses authorised by IMY (Art. 46(3)(a))"),
                            ("46.3.b", "Administrative arrangement between authorities (Art. 46(3)(b))"),
                            ("49.1.a", "Explicit consent (Art. 49(1)(a))"),
                            ("49.1.b", "Contract with the person (Art. 49(1)(b))"),
                            ("49.1.c", "Contract in the person's interest (Art. 49(1)(c))"),
                            ("49.1.d", "Important reasons of public interest (Art. 49(1)(d))"),
                            ("49.1.e", "Legal claims (Art. 49(1)(e))"),
                            ("49.1.f", "Vital interests (Art. 49(1)(f))"),
                            ("49.1.g", "Public register (Art. 49(1)(g))"),
                            ("49.1.second", "Compelling legitimate interests (Art. 49(1), second subparagraph)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Rests on",
                    ),
                ),
                ("safeguards", models.TextField(blank=True, default="", verbose_name="Safeguards")),
                (
                    "copy_from",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Published (Art. 13(1)(f)).", verbose_name="How to get a copy"
                    ),
                ),
                (
                    "assessment_date",
                    models.DateField(blank=True, null=True, verbose_name="Date of the transfer assessment"),
                ),
                (
                    "assessment_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(blank=True, default="", help_text="Internal.", verbose_name="Note"),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Transfer outside the EU/EEA",
                "verbose_name_plural": "historical Transfers outside the EU/EEA",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalUnplaced",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                ("text", models.TextField(blank=True, default="", verbose_name="Text")),
                ("file", ropa.models.fields.LineField(blank=True, default="", verbose_name="File")),
                ("place", ropa.models.fields.LineField(blank=True, default="", verbose_name="Place")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Text not placed yet",
                "verbose_name_plural": "historical Texts not placed yet",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWithheld",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("changeset", models.UUIDField(db_index=True, editable=False, null=True)),
                ("history_by", models.TextField(blank=True, default="", editable=False)),
                ("key", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("history_change_reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "about",
                    ropa.models.fields.KeyField(
                        blank=True, help_text="Empty: the activity itself.", null=True, verbose_name="Row"
                    ),
                ),
                (
                    "field",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Empty: the whole row.", verbose_name="Field"
                    ),
                ),
                (
                    "reason",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Shown to the public instead of the value.",
                        verbose_name="Reason",
                    ),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="ropa.processingactivity",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical Withheld value",
                "verbose_name_plural": "historical Withheld values",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="InternalAccess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="internal_access",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "who",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="A role. Example: caseworkers who work with your case",
                        verbose_name="Who",
                    ),
                ),
                ("purpose", ropa.models.fields.LineField(blank=True, default="", verbose_name="For what")),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
            ],
            options={
                "verbose_name": "Internal access",
                "verbose_name_plural": "Internal access",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JointController",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="joint_controllers",
                        to="ropa.processingactivity",
                    ),
                ),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Name")),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                ("email", models.EmailField(blank=True, default="", max_length=254, verbose_name="E-mail")),
                ("responsibility", models.TextField(blank=True, default="", verbose_name="Answers for")),
                (
                    "agreement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contract", "Data processing agreement"),
                            ("regulation", "Regulation between boards (instead of an agreement)"),
                            ("arrangement", "Joint controllers' arrangement (Art. 26)"),
                            ("missing", "Missing"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Regulated by",
                    ),
                ),
                ("agreement_date", models.DateField(blank=True, null=True, verbose_name="Date of the arrangement")),
                (
                    "agreement_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "essence",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Published (Art. 26(2)).",
                        verbose_name="The essence of the arrangement",
                    ),
                ),
            ],
            options={
                "verbose_name": "Joint controller",
                "verbose_name_plural": "Joint controllers",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LegalProvision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="provisions",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "law",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.law",
                        verbose_name="Act or ordinance",
                    ),
                ),
                (
                    "pinpoint",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="As in: 16 kap. 4 §", verbose_name="Chapter and section"
                    ),
                ),
                (
                    "about",
                    ropa.models.fields.KeyField(
                        blank=True,
                        help_text="What the provision is the support for. Empty: the activity as a whole.",
                        null=True,
                        verbose_name="Supports",
                    ),
                ),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Note")),
            ],
            options={
                "verbose_name": "Legal provision",
                "verbose_name_plural": "Legal provisions",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NoticeText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_texts",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_texts",
                        to="ropa.organisation",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_texts",
                        to="ropa.controller",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_texts",
                        to="ropa.unit",
                    ),
                ),
                (
                    "section",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("introduction", "Introduction"),
                            ("purposes", "Purposes"),
                            ("legal-basis", "Legal basis"),
                            ("handling", "How the data are handled, and by whom"),
                            ("data", "Kinds of personal data"),
                            ("sources", "Sources"),
                            ("recipients", "Recipients"),
                            ("transfers", "Transfers outside the EU/EEA"),
                            ("retention", "How long data are kept"),
                            ("duty", "Whether data must be provided"),
                            ("automation", "Automated decisions"),
                            ("rights", "Rights"),
                            ("complaint", "Complaint"),
                            ("contact", "Contact"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Section",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Plain Swedish, short sentences. It stands first in its section of the notice.",
                        verbose_name="Text",
                    ),
                ),
                ("for_children", models.BooleanField(default=False, verbose_name="For children")),
            ],
            options={
                "verbose_name": "Text in the notice",
                "verbose_name_plural": "Texts in the notice",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OnBehalfOf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="on_behalf_of",
                        to="ropa.processingactivity",
                    ),
                ),
                ("name", ropa.models.fields.LineField(blank=True, default="", verbose_name="Controller")),
                (
                    "organisation_number",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="Ten digits with a hyphen, as in 212000-0043.",
                        max_length=20,
                        validators=[ropa.models.organisation.check_organisation_number],
                        verbose_name="Organisation number",
                    ),
                ),
                ("email", models.EmailField(blank=True, default="", max_length=254, verbose_name="E-mail")),
                ("task", models.TextField(blank=True, default="", verbose_name="Categories of processing")),
            ],
            options={
                "verbose_name": "Controller it works for",
                "verbose_name_plural": "Controllers it works for (as processor)",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OriginalWording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="original_wording",
                        to="ropa.processingactivity",
                    ),
                ),
                ("about", ropa.models.fields.KeyField(blank=True, null=True, verbose_name="Row")),
                ("field", ropa.models.fields.LineField(blank=True, default="", verbose_name="Field")),
                ("text", models.TextField(blank=True, default="", verbose_name="Original wording")),
                ("file", ropa.models.fields.LineField(blank=True, default="", verbose_name="File")),
                ("place", ropa.models.fields.LineField(blank=True, default="", verbose_name="Place")),
            ],
            options={
                "verbose_name": "Original wording",
                "verbose_name_plural": "Original wording",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PersonalData",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="personal_data",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.personaldatacategory",
                        verbose_name="Category",
                    ),
                ),
                (
                    "data_subjects",
                    ropa.models.fields.KeysField(
                        blank=True, default=list, help_text="None chosen: about all groups.", verbose_name="About"
                    ),
                ),
                (
                    "purposes",
                    ropa.models.fields.KeysField(
                        blank=True,
                        default=list,
                        help_text="None chosen: for all purposes.",
                        verbose_name="For the purposes",
                    ),
                ),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: name, address and telephone",
                        verbose_name="Explanation",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kind of personal data",
                "verbose_name_plural": "Kinds of personal data",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Processor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="processors",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.supplier",
                        verbose_name="Processor",
                    ),
                ),
                (
                    "task",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: runs the case management system",
                        verbose_name="Task",
                    ),
                ),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                ("country", models.CharField(blank=True, default="", max_length=2, verbose_name="Country")),
                (
                    "agreement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("contract", "Data processing agreement"),
                            ("regulation", "Regulation between boards (instead of an agreement)"),
                            ("arrangement", "Joint controllers' arrangement (Art. 26)"),
                            ("missing", "Missing"),
                        ],
                        default="",
                        help_text="Boards of one municipality cannot contract with each other: choose regulation.",
                        max_length=40,
                        verbose_name="Regulated by",
                    ),
                ),
                ("agreement_date", models.DateField(blank=True, null=True, verbose_name="Date of the agreement")),
                (
                    "agreement_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(blank=True, default="", help_text="Internal.", verbose_name="Note"),
                ),
            ],
            options={
                "verbose_name": "Processor",
                "verbose_name_plural": "Processors",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Purpose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="purposes",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Why you need the data, not which system you use. Good: To assess and decide on applications for financial assistance. Poor: Case management system.",
                        verbose_name="Purpose",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.purposecategory",
                        verbose_name="Common purpose",
                    ),
                ),
                (
                    "rank",
                    models.CharField(
                        blank=True,
                        choices=[("main", "Main purpose"), ("secondary", "Secondary purpose")],
                        default="",
                        max_length=40,
                        verbose_name="Main or secondary",
                    ),
                ),
            ],
            options={
                "verbose_name": "Purpose",
                "verbose_name_plural": "Purposes",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PurposeBasis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="legal_bases",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("6.1.a", "Consent (Art. 6(1)(a))"),
                            ("6.1.b", "Contract (Art. 6(1)(b))"),
                            ("6.1.c", "Legal obligation (Art. 6(1)(c))"),
                            ("6.1.d", "Vital interests (Art. 6(1)(d))"),
                            ("6.1.e-ai", "Task in the public interest (Art. 6(1)(e))"),
                            ("6.1.e-mu", "Exercise of official authority (Art. 6(1)(e))"),
                            ("6.1.f", "Legitimate interests (Art. 6(1)(f))"),
                        ],
                        default="",
                        help_text="Boards mostly rest on (c) or (e). (f) is not for authorities performing their tasks.",
                        max_length=40,
                        verbose_name="Legal basis",
                    ),
                ),
                (
                    "purposes",
                    ropa.models.fields.KeysField(
                        blank=True,
                        default=list,
                        help_text="None chosen: for all purposes.",
                        verbose_name="For the purposes",
                    ),
                ),
                (
                    "motivation",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Example: We must investigate and decide when somebody applies for assistance.",
                        verbose_name="In plain words",
                    ),
                ),
                (
                    "consent_given",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Only for consent (Art. 7).",
                        verbose_name="How consent is given",
                    ),
                ),
                (
                    "consent_withdrawn",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Only for consent (Art. 7(3)).",
                        verbose_name="How consent is withdrawn",
                    ),
                ),
                (
                    "contract_party",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only for contract.",
                        verbose_name="Who is party to the contract",
                    ),
                ),
                (
                    "legitimate_interest",
                    models.TextField(
                        blank=True,
                        default="",
                        help_text="Only for legitimate interests.",
                        verbose_name="Which interest",
                    ),
                ),
            ],
            options={
                "verbose_name": "Legal basis",
                "verbose_name_plural": "Legal bases",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Recipient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recipients",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        help_text="Someone outside the board. Suppliers that work for you are processors, further down.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.recipientcategory",
                        verbose_name="Recipient",
                    ),
                ),
                (
                    "purpose",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Example: so that you are paid the right amount",
                        verbose_name="For what",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("statutory-duty", "Duty to disclose under law"),
                            ("task", "Needed for the task"),
                            ("consent-lifts-secrecy", "The person has agreed to lift secrecy"),
                            ("public-document", "Request for a public document"),
                        ],
                        default="",
                        help_text="Consent that lifts secrecy is stated here. It is not a legal basis in Article 6.",
                        max_length=40,
                        verbose_name="What allows it",
                    ),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Explanation")),
            ],
            options={
                "verbose_name": "Recipient",
                "verbose_name_plural": "Recipients",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RetentionRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retention_rules",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "documents",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Empty: all of them. Example: documents entered in the public registry",
                        verbose_name="Which documents",
                    ),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                ("data_subjects", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="About whom")),
                ("carriers", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="In which systems")),
                (
                    "medium",
                    models.CharField(
                        blank=True,
                        choices=[("digital", "Digital"), ("paper", "Paper"), ("other", "Other medium")],
                        default="",
                        max_length=40,
                        verbose_name="Medium",
                    ),
                ),
                (
                    "selection",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("all", "All persons"),
                            ("birth-days", "Persons born on certain days of the month"),
                            ("other-birth-days", "Persons born on all other days of the month"),
                            ("other", "Another selection (describe it)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Selection",
                    ),
                ),
                (
                    "birth_days",
                    models.JSONField(
                        blank=True, default=list, help_text="As in: 5, 15, 25", verbose_name="Days of birth"
                    ),
                ),
                (
                    "selection_note",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="About the selection"),
                ),
                (
                    "action",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dispose", "Dispose (destroy)"),
                            ("preserve", "Preserve permanently"),
                            ("deliver", "Deliver to the municipal archive"),
                            ("hand-over", "Hand over to the deciding board"),
                            ("anonymise", "Anonymise"),
                            ("assess", "Assess case by case"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="What happens",
                    ),
                ),
                (
                    "as_a_rule",
                    models.BooleanField(
                        blank=True,
                        help_text="Yes: there are exceptions not listed here.",
                        null=True,
                        verbose_name="Holds as a rule",
                    ),
                ),
                (
                    "period",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="As in: 5 years, 18 months or 90 days",
                        max_length=20,
                        verbose_name="Period",
                    ),
                ),
                (
                    "period_end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("calendar-year", "To the end of that calendar year"),
                            ("next-calendar-year", "At the latest in the following calendar year"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Drawn out",
                    ),
                ),
                (
                    "trigger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.retentiontrigger",
                        verbose_name="Counted from",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                ("exception", ropa.models.fields.LineField(blank=True, default="", verbose_name="Exception")),
                (
                    "reason",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Example: so that researchers can use it", verbose_name="Why"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("system", "In the working system"),
                            ("local-archive", "In the board's archive"),
                            ("archive-authority", "At the archive authority"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Stage",
                    ),
                ),
                (
                    "plan",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Name of the information management plan that says so.",
                        verbose_name="Plan",
                    ),
                ),
                (
                    "plan_section",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Section of the plan"),
                ),
                ("decision_body", ropa.models.fields.LineField(blank=True, default="", verbose_name="Decided by")),
                ("decision_date", models.DateField(blank=True, null=True, verbose_name="Date of the decision")),
                (
                    "decision_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "advice",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Advice is no decision. Example: Gallringsråd 5",
                        verbose_name="Published advice",
                    ),
                ),
            ],
            options={
                "verbose_name": "Retention rule",
                "verbose_name_plural": "Retention rules",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Secrecy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="secrecy",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("absolute", "Absolute secrecy"),
                            ("presumed", "Secrecy presumed"),
                            ("public-presumed", "Openness presumed"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Strength",
                    ),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Explanation")),
            ],
            options={
                "verbose_name": "Secrecy",
                "verbose_name_plural": "Secrecy",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SecurityMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="security_measures",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.securitymeasurecategory",
                        verbose_name="Measure",
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal. General terms only.", verbose_name="Explanation"
                    ),
                ),
            ],
            options={
                "verbose_name": "Security measure",
                "verbose_name_plural": "Security measures",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.sourcecategory",
                        verbose_name="Source",
                    ),
                ),
                ("data_subjects", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="About")),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                ("publicly_accessible", models.BooleanField(blank=True, null=True, verbose_name="Open to the public")),
                (
                    "frequency",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Example: every night", verbose_name="How often"
                    ),
                ),
                (
                    "occurrence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("always", "Always"),
                            ("may-occur", "May occur"),
                            ("conditional", "Only if a condition is met"),
                            ("optional", "Optional for the person"),
                            ("never", "Explicitly never"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Occurs",
                    ),
                ),
                (
                    "condition",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Only if … Example: if it matters for your case",
                        verbose_name="Condition",
                    ),
                ),
                ("note", ropa.models.fields.LineField(blank=True, default="", verbose_name="Explanation")),
            ],
            options={
                "verbose_name": "Source",
                "verbose_name_plural": "Sources",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SpecialCategoryBasis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="special_category_bases",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "condition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("9.2.a", "Explicit consent (Art. 9(2)(a))"),
                            ("9.2.b", "Employment, social security and social protection (Art. 9(2)(b))"),
                            ("9.2.c", "Vital interests (Art. 9(2)(c))"),
                            ("9.2.d", "Not-for-profit body (Art. 9(2)(d))"),
                            ("9.2.e", "Made public by the person (Art. 9(2)(e))"),
                            ("9.2.f", "Legal claims (Art. 9(2)(f))"),
                            ("9.2.g", "Substantial public interest (Art. 9(2)(g))"),
                            ("9.2.h", "Health care or social care (Art. 9(2)(h))"),
                            ("9.2.i", "Public health (Art. 9(2)(i))"),
                            ("9.2.j", "Archiving, research or statistics (Art. 9(2)(j))"),
                        ],
                        default="",
                        help_text="Needed for health, ethnic origin, trade union membership and the like.",
                        max_length=40,
                        verbose_name="Condition in Art. 9(2)",
                    ),
                ),
                (
                    "personal_data",
                    ropa.models.fields.KeysField(
                        blank=True,
                        default=list,
                        help_text="None chosen: for all such data.",
                        verbose_name="For the data",
                    ),
                ),
                ("motivation", models.TextField(blank=True, default="", verbose_name="In plain words")),
            ],
            options={
                "verbose_name": "Condition for special categories",
                "verbose_name_plural": "Conditions for special categories",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SubProcessor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sub_processors",
                        to="ropa.processingactivity",
                    ),
                ),
                ("processor", ropa.models.fields.KeyField(blank=True, null=True, verbose_name="Engaged by")),
                (
                    "supplier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ropa.supplier",
                        verbose_name="Sub-processor",
                    ),
                ),
                ("task", ropa.models.fields.LineField(blank=True, default="", verbose_name="Task")),
                ("country", models.CharField(blank=True, default="", max_length=2, verbose_name="Country")),
            ],
            options={
                "verbose_name": "Sub-processor",
                "verbose_name_plural": "Sub-processors",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transfers",
                        to="ropa.processingactivity",
                    ),
                ),
                ("country", models.CharField(blank=True, default="", max_length=2, verbose_name="Country")),
                (
                    "international_organisation",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="International organisation"),
                ),
                (
                    "importer",
                    ropa.models.fields.LineField(blank=True, default="", verbose_name="Who receives the data there"),
                ),
                ("personal_data", ropa.models.fields.KeysField(blank=True, default=list, verbose_name="Which data")),
                (
                    "mechanism",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("45", "Adequacy decision (Art. 45)"),
                            ("46.2.a", "Binding instrument between authorities (Art. 46(2)(a))"),
                            ("46.2.b", "Binding corporate rules (Art. 46(2)(b))"),
                            ("46.2.c", "Standard contractual clauses (Art. 46(2)(c))"),
                            ("46.2.d", "Clauses adopted by a supervisory authority (Art. 46(2)(d))"),
                            ("46.2.e", "Code of conduct (Art. 46(2)(e))"),
                            ("46.2.f", "Certification (Art. 46(2)(f))"),
                            ("46.3.a", "Contractual clauses authorised by IMY (Art. 46(3)(a))"),
                            ("46.3.b", "Administrative arrangement between authorities (Art. 46(3)(b))"),
                            ("49.1.a", "Explicit consent (Art. 49(1)(a))"),
                            ("49.1.b", "Contract with the person (Art. 49(1)(b))"),
                            ("49.1.c", "Contract in the person's interest (Art. 49(1)(c))"),
                            ("49.1.d", "Important reasons of public interest (Art. 49(1)(d))"),
                            ("49.1.e", "Legal claims (Art. 49(1)(e))"),
                            ("49.1.f", "Vital interests (Art. 49(1)(f))"),
                            ("49.1.g", "Public register (Art. 49(1)(g))"),
                            ("49.1.second", "Compelling legitimate interests (Art. 49(1), second subparagraph)"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="Rests on",
                    ),
                ),
                ("safeguards", models.TextField(blank=True, default="", verbose_name="Safeguards")),
                (
                    "copy_from",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Published (Art. 13(1)(f)).", verbose_name="How to get a copy"
                    ),
                ),
                (
                    "assessment_date",
                    models.DateField(blank=True, null=True, verbose_name="Date of the transfer assessment"),
                ),
                (
                    "assessment_reference",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Internal.", verbose_name="Where it is filed"
                    ),
                ),
                (
                    "note",
                    ropa.models.fields.LineField(blank=True, default="", help_text="Internal.", verbose_name="Note"),
                ),
            ],
            options={
                "verbose_name": "Transfer outside the EU/EEA",
                "verbose_name_plural": "Transfers outside the EU/EEA",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Unplaced",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unplaced",
                        to="ropa.processingactivity",
                    ),
                ),
                ("label", ropa.models.fields.LineField(blank=True, default="", verbose_name="Label")),
                ("text", models.TextField(blank=True, default="", verbose_name="Text")),
                ("file", ropa.models.fields.LineField(blank=True, default="", verbose_name="File")),
                ("place", ropa.models.fields.LineField(blank=True, default="", verbose_name="Place")),
            ],
            options={
                "verbose_name": "Text not placed yet",
                "verbose_name_plural": "Texts not placed yet",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Withheld",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="Key")),
                (
                    "translations",
                    models.JSONField(blank=True, default=dict, editable=False, verbose_name="Translations"),
                ),
                ("position", models.PositiveIntegerField(default=0, verbose_name="Order")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withheld",
                        to="ropa.processingactivity",
                    ),
                ),
                (
                    "about",
                    ropa.models.fields.KeyField(
                        blank=True, help_text="Empty: the activity itself.", null=True, verbose_name="Row"
                    ),
                ),
                (
                    "field",
                    ropa.models.fields.LineField(
                        blank=True, default="", help_text="Empty: the whole row.", verbose_name="Field"
                    ),
                ),
                (
                    "reason",
                    ropa.models.fields.LineField(
                        blank=True,
                        default="",
                        help_text="Shown to the public instead of the value.",
                        verbose_name="Reason",
                    ),
                ),
            ],
            options={
                "verbose_name": "Withheld value",
                "verbose_name_plural": "Withheld values",
                "ordering": ["position", "pk"],
                "abstract": False,
            },
        ),
    ]
    operations = [Together(operations)]
