from django.db import migrations, models


def carry_capability(apps, schema_editor):
    """Whoever had the right to publish by Django's table of permissions has it by every membership from now on."""
    permission = apps.get_model("auth", "Permission").objects.filter(codename="publish_register")
    for one in permission:
        users = models.Q(user__user_permissions=one) | models.Q(user__groups__permissions=one)
        memberships = apps.get_model("ropa", "Membership").objects
        memberships.filter(pk__in=memberships.filter(users).values("pk")).update(publishes=True)
    permission.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("ropa", "0003_review"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(carry_capability, migrations.RunPython.noop),
    ]
